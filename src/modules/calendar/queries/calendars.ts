import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { atLeast } from '../calendars.ts'
import * as c from '../contract.ts'
import type { Degree } from '../contract.ts'
import { dueReminders, endedHolds, peopleWithout, seriesBehind, unusedBookings } from '../due.ts'
import { type SeenCalendar, seenCalendars } from '../seen.ts'

async function facts(view: View, rows: readonly SeenCalendar[]) {
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.owner_id, row.keeper_id]),
    ),
  )
  const calendar = (row: SeenCalendar) => ({
    id: row.id,
    title: row.title,
    type: row.type,
    colour: row.colour,
    zone: row.zone,
    owner: name(row.owner_id),
    ownerRoleId: row.owner_role_id,
    everyone: row.everyone,
    degree: row.degree,
    mine: row.owner_id === view.principal.id,
    retired: row.retired_at !== null,
    horizonMonths: row.horizon_months,
    changeNo: Number(row.change_no),
    version: row.version,
  })
  const place = (row: SeenCalendar) => ({
    id: row.id,
    title: row.title,
    type: row.place_type ?? ('room' as const),
    colour: row.colour,
    zone: row.zone,
    seats: row.seats ?? null,
    equipment: row.equipment ?? [],
    site: row.site ?? null,
    description: row.description ?? null,
    pictureIds: row.picture_ids ?? [],
    keeper: name(row.keeper_id),
    keeperRoleId: row.keeper_role_id ?? null,
    bookableBy: row.bookable_by ?? [],
    bookable: isBookable(view, row),
    longestMinutes: row.longest_minutes ?? null,
    aheadDays: row.ahead_days ?? null,
    needsApproval: row.needs_approval ?? false,
    releaseMinutes: row.release_minutes ?? null,
    setupMinutes: row.setup_minutes ?? 0,
    cleanupMinutes: row.cleanup_minutes ?? 0,
    showTitles: row.show_titles ?? false,
    horizonMonths: row.horizon_months,
    degree: row.degree,
    retired: row.retired_at !== null,
    version: row.version,
  })
  return { calendar, place }
}

const isBookable = (view: View, row: SeenCalendar): boolean =>
  row.retired_at === null &&
  (row.degree === 'manage' ||
    !row.bookable_by?.length ||
    row.bookable_by.some(id => view.principal.audiences.includes(id)))

const whole = <T>(rows: T[]) => ({ rows, total: rows.length, next: null })

export const listCalendarsBody = implementQuery(c.listCalendars, async (view, { retired }) => {
  const rows = [...(await seenCalendars(view)).values()].filter(
    row => row.type !== 'place' && (retired === true || row.retired_at === null),
  )
  const { calendar } = await facts(view, rows)
  return whole(rows.map(calendar))
})

async function seen(view: View, id: string, kind: 'calendar' | 'place'): Promise<SeenCalendar> {
  const row = (await seenCalendars(view, [id])).get(id)
  if (!row || (kind === 'place') !== (row.type === 'place')) return view.refuse(kernelRefusals.notFound, { kind, id })
  return row
}

/** Who may change a calendar: its managers; of one that nobody manages, whoever may change calendars at all. */
async function manages(view: View, row: SeenCalendar): Promise<boolean> {
  if (row.degree === 'manage') return true
  const { rows } =
    await sql`select 1 from calendar.reader_fact where organisation_id = ${view.office.id} and calendar_id = ${row.id} and degree = 'manage' limit 1`.execute(
      view.db(),
    )
  return rows.length === 0
}

async function offers(view: View, row: SeenCalendar) {
  const input = { id: row.id, expectedVersion: row.version }
  const change = row.type === 'place' ? c.changePlace : c.changeCalendar
  if (!(await manages(view, row))) return can(view, addComment, { id: row.id })
  return [
    ...can(view, change, input, { primary: true }),
    ...can(view, c.shareCalendar, input),
    ...(row.retired_at
      ? can(view, c.bringBackCalendar, input)
      : can(
          view,
          c.retireCalendar,
          input,
          row.type === 'main' ? { refusedBecause: { name: c.mainCalendarStays.name, data: { title: row.title } } } : {},
        )),
    ...can(view, addComment, { id: row.id }),
  ]
}

const headOf = (row: SeenCalendar, kind: string) => ({
  id: row.id,
  kind,
  title: row.title,
  class: row.class,
  version: row.version,
  state: row.retired_at ? 'retired' : null,
})

export const getCalendarBody = implementQuery(c.getCalendar, async (view, { id }) => {
  const row = await seen(view, id, 'calendar')
  const { calendar } = await facts(view, [row])
  const { rows } = atLeast(row.degree, 'manage')
    ? await sql<{ with_id: string; degree: Degree }>`
        select with_id, degree from calendar.share where organisation_id = ${view.office.id} and calendar_id = ${id} order by with_id`.execute(
        view.db(),
      )
    : { rows: [] }
  const name = naming(
    await namesOf(
      view,
      rows.map(share => share.with_id),
    ),
  )
  return {
    ...calendar(row),
    record: headOf(row, 'calendar'),
    shares: rows.flatMap(share => {
      const with_ = name(share.with_id)
      return with_ ? [{ with: with_, degree: share.degree }] : []
    }),
    can: await offers(view, row),
  }
})

export const listPlacesBody = implementQuery(c.listPlaces, async (view, { text, retired, limit }) => {
  const wanted = text?.toLocaleLowerCase()
  const rows = [...(await seenCalendars(view)).values()].filter(
    row =>
      row.type === 'place' &&
      (retired === true || row.retired_at === null) &&
      (!wanted ||
        [row.title, row.site, ...(row.equipment ?? [])].some(word => word?.toLocaleLowerCase().includes(wanted))),
  )
  const shown = rows.slice(0, limit)
  const { place } = await facts(view, shown)
  return { ...whole(shown.map(place)), total: rows.length }
})

export const getPlaceBody = implementQuery(c.getPlace, async (view, { id }) => {
  const row = await seen(view, id, 'place')
  const { place } = await facts(view, [row])
  const { rows: waiting } =
    row.degree === 'manage'
      ? await sql<{
          event_id: string
          title: string
          start_at: Temporal.Instant
          end_at: Temporal.Instant
          organiser_id: string | null
        }>`
          select distinct on (e.id) e.id as event_id, r.title, o.start_at, o.end_at, e.organiser_id from calendar.placing p
          join calendar.event e on e.organisation_id = p.organisation_id and e.id = p.event_id
          join (${visibleRecords(view, 'event').selectAll()}) r on r.id = p.event_id
          join calendar.occurrence o on o.organisation_id = p.organisation_id and o.source_id = p.event_id and o.calendar_id = p.calendar_id and o.end_at > ${view.at}
          where p.organisation_id = ${view.office.id} and p.calendar_id = ${id} and p.waiting order by e.id, o.start_at limit 200`.execute(
          view.db(),
        )
      : { rows: [] }
  const { rows: use } = await sql<{ bookings: number; minutes: number; released: number }>`
    select count(*)::int as bookings, coalesce(sum(extract(epoch from o.end_at - o.start_at) / 60) filter (where o.show_as <> 'free'), 0)::int as minutes,
      count(*) filter (where o.show_as = 'free')::int as released from calendar.occurrence o
    where o.organisation_id = ${view.office.id} and o.calendar_id = ${id} and o.event_id is not null
      and o.start_at > ${view.at.subtract({ hours: 28 * 24 })} and o.start_at <= ${view.at}`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      waiting.map(one => one.organiser_id),
    ),
  )
  return {
    ...place(row),
    record: headOf(row, 'place'),
    waiting: waiting.map(one => ({
      eventId: one.event_id,
      title: one.title,
      start: one.start_at,
      end: one.end_at,
      by: name(one.organiser_id),
    })),
    use: { bookings: use[0]?.bookings ?? 0, minutes: use[0]?.minutes ?? 0, released: use[0]?.released ?? 0 },
    can: await offers(view, row),
  }
})

export const findFreePlacesBody = implementQuery(
  c.findFreePlaces,
  async (view, { from, until, seats, equipment, site, type }) => {
    if (Temporal.Instant.compare(until, from) <= 0)
      view.refuse(kernelRefusals.inputInvalid, { issues: [{ path: 'until', message: 'after from', code: 'custom' }] })
    const has = (row: SeenCalendar, word: string) =>
      row.equipment?.some(one => one.toLocaleLowerCase() === word.toLocaleLowerCase())
    const fits = [...(await seenCalendars(view)).values()].filter(
      row =>
        row.type === 'place' &&
        isBookable(view, row) &&
        (!type || row.place_type === type) &&
        (!seats || (row.seats ?? 0) >= seats) &&
        (!site || row.site?.toLocaleLowerCase() === site.toLocaleLowerCase()) &&
        (equipment ?? []).every(word => has(row, word)),
    )
    const { rows: taken } = await sql<{ id: string }>`
    select distinct w.id from unnest(${fits.map(({ id }) => id)}::uuid[], ${fits.map(row => row.setup_minutes ?? 0)}::int[], ${fits.map(row => row.cleanup_minutes ?? 0)}::int[]) as w (id, setup, cleanup)
    join calendar.occurrence o on o.organisation_id = ${view.office.id} and o.calendar_id = w.id and o.exclusive
      and o.blocks && tstzrange(${from}::timestamptz - make_interval(mins => w.setup), ${until}::timestamptz + make_interval(mins => w.cleanup))
    left join calendar.hold h on h.organisation_id = o.organisation_id and h.id = o.hold_id
    where h.until_at is null or h.until_at > ${view.at}`.execute(view.db())
    const gone = new Set(taken.map(({ id }) => id))
    const rows = fits.filter(({ id }) => !gone.has(id)).sort((a, b) => (a.seats ?? 0) - (b.seats ?? 0))
    const { place } = await facts(view, rows)
    return whole(rows.map(place))
  },
)

export const listHoldsBody = implementQuery(c.listHolds, async view => {
  const { rows } = await sql<{
    id: string
    title: string
    until_at: Temporal.Instant
    times: { calendarId: string; start: string; end: string }[]
  }>`
    select h.id, h.title, h.until_at, coalesce((select jsonb_agg(jsonb_build_object('calendarId', o.calendar_id, 'start', o.start_at, 'end', o.end_at) order by o.start_at, o.calendar_id)
      from calendar.occurrence o where o.organisation_id = h.organisation_id and o.source_id = h.id), '[]') as times
    from calendar.hold h where h.organisation_id = ${view.office.id} and h.by_id = ${view.principal.id} and h.until_at > ${view.at} order by h.until_at, h.id`.execute(
    view.db(),
  )
  return whole(
    rows.map(row => ({
      id: row.id,
      title: row.title,
      until: row.until_at,
      times: row.times.map(({ calendarId, start, end }) => ({
        calendarId,
        start: Temporal.Instant.from(start),
        end: Temporal.Instant.from(end),
      })),
    })),
  )
})

export const countDueBody = implementQuery(c.countDue, async view => {
  const { rows } = await sql<{ reminders: number; unused: number; series: number; people: number }>`
    select (select count(*) from (${dueReminders(view)}) d)::int as reminders,
      ((select count(*) from (${unusedBookings(view)}) u) + (select count(*) from (${endedHolds(view)}) h))::int as unused,
      (select count(*) from (${seriesBehind(view)}) s)::int as series, (select count(*) from (${peopleWithout(view)}) p)::int as people`.execute(
    view.db(),
  )
  return rows[0]!
})

import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { maySee } from '../../../kernel/dispatch/locks.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { atLeast } from '../calendars.ts'
import { beyondLaid, type Beyond } from '../beyond.ts'
import * as c from '../contract.ts'
import type { AgendaRow, Answer, Laying, Privacy, ShowAs, Status } from '../contract.ts'
import { fieldsAt, keyOf, repeats } from '../facts.ts'
import { type SeenCalendar, seenCalendars } from '../seen.ts'

interface Row {
  readonly calendar_id: string
  readonly recurrence: string
  readonly event_id: string | null
  readonly hold_id: string | null
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly from_day: string | null
  readonly until_day: string | null
  readonly show_as: ShowAs
  readonly laying: Laying | null
  readonly waiting: boolean | null
  readonly home_id: string | null
  readonly privacy: Privacy | null
  readonly status: Status | null
  readonly category: string | null
  readonly place: string | null
  readonly title: string | null
  readonly version: number | null
  readonly readable: boolean
  /** Whoever asks is cleared for it, whether or not it is meant for them. */
  readonly cleared: boolean
  readonly repeats: boolean | null
  readonly organiser_id: string | null
  readonly answer: Answer | null
  readonly guests: number
  readonly own: { title?: string; place?: string | null; category?: string | null; status?: Status } | null
}

/** Most that an answer shows; a year of thirty calendars is fewer. */
const mostRows = 20_000
/** What is asked about at once. */
const longestDays = 400

/** Which occurrences touch a window: found by their start, the few that last long apart. */
export const touching = (
  view: Pick<View, 'office'>,
  ids: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): RawBuilder<unknown> => sql`
  o.organisation_id = ${view.office.id} and o.calendar_id = any(${[...ids]}::uuid[]) and (
    (o.start_at > ${from.subtract({ hours: 8 * 24 })} and o.start_at < ${until} and (o.end_at > ${from} or o.end_at = o.start_at and o.start_at >= ${from}))
    or (o.end_at - o.start_at > interval '7 days' and o.end_at > ${from} and o.start_at < ${until}))`

interface Laid
  extends Pick<Row, 'calendar_id' | 'recurrence' | 'event_id' | 'hold_id' | 'from_day' | 'until_day' | 'show_as'> {
  /** Milliseconds since 1970. */
  readonly f: number
  readonly t: number
}

interface EventFacts
  extends Pick<
    Row,
    | 'home_id'
    | 'privacy'
    | 'status'
    | 'category'
    | 'place'
    | 'title'
    | 'version'
    | 'readable'
    | 'cleared'
    | 'repeats'
    | 'organiser_id'
    | 'guests'
  > {
  readonly id: string
  readonly changed: boolean
  /** Who of those inside has answered what. */
  readonly answers: Readonly<Record<string, Answer>> | null
}

/**
 * Occurrences first, then what belongs to their events, each asked for by its key: a meeting of every week is told once, and what
 * the database believes of the tables' sizes does not matter.
 */
async function laidRows(
  view: View,
  calendars: ReadonlyMap<string, SeenCalendar>,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Row[]> {
  const ids = [...calendars.keys()]
  const { rows: laid } = await sql<Laid>`
    select o.calendar_id, o.recurrence, o.event_id, o.hold_id, extract(epoch from o.start_at)::float8 * 1000 as f, extract(epoch from o.end_at)::float8 * 1000 as t,
      o.from_day::text, o.until_day::text, o.show_as
    from calendar.occurrence o where ${touching(view, ids, from, until)}
    order by o.start_at, o.end_at desc, o.source_id, o.calendar_id limit ${mostRows}`.execute(view.db())
  const eventIds = [...new Set(laid.flatMap(({ event_id }) => event_id ?? []))]
  const holdIds = laid.flatMap(({ hold_id }) => hold_id ?? [])
  const [events, placings, holds] = await Promise.all([
    eventsOf(view, eventIds),
    placingsOf(view, eventIds, ids),
    holdsOf(view, holdIds),
  ])
  const changed = eventIds.filter(id => events.get(id)?.changed)
  const own = changed.length > 0 ? await instancesOf(view, changed) : new Map<string, Row['own']>()
  return laid.flatMap(row => {
    const { f, t, ...rest } = row
    const at = {
      ...rest,
      start_at: Temporal.Instant.fromEpochMilliseconds(f),
      end_at: Temporal.Instant.fromEpochMilliseconds(t),
    }
    if (row.hold_id !== null) {
      const hold = holds.get(row.hold_id)
      return hold ? [{ ...nothing, ...at, title: hold.title, readable: hold.by_id === view.principal.id }] : []
    }
    const event = events.get(row.event_id!)
    if (!event) return []
    const { id: _id, changed: _changed, answers, ...facts } = event
    const placing = placings.get(`${row.event_id} ${row.calendar_id}`)
    const who = calendars.get(row.calendar_id)?.owner_id ?? row.calendar_id
    return [
      {
        ...facts,
        ...at,
        laying: placing?.laying ?? null,
        waiting: placing?.waiting ?? false,
        answer: answers?.[who] ?? null,
        own: own.get(`${row.event_id} ${row.recurrence}`) ?? null,
      },
    ]
  })
}

const nothing = {
  laying: null,
  waiting: false,
  home_id: null,
  privacy: null,
  status: null,
  category: null,
  place: null,
  version: null,
  cleared: false,
  repeats: false,
  organiser_id: null,
  answer: null,
  guests: 0,
  own: null,
} as const

async function eventsOf(view: View, ids: readonly string[]): Promise<Map<string, EventFacts>> {
  if (ids.length === 0) return new Map()
  const { clearance, audiences } = view.principal
  const { rows } = await sql<EventFacts>`
    select e.id, e.home_id, e.privacy, e.status, e.category, e.place, r.title, r.version, e.organiser_id,
      r.class <= ${clearance} and (r.audience is null or r.audience && ${[...audiences]}::uuid[]) as readable, r.class <= ${clearance} as cleared,
      e.rule is not null or e.added <> '{}' as repeats,
      exists (select from calendar.instance i where i.organisation_id = e.organisation_id and i.event_id = e.id) as changed,
      coalesce(g.guests, 0)::int as guests, g.answers
    from unnest(${[...ids]}::uuid[]) as w (id)
    join calendar.event e on e.organisation_id = ${view.office.id} and e.id = w.id
    join kernel.record r on r.organisation_id = ${view.office.id} and r.id = w.id
    left join lateral (select count(*) as guests, jsonb_object_agg(coalesce(principal_id, calendar_id), answer) filter (where email is null) as answers
      from calendar.guest g where g.organisation_id = ${view.office.id} and g.event_id = w.id) g on true`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

async function placingsOf(view: View, eventIds: readonly string[], calendarIds: readonly string[]) {
  if (eventIds.length === 0) return new Map<string, { laying: Laying; waiting: boolean }>()
  const { rows } = await sql<{ event_id: string; calendar_id: string; laying: Laying; waiting: boolean }>`
    select p.event_id, p.calendar_id, p.laying, p.waiting from unnest(${[...eventIds]}::uuid[]) as w (id)
    join calendar.placing p on p.organisation_id = ${view.office.id} and p.event_id = w.id
    where p.calendar_id = any(${[...calendarIds]}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [`${row.event_id} ${row.calendar_id}`, row]))
}

async function instancesOf(view: View, ids: readonly string[]): Promise<Map<string, Row['own']>> {
  const { rows } = await sql<{ event_id: string; recurrence: string; own: Row['own'] }>`
    select i.event_id, i.recurrence, i.change - 'notes' - 'guests' as own from calendar.instance i
    where i.organisation_id = ${view.office.id} and i.event_id = any(${[...ids]}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [`${row.event_id} ${row.recurrence}`, row.own]))
}

async function holdsOf(view: View, ids: readonly string[]): Promise<Map<string, { title: string; by_id: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string; by_id: string }>`
    select id, title, by_id from calendar.hold where organisation_id = ${view.office.id} and id = any(${[...new Set(ids)]}::uuid[]) and until_at > ${view.at}`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

function toAgenda(
  row: Row,
  calendars: ReadonlyMap<string, SeenCalendar>,
  all: ReadonlyMap<string, SeenCalendar>,
): AgendaRow | null {
  const calendar = calendars.get(row.calendar_id)!
  const readable = row.readable && (row.event_id !== null || row.hold_id !== null)
  const named =
    readable ||
    (calendar.type === 'place' &&
      calendar.show_titles === true &&
      row.privacy === 'open' &&
      row.cleared &&
      atLeast(calendar.degree, 'busy'))
  if (!readable && row.show_as === 'free') return null
  const home = row.home_id ? all.get(row.home_id) : undefined
  const own = row.own ?? {}
  return {
    eventId: readable ? row.event_id : null,
    calendarId: row.calendar_id,
    recurrence: readable && row.repeats ? row.recurrence : null,
    start: row.start_at,
    end: row.end_at,
    allDay: row.from_day !== null,
    from: row.from_day,
    until: row.until_day,
    title: named ? (own.title ?? row.title) : null,
    place: readable ? (own.place === undefined ? row.place : own.place) : null,
    category: readable ? (own.category === undefined ? row.category : own.category) : null,
    showAs: row.show_as,
    status: own.status ?? row.status ?? 'tentative',
    privacy: row.privacy ?? 'open',
    answer: row.answer ?? 'none',
    waiting: row.waiting ?? false,
    laying: row.laying ?? 'hold',
    holdId: readable ? row.hold_id : null,
    repeats: row.repeats ?? false,
    changeable: readable && home !== undefined && atLeast(home.degree, 'write'),
    organiserId: readable ? row.organiser_id : null,
    guests: readable ? row.guests : 0,
    colour: calendar.colour,
    version: readable ? row.version : null,
  }
}

/** What is reckoned has the shape of what is laid out. */
function beyondRows(
  { stored, rows }: Beyond,
  calendars: ReadonlyMap<string, SeenCalendar>,
  record: { title: string; version: number; readable: boolean },
): Row[] {
  const { facts, placings } = stored
  return rows.map(row => {
    const fields = fieldsAt(facts, row.recurrence)
    const key = calendars.get(row.calendarId)?.owner_id ?? row.calendarId
    const placing = placings.find(({ calendar_id }) => calendar_id === row.calendarId)
    return {
      calendar_id: row.calendarId,
      recurrence: row.recurrence,
      event_id: facts.id,
      hold_id: null,
      start_at: Temporal.Instant.fromEpochMilliseconds(row.start),
      end_at: Temporal.Instant.fromEpochMilliseconds(row.end),
      from_day: row.fromDay,
      until_day: row.untilDay,
      show_as: row.showAs,
      laying: placing?.laying ?? null,
      waiting: placing?.waiting ?? false,
      home_id: facts.calendarId,
      privacy: facts.privacy,
      status: fields.status,
      category: fields.category,
      place: fields.place,
      title: fields.title,
      version: record.version,
      readable: record.readable,
      cleared: record.readable,
      repeats: repeats(facts),
      organiser_id: 'principalId' in facts.organiser ? facts.organiser.principalId : null,
      answer: fields.guests.find(({ who }) => keyOf(who) === key)?.answer ?? null,
      guests: fields.guests.length,
      own: null,
    }
  })
}

async function recordsOf(view: View, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { title: string; version: number; readable: boolean }>()
  const { rows } = await sql<{ id: string; title: string; version: number; class: number; audience: string[] | null }>`
    select id, title, version, class, audience from kernel.record where organisation_id = ${view.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    view.db(),
  )
  return new Map(
    rows.map(row => [row.id, { title: row.title, version: row.version, readable: maySee(view.principal, row) }]),
  )
}

export const agendaBody = implementQuery(c.agenda, async (view, { from, until, calendarIds }) => {
  if (Temporal.Instant.compare(until, from) <= 0 || from.until(until).total('hours') > longestDays * 24)
    view.refuse(kernelRefusals.inputInvalid, {
      issues: [{ path: 'until', message: `after from, within ${longestDays} days`, code: 'custom' }],
    })
  const all = await seenCalendars(view)
  const calendars = calendarIds
    ? new Map(calendarIds.flatMap(id => (all.has(id) ? [[id, all.get(id)!] as const] : [])))
    : all
  const ids = [...calendars.keys()]
  const rows = await laidRows(view, calendars, from, until)
  const beyond = await beyondLaid(view, ids, from, until)
  const records = await recordsOf(
    view,
    beyond.map(({ stored }) => stored.facts.id),
  )
  const further = beyond.flatMap(one => {
    const record = records.get(one.stored.facts.id)
    return record ? beyondRows(one, calendars, record) : []
  })
  return { rows: [...rows, ...further].flatMap(row => toAgenda(row, calendars, all) ?? []) }
})

interface Interval {
  start: number
  end: number
  showAs: 'busy' | 'tentative' | 'away'
}

/** Intervals that meet become one; the surer word wins where they overlap. */
function merged(intervals: Interval[]): Interval[] {
  const rank = { tentative: 0, busy: 1, away: 2 } as const
  const cuts = [...new Set(intervals.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const byStart = intervals.toSorted((a, b) => a.start - b.start)
  const found: Interval[] = []
  let next = 0
  let open: Interval[] = []
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [start, end] = [cuts[at]!, cuts[at + 1]!]
    open = open.filter(one => one.end > start)
    while (next < byStart.length && byStart[next]!.start <= start) open.push(byStart[next++]!)
    const best = open
      .filter(one => one.end > start)
      .reduce<Interval['showAs'] | null>((a, { showAs }) => (a === null || rank[showAs] > rank[a] ? showAs : a), null)
    if (best === null) continue
    const last = found.at(-1)
    if (last && last.end === start && last.showAs === best) last.end = end
    else found.push({ start, end, showAs: best })
  }
  return found
}

export const busyBody = implementQuery(c.busy, async (view, { from, until, calendarIds, exceptId }) => {
  if (Temporal.Instant.compare(until, from) <= 0 || from.until(until).total('hours') > longestDays * 24)
    view.refuse(kernelRefusals.inputInvalid, {
      issues: [{ path: 'until', message: `after from, within ${longestDays} days`, code: 'custom' }],
    })
  const calendars = await seenCalendars(view, calendarIds)
  const ids = [...calendars.keys()]
  const { rows } = await sql<{ calendar_id: string; f: number; t: number; show_as: Interval['showAs'] }>`
    select o.calendar_id, extract(epoch from lower(o.blocks))::float8 as f, extract(epoch from upper(o.blocks))::float8 as t, o.show_as
    from calendar.occurrence o left join calendar.hold h on h.organisation_id = o.organisation_id and h.id = o.hold_id
    where ${touching(view, ids, from.subtract({ hours: 24 }), until.add({ hours: 24 }))} and o.show_as <> 'free'
      and o.event_id is distinct from ${exceptId ?? null}::uuid
      and not isempty(o.blocks) and lower(o.blocks) < ${until} and upper(o.blocks) > ${from} and (h.until_at is null or h.until_at > ${view.at})`.execute(
    view.db(),
  )
  const intervals = new Map<string, Interval[]>(ids.map(id => [id, []]))
  for (const row of rows)
    intervals.get(row.calendar_id)!.push({ start: row.f * 1000, end: row.t * 1000, showAs: row.show_as })
  for (const { stored, rows: further } of await beyondLaid(view, ids, from, until))
    for (const row of stored.facts.id === exceptId ? [] : further)
      if (row.showAs !== 'free')
        intervals.get(row.calendarId)!.push({ start: row.blocksFrom, end: row.blocksTo, showAs: row.showAs })
  const moment = (at: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(at))
  return {
    calendars: ids.map(calendarId => ({
      calendarId,
      intervals: merged(intervals.get(calendarId)!).map(({ start, end, showAs }) => ({
        start: moment(start),
        end: moment(end),
        showAs,
      })),
    })),
  }
})

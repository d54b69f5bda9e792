/** Calendars and places themselves, and with whom they are shared. */
import { sql } from 'kysely'
import { type Act, implementCommand, type Standing } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { knownZone } from '../../../formats/ical/zone.ts'
import { atLeast, type CalendarFacts, colourOf, degreeOf, makeMainCalendars, readCalendars } from '../calendars.ts'
import * as c from '../contract.ts'
import type { CalendarTable, CalendarTables, PlaceTable } from '../tables.ts'

const zoneFor = (act: Standing, zone: string | undefined): string | undefined =>
  zone === undefined ? undefined : (knownZone(zone) ?? act.refuse(c.zoneUnknown, { zone }))

/** Everybody whom a calendar's record names, from what is stored. */
async function audience(act: Act, id: string): Promise<string[] | null> {
  const { rows } = await sql<{ audience: string[] | null }>`
    select calendar.calendar_audience(${act.office.id}, ${id}) as audience`.execute(act.db())
  return rows[0]?.audience ?? null
}

async function requirePrincipalOrRole(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind in ('principal', 'role')`.execute(
    act.db(),
  )
  return rows[0]?.title ?? act.refuse(c.calendarPersonUnknown, { id })
}

async function insertCalendar(
  act: Act,
  row: Omit<CalendarTable, 'organisation_id' | 'change_no' | 'retired_at'>,
): Promise<void> {
  await act
    .db<CalendarTables>()
    .insertInto('calendar.calendar')
    .values({ ...row, organisation_id: act.office.id, retired_at: null })
    .execute()
}

export const createCalendarBody = implementCommand(c.createCalendar, {
  constraints: { calendar_main_once: c.mainCalendarStays },
  async run(act, input) {
    const { type, title } = input
    if (input.ownerRoleId) await requirePrincipalOrRole(act, input.ownerRoleId)
    const ownerId = input.ownerId ?? (input.ownerRoleId && type !== 'main' ? null : act.principal.id)
    if (ownerId) await requireColleague(act, ownerId, c.calendarPersonUnknown)
    // A calendar of somebody else's is made by whoever manages theirs.
    if (input.ownerId && input.ownerId !== act.principal.id) await requireManages(act, input.ownerId)
    const everyone = input.everyone ?? (type === 'team' ? 'read' : type === 'main' ? 'busy' : 'none')
    const id = await act.createRecord({ kind: 'calendar', title, search: {} })
    await insertCalendar(act, {
      id,
      type,
      owner_id: ownerId,
      owner_role_id: input.ownerRoleId ?? null,
      colour: input.colour ?? colourOf(id),
      zone: zoneFor(act, input.zone) ?? act.office.zone,
      everyone,
      horizon_months: input.horizonMonths ?? 18,
    })
    const version = await act.changeRecord(id, { audience: await audience(act, id) })
    act.emit(c.calendarCreated, { id, title }, [id])
    return {
      output: { id, version },
      ...(type === 'main'
        ? {}
        : { undo: { command: 'calendar.retire-calendar', input: { id, expectedVersion: version } } }),
    }
  },
})

async function requireManages(act: Act, ownerId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from calendar.calendar where organisation_id = ${act.office.id} and type = 'main' and owner_id = ${ownerId}`.execute(
    act.db(),
  )
  const main = rows[0] ? (await readCalendars(act, [rows[0].id])).get(rows[0].id) : undefined
  if (!main || !atLeast(degreeOf(act.principal, main), 'manage'))
    act.refuse(c.calendarReadOnly, { calendarId: main?.id ?? null, title: main?.title ?? '' })
}

interface Row extends Pick<CalendarTable, 'colour' | 'zone' | 'everyone' | 'horizon_months' | 'type' | 'retired_at'> {}

/** The calendar as it is, for whoever manages it. */
async function managed(act: Act, id: string): Promise<{ row: Row; facts: CalendarFacts; title: string }> {
  const facts =
    (await readCalendars(act, [id])).get(id) ?? act.refuse(kernelRefusals.notFound, { kind: 'calendar', id })
  const row = await act
    .db<CalendarTables>()
    .selectFrom('calendar.calendar')
    .select(['colour', 'zone', 'everyone', 'horizon_months', 'type', 'retired_at'])
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const title = act.locked(id).title
  // What belongs to nobody, rooms without a keeper and holidays, is for whoever may change places.
  const ownerless = !facts.readers.some(({ degree }) => degree === 'manage')
  if (!ownerless && !atLeast(degreeOf(act.principal, facts), 'manage'))
    act.refuse(c.calendarReadOnly, { calendarId: id, title })
  return { row, facts, title }
}

interface Facts {
  readonly colour?: CalendarTable['colour'] | undefined
  readonly zone?: string | undefined
  readonly everyone?: CalendarTable['everyone'] | undefined
  readonly horizonMonths?: number | undefined
}

async function changeFacts(act: Act, id: string, row: Row, given: Facts): Promise<void> {
  await act
    .db<CalendarTables>()
    .updateTable('calendar.calendar')
    .set({
      colour: given.colour ?? row.colour,
      zone: zoneFor(act, given.zone) ?? row.zone,
      everyone: given.everyone ?? row.everyone,
      horizon_months: given.horizonMonths ?? row.horizon_months,
    })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** The record's own audience, and that of all that lies there: in one statement. */
async function follow(act: Act, id: string, title?: string): Promise<number> {
  const version = await act.changeRecord(id, {
    audience: await audience(act, id),
    ...(title === undefined ? {} : { title }),
  })
  await sql`select calendar.follow_audience(${act.office.id}, ${id})`.execute(act.db())
  return version
}

const asGiven = (row: Row) => ({
  colour: row.colour,
  zone: row.zone,
  everyone: row.everyone,
  horizonMonths: row.horizon_months,
})

export const changeCalendarBody = implementCommand(c.changeCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: ['calendar', 'place'], id, expectedVersion }],
  async run(act, { id, expectedVersion: _, title, ...given }) {
    const { row, title: was } = await managed(act, id)
    await changeFacts(act, id, row, given)
    const version = await follow(act, id, title)
    act.emit(c.calendarChanged, { id, title: title ?? was }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'calendar.change-calendar',
        input: { id, expectedVersion: version, title: was, ...asGiven(row) },
      },
    }
  },
})

export const shareCalendarBody = implementCommand(c.shareCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: ['calendar', 'place'], id, expectedVersion }],
  async run(act, { id, withId, degree }) {
    const { title } = await managed(act, id)
    const name = await requirePrincipalOrRole(act, withId)
    const { rows } = await sql<{ before: string | null }>`
      with had as (select degree from calendar.share where organisation_id = ${act.office.id} and calendar_id = ${id} and with_id = ${withId}),
      put as (insert into calendar.share values (${act.office.id}, ${id}, ${withId}, ${degree})
        on conflict (organisation_id, calendar_id, with_id) do update set degree = excluded.degree)
      select (select degree from had) as before`.execute(act.db())
    const version = await follow(act, id)
    act.emit(c.calendarShared, { id, title, with: name }, [id])
    const before = rows[0]?.before
    return {
      output: { id, version },
      undo: before
        ? { command: 'calendar.share-calendar', input: { id, expectedVersion: version, withId, degree: before } }
        : { command: 'calendar.unshare-calendar', input: { id, expectedVersion: version, withId } },
    }
  },
})

export const unshareCalendarBody = implementCommand(c.unshareCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: ['calendar', 'place'], id, expectedVersion }],
  async run(act, { id, withId }) {
    const { title } = await managed(act, id)
    const { rows } = await sql<{ degree: string }>`
      delete from calendar.share where organisation_id = ${act.office.id} and calendar_id = ${id} and with_id = ${withId} returning degree`.execute(
      act.db(),
    )
    const [had] = rows
    if (!had) return act.refuse(c.shareUnknown)
    const version = await follow(act, id)
    const name = await requirePrincipalOrRole(act, withId)
    act.emit(c.calendarUnshared, { id, title, with: name }, [id])
    return {
      output: { id, version },
      undo: { command: 'calendar.share-calendar', input: { id, expectedVersion: version, withId, degree: had.degree } },
    }
  },
})

const retire = (act: Act, id: string, at: Temporal.Instant | null) =>
  sql`update calendar.calendar set retired_at = ${at} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )

export const retireCalendarBody = implementCommand(c.retireCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: ['calendar', 'place'], id, expectedVersion }],
  async run(act, { id }) {
    const { row, title } = await managed(act, id)
    if (row.type === 'main') act.refuse(c.mainCalendarStays, { title })
    if (row.retired_at) act.refuse(c.calendarRetired, { calendarId: id, title })
    await retire(act, id, act.at)
    const version = await act.changeRecord(id)
    act.emit(c.calendarRetiredEvent, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'calendar.bring-back-calendar', input: { id, expectedVersion: version } },
    }
  },
})

export const bringBackCalendarBody = implementCommand(c.bringBackCalendar, {
  locks: ({ id, expectedVersion }) => [{ kind: ['calendar', 'place'], id, expectedVersion }],
  async run(act, { id }) {
    const { title } = await managed(act, id)
    await retire(act, id, null)
    const version = await act.changeRecord(id)
    act.emit(c.calendarBroughtBack, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'calendar.retire-calendar', input: { id, expectedVersion: version } },
    }
  },
})

type PlaceInput = Omit<ReturnType<typeof placeInput>, never>
const placeInput = (input: {
  seats?: number | null | undefined
  equipment?: string[] | undefined
  site?: string | null | undefined
  description?: string | null | undefined
  pictureIds?: string[] | undefined
  keeperId?: string | null | undefined
  keeperRoleId?: string | null | undefined
  bookableBy?: string[] | undefined
  longestMinutes?: number | null | undefined
  aheadDays?: number | null | undefined
  needsApproval?: boolean | undefined
  releaseMinutes?: number | null | undefined
  setupMinutes?: number | undefined
  cleanupMinutes?: number | undefined
  showTitles?: boolean | undefined
}) => input

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

const placeRow = (given: PlaceInput, was: Omit<PlaceTable, 'organisation_id' | 'id' | 'type'>) => ({
  seats: keep(given.seats, was.seats),
  equipment: keep(given.equipment, was.equipment),
  site: keep(given.site, was.site),
  description: keep(given.description, was.description),
  picture_ids: keep(given.pictureIds, was.picture_ids),
  keeper_id: keep(given.keeperId, was.keeper_id),
  keeper_role_id: keep(given.keeperRoleId, was.keeper_role_id),
  bookable_by: keep(given.bookableBy, was.bookable_by),
  longest_minutes: keep(given.longestMinutes, was.longest_minutes),
  ahead_days: keep(given.aheadDays, was.ahead_days),
  needs_approval: keep(given.needsApproval, was.needs_approval),
  release_minutes: keep(given.releaseMinutes, was.release_minutes),
  setup_minutes: keep(given.setupMinutes, was.setup_minutes),
  cleanup_minutes: keep(given.cleanupMinutes, was.cleanup_minutes),
  show_titles: keep(given.showTitles, was.show_titles),
})

const bare = {
  seats: null,
  equipment: [],
  site: null,
  description: null,
  picture_ids: [],
  keeper_id: null,
  keeper_role_id: null,
  bookable_by: [],
  longest_minutes: null,
  ahead_days: null,
  needs_approval: false,
  release_minutes: null,
  setup_minutes: 0,
  cleanup_minutes: 0,
  show_titles: true,
}

async function keepersThere(act: Act, given: PlaceInput): Promise<void> {
  if (given.keeperId) await requireColleague(act, given.keeperId, c.calendarPersonUnknown)
  if (given.keeperRoleId) await requirePrincipalOrRole(act, given.keeperRoleId)
  for (const id of given.bookableBy ?? []) await requirePrincipalOrRole(act, id)
}

const placeSearch = (row: ReturnType<typeof placeRow>) => ({
  body: [row.site, row.description, ...row.equipment].filter(Boolean).join('\n'),
})

export const createPlaceBody = implementCommand(c.createPlace, {
  async run(act, input) {
    await keepersThere(act, input)
    const row = placeRow(input, bare)
    const id = await act.createRecord({ kind: 'place', title: input.title, search: placeSearch(row) })
    await insertCalendar(act, {
      id,
      type: 'place',
      owner_id: null,
      owner_role_id: null,
      colour: input.colour ?? colourOf(id),
      zone: zoneFor(act, input.zone) ?? act.office.zone,
      everyone: input.everyone ?? 'busy',
      horizon_months: input.horizonMonths ?? 18,
    })
    await act
      .db<CalendarTables>()
      .insertInto('calendar.place')
      .values({ ...row, organisation_id: act.office.id, id, type: input.type })
      .execute()
    const version = await act.changeRecord(id, { audience: await audience(act, id) })
    act.emit(c.placeCreated, { id, title: input.title }, [id])
    return {
      output: { id, version },
      undo: { command: 'calendar.retire-calendar', input: { id, expectedVersion: version } },
    }
  },
})

export const changePlaceBody = implementCommand(c.changePlace, {
  locks: ({ id, expectedVersion }) => [{ kind: 'place', id, expectedVersion }],
  async run(act, { id, expectedVersion: _, title, colour, zone, everyone, horizonMonths, ...given }) {
    const { row, title: was } = await managed(act, id)
    await keepersThere(act, given)
    const before = await act
      .db<CalendarTables>()
      .selectFrom('calendar.place')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const after = placeRow(given, before)
    await act
      .db<CalendarTables>()
      .updateTable('calendar.place')
      .set(after)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    await changeFacts(act, id, row, { colour, zone, everyone, horizonMonths })
    await act.changeRecord(id, { search: placeSearch(after) })
    const version = await follow(act, id, title)
    act.emit(c.placeChanged, { id, title: title ?? was }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'calendar.change-place',
        input: {
          id,
          expectedVersion: version,
          title: was,
          ...asGiven(row),
          seats: before.seats,
          equipment: before.equipment,
          site: before.site,
          description: before.description,
          pictureIds: before.picture_ids,
          keeperId: before.keeper_id,
          keeperRoleId: before.keeper_role_id,
          bookableBy: before.bookable_by,
          longestMinutes: before.longest_minutes,
          aheadDays: before.ahead_days,
          needsApproval: before.needs_approval,
          releaseMinutes: before.release_minutes,
          setupMinutes: before.setup_minutes,
          cleanupMinutes: before.cleanup_minutes,
          showTitles: before.show_titles,
        },
      },
    }
  },
})

/** As many at a time, so that an act stays short. */
const mostProvided = 50

export const provideCalendarsBody = implementCommand(c.provideCalendars, {
  async run(act) {
    const { rows } = await sql<{ id: string }>`
      select k.principal_id as id from authority.colleague k
      where k.organisation_id = ${act.office.id} and k.kind = 'person' and not exists (
        select from calendar.calendar c where c.organisation_id = ${act.office.id} and c.type = 'main' and c.owner_id = k.principal_id)
      order by 1 limit ${mostProvided}`.execute(act.db())
    const made =
      rows.length > 0
        ? await makeMainCalendars(
            act,
            rows.map(({ id }) => id),
          )
        : []
    return { output: { made: made.length } }
  },
})

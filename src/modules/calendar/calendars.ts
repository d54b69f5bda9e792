/** The calendars an act is about: locked in one order, their change counted, and who may what in them. */
import { type RawBuilder, sql } from 'kysely'
import type { Principal } from '../../kernel/authority.ts'
import type { Act, Ahead, Standing } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { calendarCreated, calendarPersonUnknown, calendarReadOnly } from './contract.ts'
import { type CalendarType, colours, type Degree, degrees, type EveryoneDegree } from './contract/shapes.ts'
import type { CalendarTables } from './tables.ts'

export interface Reader {
  readonly id: string
  readonly degree: Degree
}

export interface PlaceRules {
  readonly type: 'room' | 'thing'
  readonly bookable_by: readonly string[]
  readonly longest_minutes: number | null
  readonly ahead_days: number | null
  readonly needs_approval: boolean
  readonly setup_minutes: number
  readonly cleanup_minutes: number
  readonly keeper_id: string | null
  readonly keeper_role_id: string | null
}

export interface CalendarFacts {
  readonly id: string
  readonly title: string
  readonly type: CalendarType
  readonly owner_id: string | null
  readonly zone: string
  readonly everyone: EveryoneDegree
  readonly horizon_months: number
  readonly retired: boolean
  /** After this act. */
  readonly change_no: bigint
  readonly readers: readonly Reader[]
  readonly place: PlaceRules | null
}

/** What a principal may do with a calendar; null: not even see that it is busy. */
export function degreeOf(principal: Principal, calendar: Pick<CalendarFacts, 'everyone' | 'readers'>): Degree | null {
  if (principal.id === systemPrincipalId) return 'manage'
  let rank = calendar.everyone === 'none' ? -1 : degrees.indexOf(calendar.everyone)
  for (const { id, degree } of calendar.readers)
    if (principal.audiences.includes(id)) rank = Math.max(rank, degrees.indexOf(degree))
  return degrees[rank] ?? null
}

export const atLeast = (degree: Degree | null, wanted: Degree): boolean =>
  degree !== null && degrees.indexOf(degree) >= degrees.indexOf(wanted)

export function requireDegree(act: Standing, calendar: CalendarFacts, wanted: Degree): void {
  const degree = degreeOf(act.principal, calendar)
  if (degree === null) act.refuse(kernelRefusals.notFound, { kind: 'calendar', id: calendar.id })
  if (!atLeast(degree, wanted)) act.refuse(calendarReadOnly, { calendarId: calendar.id, title: calendar.title })
}

export const colourOf = (id: string): (typeof colours)[number] =>
  colours[Number.parseInt(id.slice(-4), 16) % (colours.length - 1)]!

const columns = sql`c.id, r.title, c.type, c.owner_id, c.zone, c.everyone, c.horizon_months, c.retired_at is not null as retired, c.change_no,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.audience_id, 'degree', f.degree)) from calendar.reader_fact f
    where f.organisation_id = c.organisation_id and f.calendar_id = c.id), '[]') as readers,
  case when p.id is not null then to_jsonb(p) end as place`

/** PostgreSQL plans a list anew each time, since it may be long; most events lie in one calendar. */
const oneOf = ([first, ...more]: readonly string[], owners: readonly string[] = []): RawBuilder<unknown> =>
  first !== undefined && more.length === 0 && owners.length === 0
    ? sql`id = ${first}`
    : sql`(id = any(${[first, ...more].filter(id => id !== undefined)}::uuid[]) or (type = 'main' and owner_id = any(${owners}::uuid[])))`

/**
 * Locks calendars by id, and the main ones of people who have one, in one order, and counts a change of each. An act that books waits here
 * for another that books the same, so that the two never meet in the index.
 */
export async function takeCalendars(
  act: Ahead,
  wanted: readonly string[],
  owners: readonly string[] = [],
): Promise<Map<string, CalendarFacts>> {
  const { rows } = await sql<CalendarFacts>`
    with wanted as (
      select id from calendar.calendar where organisation_id = ${act.office.id} and ${oneOf(wanted, owners)} order by id for no key update),
    c as (
      update calendar.calendar c set change_no = c.change_no + 1 from wanted w
      where c.organisation_id = ${act.office.id} and c.id = w.id returning c.*)
    select ${columns} from c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    left join calendar.place p on p.organisation_id = c.organisation_id and p.id = c.id`.execute(act.db())
  return new Map(rows.map(row => [row.id, row]))
}

/** The same; people who have no calendar of their own get one. */
export async function lockCalendars(
  act: Act,
  ids: Iterable<string>,
  people: Iterable<string> = [],
): Promise<Map<string, CalendarFacts>> {
  const owners = [...new Set(people)]
  const found = await takeCalendars(act, [...new Set(ids)], owners)
  const has = new Set(
    [...found.values()].flatMap(({ type, owner_id }) => (type === 'main' && owner_id ? [owner_id] : [])),
  )
  const missing = owners.filter(owner => !has.has(owner))
  if (missing.length === 0) return found
  const made = await makeMainCalendars(act, missing)
  return new Map([...found, ...(await lockCalendars(act, made))])
}

/** Reads calendars without taking hold of them. */
export async function readCalendars(
  view: Pick<Ahead, 'office'> & { db(): unknown },
  ids: Iterable<string>,
): Promise<Map<string, CalendarFacts>> {
  const { rows } = await sql<CalendarFacts>`
    select ${columns} from (select * from calendar.calendar where organisation_id = ${view.office.id} and ${oneOf([...new Set(ids)])}) c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    left join calendar.place p on p.organisation_id = c.organisation_id and p.id = c.id`.execute(view.db() as never)
  return new Map(rows.map(row => [row.id, row]))
}

export function calendarIn(act: Standing, calendars: ReadonlyMap<string, CalendarFacts>, id: string): CalendarFacts {
  return calendars.get(id) ?? act.refuse(kernelRefusals.notFound, { kind: 'calendar', id })
}

export const mainOf = (calendars: ReadonlyMap<string, CalendarFacts>, principalId: string): CalendarFacts | undefined =>
  [...calendars.values()].find(({ type, owner_id }) => type === 'main' && owner_id === principalId)

/** Gives people a calendar of their own who have none; waits where another act does so this moment. */
export async function makeMainCalendars(act: Act, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; title: string; calendar_id: string | null }>`
    with held as (select pg_advisory_xact_lock(hashtextextended('calendar.main ' || ${act.office.id}, 0)))
    select r.id, r.title, (select c.id from calendar.calendar c where c.organisation_id = r.organisation_id and c.owner_id = r.id and c.type = 'main') as calendar_id
    from held, kernel.record r where r.organisation_id = ${act.office.id} and r.id = any(${people}::uuid[]) and r.kind = 'principal'
    order by r.id`.execute(act.db())
  // What another act made while this one waited is seen by the next statement only.
  const { rows: since } = await sql<{ id: string; owner_id: string }>`
    select id, owner_id from calendar.calendar where organisation_id = ${act.office.id} and type = 'main' and owner_id = any(${people}::uuid[])`.execute(
    act.db(),
  )
  const there = new Map(since.map(row => [row.owner_id, row.id]))
  const ids: string[] = []
  for (const { id, title } of rows) ids.push(there.get(id) ?? (await insertMain(act, id, title)))
  if (rows.length < people.length) {
    const known = new Set(rows.map(row => row.id))
    act.refuse(calendarPersonUnknown, { id: people.find(id => !known.has(id)) ?? null })
  }
  return ids
}

async function insertMain(act: Act, ownerId: string, name: string): Promise<string> {
  const id = await act.createRecord({ kind: 'calendar', title: name, search: {} })
  await act
    .db<CalendarTables>()
    .insertInto('calendar.calendar')
    .values({
      organisation_id: act.office.id,
      id,
      type: 'main',
      owner_id: ownerId,
      owner_role_id: null,
      colour: colourOf(ownerId),
      zone: act.office.zone,
      everyone: 'busy',
      horizon_months: 18,
      retired_at: null,
    })
    .execute()
  act.emit(calendarCreated, { id, title: name }, [id])
  return id
}

/** Reading and writing a trip's own rows. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { limitOf } from '../../kernel/authority.ts'
import type { Command } from '../../kernel/declare.ts'
import type { Act, Lock, View } from '../../kernel/implement.ts'
import { requireColleague } from '../../kernel/named.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { standardRoles } from '../authority/contract.ts'
import * as c from './contract.ts'
import { takes } from './states.ts'
import type { LegTable, StayTable, TravelTables, TripTable } from './tables.ts'

export type TripRow = Selectable<TripTable>
export type LegRow = Selectable<LegTable>
export type StayRow = Selectable<StayTable>
export type Reading = Pick<Act, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db<TravelTables>()

export const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'trip', id, expectedVersion },
]

export const tripOf = (at: Reading, id: string): Promise<TripRow> =>
  dbOf(at)
    .selectFrom('travel.trip')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const legsOf = (at: Reading, id: string): Promise<LegRow[]> =>
  dbOf(at)
    .selectFrom('travel.leg')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('departs_at')
    .orderBy('id')
    .execute()

export const staysOf = (at: Reading, id: string): Promise<StayRow[]> =>
  dbOf(at)
    .selectFrom('travel.stay')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('check_in_at')
    .orderBy('id')
    .execute()

export const travellersOf = async (at: Reading, id: string): Promise<string[]> =>
  (
    await dbOf(at)
      .selectFrom('travel.traveller')
      .select('person_id')
      .where('organisation_id', '=', at.office.id)
      .where('trip_id', '=', id)
      .orderBy('position')
      .execute()
  ).map(row => row.person_id)

/** With what it is called; its record is locked. */
export type Held = TripRow & { readonly title: string; readonly class: number }

/** The trip, where this may be done with it now; refused otherwise. */
export async function tripFor(act: Act, command: Command, id: string): Promise<Held> {
  const row = await tripOf(act, id)
  const { title, class: level } = act.locked(id)
  if (!takes(command.name, row.state)) act.refuse(c.tripStateWrong, { title })
  return { ...row, title, class: level }
}

export async function updateTrip(act: Act, id: string, change: Updateable<TripTable>): Promise<void> {
  await act
    .db<TravelTables>()
    .updateTable('travel.trip')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** Records of a kind that are visible; to Kontor's own jobs all, since whoever caused them saw theirs. */
export const recordsFor = (view: Pick<View, 'office' | 'principal' | 'db'>, kind: string) =>
  view.principal.kind === 'system'
    ? sql`(select * from kernel.record where organisation_id = ${view.office.id} and kind = ${kind} and merged_into is null)`
    : sql`${visibleRecords(view, kind).selectAll()}`

/** A trip locked by Kontor itself for the inner step of what was allowed: also one that only its people may read. */
export async function heldTrip(act: Act, id: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select t.*, r.title, r.class from travel.trip t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
    where t.organisation_id = ${act.office.id} and t.id = ${id} for no key update of r`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'trip', id })
}

/** Whoever looks after the office's travel arranges for anybody, and keeps everybody's documents. */
export const looksAfterTravel = ({ principal }: Pick<Act, 'principal'>): boolean =>
  limitOf(principal, c.setPolicy.permission) !== undefined

/** Whose main calendars those are in which whoever acts may write. */
export async function calendarsKept(
  act: Pick<Act, 'office' | 'principal' | 'db'>,
  people: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ owner_id: string }>`
    select k.owner_id from calendar.calendar_fact k
    join calendar.reader_fact f on f.organisation_id = k.organisation_id and f.calendar_id = k.calendar_id
    where k.organisation_id = ${act.office.id} and k.type = 'main' and k.owner_id = any(${[...people]}::uuid[])
      and f.degree in ('write', 'manage') and f.audience_id = any(${[...act.principal.audiences]}::uuid[])`.execute(
    act.db(),
  )
  return new Set(rows.map(row => row.owner_id))
}

/** One travels oneself, or arranges it for those whose calendar one keeps; whoever looks after travel, for anybody. */
export async function requireTravellers(act: Act, people: readonly string[]): Promise<void> {
  for (const id of people) await requireColleague(act, id, c.tripPersonUnknown)
  const others = people.filter(id => id !== act.principal.id)
  if (others.length === 0 || looksAfterTravel(act)) return
  const kept = await calendarsKept(act, others)
  if (others.some(id => !kept.has(id))) act.refuse(c.tripNotForThem)
}

export async function writeTravellers(act: Act, id: string, people: readonly string[]): Promise<void> {
  const db = act.db<TravelTables>()
  await sql`delete from travel.traveller where organisation_id = ${act.office.id} and trip_id = ${id}`.execute(db)
  const own = { organisation_id: act.office.id, trip_id: id }
  await db
    .insertInto('travel.traveller')
    .values([...new Set(people)].map((person_id, at) => ({ ...own, person_id, position: at + 1 })))
    .execute()
}

/**
 * Who may know of a trip: who travels, who arranges it, who keeps their calendars, and who approves and settles. A report made of it
 * is read by those whom both have in common, so that whoever verifies reports is among them.
 */
export async function readersOf(act: Act, people: readonly (string | null)[]): Promise<string[]> {
  const ids = people.filter(one => one !== null)
  const { rows } = await sql<{ id: string }>`
    select principal_id as id from authority.permission_holder
    where organisation_id = ${act.office.id}
      and permission in ('travel.approve-trip', 'expenses.verify-report', 'expenses.approve-report')
      and from_at <= ${act.at} and (until_at is null or until_at > ${act.at})
    union
    select f.audience_id from calendar.calendar_fact k
    join calendar.reader_fact f on f.organisation_id = k.organisation_id and f.calendar_id = k.calendar_id
    where k.organisation_id = ${act.office.id} and k.type = 'main' and k.owner_id = any(${ids}::uuid[]) and f.degree in ('write', 'manage')`.execute(
    act.db(),
  )
  const { owner, manager, clerk, bookkeeper } = standardRoles
  return [...new Set([...ids, owner.id, manager.id, clerk.id, bookkeeper.id, ...rows.map(row => row.id)])]
}

export async function policyOf(at: Reading): Promise<c.Approval> {
  const row = await dbOf(at)
    .selectFrom('travel.policy')
    .select('approval')
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  return row?.approval ?? 'never'
}

/** What is found of a trip besides its title. */
export async function searchText(act: Act, id: string): Promise<string> {
  const row = await tripOf(act, id)
  const legs = await legsOf(act, id)
  const stays = await staysOf(act, id)
  return [
    row.destination,
    row.purpose,
    ...legs.flatMap(leg => [leg.from_place, leg.to_place, leg.carrier, leg.number, leg.reference]),
    ...stays.flatMap(stay => [stay.name, stay.reference]),
  ]
    .filter(Boolean)
    .join('\n')
}

export type NewLeg = Omit<Insertable<LegTable>, 'organisation_id' | 'trip_id' | 'id'>
export type NewStay = Omit<Insertable<StayTable>, 'organisation_id' | 'trip_id' | 'id'>
export const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

/** Reading and writing a meeting's own rows. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Command } from '../../kernel/declare.ts'
import type { Act, Lock, View } from '../../kernel/implement.ts'
import { requireColleague } from '../../kernel/named.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { meetingPersonUnknown, meetingReversed, meetingStateWrong, itemUnknown } from './contract.ts'
import { takes } from './states.ts'
import type { ItemTable, LineTable, MeetingsTables, MeetingTable, AttendeeTable } from './tables.ts'

export type MeetingRow = Selectable<MeetingTable>
export type ItemRow = Selectable<ItemTable>
export type LineRow = Selectable<LineTable>
export type AttendeeRow = Selectable<AttendeeTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<MeetingsTables>()

/** What every act on a meeting locks. */
export const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'meeting', id, expectedVersion },
]

export const meetingOf = (at: Reading, id: string): Promise<MeetingRow> =>
  dbOf(at)
    .selectFrom('meetings.meeting')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const itemsOf = (at: Reading, id: string): Promise<ItemRow[]> =>
  dbOf(at)
    .selectFrom('meetings.item')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute()

export const linesOf = (at: Reading, id: string): Promise<LineRow[]> =>
  dbOf(at)
    .selectFrom('meetings.line')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const attendeesOf = (at: Reading, id: string): Promise<AttendeeRow[]> =>
  dbOf(at)
    .selectFrom('meetings.attendee')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('meeting_id', '=', id)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const approversOf = (at: Reading, id: string) =>
  dbOf(at)
    .selectFrom('meetings.approver')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('meeting_id', '=', id)
    .orderBy('principal_id')
    .execute()

export const turnsOf = async (at: Reading, id: string): Promise<string[]> =>
  (
    await dbOf(at)
      .selectFrom('meetings.turn')
      .select('principal_id')
      .where('organisation_id', '=', at.office.id)
      .where('meeting_id', '=', id)
      .orderBy('position')
      .execute()
  ).map(row => row.principal_id)

/** Documents of each item. */
export async function papersOf(at: Reading, id: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await dbOf(at)
    .selectFrom('meetings.item_paper')
    .select(['item_id', 'document_id'])
    .where('organisation_id', '=', at.office.id)
    .where('meeting_id', '=', id)
    .orderBy('document_id')
    .execute()
  const byItem = Map.groupBy(rows, row => row.item_id)
  return new Map([...byItem].map(([item, of]) => [item, of.map(row => row.document_id)]))
}

export async function updateMeeting(act: Act, id: string, change: Updateable<MeetingTable>): Promise<void> {
  await act
    .db<MeetingsTables>()
    .updateTable('meetings.meeting')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export interface Held extends MeetingRow {
  readonly title: string
}

/**
 * A meeting locked by Kontor itself for the inner step of what was allowed: also one that only its guests may read, which a lock
 * by sight would not find.
 */
export async function heldMeeting(act: Act, id: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select m.*, r.title from meetings.meeting m
    join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.id
    where m.organisation_id = ${act.office.id} and m.id = ${id} for no key update of r`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'meeting', id })
}

/** The meeting, where this may be done with it now; refused otherwise. */
export async function meetingFor(act: Act, command: Command, id: string): Promise<MeetingRow> {
  const row = await meetingOf(act, id)
  if (!takes(command.name, row.state)) act.refuse(meetingStateWrong, { title: act.locked(id).title })
  return row
}

export async function itemOf(act: Act, id: string, itemId: string): Promise<ItemRow> {
  const found = (await itemsOf(act, id)).find(one => one.id === itemId)
  return found ?? act.refuse(itemUnknown)
}

export async function requirePeople(act: Act, ids: readonly (string | null | undefined)[]): Promise<void> {
  for (const id of new Set(ids)) await requireColleague(act, id, meetingPersonUnknown)
}

export function requireOrder(act: Act, startsAt: Temporal.Instant, endsAt: Temporal.Instant): void {
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) act.refuse(meetingReversed)
}

export interface Around {
  readonly approverIds?: readonly string[] | undefined
  readonly turnIds?: readonly string[] | undefined
}

/** Writes who approves and who takes turns, in the place of those before; what is not said stays. */
export async function writeAround(act: Act, id: string, { approverIds, turnIds }: Around): Promise<void> {
  const own = { organisation_id: act.office.id, meeting_id: id }
  const db = act.db<MeetingsTables>()
  if (approverIds) {
    await sql`delete from meetings.approver where organisation_id = ${act.office.id} and meeting_id = ${id}`.execute(db)
    const rows = [...new Set(approverIds)].map(principal_id => ({ ...own, principal_id, approved_at: null }))
    if (rows.length > 0) await db.insertInto('meetings.approver').values(rows).execute()
  }
  if (turnIds) {
    await sql`delete from meetings.turn where organisation_id = ${act.office.id} and meeting_id = ${id}`.execute(db)
    const rows = [...new Set(turnIds)].map((principal_id, at) => ({ ...own, principal_id, position: at + 1 }))
    if (rows.length > 0) await db.insertInto('meetings.turn').values(rows).execute()
  }
}

export interface NewMeeting {
  readonly title: string
  readonly class?: number | undefined
  readonly source?: string | readonly string[] | undefined
  readonly facts: Pick<Insertable<MeetingTable>, 'starts_at' | 'ends_at'> & Partial<Insertable<MeetingTable>>
}

/** Makes a meeting's record and row; gives its id. */
export async function insertMeeting(act: Act, make: NewMeeting): Promise<string> {
  const id = await act.createRecord({
    kind: 'meeting',
    title: make.title,
    ...(make.class === undefined ? {} : { class: make.class }),
    ...(make.source && make.source.length > 0 ? { source: make.source } : {}),
    search: { body: make.facts.place ?? '' },
  })
  const nothing = {
    event_id: null,
    previous_id: null,
    place: null,
    chair_id: null,
    secretary_id: null,
    agenda_days: null,
    agenda_sent_at: null,
    sent_back_because: null,
    awaited_at: null,
    finished_at: null,
    approved_at: null,
    file_id: null,
    document_id: null,
    points_days: null,
    points_asked_at: null,
    procedure_id: null,
    run_id: null,
  } as const
  await act
    .db<MeetingsTables>()
    .insertInto('meetings.meeting')
    .values({ ...nothing, state: 'preparing', ...make.facts, organisation_id: act.office.id, id })
    .execute()
  return id
}

export interface NewAttendee {
  readonly personId: string | null
  readonly name: string
  readonly email: string | null
  readonly role?: AttendeeRow['role']
}

export async function insertAttendees(act: Act, id: string, people: readonly NewAttendee[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = people.map(one => ({
    organisation_id: act.office.id,
    meeting_id: id,
    id: act.newId(),
    person_id: one.personId,
    name: one.name.slice(0, 120),
    email: one.email,
    role: one.role ?? ('required' as const),
  }))
  await act.db<MeetingsTables>().insertInto('meetings.attendee').values(rows).execute()
  return rows.map(row => row.id)
}

/** 2026-014: gapless within its year. */
export const numberOf = ({ year, serial }: { year: number; serial: bigint | string | number }): string =>
  `${year}-${String(serial).padStart(3, '0')}`

export const actionKey = (id: string, lineId = ''): string => `meetings.action:${id}:${lineId}`
export const stepKey = (what: 'points' | 'minutes' | 'approve', id: string, of = ''): string =>
  `meetings.${what}:${id}:${of}`

/** The keys of open tasks that begin so: what an act does away with. */
export async function openKeys(act: Pick<View, 'office' | 'db'>, prefix: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and raised_key like ${`${prefix}%`} and state in ('open', 'waiting')`.execute(act.db())
  return rows
}

/** Reading and writing an event's own rows. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Command } from '../../kernel/declare.ts'
import type { Act, Lock } from '../../kernel/implement.ts'
import { requireColleague } from '../../kernel/named.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import {
  type Answer,
  answerGiven,
  feedbackEarly,
  keepEventJob,
  movedUp,
  outingFull,
  outingPersonUnknown,
  outingReversed,
  outingStateWrong,
  sendLettersJob,
  tooManyGuests,
} from './contract.ts'
import { free, movingUp, seatsOf } from './seats.ts'
import { takes } from './states.ts'
import type { OutingsTables, OutingTable, RegistrationTable } from './tables.ts'

export type OutingRow = Selectable<OutingTable>
export type RegistrationRow = Selectable<RegistrationTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<OutingsTables>()

/** Every act on an event locks its record: seats are given one after the other. */
export const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'outing', id, expectedVersion },
]

export const outingOf = (at: Reading, id: string): Promise<OutingRow> =>
  dbOf(at)
    .selectFrom('outings.outing')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** With what it is called; its record is locked. */
export type Held = OutingRow & { readonly title: string }

export const lockedOuting = async (act: Act, id: string): Promise<Held> => ({
  ...(await outingOf(act, id)),
  title: act.locked(id).title,
})

export async function outingFor(act: Act, command: Command, id: string): Promise<Held> {
  const row = await lockedOuting(act, id)
  if (!takes(command.name, row.state)) act.refuse(outingStateWrong, { title: row.title })
  return row
}

/**
 * An event locked by Kontor itself, for a link or for the inner step of what was allowed: also one that only its guests may read,
 * which a lock by sight would not find.
 */
export async function heldOuting(act: Act, id: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select o.*, r.title from outings.outing o
    join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where o.organisation_id = ${act.office.id} and o.id = ${id} for no key update of r`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'outing', id })
}

export const registrationsOf = (at: Reading, id: string): Promise<RegistrationRow[]> =>
  dbOf(at)
    .selectFrom('outings.registration')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('outing_id', '=', id)
    .orderBy('queued')
    .orderBy('name')
    .orderBy('id')
    .execute()

export async function registrationOf(
  at: Reading,
  id: string,
  who: { readonly registrationId: string } | { readonly principalId: string },
): Promise<RegistrationRow | undefined> {
  const rows = dbOf(at)
    .selectFrom('outings.registration')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('outing_id', '=', id)
  return 'registrationId' in who
    ? rows.where('id', '=', who.registrationId).executeTakeFirst()
    : rows.where('principal_id', '=', who.principalId).executeTakeFirst()
}

export async function updateOuting(act: Act, id: string, change: Updateable<OutingTable>): Promise<void> {
  await act
    .db<OutingsTables>()
    .updateTable('outings.outing')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export async function updateRegistration(
  act: Act,
  outingId: string,
  id: string,
  change: Updateable<RegistrationTable>,
): Promise<void> {
  await act
    .db<OutingsTables>()
    .updateTable('outings.registration')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('outing_id', '=', outingId)
    .where('id', '=', id)
    .execute()
}

export async function requirePerson(act: Act, id: string | null | undefined): Promise<void> {
  await requireColleague(act, id, outingPersonUnknown)
}

export function requireOrder(act: Act, startsAt: Temporal.Instant, endsAt: Temporal.Instant): void {
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) act.refuse(outingReversed)
}

/** Has the calendars agree with the outing; later, and once for many answers that come at the same time. */
export const agree = (act: Act, id: string): void => act.enqueue(keepEventJob, { id }, { singletonKey: id })

/** Gives a seat, or a place among those who wait. Whoever comes already keeps what they have where more do not fit. */
export async function seat(
  act: Act,
  row: Held,
  one: RegistrationRow,
  want: { readonly answer: 'coming' | 'declined'; readonly guests: number },
): Promise<Answer> {
  const { id, title } = row
  if (want.guests > row.plus_ones) act.refuse(tooManyGuests, { count: row.plus_ones })
  const held = one.answer === 'coming' ? seatsOf(one) : 0
  const left = free(row.capacity, row.seats_taken - held)
  if (want.answer === 'declined')
    await updateRegistration(act, id, one.id, { answer: 'declined', guests: 0, queued: null, checked_in_at: null })
  else if (seatsOf(want) <= left)
    await updateRegistration(act, id, one.id, { answer: 'coming', guests: want.guests, queued: null })
  else if (one.answer === 'coming') act.refuse(outingFull, { title, count: left - held })
  else {
    const queued = one.queued ?? (await act.nextNumber(`outings.queue:${id}`))
    await updateRegistration(act, id, one.id, { answer: 'waiting', guests: want.guests, queued })
  }
  const answer = (await registrationOf(act, id, { registrationId: one.id }))!.answer
  act.emit(answerGiven, { id, title, name: one.name, answer }, [id])
  await moveUp(act, id, title)
  if (one.principal_id) agree(act, id)
  return answer
}

/** Lets in whoever fits now, in the order they have waited, and tells them. */
export async function moveUp(act: Act, id: string, title: string): Promise<void> {
  const row = await outingOf(act, id)
  if (row.state === 'cancelled') return
  const waiting = (await registrationsOf(act, id)).filter(one => one.answer === 'waiting')
  const moving = new Set(movingUp(row.capacity, row.seats_taken, waiting))
  if (moving.size === 0) return
  for (const one of waiting.filter(({ id: own }) => moving.has(own))) {
    await updateRegistration(act, id, one.id, { answer: 'coming', queued: null, moved_mail: one.email === null })
    const notify = one.principal_id
      ? [
          {
            key: `outings.moved-up:${id}`,
            toId: one.principal_id,
            titleKey: 'notice.outings.moved-up',
            params: { title },
            recordId: id,
            urgency: 'today' as const,
          },
        ]
      : []
    act.emit(movedUp, { id, title, name: one.name, notify }, [id])
  }
  if (waiting.some(one => moving.has(one.id) && one.principal_id)) agree(act, id)
  if (waiting.some(one => moving.has(one.id) && one.email && !one.principal_id))
    act.enqueue(sendLettersJob, { id, what: 'moved-up' })
}

/** Guests from outside hear of another time or place, once it can no longer be taken back in one stroke. */
export const tellChanged = (act: Act, id: string): void =>
  act.enqueue(
    sendLettersJob,
    { id, what: 'changed' },
    { startAfter: act.at.add({ seconds: 10 }), singletonKey: `changed:${id}` },
  )

/** Colleagues who may sign in. */
export async function colleagues(act: Act): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select principal_id as id from authority.colleague where organisation_id = ${act.office.id} and kind = 'person'
    order by principal_id`.execute(act.db())
  return rows.map(row => row.id)
}

export function requireOver(act: Act, title: string, endsAt: Temporal.Instant): void {
  if (Temporal.Instant.compare(act.at, endsAt) < 0) act.refuse(feedbackEarly, { title })
}

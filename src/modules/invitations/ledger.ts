/** The rows of guests and messages. */
import { sql } from 'kysely'
import { type Component, icalText, propertyText } from '../../formats/ical/component.ts'
import { eventsOf } from '../../formats/ical/itip/parts.ts'
import { sha256 } from '../../kernel/canonical.ts'
import type { Act, View } from '../../kernel/implement.ts'
import type { Selectable, Updateable } from 'kysely'
import type { MessageMethod, MessageState } from './contract.ts'
import { dbOf } from './facts.ts'
import type { Letter } from './mail/letter.ts'
import type { GuestTable, HostTable, MessageTable, ProposalTable } from './tables.ts'

export type GuestRow = Selectable<GuestTable>
export type HostRow = Selectable<HostTable>
export type MessageRow = Selectable<MessageTable>
export type ProposalRow = Selectable<ProposalTable>
type Reader = Pick<Act | View, 'office' | 'db'>

export const guestRows = (at: Reader, eventId: string): Promise<GuestRow[]> =>
  dbOf(at)
    .selectFrom('invitations.guest')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute()

export const guestById = (at: Reader, id: string): Promise<GuestRow | undefined> =>
  dbOf(at)
    .selectFrom('invitations.guest')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirst()

/** The row of a guest, made where there is none. */
export async function guestRow(act: Act, eventId: string, email: string): Promise<GuestRow> {
  const { rows } = await sql<GuestRow>`
    insert into invitations.guest (organisation_id, id, event_id, email)
    values (${act.office.id}, ${act.newId()}, ${eventId}, ${email})
    on conflict (organisation_id, event_id, email) do update set email = excluded.email returning *`.execute(act.db())
  return rows[0]!
}

export async function updateGuest(act: Act, id: string, change: Updateable<GuestTable>): Promise<void> {
  await dbOf(act)
    .updateTable('invitations.guest')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export const hostRow = (at: Reader, eventId: string): Promise<HostRow | undefined> =>
  dbOf(at)
    .selectFrom('invitations.host')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('event_id', '=', eventId)
    .executeTakeFirst()

export async function putHost(
  act: Act,
  host: Pick<HostRow, 'event_id' | 'uid' | 'email' | 'name' | 'versions' | 'replied'>,
): Promise<void> {
  const [versions, replied] = [JSON.stringify(host.versions), JSON.stringify(host.replied)]
  await sql`
    insert into invitations.host (organisation_id, event_id, uid, email, name, versions, replied)
    values (${act.office.id}, ${host.event_id}, ${host.uid}, ${host.email}, ${host.name}, ${versions}::jsonb, ${replied}::jsonb)
    on conflict (organisation_id, event_id) do update set versions = excluded.versions, replied = excluded.replied`.execute(
    act.db(),
  )
}

export interface Outgoing {
  readonly eventId: string
  readonly method: MessageMethod
  readonly uid: string
  readonly sequence: number
  readonly instance: string
  readonly email: string
  readonly name: string
  readonly letter: Letter
  readonly calendar: Component | null
  /** Made part of what tells it from others, where the same shall go out once more. */
  readonly occasion?: string
}

/** What a calendar says, whenever it was written. */
const sayingOf = (calendar: Component): string =>
  eventsOf(calendar)
    .map(event =>
      event.properties
        .filter(({ name }) => name !== 'DTSTAMP')
        .map(propertyText)
        .join('\n'),
    )
    .join('\n\n')

/** Puts a message into the ledger, to be sent; false where the very same was put there before. */
export async function writeMessage(act: Act, message: Outgoing): Promise<boolean> {
  const { eventId, method, uid, sequence, instance, email, name, letter, calendar, occasion = '' } = message
  const digest = sha256(JSON.stringify([occasion, calendar ? sayingOf(calendar) : '', letter.lead, letter.words]))
  const { numAffectedRows } = await sql`
    insert into invitations.message (organisation_id, id, event_id, direction, method, uid, sequence, instance, email, name,
      state, letter, calendar, digest, at)
    values (${act.office.id}, ${act.newId()}, ${eventId}, 'out', ${method}, ${uid}, ${sequence}, ${instance}, ${email},
      ${name.slice(0, 200)}, 'waiting', ${JSON.stringify(letter)}::jsonb, ${calendar ? icalText(calendar) : null}, ${digest}, ${act.at})
    on conflict do nothing`.execute(act.db())
  return numAffectedRows === 1n
}

export interface Incoming {
  readonly eventId: string | null
  readonly documentId: string | null
  readonly method: MessageMethod
  readonly uid: string
  readonly sequence: number
  readonly instance: string
  readonly email: string
  readonly name: string
  readonly state: Extract<MessageState, 'taken' | 'to-settle' | 'left'>
  readonly because: string | null
  readonly answer: MessageRow['answer']
  readonly said: string | null
  readonly calendar: Component | null
}

/** Puts what came in into the ledger; false where the same mail brought it before. */
export async function noteMessage(act: Act, message: Incoming): Promise<boolean> {
  const { eventId, documentId, method, uid, sequence, instance, email, name, state, because, answer, said, calendar } =
    message
  const text = calendar ? icalText(calendar) : null
  const { numAffectedRows } = await sql`
    insert into invitations.message (organisation_id, id, event_id, document_id, direction, method, uid, sequence, instance, email,
      name, state, because, answer, said, calendar, digest, at)
    values (${act.office.id}, ${act.newId()}, ${eventId}, ${documentId}, 'in', ${method}, ${uid.slice(0, 400)}, ${sequence},
      ${instance}, ${email.slice(0, 254).toLowerCase()}, ${name.slice(0, 200)}, ${state}, ${because?.slice(0, 500) ?? null}, ${answer},
      ${said?.slice(0, 2000) ?? null}, ${text}, ${sha256(text ?? '')}, ${act.at})
    on conflict do nothing`.execute(act.db())
  return numAffectedRows === 1n
}

/** What people do about guests outside: ask again, remind, settle whose an answer is. */
import { sql } from 'kysely'
import { parseIcal } from '../../../formats/ical/component.ts'
import { attendeeOf, attendeesOf, instanceOf, messagesOf } from '../../../formats/ical/itip/parts.ts'
import { request } from '../../../formats/ical/itip/write.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { correspondence, guestName } from '../due-messages.ts'
import { dbOf, type EventFact, eventOf, guestsOf, mayWrite } from '../facts.ts'
import { recurrenceOf } from '../instance-key.ts'
import { type GuestRow, guestRows, type MessageRow, updateGuest, writeMessage } from '../ledger.ts'
import { answerFor } from '../take/answers.ts'
import { knownOf } from '../take/known.ts'

export const changeSettingsBody = implementCommand(c.changeSettings, {
  async run(act, { answersAddress }) {
    const before = await dbOf(act)
      .selectFrom('invitations.settings')
      .select('answers_address')
      .where('organisation_id', '=', act.office.id)
      .executeTakeFirst()
    const address = answersAddress?.toLowerCase() ?? null
    await sql`
      insert into invitations.settings (organisation_id, answers_address) values (${act.office.id}, ${address})
      on conflict (organisation_id) do update set answers_address = excluded.answers_address`.execute(act.db())
    act.emit(c.answersAddressSet, { address })
    return {
      output: { answersAddress: address },
      undo: { command: c.changeSettings.name, input: { answersAddress: before?.answers_address ?? null } },
    }
  },
})

/** The event of ours that an act is about, with those of its guests who have been asked. */
async function askedGuests(act: Act, id: string): Promise<{ event: EventFact; rows: GuestRow[] }> {
  const event = await eventOf(act, id)
  const { title } = act.locked(id)
  if (!event?.organiser_id) return act.refuse(c.noGuestsOutside, { title })
  if (!(await mayWrite(act, event))) act.refuse(c.notYourMeeting, { title })
  const rows = (await guestRows(act, id)).filter(({ told }) => told !== null)
  if (rows.length === 0) act.refuse(c.noGuestsOutside, { title })
  return { event, rows }
}

function chosen(act: Act, rows: readonly GuestRow[], emails: readonly string[] | undefined): readonly GuestRow[] {
  if (!emails) return rows
  return emails.map(
    email => rows.find(row => row.email === email.toLowerCase()) ?? act.refuse(c.guestUnknown, { email }),
  )
}

export const resendBody = implementCommand(c.resend, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, emails, words }) {
    const { event, rows } = await askedGuests(act, id)
    const to = chosen(act, rows, emails)
    const count = await sendAgain(act, event, to, { method: 'REQUEST', words: words ?? null })
    act.emit(c.guestsWritten, { id, title: event.title, count }, [id])
    return { output: { count } }
  },
})

export const remindBody = implementCommand(c.remind, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, emails, words }) {
    const { event, rows } = await askedGuests(act, id)
    const answers = new Map((await guestsOf(act, id)).map(({ email, answer }) => [email, answer]))
    const missing = chosen(act, rows, emails).filter(row => (answers.get(row.email) ?? 'none') === 'none')
    if (missing.length === 0) act.refuse(c.nobodyToRemind, { title: event.title })
    const count = await sendAgain(act, event, missing, { method: 'REMINDER', words: words ?? null })
    for (const row of missing) await updateGuest(act, row.id, { reminded_at: act.at })
    act.emit(c.guestsReminded, { id, title: event.title, count }, [id])
    return { output: { count } }
  },
})

async function sendAgain(
  act: Act,
  event: EventFact,
  rows: readonly GuestRow[],
  { method, words }: { method: 'REQUEST' | 'REMINDER'; words: string | null },
): Promise<number> {
  await keepLinkSecret(act.db())
  const with_ = await correspondence(
    act,
    event,
    rows.map(({ email }) => email),
  )
  const occasion = String(act.at.epochMilliseconds)
  let count = 0
  for (const row of rows) {
    const calendar = with_.now && request(with_.now, row.email, { at: act.at, comment: words })
    if (!calendar) continue
    const written = await writeMessage(act, {
      eventId: event.event_id,
      method,
      uid: event.uid,
      sequence: event.sequence,
      instance: '',
      email: row.email,
      name: guestName(with_.now, row.email),
      letter: with_.letter(method === 'REMINDER' ? 'reminder' : 'asked', row.email, calendar, words),
      calendar,
      occasion,
    })
    if (!written) continue
    count++
    await updateGuest(act, row.id, { bounced_at: null, bounced_because: null })
  }
  act.enqueue(
    c.sendJob,
    { eventId: event.event_id },
    { startAfter: act.at.add({ seconds: 2 }), singletonKey: event.event_id },
  )
  return count
}

/** A message that waits for somebody, if whoever acts may see what it is about. */
async function openMessage(act: Act, id: string): Promise<MessageRow> {
  const row = await dbOf(act)
    .selectFrom('invitations.message')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .where('direction', '=', 'in')
    .forUpdate()
    .executeTakeFirst()
  const about = row?.event_id ?? row?.document_id
  const seen = about && (await visibleRecords(act).select('id').where('id', '=', about).executeTakeFirst())
  if (!row || !seen) return act.refuse(c.messageUnknown, { id })
  const event = row.event_id ? await eventOf(act, row.event_id) : undefined
  if (event && !(await mayWrite(act, event))) act.refuse(c.notYourMeeting, { title: event.title })
  if (row.state !== 'to-settle') act.refuse(c.messageSettled, { id })
  return row
}

export const settleMessageBody = implementCommand(c.settleMessage, {
  async run(act, { messageId, email }) {
    const row = await openMessage(act, messageId)
    const taken = email !== null && (await takeAs(act, row, email.toLowerCase()))
    await dbOf(act)
      .updateTable('invitations.message')
      .set({ state: taken ? 'taken' : 'left' })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', messageId)
      .execute()
    const event = row.event_id ? await eventOf(act, row.event_id) : undefined
    const about = row.event_id ?? row.document_id!
    act.emit(c.messageSettledEvent, { id: about, title: event?.title ?? row.name, name: row.name }, [about])
    return { output: { taken } }
  },
})

/** What a stray answer says, taken as the answer of a guest: a person says whose it is. */
async function takeAs(act: Act, row: MessageRow, email: string): Promise<boolean> {
  const calendar = row.calendar === null ? undefined : parseIcal(row.calendar)[0]
  const [message] = calendar ? messagesOf(calendar, row.method) : []
  const known = message && (await knownOf(act, message))
  if (!message || !known || message.method !== 'REPLY') return act.refuse(c.messageUnknown, { id: row.id })
  const guest = known.known.guests.find(({ address }) => address === email)
  if (!guest) return act.refuse(c.guestUnknown, { email })
  for (const event of message.events) {
    const attendee = attendeeOf(event, row.email) ?? attendeesOf(event)[0]
    if (!attendee) return act.refuse(c.messageUnknown, { id: row.id })
    const key = instanceOf(message.calendar, event)
    const taken = await answerFor(act, known, {
      guest: email,
      answer: attendee.answer,
      recurrence: key === null ? null : recurrenceOf(key, known.event.zone),
      note: row.said,
    })
    if (!taken.ok) act.refuse(c.meetingNotChanged, { because: taken.because })
  }
  return true
}

/** Kontor's own steps of sending: what is due is written down first, then sent, then noted. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { tellGuests, tellOrganiser } from '../due-messages.ts'
import { dbOf, type EventFact, eventOf, hostsOf } from '../facts.ts'
import { noteMessage } from '../ledger.ts'

/** An act may be taken back so long before anybody outside hears of it, seconds. */
export const graceSeconds = 10

export const noteDueBody = implementCommand(c.noteDue, {
  async run(act, { eventIds }) {
    // Most events are the office's own: nobody is to be told.
    const { rows } = await sql<{ event_id: string }>`
      select f.event_id from calendar.event_fact f
      where f.organisation_id = ${act.office.id} and f.event_id = any(${eventIds}::uuid[]) and (f.organiser_email is not null
        or exists (select from calendar.guest_fact g where g.organisation_id = f.organisation_id and g.event_id = f.event_id and g.email is not null)
        or exists (select from invitations.guest i where i.organisation_id = f.organisation_id and i.event_id = f.event_id and i.told is not null))`.execute(
      act.db(),
    )
    for (const { event_id: eventId } of rows)
      act.enqueue(c.sendJob, { eventId }, { startAfter: act.at.add({ seconds: graceSeconds }), singletonKey: eventId })
    return { output: {} }
  },
})

export const prepareMessagesBody = implementCommand(c.prepareMessages, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id }) {
    await keepLinkSecret(act.db())
    const event = await eventOf(act, id)
    const written = event ? await (event.organiser_id ? tellGuests(act, event) : tellOrganiser(act, event)) : 0
    if (event && written > 0) act.emit(c.guestsWritten, { id, title: event.title, count: written }, [id])
    return { output: { written } }
  },
})

export const recordSentBody = implementCommand(c.recordSent, {
  async run(act, { messageId, state, because }) {
    const row = await dbOf(act)
      .updateTable('invitations.message')
      .set({ state, because, ...(state === 'sent' ? { sent_at: act.at } : {}) })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', messageId)
      .where('direction', '=', 'out')
      .returning(['event_id', 'email', 'name'])
      .executeTakeFirst()
    const event = state === 'failed' && row?.event_id ? await eventOf(act, row.event_id) : undefined
    if (event && row)
      act.emit(
        c.mailBounced,
        { id: event.event_id, title: event.title, name: row.name, notify: bounced(event, row.name) },
        [event.event_id],
      )
    return { output: {} }
  },
})

export const bounced = (event: Parameters<typeof hostsOf>[0] & { event_id: string; title: string }, name: string) =>
  hostsOf(event).map(toId => ({
    key: `invitations.bounced:${event.event_id}`,
    toId,
    titleKey: 'notice.invitations.bounced',
    params: { name: name.slice(0, 200), title: event.title.slice(0, 300) },
    recordId: event.event_id,
    urgency: 'today' as const,
  }))

export const takeBounceBody = implementCommand(c.takeBounce, {
  async run(act, { documentId, messageId, email, because }) {
    const address = email.toLowerCase()
    const db = dbOf(act)
    // Without the number of the mail nobody can say which one it was; the address alone would let anybody call anybody unreachable.
    if (!messageId) return { output: { known: false } }
    const row = await db
      .updateTable('invitations.message')
      .set({ state: 'bounced', because: because.slice(0, 500) })
      .where('organisation_id', '=', act.office.id)
      .where('direction', '=', 'out')
      .where('state', 'in', ['sent', 'waiting'])
      .where('id', '=', messageId)
      .returning(['event_id', 'email', 'name', 'sequence'])
      .executeTakeFirst()
    if (!row?.event_id) return { output: { known: false } }
    await db
      .updateTable('invitations.guest')
      .set({ bounced_at: act.at, bounced_because: because.slice(0, 500) })
      .where('organisation_id', '=', act.office.id)
      .where('event_id', '=', row.event_id)
      .where('email', '=', row.email)
      .execute()
    const event = await eventOf(act, row.event_id)
    if (event) {
      await noteBounce(act, { documentId, event, row, address, because })
      act.emit(
        c.mailBounced,
        { id: event.event_id, title: event.title, name: row.name, notify: bounced(event, row.name) },
        [event.event_id],
      )
    }
    return { output: { known: true } }
  },
})

interface Bounce {
  readonly documentId: string | null
  readonly event: EventFact
  readonly row: { readonly email: string; readonly name: string; readonly sequence: number }
  readonly address: string
  readonly because: string
}

const noteBounce = (act: Act, { documentId, event, row, address, because }: Bounce): Promise<boolean> =>
  noteMessage(act, {
    eventId: event.event_id,
    documentId,
    method: 'BOUNCE',
    uid: event.uid,
    sequence: row.sequence,
    instance: '',
    email: address || row.email,
    name: row.name,
    state: 'taken',
    because,
    answer: null,
    said: null,
    calendar: null,
  })

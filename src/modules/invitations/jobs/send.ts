import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor, type OutgoingMail } from '../../../kernel/mail/door.ts'
import { linkMark, withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import type { Letter } from '../mail/letter.ts'
import { letterHtml, letterText } from '../mail/render.ts'

/** The id by which a mail server's complaint is known to be of this message. */
export const mailIdOf = (messageId: string): string => `invitation-${messageId}`

/** The method as programs know it; a reminder is a request. */
const calendarMethods: Readonly<Record<string, string>> = { REMINDER: 'REQUEST' }

/**
 * Written down, sent, noted: killed anywhere, the next run goes on with what was not noted, under the same Message-ID, so that a
 * guest's program knows a mail that comes twice as one.
 */
export const sendJobBody = implementJob(c.sendJob, {
  retryLimit: 6,
  run: async (run, { eventId: id }) => {
    const prepared = await run.dispatch(c.prepareMessages, { id }, 'prepare')
    if (prepared.status === 'refused' && prepared.refusal.name === 'record-not-found') return
    if (prepared.status !== 'done') throw new Error(JSON.stringify(prepared))
    const { rows } = await run.query(c.messagesToSend, { id })
    const door = mailDoor()
    for (const row of rows) {
      run.signal.throwIfAborted()
      const letter = row.letter as Letter
      const marked = withLink(linkMark, run.organisationId, row.guestId, 'invitation')
      const link = marked === linkMark ? null : marked
      const mail: OutgoingMail = {
        to: { name: row.name === row.email ? '' : row.name, address: row.email },
        subject: letter.subject,
        text: letterText(letter, link),
        html: letterHtml(letter, link),
        id: mailIdOf(row.id),
        fromName: letter.fromName,
        ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
        ...(row.calendar
          ? { calendar: { method: calendarMethods[row.method] ?? row.method, content: row.calendar } }
          : {}),
        ...(row.inReplyTo ? { follows: mailIdOf(row.inReplyTo) } : {}),
      }
      const because = door
        ? await door
            .send(mail)
            .then(() => null)
            .catch((fault: Error) => (fault.message.replace(/\s+/g, ' ').trim() || 'failed').slice(0, 500))
        : null
      const state = !door ? 'no-door' : because === null ? 'sent' : 'failed'
      await run.dispatch(c.recordSent, { messageId: row.id, state, because }, `sent:${row.id}`)
    }
  },
})

import { implementJob } from '../../../kernel/implement.ts'
import { sha256 } from '../../../kernel/canonical.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'

/** Sends a mail to somebody who booked; it bears a message id of its own, so that a killed job sends the same mail again. */
export const sendBookingMailJobBody = implementJob(c.sendBookingMailJob, {
  run: async (run, { id, bookingId, what }) => {
    const letter = await run.query(c.bookingLetter, { id, bookingId, what })
    if (!letter.wanted) return
    const door = mailDoor()
    const record = (mail: 'sent' | 'failed' | 'no-door', error: string | null) =>
      run.dispatch(c.recordBookingSent, { id, bookingId, mail, error }, mail)
    if (!door) {
      await record('no-door', null)
      return
    }
    const error = await door
      .send({
        to: { name: letter.name, address: letter.email },
        subject: letter.subject,
        text: withLink(letter.body, run.organisationId, bookingId, 'booking'),
        id: `booking-${bookingId}-${what}-${sha256(letter.body).toString('hex').slice(0, 8)}`,
      })
      .then(() => null)
      .catch((fault: Error) => fault.message.slice(0, 500) || 'refused')
    await record(error === null ? 'sent' : 'failed', error)
  },
})

import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'

/** Looks every quarter of an hour; the journal hears of it only when something ends or asks for a reminder. */
export const proposalsJobBody = implementJob(c.proposalsJob, {
  schedule: { cron: '4,19,34,49 * * * *', zone: 'organisation' },
  run: async run => {
    const due = await run.query(c.countProposalsDue, {})
    const bookings = await run.query(c.countBookingsDue, {})
    const outcomes = [
      due.count > 0 ? await run.dispatch(c.endProposals, {}, 'end') : null,
      bookings.count > 0 ? await run.dispatch(c.endBookings, {}, 'end-bookings') : null,
    ]
    for (const outcome of outcomes) if (outcome && outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

/** Sends the mail of one who was asked; it bears a message id of its own, so that a killed job sends the same mail again. */
export const sendTimesJobBody = implementJob(c.sendTimesJob, {
  run: async (run, { id, inviteeId, reminder }) => {
    const letter = await run.query(c.timesLetter, { id, inviteeId, reminder })
    if (!letter.wanted) return
    const door = mailDoor()
    const record = (mail: 'sent' | 'failed' | 'no-door', error: string | null) =>
      run.dispatch(c.recordTimesSent, { id, inviteeId, mail, error }, mail)
    if (!door) {
      await record('no-door', null)
      return
    }
    const error = await door
      .send({
        to: { name: letter.name, address: letter.email },
        subject: letter.subject,
        text: withLink(letter.body, run.organisationId, inviteeId, 'times'),
        id: `times-${inviteeId}${reminder ? '-again' : ''}`,
      })
      .then(() => null)
      .catch((fault: Error) => fault.message.slice(0, 500) || 'refused')
    await record(error === null ? 'sent' : 'failed', error)
  },
})

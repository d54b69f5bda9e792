import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { getFileRequest, recordRequestSent, requestLetter, sendRequestJob } from '../contract/file-requests.ts'

/**
 * Sends the first mail of a request; the reminders are work's. It bears a message id of its own, so that a job that was killed sends
 * the same mail again rather than another. Without a way out for mail it says so, and the text is there to copy.
 */
export const sendRequestJobBody = implementJob(sendRequestJob, {
  run: async (run, { id }) => {
    const { request } = await run.query(getFileRequest, { id })
    if (request.mail !== 'sending' || request.closedAt !== null || request.email === null) return
    const door = mailDoor()
    if (!door) {
      await run.dispatch(recordRequestSent, { id, mail: 'no-door', error: null }, 'no-door')
      return
    }
    const { subject, body, name } = await run.query(requestLetter, { id })
    const error = await door
      .send({
        to: { name, address: request.email },
        subject,
        text: withLink(body, run.organisationId, id),
        id: `file-request-${id}`,
      })
      .then(() => null)
      .catch((fault: Error) => fault.message.slice(0, 500))
    await run.dispatch(recordRequestSent, { id, mail: error === null ? 'sent' : 'failed', error }, 'sent')
  },
})

import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { askAgain, chaseJob, countChases, recordChase } from '../contract.ts'

/**
 * Sends the reminders that are due, every hour of the working day. Each is written down before it is sent, under a
 * message id of its own, so that a job that was killed sends the same mail again rather than another.
 */
export const chaseJobBody = implementJob(chaseJob, {
  schedule: { cron: '10 8-16 * * *', zone: 'organisation' },
  run: async run => {
    const { count } = await run.query(countChases, {})
    if (count === 0) return
    const door = mailDoor()
    const outcome = await run.dispatch(askAgain, { byMail: door !== null }, 'ask')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    for (const { taskId, n, email, name, subject, body, linkId } of outcome.output.mails) {
      const error = await door!
        .send({
          to: { name, address: email },
          subject,
          text: withLink(body, run.organisationId, linkId),
          id: `chase-${taskId}-${n}`,
        })
        .then(() => null)
        .catch((fault: Error) => fault.message.slice(0, 500))
      await run.dispatch(recordChase, { taskId, n, error }, `${taskId}:${n}`)
    }
  },
})

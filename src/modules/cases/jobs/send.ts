import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { answerLetter, recordAnswerSent, sendAnswerJob } from '../contract.ts'

/** Sends the mail of an answer; it bears a message id of its own, so that a killed job sends the same mail again. */
export const sendAnswerJobBody = implementJob(sendAnswerJob, {
  run: async (run, { id, entryId }) => {
    const letter = await run.query(answerLetter, { id, entryId })
    if (!letter.wanted) return
    const record = (mail: 'sent' | 'failed' | 'no-door', error: string | null) =>
      run.dispatch(recordAnswerSent, { id, entryId, mail, error }, mail)
    const door = mailDoor()
    if (!door) {
      await record('no-door', null)
      return
    }
    const error = await door
      .send({
        to: { name: letter.name, address: letter.email },
        fromName: letter.fromName,
        subject: letter.subject,
        text: withLink(letter.body, run.organisationId, id, 'verdict'),
        id: `case-${entryId}`,
        ...(letter.follows ? { follows: `case-${letter.follows}` } : {}),
      })
      .then(() => null)
      .catch((fault: Error) => fault.message.slice(0, 500) || 'refused')
    await record(error === null ? 'sent' : 'failed', error)
  },
})

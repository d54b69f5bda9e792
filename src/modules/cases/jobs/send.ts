import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { sendAnswerFor } from '../../mail/contract.ts'
import { answerLetter, recordAnswerSent, sendAnswerJob } from '../contract.ts'

interface Through {
  readonly id: string
  readonly entryId: string
  readonly threadId: string
  readonly authorId: string
  readonly language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  readonly link: 'verdict' | null
}

/** Hands it to the mailbox that the question came to, which tells what becomes of it; false where nothing goes out from there any more. */
async function sentThrough(
  run: JobRun,
  { id, entryId, ...through }: Through,
  { name, email, body }: { readonly name: string; readonly email: string; readonly body: string },
): Promise<boolean> {
  const to = { name: name.slice(0, 200), address: email }
  const given = await run.dispatch(sendAnswerFor, { ...through, forId: id, forRef: entryId, to, text: body }, 'through')
  if (given.status !== 'done') throw new Error(`not handed over: ${JSON.stringify(given)}`)
  return given.output.queued
}

/** Sends the mail of an answer; it bears a message id of its own, so that a killed job sends the same mail again. */
export const sendAnswerJobBody = implementJob(sendAnswerJob, {
  run: async (run, { id, entryId }) => {
    const letter = await run.query(answerLetter, { id, entryId })
    if (!letter.wanted) return
    const record = (mail: 'sent' | 'failed' | 'no-door', error: string | null) =>
      run.dispatch(recordAnswerSent, { id, entryId, mail, error }, mail)
    if (letter.through && (await sentThrough(run, { id, entryId, ...letter.through }, letter))) return
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

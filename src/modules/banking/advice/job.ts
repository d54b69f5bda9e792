/** The way out of an advice: that it is about to go is kept before it goes; killed in between, nobody knows whether it went, and a person is asked. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import * as c from '../contract.ts'
import { advicePdf } from './advice-pdf.ts'
import { wordsIn } from './letter.ts'

interface Fault extends Error {
  readonly responseCode?: number
  readonly code?: string
  readonly command?: string
}

/** Only where the server said no, or was never spoken to, is it known that nothing went. */
const wentNowhere = ({ responseCode, code, command }: Fault): boolean =>
  responseCode !== undefined || command === 'CONN' || /^(ECONNREFUSED|ENOTFOUND|EDNS|EAUTH)$/.test(code ?? '')

async function note(
  run: JobRun,
  ids: { readonly id: string; readonly paymentId: string },
  mail: c.AdviceMail,
  error: string | null = null,
): Promise<boolean> {
  const outcome = await run.dispatch(c.noteAdvice, { ...ids, mail, error: error?.replace(/\s+/g, ' ') ?? null }, mail)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.output.kept
}

export const sendAdviceJobBody = implementJob(c.sendAdviceJob, {
  run: async (run, { runId: id, paymentId }) => {
    const ids = { id, paymentId }
    const { mail, paid, letter } = await run.query(c.adviceToSend, ids)
    if (!letter) return
    if (mail === 'begun') return void (await note(run, ids, 'doubtful'))
    if (mail !== 'sending' || !paid) return
    const door = mailDoor()
    if (!door) return void (await note(run, ids, 'no-door'))
    const content = await advicePdf(letter.paper)
    // Taken back while its sheet was drawn: it does not leave.
    if (!(await note(run, ids, 'begun'))) return
    const name = `${wordsIn(letter.paper.language)('letter.advice.title')} ${letter.paper.run}.pdf`
    const fault = await door
      .send({
        to: { name: letter.name, address: letter.to },
        subject: letter.subject,
        text: letter.text,
        // the same mail each time it is tried: whoever receives it knows it again
        id: `payment-advice-${paymentId}`,
        fromName: letter.paper.payer.name,
        attachments: [{ name: name.replaceAll('/', '-'), mediaType: 'application/pdf', content }],
      })
      .then(() => null)
      .catch((error: Fault) => error)
    if (!fault) return void (await note(run, ids, 'sent'))
    await note(run, ids, wentNowhere(fault) ? 'failed' : 'doubtful', fault.message.trim().slice(0, 500) || '?')
  },
})

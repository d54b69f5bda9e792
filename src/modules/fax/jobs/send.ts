/** The way out: what is about to go is kept before it goes; killed in between, nobody knows whether it went, and a person is asked. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import * as c from '../contract.ts'
import { formedNumber, shownNumber } from '../numbers.ts'
import { faxPdf } from '../paper/fax-pdf.ts'
import { FaxServerFault, hasFaxServer, layIntoQueue } from '../wires/fax-server.ts'

type ToSend = Awaited<ReturnType<typeof toSend>>
const toSend = (run: JobRun, id: string) => run.query(c.faxToSend, { id })

interface Told {
  readonly state: 'queued' | 'sent' | 'failed' | 'doubtful'
  readonly problem?: c.FaxProblem
  readonly report?: string
  readonly spoolJob?: string
}

async function note(run: JobRun, id: string, told: Told, step: string): Promise<void> {
  const { state, problem = null, report = '', spoolJob = null } = told
  const input = { id, state, problem, report: report.slice(0, 1000), spoolJob, reportId: null }
  const outcome = await run.dispatch(c.noteReport, input, step)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

const coverOf = (fax: ToSend) =>
  fax.cover
    ? {
        language: fax.language,
        zone: fax.zone,
        at: fax.at,
        office: fax.office,
        own: fax.line?.number ? shownNumber(fax.line.number, fax.country) : null,
        sender: fax.sender,
        to: fax.name || fax.title,
        number: shownNumber(fax.number, fax.country),
        about: '',
        note: fax.note,
        book: fax.book,
        confidential: fax.class >= 2,
      }
    : null

/** What a fault of the mail server means: whether it took the mail is known only where it said that it did not. */
function faultOf(fault: Error & { responseCode?: number; code?: string; command?: string }): Told {
  const report = fault.message
  if (fault.responseCode && fault.responseCode >= 500) return { state: 'failed', problem: 'refused', report }
  if (fault.responseCode || fault.command === 'CONN' || /^(ECONNREFUSED|ENOTFOUND|EDNS|EAUTH)$/.test(fault.code ?? ''))
    return { state: 'queued', problem: 'unreachable', report }
  return { state: 'doubtful', problem: 'interrupted', report }
}

async function byGateway(fax: ToSend, line: NonNullable<ToSend['line']>, pdf: Buffer): Promise<Told> {
  const door = mailDoor()
  if (!door || !line.addressOut) return { state: 'failed', problem: 'not-set-up' }
  const number = formedNumber(fax.number, line.numberForm, fax.country)
  const address = line.addressOut.replace('{number}', number)
  return door
    .send({
      to: { name: '', address },
      subject: (line.subjectOut ?? '{number}').replace('{number}', number),
      text: '',
      // by which the gateway's report is known
      id: `fax-${fax.id}`,
      attachments: [{ name: `${fax.book}.pdf`, mediaType: 'application/pdf', content: pdf }],
    })
    .then(() => ({ state: 'sent' as const, report: address }))
    .catch(faultOf)
}

async function byServer(fax: ToSend, line: NonNullable<ToSend['line']>, pdf: Buffer): Promise<Told> {
  if (!hasFaxServer()) return { state: 'failed', problem: 'not-set-up' }
  const number = formedNumber(fax.number, line.numberForm, fax.country)
  try {
    const { job, said } = await layIntoQueue(pdf, number, `kontor-${fax.id.slice(-12)}`)
    return { state: 'sent', report: said, spoolJob: job }
  } catch (fault) {
    if (!(fault instanceof FaxServerFault)) throw fault
    const report = fault.message
    return fault.isDoubtful
      ? { state: 'doubtful', problem: 'interrupted', report }
      : { state: 'queued', problem: 'unreachable', report }
  }
}

const mostAttempts = 5

export const sendJobBody = implementJob(c.sendJob, {
  retryLimit: mostAttempts,
  expireSeconds: 600,
  concurrency: 1,
  async run(run, { faxId }) {
    const fax = await toSend(run, faxId)
    const { line } = fax
    if (fax.state === 'sending') return note(run, faxId, { state: 'doubtful', problem: 'interrupted' }, 'doubtful')
    if (fax.state !== 'queued') return
    const paper = { organisationId: run.organisationId, digest: fax.digest, mediaType: fax.mediaType }
    const made = line && (await faxPdf(paper, fax.book, fax.at, coverOf(fax)))
    if (!made) return note(run, faxId, { state: 'failed', problem: line ? 'not-drawable' : 'not-set-up' }, 'nothing')
    const file = await run.files.put(run.organisationId, made.pdf, {
      name: `${fax.book}.pdf`,
      mediaType: 'application/pdf',
    })
    const step = `sending:${run.attempt}`
    const kept = await run.dispatch(c.noteSending, { id: faxId, fileId: file.id, pages: made.pages }, step)
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept))
    if (!kept.output.ours) return
    const told = await (line.way === 'server' ? byServer : byGateway)(fax, line, made.pdf)
    const last = told.state === 'queued' && run.attempt >= mostAttempts
    await note(run, faxId, last ? { ...told, state: 'failed' } : told, `told:${run.attempt}`)
    if (told.state === 'queued' && !last) throw new Error(`not handed over: ${told.report ?? ''}`)
  },
})

/** Drawing and sending: outside effects of an agenda sent and of minutes approved, each of which may be killed and run again. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { type MailAttachment, mailDoor } from '../../../kernel/mail/door.ts'
import { takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { meetingPdf, type Paper, paperName } from '../paper/meeting-pdf.ts'
import { clockIn } from '../paper/sheet.ts'
import { wordsIn } from '../words.ts'

/** What a mail may carry besides the agenda; what is more is read in Kontor. */
const mostBytes = 15_000_000

const bytesOf = (run: JobRun, paper: Paper): Promise<Buffer> =>
  paper.what === 'minutes' && paper.digest
    ? run.files.bytes(run.organisationId, Buffer.from(paper.digest, 'hex'))
    : meetingPdf(paper)

async function enclosedIn(run: JobRun, paper: Paper): Promise<MailAttachment[]> {
  const taken: MailAttachment[] = []
  let bytes = 0
  for (const one of paper.enclosed) {
    bytes += one.bytes
    if (bytes > mostBytes) break
    const content = await run.files.bytes(run.organisationId, Buffer.from(one.digest, 'hex'))
    taken.push({ name: one.name, mediaType: one.mediaType, content })
  }
  return taken
}

export const sendPapersBody = implementJob(c.sendPapersJob, {
  run: async (run, { id, what }) => {
    const door = mailDoor()
    const paper = await run.query(c.getPaper, { id, what })
    if (!door || paper.recipients.length === 0 || paper.state === 'cancelled') return
    const main = { name: paperName(paper), mediaType: 'application/pdf', content: await bytesOf(run, paper) }
    // confidential minutes and agendas are read in Kontor; by mail goes only that they are there
    const attachments = paper.class <= 1 ? [main, ...(await enclosedIn(run, paper))] : []
    let [sent, failed] = [0, 0]
    for (const to of paper.recipients) {
      if (run.signal.aborted) throw new Error('stopped')
      const language = nearestLanguage(to.language)
      const say = wordsIn(language)
      const when = clockIn(language, paper.zone).span(paper.startsAt, paper.endsAt)
      const params = { title: paper.title, when, place: paper.place ?? '–', office: paper.office }
      const text = attachments.length > 0 ? say(`page.mail.${what}`, params) : say(`page.mail.${what}.inside`, params)
      const went = await door
        .send({
          to: { name: to.name, address: to.email },
          subject: say(`page.mail.${what}.subject`, params),
          text: `${text}\n\n${paper.office}\n`,
          // the same mail each time it is tried: whoever receives it knows it again
          id: `meeting-${what}-${id}-${to.email.replace(/[^a-z0-9]/gi, '')}-${paper.state}`,
          attachments,
        })
        .then(() => true)
        .catch(() => false)
      if (went) sent++
      else failed++
    }
    const outcome = await run.dispatch(c.notePapers, { id, what, sent, failed }, 'told')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

export const keepMinutesJobBody = implementJob(c.keepMinutesJob, {
  run: async (run, { id }) => {
    const paper = await run.query(c.getPaper, { id, what: 'minutes' })
    if (paper.fileId || paper.state !== 'approved') return
    const file = await run.files.put(run.organisationId, await meetingPdf(paper), {
      name: paperName(paper),
      mediaType: 'application/pdf',
    })
    const kept = await run.dispatch(c.keepMinutes, { id, fileId: file.id }, 'keep')
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept))
  },
})

export const fileMinutesJobBody = implementJob(c.fileMinutesJob, {
  run: async (run, { id }) => {
    const paper = await run.query(c.getPaper, { id, what: 'minutes' })
    if (!paper.fileId) return
    const input = {
      fileId: paper.fileId,
      name: paperName(paper),
      arrivedBy: 'api',
      confidentiality: paper.class,
    } as const
    const taken = await run.dispatch(takeIn, input, 'take-in')
    if (taken.status !== 'done') throw new Error(JSON.stringify(taken))
    const noted = await run.dispatch(c.noteFiled, { id, documentId: taken.output.id }, 'note')
    if (noted.status !== 'done') throw new Error(JSON.stringify(noted))
  },
})

/** Looks every quarter of an hour for what is to be asked, sent or prepared, and for minutes that are awaited. */
export const dueJobBody = implementJob(c.dueJob, {
  schedule: { cron: '9,24,39,54 * * * *', zone: 'organisation' },
  run: async run => {
    const due = await run.query(c.dueNow, {})
    const named = (ids: readonly string[]) => ids.map(id => ({ id }))
    if (due.next.length + due.agendas.length + due.points.length > 0) {
      const raised = { agendas: named(due.agendas), next: named(due.next), points: named(due.points) }
      const outcome = await run.dispatch(c.raiseDue, raised, 'raise')
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
    for (const id of due.minutes) await run.dispatch(c.awaitMinutes, { id }, `minutes:${id}`)
  },
})

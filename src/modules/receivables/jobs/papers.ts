/** Drawing and sending: outside effects of what was issued, each of which may be killed and run again. */
import { checkSchema } from '../../../formats/einvoice/schema-check.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor, type OutgoingMail } from '../../../kernel/mail/door.ts'
import * as c from '../contract.ts'
import { eInvoiceOf } from '../e-invoice.ts'
import { figuresIn } from '../paper/figures.ts'
import { paperPdf } from '../paper/invoice-pdf.ts'
import { letterPdf, letterText } from '../paper/letter-pdf.ts'
import { wordsIn } from '../words.ts'

export const fileNameOf = ({ type, number, language }: c.Paper): string =>
  `${wordsIn(language)(`page.paper.title.${type}`)} ${number ?? ''}`.trim().concat('.pdf')

/** The e-invoice that goes inside the PDF; none where it would break a rule, or for a quote. */
export function hybridOf(paper: c.Paper): string | null {
  if (paper.type === 'quote' || paper.number === null) return null
  const { xml, check } = eInvoiceOf(paper, 'cii')
  return check.findings.some(one => one.severity === 'fatal') ? null : xml
}

export const drawPaperBody = implementJob(c.drawPaper, {
  run: async (run, { id }) => {
    const found = await run.query(c.getPaper, { id })
    if (found.fileId || found.draft) return
    const cii = hybridOf(found.paper)
    const fits = cii !== null && (await checkSchema(cii)).problems.length === 0
    const bytes = await paperPdf(found.paper, { cii: fits ? cii : null })
    const file = await run.files.put(run.organisationId, bytes, {
      name: fileNameOf(found.paper),
      mediaType: 'application/pdf',
    })
    const kept = await run.dispatch(c.keepPaper, { id, fileId: file.id }, 'keep')
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept))
  },
})

/** The bytes that were kept; a quote is drawn anew from its frozen paper. */
async function bytesOf(run: JobRun, { paper, digest }: { paper: c.Paper; digest: string | null }): Promise<Buffer> {
  return digest ? run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')) : paperPdf(paper)
}

const trySend = async (mail: OutgoingMail): Promise<{ mail: c.MailState; error: string | null }> => {
  const door = mailDoor()
  if (!door) return { mail: 'no-door', error: null }
  return door
    .send(mail)
    .then(() => ({ mail: 'sent' as const, error: null }))
    .catch((fault: Error) => ({ mail: 'failed' as const, error: fault.message.slice(0, 500) || 'unknown' }))
}

export const sendMailBody = implementJob(c.sendMail, {
  run: async (run, { id }) => {
    const found = await run.query(c.getPaper, { id })
    if (found.mail !== 'sending' || !found.mailTo) return
    const { paper } = found
    const say = wordsIn(paper.language)
    const figures = figuresIn(paper.language)
    const params = {
      number: paper.number ?? '',
      seller: paper.seller.name,
      amount: figures.money(paper.payable),
      due: paper.dueOn ? figures.day(paper.dueOn) : '',
      until: paper.validUntil ? figures.day(paper.validUntil) : '',
    }
    const told = await trySend({
      to: { name: paper.buyer.name, address: found.mailTo },
      subject: say(`page.mail.${paper.type}.subject`, params),
      text: found.mailText ?? say(`page.mail.${paper.type}.text`, params),
      // the same mail each time it is tried: whoever receives it knows it again
      id: `${paper.type}-${id}`,
      attachments: [{ name: fileNameOf(paper), mediaType: 'application/pdf', content: await bytesOf(run, found) }],
    })
    await run.dispatch(c.recordMail, { id, ...told }, 'told')
  },
})

export const sendReminderBody = implementJob(c.sendReminderJob, {
  run: async (run, { reminderId }) => {
    const found = await run.query(c.getReminder, { id: reminderId })
    if (found.mail !== 'sending' || !found.mailTo) return
    const { letter } = found
    const say = wordsIn(letter.language)
    const step = Math.min(3, Math.max(1, letter.step)) as 1 | 2 | 3
    const told = await trySend({
      to: { name: letter.buyer.name, address: found.mailTo },
      subject: `${say(`page.letter.title.${step}`)} – ${letter.seller.name}`,
      text: `${letterText(letter, say)}\n\n${letter.seller.name}\n`,
      id: `reminder-${reminderId}`,
      attachments: [
        {
          name: `${say(`page.letter.title.${step}`)}.pdf`,
          mediaType: 'application/pdf',
          content: await letterPdf(letter),
        },
      ],
    })
    await run.dispatch(c.recordReminder, { reminderId, ...told }, 'told')
  },
})

/** Mondays, before the office opens: whom to remind this week becomes one task. */
export const remindersJobBody = implementJob(c.remindersJob, {
  schedule: { cron: '40 6 * * 1', zone: 'organisation' },
  run: async run => {
    const { customers } = await run.query(c.countReminders, {})
    if (customers === 0) return
    const outcome = await run.dispatch(c.raiseReminders, {}, 'raise')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

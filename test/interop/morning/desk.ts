/** Mail, post and paper of the morning, as the desk deals with them. */
import assert from 'node:assert/strict'
import { makePdf } from '../../../src/modules/documents/reading/fixtures/pdf.ts'
import { scanOf } from '../../../src/modules/documents/reading/fixtures/scan.ts'
import { separatorPdf } from '../../../src/modules/documents/pages/sheets-pdf.ts'
import { done, seen } from '../../journeys/small-office.ts'
import type { Fate, MorningMail } from './mails.ts'
import { type Morning, until } from './office.ts'

interface Thread {
  readonly id: string
  readonly subject: string
  readonly owner: { readonly id: string } | null
}

export const threadsIn = async ({ elin }: Morning, box: string): Promise<Thread[]> =>
  (await seen(elin, 'mail.list-threads', { box, limit: 100 })).rows

/** Every thread is read and goes where it belongs; nobody writes twice. */
export async function sortMail(morning: Morning, mails: readonly MorningMail[]): Promise<void> {
  const open = await threadsIn(morning, 'open')
  const fateOf = new Map(mails.map(mail => [mail.subject, mail.fate]))
  const buried = new Set<string>()
  for (const thread of open) {
    const fate = fateOf.get(thread.subject)
    if (!fate || fate === 'complaint') continue
    await deal[fate](morning, thread, buried)
  }
}

type Deal = (morning: Morning, thread: Thread, buried: Set<string>) => Promise<void>

const deal: Readonly<Record<Exclude<Fate, 'complaint'>, Deal>> = {
  noise: async (morning, { id }, buried) => {
    // One key for each sender: what else they sent is gone with it.
    const now = await seen(morning.elin, 'mail.get-thread', { id })
    if (now.record.state === 'noise') return
    buried.add((await done(morning.elin, 'mail.bury-sender', { id })).address)
  },
  bill: (morning, thread) => fileBill(morning, thread),
  answer: ({ elin }, thread) => answerByHours(elin, thread),
  assign: async ({ elin, nadia }, { id }) => {
    await done(elin, 'mail.assign-threads', { ids: [id], ownerId: nadia.principalId })
  },
  task: async ({ elin }, { id, subject }) => {
    await done(elin, 'work.create-task', { title: subject, sourceId: id })
    await done(elin, 'mail.finish-threads', { ids: [id] })
  },
  done: async ({ elin }, { id }) => {
    await done(elin, 'mail.finish-threads', { ids: [id] })
  },
}

/** The attached bill becomes a paper of its own; the thread is done with it. */
async function fileBill({ elin }: Morning, { id }: Thread): Promise<void> {
  const { lines } = await seen(elin, 'mail.get-thread', { id })
  const [line] = lines
  const [attached] = line.attachments
  const response = await elin.fetch(`/api/mail/messages/${line.id}/parts/${attached.part}`)
  assert.equal(response.status, 200)
  const fileId = await elin.store(attached.name, new Uint8Array(await response.arrayBuffer()))
  const paper = await done(elin, 'documents.take-in', { fileId, name: attached.name, arrivedBy: 'mail' })
  await done(elin, 'mail.note-filed', { id, documentIds: [paper.id] })
  await done(elin, 'mail.finish-threads', { ids: [id] })
}

async function answerByHours(elin: Morning['elin'], { id }: Thread): Promise<void> {
  const { rows } = await seen(elin, 'mail.list-answers')
  const filled = await seen(elin, 'mail.fill-answer', { id: rows[0].id, threadId: id })
  assert.deepEqual(filled.missing, [])
  const begun = await seen(elin, 'mail.begin-answer', { threadId: id })
  await done(elin, 'mail.hold-thread', { id })
  const draft = await done(elin, 'mail.save-draft', {
    mailboxId: begun.mailboxId,
    threadId: id,
    answersId: begun.messageId,
    to: begun.to,
    subject: begun.subject,
    text: filled.text,
  })
  await done(elin, 'mail.send-draft', { id: draft.id, threadId: id, undoSeconds: 0 })
}

/** A page of a letter as a scanner's feeder gives it. */
const letterPage = async (lines: readonly string[]): Promise<Buffer> =>
  scanOf(
    await makePdf(pdf => {
      pdf.fontSize(13)
      for (const line of lines) pdf.text(line)
    }),
    200,
    0.6,
    0,
    'jpeg',
  )

/** Three letters with separator sheets between them, scanned as one. */
export async function scanTray({ elin }: Morning): Promise<string> {
  const { token } = await done(elin, 'documents.make-separator', {})
  const words = { title: 'Separator', under: [], use: 'Lay it before each paper.' }
  const sheet = await scanOf(await separatorPdf(token, words), 200, 1.2, 0, 'jpeg')
  const letters = [
    ['Skatteverket', 'To Maria Lindqvist', 'Decision on the value added tax of the third quarter.'],
    ['Kustfast AB', 'To Ingrid Almgren', 'Offer for the repair of the facade.'],
    ['Hisings Ventilation AB', 'To the office', 'The filters are changed every second year.'],
  ]
  const pages: Buffer[] = []
  for (const letter of letters) pages.push(sheet, await letterPage(letter))
  const batch = await makePdf(
    pdf => {
      for (const [index, page] of pages.entries()) {
        if (index > 0) pdf.addPage()
        pdf.image(page, 0, 0, { width: 595, height: 842 })
      }
    },
    { margin: 0 },
  )
  const fileId = await elin.store('tray.pdf', batch)
  return (await done(elin, 'documents.take-in', { fileId, name: 'tray.pdf', arrivedBy: 'scan' })).id
}

/** The scanned letters into the post book, each to whom it is for; a registered one against a signature. */
export async function carryPost(morning: Morning, batchId: string): Promise<void> {
  const { elin, maria, ingrid, nadia } = morning
  const { wentInto } = await until(
    () => seen(elin, 'documents.get-document', { id: batchId }),
    found => found.record.state === 'replaced',
    'the tray is split',
  )
  const ids = wentInto.map((part: { id: string }) => part.id)
  assert.equal(ids.length, 3, 'three letters')
  for (const id of ids)
    await until(
      () => seen(elin, 'documents.get-document', { id }),
      found => found.row.state !== 'arrived',
      'a letter is read',
    )
  const added = await done(elin, 'post.add-scanned', { documentIds: ids, sort: 'letter' })
  const registered = await done(elin, 'post.add-item', {
    sort: 'registered',
    sender: 'Skatteverket',
    tracking: 'RR123456785SE',
    forId: ingrid.principalId,
  })
  const owners = [maria, ingrid, nadia]
  for (const [index, id] of added.ids.entries())
    await done(elin, 'post.change-item', { id, forId: owners[index]!.principalId })
  await done(elin, 'post.begin-round', {})
  for (const [index, id] of added.ids.entries())
    await done(elin, 'post.deliver-item', { id, toId: owners[index]!.principalId })
  await done(elin, 'post.deliver-item', {
    id: registered.id,
    signerName: 'Ingrid Almgren',
    signature: 'M10 10L60 40L90 10',
  })
}

/** Every paper that was read is confirmed: bills go to the bookkeeper from there. */
export async function confirmPapers({ elin }: Morning): Promise<string[]> {
  const { rows } = await until(
    () => seen(elin, 'documents.list-documents', { limit: 100 }),
    found => found.rows.every((row: { state: string }) => row.state !== 'arrived'),
    'every paper is read',
  )
  const waiting = rows.filter((row: { state: string }) => row.state === 'to-confirm')
  for (const row of waiting) {
    const { record } = await seen(elin, 'documents.get-document', { id: row.id })
    await done(elin, 'documents.confirm', { id: row.id, expectedVersion: record.version })
  }
  return waiting.map((row: { id: string }) => row.id)
}

/** A paper on the real printer, followed to its end. */
export async function printPaper({ elin, printer }: Morning, documentId: string): Promise<void> {
  const { id } = await done(elin, 'printing.print-document', { documentId, copies: 1 })
  await until(
    () => seen(elin, 'printing.get-job', { id }),
    ({ record }) => record.state === 'done',
    'the paper is printed',
  )
  assert.ok((await printer.printed()).length > 0, 'it lies at the printer')
}

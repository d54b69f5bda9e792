import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { counts, getDocument, listDocuments, readAgain, takeIn } from '../contract.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const letter = (n: number) =>
  `Göteborgs Stad\nStadsbyggnadskontoret\n\nBeslut nummer ${n}\n\nVi har prövat er ansökan om parkeringstillstånd och beviljar den.\n`

test('a paper is taken in, read by the job, and found by a word in it', async () => {
  const office = await kernel.openOrganisation('sv')
  const me = kernel.principal(office)
  const id = await kernel.takeIn(me, letter(1), 'beslut.txt')
  const arrived = await kernel.query(getDocument, { id }, me)
  assert.equal(arrived.status === 'done' && arrived.output.record.state, 'arrived')
  assert.equal(await kernel.runJobs(), 1)
  const read = await kernel.query(getDocument, { id }, me)
  assert.equal(read.status, 'done')
  if (read.status !== 'done') return
  assert.equal(read.output.record.state, 'to-confirm')
  assert.match(read.output.text, /parkeringstillstånd/)
  assert.equal(read.output.language, 'sv')
  const found = await kernel.query(listDocuments, { text: 'parkeringstillstand' }, me)
  assert.deepEqual(found.status === 'done' && found.output.rows.map(row => row.id), [id])
  assert.match((found.status === 'done' && found.output.rows[0]?.snippet?.text) || '', /parkeringstillstånd/)
  assert.deepEqual(read.output.can.map(({ command }) => command).includes('documents.confirm'), true)
})

test('the same bytes again are flagged, not refused; the job runs twice without doubling anything', async () => {
  const office = await kernel.openOrganisation('sv')
  const me = kernel.principal(office)
  const first = await kernel.takeIn(me, letter(2))
  const outcome = await kernel.dispatch(
    takeIn,
    { fileId: await kernel.store(me, letter(2)), name: 'again.txt', arrivedBy: 'upload' },
    me,
  )
  assert.equal(outcome.status === 'done' && outcome.output.duplicateOf, first)
  const jobs = kernel.waitingJobs.map(job => job)
  await kernel.runJobs()
  ;(kernel.waitingJobs as unknown[]).push(...jobs)
  await kernel.runJobs()
  const all = await kernel.query(listDocuments, {}, me)
  assert.equal(all.status === 'done' && all.output.total, 2)
  const flagged = await kernel.query(listDocuments, { duplicates: true }, me)
  assert.equal(flagged.status === 'done' && flagged.output.total, 1)
})

test('a mail brings its attachments with it, once, however often it is read', async () => {
  const office = await kernel.openOrganisation('en')
  const me = kernel.principal(office)
  const mail = [
    'From: Eva Lindholm <eva@lindholms.example>',
    'To: office@example.org',
    'Subject: Our bill',
    'Date: Tue, 24 Nov 2026 08:26:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Please find our bill attached.',
    '--x',
    'Content-Type: text/plain; name="bill.txt"',
    'Content-Disposition: attachment; filename="bill.txt"',
    '',
    'Invoice 4711',
    '--x--',
    '',
  ].join('\r\n')
  const id = await kernel.takeIn(me, mail, 'mail.eml')
  await kernel.runJobs()
  const read = await kernel.query(getDocument, { id }, me)
  assert.equal(read.status, 'done')
  if (read.status !== 'done') return
  assert.deepEqual(read.output.children.map(({ title }) => title).length, 1)
  assert.match(read.output.arrivedFrom ?? '', /eva@lindholms\.example/)
  await kernel.done(readAgain, { id }, me)
  await kernel.runJobs()
  const again = await kernel.query(getDocument, { id }, me)
  assert.equal(again.status === 'done' && again.output.children.length, 1)
  assert.equal(again.status === 'done' && again.output.record.state, 'to-confirm')
})

test('bytes that nobody can read are kept with the cause', async () => {
  const office = await kernel.openOrganisation('en')
  const me = kernel.principal(office)
  const id = await kernel.takeIn(
    me,
    Buffer.from('%PDF-1.7 and then nothing that is a PDF'),
    '<script>alert(1)</script>.pdf',
  )
  await kernel.runJobs()
  const read = await kernel.query(getDocument, { id }, me)
  assert.equal(read.status === 'done' && read.output.record.state, 'needs-help')
  assert.equal(read.status === 'done' && read.output.readError?.name, 'file-damaged')
  const waiting = await kernel.query(counts, {}, me)
  assert.equal(waiting.status === 'done' && waiting.output.needsHelp, 1)
})

test('a stranger gets nothing: not the file, not the document, not the count', async () => {
  const office = await kernel.openOrganisation('en')
  const other = await kernel.openOrganisation('en')
  const me = kernel.principal(office)
  const stranger = kernel.principal(other)
  const low = kernel.principal(office, { clearance: 0 })
  const fileId = await kernel.store(me, 'canary-7d1f')
  const { id } = await kernel.done(takeIn, { fileId, name: 'canary.txt' }, me)
  for (const who of [stranger, low]) {
    const seen = await kernel.query(getDocument, { id }, who)
    assert.equal(seen.status === 'refused' && seen.refusal.name, 'record-not-found')
    const list = await kernel.query(listDocuments, { text: 'canary' }, who)
    assert.equal(list.status === 'done' && list.output.total, 0)
  }
  const outcome = await kernel.dispatch(takeIn, { fileId, name: 'stolen.txt' }, stranger)
  assert.equal(outcome.status === 'refused' && outcome.refusal.name, 'file-not-stored')
})

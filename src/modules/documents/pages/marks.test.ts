import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import {
  createClassCode,
  getDocument,
  keepBoth,
  listDocuments,
  listLabelRuns,
  listPapers,
  listSeparators,
  makeLabels,
  makeSeparator,
  officeMarks,
  placePapers,
  putBack,
  setArchiveNumber,
} from '../contract.ts'
import { documentRoutes } from '../doors.routes.ts'
import { makePdf } from '../reading/fixtures/pdf.ts'
import { scanOf } from '../reading/fixtures/scan.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { labelsPdf, separatorPdf } from './sheets-pdf.ts'

let k: DocumentsKernel
let anna: TestPrincipal
before(async () => {
  k = await documentsKernel()
  anna = k.principal(await k.openOrganisation('sv'))
})
after(() => k.close())

const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status
const see = async (id: string) => {
  const answer = await k.query(getDocument, { id }, anna)
  return answer.status === 'done' ? answer.output : assert.fail(JSON.stringify(answer))
}
const words = { title: 'Skiljeblad', under: [], use: 'Lägg före varje papper.' }
const page = (text: string) =>
  makePdf(pdf => {
    pdf.fontSize(13)
    for (let line = 0; line < 3; line++) pdf.text(`${text}, rad ${line} av ett brev`)
  })
/** Scans bound into one PDF, as a scanner's feeder gives them. */
const batchOf = (scans: readonly Buffer[]) =>
  makePdf(
    pdf => {
      for (const [index, scan] of scans.entries()) {
        if (index > 0) pdf.addPage()
        pdf.image(scan, 0, 0, { width: 595, height: 842 })
      }
    },
    { margin: 0 },
  )

test('a batch of 24 pages at 200 dpi, askew, is split by separator sheets into its papers; the sheets are in none', async () => {
  const classCode = await k.done(
    createClassCode,
    { code: '4.9', name: 'Bygglov', retentionYears: 7, retentionFrom: 'year-end', confidentiality: 1 },
    anna,
  )
  const plain = await k.done(makeSeparator, {}, anna)
  const filing = await k.done(makeSeparator, { classCodeId: classCode.id }, anna)
  assert.equal((await k.done(makeSeparator, {}, anna)).token, plain.token)
  const text = await scanOf(await page('Ventilation'), 200, 0.8, 0, 'jpeg')
  const other = await scanOf(await page('Bygglov'), 200, -1.4, 0, 'jpeg')
  const sheets = [
    await scanOf(await separatorPdf(plain.token, words), 200, 1.9, 180, 'jpeg'),
    await scanOf(await separatorPdf(filing.token, words), 200, -2.2, 0, 'jpeg'),
  ]
  // A stranger's sheet, of a token that was never made here, is a page like any other.
  const foreign = await scanOf(await separatorPdf('ZZZZZZZZZZZZ', words), 200, 0, 0, 'jpeg')
  const separators = new Map([
    [4, 0],
    [5, 1],
    [11, 0],
    [17, 1],
    [24, 0],
  ])
  const batch = await batchOf(
    Array.from({ length: 24 }, (_, index) => {
      const kind = separators.get(index + 1)
      return kind !== undefined ? sheets[kind]! : index === 12 ? foreign : index % 2 === 0 ? text : other
    }),
  )
  const id = await k.takeIn(anna, batch, 'bunt.pdf')
  const beganAt = performance.now()
  await k.runJobs(1)
  const took = performance.now() - beganAt
  const detail = await see(id)
  assert.equal(detail.record.state, 'replaced')
  const parts = await Promise.all(detail.wentInto.map(part => see(part.id)))
  const { rows } = await k.superuser.query<{ pages: number[] }>(
    'select pages from documents.replacement where old_id = $1 order by position',
    [id],
  )
  assert.deepEqual(
    rows.map(row => [row.pages[0], row.pages.length]),
    [
      [1, 3],
      [6, 5],
      [12, 5],
      [18, 6],
    ],
  )
  assert.deepEqual(
    parts.map(part => part.row.classCode?.code ?? null),
    [null, '4.9', null, '4.9'],
  )
  assert.ok(parts.every(part => part.record.state === 'arrived' && part.cameOf[0]?.id === id))
  const listed = await k.query(listDocuments, {}, anna)
  assert.ok(listed.status === 'done' && listed.output.rows.every(row => row.id !== id))
  // Put back, it is read as one: its own sheets split it no more.
  ;(k.waitingJobs as unknown[]).length = 0
  await k.done(putBack, { ids: [id] }, anna)
  assert.equal((await see(id)).record.state, 'arrived')
  ;(k.waitingJobs as unknown[]).length = 0
  console.log(`24 pages looked through and split in ${Math.round(took)} ms`)
})

test('codes of another organisation split nothing here', async () => {
  const other = k.principal(await k.openOrganisation('sv'))
  const theirs = await k.done(makeSeparator, {}, other)
  const sheet = await scanOf(await separatorPdf(theirs.token, words), 150, 0, 0, 'jpeg')
  const text = await scanOf(await page('Kontoret'), 150, 0, 0, 'jpeg')
  const id = await k.takeIn(anna, await batchOf([text, sheet]), 'främmande.pdf')
  await k.runJobs()
  assert.equal((await see(id)).record.state, 'to-confirm')
  assert.equal((await see(id)).row.pageCount, 2)
})

/** A letter with a label stuck on it. */
async function labelled(number: number, text: string): Promise<Buffer> {
  const marks = await k.query(officeMarks, {}, { id: systemPrincipalId, organisationId: anna.organisationId })
  const token = marks.status === 'done' ? marks.output.rows.find(({ kind }) => kind === 'label')!.token : assert.fail()
  const sheet = await scanOf(
    await labelsPdf({ token, first: number, last: number, format: 'L4731', skip: 0 }),
    200,
    0,
    0,
    'png',
  )
  const label = await sharp(sheet)
    .extract({ left: 64, top: 100, width: 210, height: 90 })
    .rotate(2, { background: '#fff' })
    .png()
    .toBuffer()
  const letter = await scanOf(await page(text), 200, 0.7, 0, 'png')
  return sharp(letter)
    .composite([{ input: label, left: 1300, top: 2050 }])
    .jpeg()
    .withMetadata({ density: 200 })
    .toBuffer()
}

test('labels are made without gaps, read on arrival, found by search and in the binder; a second one is a doubt', async () => {
  const first = await k.done(makeLabels, { format: 'L4731', labels: 189 }, anna)
  const second = await k.done(makeLabels, { format: 'L7160', labels: 21 }, anna)
  assert.deepEqual([first.first, first.last, second.first, second.last], [1, 189, 190, 210])
  const id = await k.takeIn(anna, await labelled(112, 'Stämma'), 'stämma.jpg')
  await k.runJobs()
  assert.equal((await see(id)).archiveNumber, 'A000112')
  for (const text of ['A000112', 'A112']) {
    const hits = await k.query(listDocuments, { text }, anna)
    assert.deepEqual(hits.status === 'done' && hits.output.rows.map(row => row.id), [id], text)
  }
  await k.done(placePapers, { ids: [id], place: 'Pärm 9' }, anna)
  const papers = await k.query(listPapers, { place: 'Pärm 9' }, anna)
  assert.equal(papers.status === 'done' && papers.output.rows[0]?.archiveNumber, 'A000112')
  const again = await k.takeIn(anna, await labelled(112, 'Protokoll från ett helt annat möte'), 'protokoll.jpg')
  await k.runJobs()
  const doubt = await see(again)
  assert.deepEqual([doubt.archiveNumber, doubt.duplicate?.id, doubt.duplicate?.by], [null, id, 'label'])
  await k.done(keepBoth, { id: again }, anna)
  assert.equal((await see(again)).archiveNumber, null)
  const never = await k.takeIn(anna, await labelled(999, 'Aldrig tryckt'), 'okänd.jpg')
  await k.runJobs()
  assert.equal((await see(never)).archiveNumber, null)
  const runs = await k.query(listLabelRuns, {}, anna)
  assert.deepEqual(runs.status === 'done' && runs.output.rows.map(run => [run.first, run.used]), [
    [190, 0],
    [1, 1],
  ])
})

test('an archive number is given by hand, once, and taken back', async () => {
  const one = await k.readPaper(anna, { kind: 'letter' })
  const two = await k.readPaper(anna, { kind: 'letter' })
  const outcome = await k.dispatch(setArchiveNumber, { id: one, number: 700 }, anna)
  assert.equal(outcome.status, 'done')
  assert.equal(refusal(await k.dispatch(setArchiveNumber, { id: two, number: 700 }, anna)), 'archive-number-taken')
  const back = outcome.status === 'done' ? outcome.undo : null
  await k.done(setArchiveNumber, back!.input as never, anna)
  assert.equal((await see(one)).archiveNumber, null)
  await k.done(setArchiveNumber, { id: two, number: 700 }, anna)
  assert.equal((await see(two)).archiveNumber, 'A000700')
})

test('sheets are printed as PDF; what is not there, or a stranger’s, is not', async () => {
  const ask = async (path: string, query: Record<string, string>, as = anna) =>
    documentRoutes
      .find(route => route.path.endsWith(path))!
      .answer(k.kernel, {
        params: {},
        query,
        caller: { organisationId: as.organisationId, principalId: as.id, mandateId: null },
        requestId: 'sheets',
        ifNoneMatch: undefined,
      })
  const separators = await k.query(listSeparators, {}, anna)
  assert.ok(separators.status === 'done')
  const [plain] = separators.output.rows
  assert.equal(plain!.classCode, null)
  const sheet = await ask('/separator', { token: plain!.id })
  assert.equal((sheet.body as Buffer).subarray(0, 5).toString(), '%PDF-')
  const runs = await k.query(listLabelRuns, {}, anna)
  const run = runs.status === 'done' ? runs.output.rows[0]! : assert.fail()
  assert.equal((await ask('/labels', { run: run.id, skip: '5' })).headers['content-type'], 'application/pdf')
  assert.equal((await ask('/labels', { run: plain!.id })).status, 404)
  const stranger = k.principal(await k.openOrganisation('sv'))
  assert.equal((await ask('/separator', { token: plain!.id }, stranger)).status, 404)
  assert.equal((await ask('/labels', { run: run.id }, stranger)).status, 404)
  assert.equal(
    refusal(await k.dispatch(makeSeparator, { matterId: '019aa000-0000-7000-8000-000000000009' }, anna)),
    'separator-matter-unknown',
  )
})

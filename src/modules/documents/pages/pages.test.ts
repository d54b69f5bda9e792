import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import {
  changeKeeping,
  changePages,
  confirm,
  createClassCode,
  destroy,
  fileUnder,
  getDocument,
  joinDocuments,
  listDocuments,
  listPages,
  pageWords,
  putBack,
  split,
} from '../contract.ts'
import { documentStreams } from '../doors.http.ts'
import { read } from '../reading/read.ts'
import { makePdf } from '../reading/fixtures/pdf.ts'
import { scanOf } from '../reading/fixtures/scan.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'

let k: DocumentsKernel
let anna: TestPrincipal
before(async () => {
  k = await documentsKernel()
  anna = k.principal(await k.openOrganisation('sv'))
})
after(() => k.close())

const letter = (words: readonly string[]) =>
  makePdf(pdf => {
    words.forEach((word, index) => {
      if (index > 0) pdf.addPage()
      pdf.fontSize(14).text(`Sidan handlar om ${word} och ingenting annat än ${word}.`)
      for (let line = 0; line < 3; line++) pdf.text(`Rad ${line} om ${word}, skriven av Lindholms i Göteborg.`)
    })
  })

async function taken(words: readonly string[], name = 'brev.pdf'): Promise<string> {
  const id = await k.takeIn(anna, await letter(words), name)
  await k.runJobs()
  return id
}
const see = async (id: string, as = anna) => {
  const answer = await k.query(getDocument, { id }, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output : assert.fail()
}
const sheets = async (id: string) => {
  const answer = await k.query(listPages, { id }, anna)
  return answer.status === 'done' ? answer.output.pages : assert.fail(JSON.stringify(answer))
}
const found = async (text: string) => {
  const answer = await k.query(listDocuments, { text }, anna)
  return answer.status === 'done' ? answer.output.rows.map(({ id }) => id) : []
}
const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status
async function undo(outcome: { status: string; undo?: { command: string; input: unknown } | null }): Promise<void> {
  const back = await k.kernel.dispatch({
    organisationId: anna.organisationId,
    principalId: anna.id,
    command: outcome.undo!.command as 'documents.put-back',
    input: outcome.undo!.input,
    requestId: 'undo-pages',
    surface: 'test',
  })
  assert.equal(back.status, 'done', JSON.stringify(back))
}
const stream = async (path: string, params: Record<string, string>) => {
  const route = documentStreams.find(one => one.path.endsWith(path))!
  const answer = await route.answer(k.kernel, {
    params,
    query: { width: '240' },
    caller: { organisationId: anna.organisationId, principalId: anna.id, mandateId: null },
    requestId: `s${Math.random()}`,
    ifNoneMatch: undefined,
  })
  const chunks: Buffer[] = []
  if (answer.body instanceof Uint8Array) chunks.push(Buffer.from(answer.body))
  else if (answer.body) for await (const chunk of answer.body) chunks.push(chunk as Buffer)
  return { status: answer.status ?? 200, bytes: Buffer.concat(chunks) }
}

test('pages are put in order, turned and left out; text, words, search and the searchable PDF follow, the original stays', async () => {
  const id = await taken(['ventilation', 'bygglov', 'hyresavtal'])
  const original = (await stream('/original', { id })).bytes
  const before = await see(id)
  assert.deepEqual(await found('bygglov'), [id])
  const outcome = await k.dispatch(changePages, { id, pages: [{ page: 3, turned: 90 }, { page: 1 }] }, anna)
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  const now = await see(id)
  assert.equal(now.row.pageCount, 2)
  assert.deepEqual(now.pagesLeft, { blank: 0, other: 1 })
  assert.match(now.text, /hyresavtal[^]*\f[^]*ventilation/)
  assert.deepEqual(
    now.pages.map(page => [page.number, Math.round(page.width), page.turn]),
    [
      [1, 842, 90],
      [2, 595, 0],
    ],
  )
  assert.deepEqual(await found('bygglov'), [])
  const words = await k.query(pageWords, { id, page: 1 }, anna)
  assert.ok(words.status === 'done')
  const first = words.output.lines.flat().find(word => word.text === 'hyresavtal')!
  // At the head of an upright page; after a quarter turn at its right.
  assert.ok(first.box[0]! > 0.8 && first.box[3]! > first.box[2]!, JSON.stringify(first))
  const pdf = await read((await stream('/searchable.pdf', { id })).bytes, 'out.pdf')
  assert.equal(pdf.pages.length, 2)
  assert.match(pdf.pages[0]!.lines.map(line => line.words.map(word => word.text).join(' ')).join('\n'), /hyresavtal/)
  assert.deepEqual((await stream('/original', { id })).bytes, original)
  const picture = await sharp((await stream('/:page', { id, page: '1.webp' })).bytes).metadata()
  assert.ok(picture.width! > picture.height!)
  assert.equal((await stream('/:page', { id, page: 'left-2.webp' })).status, 200)
  assert.equal((await stream('/:page', { id, page: 'left-1.webp' })).status, 404)
  await undo(outcome as never)
  const after = await see(id)
  assert.deepEqual({ ...after, record: 0, row: 0, can: 0 }, { ...before, record: 0, row: 0, can: 0 })
  assert.deepEqual(await found('bygglov'), [id])
})

test('places of fields go with their page, and wait where it is left out', async () => {
  const id = await taken(['fakturan'], 'f.pdf')
  const pdf = await makePdf(page => {
    page.fontSize(11).text('Försättsblad utan innehåll, bara så att det finns en sida före.')
    page.addPage()
    for (const line of [
      'Lindholms Papper AB',
      'FAKTURA',
      'Fakturanummer 40718',
      'Fakturadatum 2026-11-11',
      'Förfallodatum 2026-12-11',
      'Att betala SEK 13 980,00',
      'Bankgiro 5730-9122',
    ])
      page.text(line)
  })
  const bill = await k.takeIn(anna, pdf, 'faktura.pdf')
  await k.runJobs()
  const number = async () => (await see(bill)).fields.find(({ name }) => name === 'number')
  const was = await number()
  assert.equal(was?.page, 2)
  await k.done(changePages, { id: bill, pages: [{ page: 2, turned: 180 }, { page: 1 }] }, anna)
  const turned = await number()
  assert.equal(turned?.page, 1)
  assert.ok(Math.abs(turned!.box![0]! - (1 - was!.box![0]! - was!.box![2]!)) < 1e-5)
  await k.done(changePages, { id: bill, pages: [{ page: 1 }] }, anna)
  assert.deepEqual([(await number())?.page, (await number())?.box], [null, null])
  await k.done(changePages, { id: bill, pages: [{ page: 1 }, { page: 2 }] }, anna)
  assert.equal((await number())?.page, 2)
  assert.deepEqual(
    (await number())?.box?.map(side => side.toFixed(4)),
    was?.box?.map(side => side.toFixed(4)),
  )
  assert.equal(refusal(await k.dispatch(changePages, { id, pages: [{ page: 2 }] }, anna)), 'pages-unfit')
  assert.equal(refusal(await k.dispatch(changePages, { id, pages: [{ page: 1 }, { page: 1 }] }, anna)), 'pages-unfit')
  const mail = await k.readPaper(anna, { kind: 'letter' })
  assert.equal(
    refusal(await k.dispatch(changePages, { id: mail, pages: [{ page: 1 }] }, anna)),
    'document-without-pages',
  )
})

test('a document is split into papers of their own, which are read; taken back, it stands as before', async () => {
  const id = await taken(['ventilation', 'ventilation', 'flaggstång', 'tomträtt'])
  const outcome = await k.dispatch(split, { id, before: [3, 4] }, anna)
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  assert.equal((await see(id)).record.state, 'replaced')
  await k.runJobs()
  const parts = (await see(id)).wentInto
  assert.equal(parts.length, 3)
  const [one, two, three] = await Promise.all(parts.map(part => see(part.id)))
  assert.deepEqual([one!.row.pageCount, two!.row.pageCount, three!.row.pageCount], [2, 1, 1])
  assert.match(two!.text, /flaggstång/)
  assert.deepEqual(
    two!.cameOf.map(old => old.id),
    [id],
  )
  assert.equal(two!.record.state, 'to-confirm')
  assert.deepEqual(await found('flaggstång'), [two!.record.id])
  assert.equal((await found('tomträtt')).length, 1)
  await undo(outcome as never)
  assert.equal((await see(id)).record.state, 'to-confirm')
  assert.deepEqual(await found('flaggstång'), [id])
  assert.equal((await see(two!.record.id)).record.state, 'replaced')
  assert.equal(refusal(await k.dispatch(putBack, { ids: [id] }, anna)), 'document-not-replaced')
})

test('splitting is taken back before the job came to it, and the job then does nothing', async () => {
  const id = await taken(['ventilation', 'bygglov'])
  const outcome = await k.dispatch(split, { id, before: [2] }, anna)
  await undo(outcome as never)
  await k.runJobs()
  assert.equal((await see(id)).record.state, 'to-confirm')
  assert.deepEqual((await see(id)).wentInto, [])
})

test('once a part is confirmed, the split stands', async () => {
  const id = await taken(['ventilation', 'bygglov'])
  await k.done(split, { id, before: [2] }, anna)
  await k.runJobs()
  const [part] = (await see(id)).wentInto
  await k.done(confirm, { id: part!.id, kind: 'letter', task: null }, anna)
  assert.equal(refusal(await k.dispatch(putBack, { ids: [id] }, anna)), 'part-dealt-with')
  assert.equal(refusal(await k.dispatch(split, { id: part!.id, before: [2] }, anna)), 'document-state-unfit')
})

test('a part is not destroyed while what it came of would keep its pages', async () => {
  const id = await taken(['ventilation', 'bygglov'])
  await k.done(split, { id, before: [2] }, anna)
  await k.runJobs()
  const [part] = (await see(id)).wentInto
  await k.done(changeKeeping, { fourEyes: false, discardedDays: 90 }, anna)
  await k.superuser.query(`update documents.document set keep_until = '2020-01-01' where id = any($1)`, [
    [id, part!.id],
  ])
  assert.equal(refusal(await k.dispatch(destroy, { ids: [part!.id], reason: 'x' }, anna)), 'document-lies-inside')
  assert.equal((await k.done(destroy, { ids: [part!.id, id], reason: 'Tiden ute' }, anna)).count, 2)
})

test('papers are joined in the order chosen, whatever they are files of, and taken apart again', async () => {
  const first = await taken(['ventilation'], 'a.pdf')
  const scan = await scanOf(await letter(['Bygglov']), 150, 0.5, 0, 'jpeg')
  const second = await k.takeIn(anna, scan, 'b.jpg')
  await k.runJobs()
  const outcome = await k.dispatch(joinDocuments, { ids: [second, first] }, anna)
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  await k.runJobs()
  const [whole] = (await see(first)).wentInto
  const detail = await see(whole!.id)
  assert.equal(detail.row.pageCount, 2)
  assert.deepEqual(
    detail.cameOf.map(old => old.id),
    [second, first],
  )
  assert.match(detail.text, /Bygglov[^]*\f[^]*ventilation/i)
  assert.equal(refusal(await k.dispatch(putBack, { ids: [first] }, anna)), 'document-not-replaced')
  await undo(outcome as never)
  assert.deepEqual([(await see(first)).record.state, (await see(second)).record.state], ['to-confirm', 'to-confirm'])
})

test('class and audience follow into the parts, and a stranger sees neither pages nor parts', async () => {
  const id = await taken(['hemlighet', 'bygglov'])
  await k.done(split, { id, before: [2] }, anna)
  await k.runJobs()
  const [part] = (await see(id)).wentInto
  const low = k.principal(anna.organisationId, { clearance: 0 })
  assert.equal(refusal(await k.dispatch(changePages, { id: part!.id, pages: [{ page: 1 }] }, low)), 'record-not-found')
  assert.equal(refusal(await k.dispatch(putBack, { ids: [id] }, low)), 'record-not-found')
  assert.equal((await k.query(listPages, { id: part!.id }, low)).status, 'refused')
})

test('blank backs of a scan are left out on arrival, said, shown among the pages and brought back', async () => {
  const front = await scanOf(await letter(['ventilation']), 150, 0.4, 0, 'png')
  const back = await scanOf(await makePdf(() => {}), 150, 0.4, 0, 'png')
  const duplex = await makePdf(
    pdf => {
      for (const [index, picture] of [front, back, front, back].entries()) {
        if (index > 0) pdf.addPage()
        pdf.image(picture, 0, 0, { width: 595, height: 842 })
      }
    },
    { margin: 0 },
  )
  const id = await k.takeIn(anna, duplex, 'skanning.pdf')
  await k.runJobs()
  const detail = await see(id)
  assert.equal(detail.row.pageCount, 2)
  assert.deepEqual(detail.pagesLeft, { blank: 2, other: 0 })
  assert.ok(detail.warnings.some(({ name }) => name === 'blank-pages-left-out'))
  assert.deepEqual(
    (await sheets(id)).map(({ page, number, blank }) => [page, number, blank]),
    [
      [1, 1, false],
      [2, null, true],
      [3, 2, false],
      [4, null, true],
    ],
  )
  assert.equal((await read((await stream('/searchable.pdf', { id })).bytes, 'x.pdf', { ocr: 'none' })).pages.length, 2)
  await k.done(changePages, { id, pages: [1, 2, 3, 4].map(page => ({ page })) }, anna)
  assert.equal((await see(id)).row.pageCount, 4)
})

test('what was filed before it is confirmed stays there', async () => {
  const id = await taken(['ventilation'])
  const classCode = await k.done(
    createClassCode,
    { code: '9.7', name: 'Ventilation', retentionYears: 7, retentionFrom: 'year-end', confidentiality: 1 },
    anna,
  )
  await k.done(fileUnder, { ids: [id], classCodeId: classCode.id }, anna)
  await k.done(confirm, { id, kind: 'letter', task: null }, anna)
  assert.equal((await see(id)).row.classCode?.code, '9.7')
})

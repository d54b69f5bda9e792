import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { documentRoutes } from './doors.routes.ts'
import { packLines, unpackLines } from './reading-pack.ts'
import { makePdf } from './reading/fixtures/pdf.ts'
import { scanOf } from './reading/fixtures/scan.ts'
import { read } from './reading/index.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const letter = () => makePdf(document => void document.fontSize(16).text('Kvarnbacken tillstyrks', 60, 120))

/** The searchable PDF as the stream answers it. */
async function searchableOf(id: string, me: TestPrincipal): Promise<{ status: number; bytes: Buffer }> {
  const route = documentRoutes.find(({ path }) => path.endsWith('/searchable.pdf'))!
  const answer = await route.answer(kernel.kernel, {
    params: { id },
    query: {},
    caller: { organisationId: me.organisationId, principalId: me.id, mandateId: null },
    requestId: 'test-request',
    ifNoneMatch: undefined,
  })
  const bytes = answer.body instanceof Uint8Array ? Buffer.from(answer.body) : await buffer(answer.body!)
  return { status: answer.status ?? 200, bytes }
}

test('the searchable PDF of a scan is drawn from the words its reading kept; nothing is recognised twice', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const id = await kernel.takeIn(me, await scanOf(await letter(), 150, 3, 90, 'png'), 'brev.png')
  const early = await searchableOf(id, me)
  assert.match((await read(early.bytes, 'early.pdf')).text, /Kvarnbacken/, 'asked before it was read: recognised')

  await kernel.runJobs()
  const { rows } = await kernel.superuser.query<{ words: Buffer }>(
    'select words from documents.page where document_id = $1',
    [id],
  )
  const lines = unpackLines(rows[0]!.words).map(line => line.map(word => ({ ...word, text: 'Ordförråd' })))
  assert.ok(lines.length > 0)
  const [first] = lines
  await kernel.superuser.query('update documents.page set words = $2 where document_id = $1', [
    id,
    packLines([{ words: first!, box: [0, 0, 1, 1] }]),
  ])
  const drawn = await read((await searchableOf(id, me)).bytes, 'drawn.pdf')
  assert.match(drawn.text, /^Ordförråd( Ordförråd)*$/)
  assert.ok(drawn.pages[0]!.height > drawn.pages[0]!.width, 'stands upright')
})

test('a file whose pages all have a text layer is its own searchable PDF; text has none', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const pdf = await letter()
  const typed = await kernel.takeIn(me, pdf, 'typed.pdf')
  const text = await kernel.takeIn(me, 'Hej på er', 'hej.txt')
  await kernel.runJobs()
  assert.ok((await searchableOf(typed, me)).bytes.equals(pdf))
  assert.equal((await searchableOf(text, me)).status, 404)
})

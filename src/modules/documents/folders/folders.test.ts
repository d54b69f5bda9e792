import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import {
  arrangeDropFolder,
  beginEditing,
  changeKeeping,
  confirm,
  destroy,
  discard,
  endEditing,
  getCertificate,
  getDocument,
  listCertificates,
  listVersions,
  saveVersion,
  takeIn,
} from '../contract.ts'
import { type DocumentsKernel, documentsKernel, sureBill } from '../testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const open = async (): Promise<TestPrincipal> => kernel.principal(await kernel.openOrganisation('sv'))

async function save(me: TestPrincipal, id: string, content: string) {
  return kernel.done(saveVersion, { id, fileId: await kernel.store(me, content, 'paper.txt') }, me)
}

async function detail(me: TestPrincipal, id: string) {
  const answer = await kernel.query(getDocument, { id }, me)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('a version saved back is read and found; what a person had confirmed stays as it was confirmed', async () => {
  const me = await open()
  const id = await kernel.readPaper(me, sureBill, { text: 'the first words' })
  await kernel.done(confirm, { id }, me)
  assert.deepEqual(await save(me, id, 'Faktura 99\nAtt betala 5,00 kr\nother words'), {
    version: (await detail(me, id)).record.version,
    number: 2,
  })
  await kernel.runJobs()
  const after = await detail(me, id)
  assert.match(after.text, /other words/)
  assert.deepEqual([after.record.state, after.row.total?.amount, after.row.number], ['confirmed', '13980.00', '40718'])
  assert.equal((await save(me, id, 'third')).number, 3)
})

test('destroying takes every version with it, and says so', async () => {
  const me = await open()
  const id = await kernel.takeIn(me, 'one')
  for (const words of ['two', 'three']) await save(me, id, words)
  const versions = await kernel.query(listVersions, { id }, me)
  assert.ok(versions.status === 'done')
  const digests = versions.output.rows.map(({ digest }) => digest)
  assert.equal(new Set(digests).size, 3)
  // The oldest is another document's too, which is kept.
  await kernel.takeIn(me, 'one')
  await kernel.runJobs()
  await kernel.done(discard, { id }, me)
  await kernel.done(changeKeeping, { fourEyes: false, discardedDays: 0 }, me)
  const { certificateId, count } = await kernel.done(destroy, { ids: [id], reason: 'Not kept' }, me)
  assert.equal(count, 1)
  await kernel.runJobs()
  const certificate = await kernel.query(getCertificate, { id: certificateId }, me)
  assert.ok(certificate.status === 'done')
  assert.equal(certificate.output.lines.length, 3)
  const shared = new Map(certificate.output.lines.map(line => [line.digest, line.shared]))
  assert.deepEqual(
    digests.map(digest => shared.get(digest)),
    [false, false, true],
  )
  for (const [index, digest] of digests.entries()) {
    const bytes = kernel.kernel.files.bytes(me.organisationId, Buffer.from(digest, 'hex'))
    if (index < 2) await assert.rejects(bytes)
    else assert.equal((await bytes).toString(), 'one')
  }
  const list = await kernel.query(listCertificates, {}, me)
  assert.ok(list.status === 'done')
  assert.deepEqual([list.output.rows[0]!.papers, list.output.rows[0]!.gone], [1, 1])
})

test('a file taken in once more is at least as confidential as what it is copied from', async () => {
  const me = await open()
  const source = await kernel.done(
    takeIn,
    { fileId: await kernel.store(me, 'secret'), name: 'a.txt', arrivedBy: 'upload', confidentiality: 2 },
    me,
  )
  const copy = await kernel.done(
    takeIn,
    { fileId: await kernel.store(me, 'secret'), name: 'b.txt', arrivedBy: 'upload', copiedFromId: source.id },
    me,
  )
  assert.equal((await detail(me, copy.id)).record.class, 2)
})

test('editing belongs to who began it: others are told, cannot end it, and may begin when it is over', async () => {
  const me = await open()
  const other = kernel.principal(me.organisationId)
  const id = await kernel.takeIn(me, 'text')
  const [mine, theirs] = ['019aa000-0000-7000-8000-0000000000a1', '019aa000-0000-7000-8000-0000000000a2']
  await kernel.done(beginEditing, { token: mine, documentId: id, seconds: 60 }, me)
  const refused = async (work: Promise<{ status: string; refusal?: { name: string } }>) => (await work).refusal?.name
  assert.equal(
    await refused(kernel.dispatch(beginEditing, { token: theirs, documentId: id }, other) as never),
    'document-being-edited',
  )
  assert.equal(await refused(kernel.dispatch(endEditing, { token: mine }, other) as never), 'editing-not-begun')
  assert.equal(
    await refused(kernel.dispatch(beginEditing, { token: mine, documentId: id }, other) as never),
    'editing-not-begun',
  )
  kernel.setClock(Temporal.Now.instant().add({ minutes: 2 }).round('microsecond'))
  await kernel.done(beginEditing, { token: theirs, documentId: id }, other)
  kernel.setClock(null)
})

test('a drop folder holds so much and no more, moves whole folders, and is one’s own', async () => {
  const me = await open()
  const other = kernel.principal(me.organisationId)
  await kernel.done(
    arrangeDropFolder,
    {
      puts: [
        { path: 'In/a', kind: 'folder' },
        { path: 'In/a/b', kind: 'folder' },
        { path: 'In/ab', kind: 'folder' },
      ],
    },
    me,
  )
  await kernel.done(arrangeDropFolder, { moves: [{ from: 'In/a', to: 'In/c' }] }, me)
  await kernel.done(arrangeDropFolder, { drops: ['In/ab'] }, other)
  const { rows } = await kernel.superuser.query<{ path: string }>(
    'select path from documents.drop_entry where organisation_id = $1 order by path',
    [me.organisationId],
  )
  assert.deepEqual(
    rows.map(({ path }) => path),
    ['In/ab', 'In/c', 'In/c/b'],
  )
  for (let from = 0; from < 5000; from += 500) {
    const puts = Array.from({ length: 500 }, (_, n) => ({ path: `In/${from + n}`, kind: 'folder' as const }))
    const outcome = await kernel.dispatch(arrangeDropFolder, { puts }, me)
    if (from + 500 + 3 <= 5000) assert.equal(outcome.status, 'done')
    else assert.equal(outcome.status === 'refused' && outcome.refusal.name, 'drop-folder-full')
  }
})

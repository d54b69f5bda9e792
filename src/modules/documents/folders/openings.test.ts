import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import { oneFileDoor } from '../../../surfaces/http/one-file.ts'
import { outsidePages } from '../../../kernel/outside/link.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import * as c from '../contract.ts'
import { findOpenDocument } from '../index.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { beginsAs, writtenBy } from './writing-programs.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const me = async (): Promise<TestPrincipal> => kernel.principal(await kernel.openOrganisation('sv'))
/** What the door looks at of an office file: how it begins. */
const office = (words: string) => Buffer.from(`PK\x03\x04${words}`, 'latin1')
const door = oneFileDoor(outsidePages.open, [findOpenDocument])

async function opened(as: TestPrincipal, id: string) {
  const opening = await kernel.done(c.beginOpening, { id }, as)
  const shown = await kernel.query(c.showDocumentOpening, { id: opening.id }, as)
  assert.ok(shown.status === 'done', JSON.stringify(shown))
  return { ...shown.output, id: opening.id }
}

async function dav(method: string, url: string, body: Uint8Array | string = '', headers: Record<string, string> = {}) {
  const request = {
    method,
    url,
    headers,
    body: Readable.from(body.length > 0 ? [Buffer.from(body)] : []),
    address: '127.0.0.1',
    requestId: 'x',
    host: 'kontor',
  }
  const answer: DavAnswer = await door.answer(kernel.kernel, { pool: kernel.kernel.pool }, request, () => {})
  const parts: Buffer[] = []
  for await (const part of answer.body instanceof Readable ? answer.body : []) parts.push(part as Buffer)
  return { ...answer, text: Buffer.concat(parts).toString('latin1') }
}
const lockInfo =
  '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>'
const tokenOf = ({ headers }: DavAnswer) => headers['lock-token']!.slice(1, -1)
const versions = async (as: TestPrincipal, id: string) => {
  const answer = await kernel.query(c.listVersions, { id }, as)
  assert.ok(answer.status === 'done')
  return answer.output
}
const refusalOf = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status

test('which program opens a file is told by its name, what it saves by its first bytes; macros and papers are none', () => {
  for (const [name, program] of [
    ['Offert.docx', 'word'],
    ['notes.ODT', 'word'],
    ['Budget 2027.xlsx', 'excel'],
    ['list.ods', 'excel'],
    ['Talk.pptx', 'powerpoint'],
  ] as const)
    assert.equal(writtenBy(name)?.program, program, name)
  for (const name of ['scan.pdf', 'macro.docm', 'docx', 'constructor', 'x.docx.exe'])
    assert.equal(writtenBy(name), null)
  assert.ok(beginsAs(writtenBy('a.docx')!, office('x')))
  assert.ok(!beginsAs(writtenBy('a.docx')!, Buffer.from('%PDF-1.7')))
  assert.ok(beginsAs(writtenBy('a.docx')!, Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'one with a password')
})

test('a paper is opened, held, changed and saved back by a program; each change is a version, and is read', async () => {
  const elin = await me()
  const id = await kernel.takeIn(elin, office('one'), 'Avtal.docx')
  const { path, program } = await opened(elin, id)
  assert.equal(program, 'word')
  assert.match(path, /^\/open\/[\w-]{75}\/Avtal\.docx$/)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  assert.match((await dav('HEAD', path)).headers['content-type']!, /wordprocessingml/)
  assert.equal((await dav('PROPFIND', folder, '', { depth: '1' })).status, 207)
  assert.match((await dav('GET', path)).text, /one$/)

  const held = await dav('LOCK', path, lockInfo, { timeout: 'Second-600' })
  assert.equal(held.status, 200)
  assert.equal((await versions(elin, id)).editing.length, 1)
  const karin = kernel.principal(elin.organisationId)
  const theirs = await opened(karin, id)
  assert.equal((await dav('LOCK', theirs.path, lockInfo)).status, 423, 'one after the other')
  assert.equal((await dav('PUT', theirs.path, office('theirs'))).status, 423)
  const byHand = { id, fileId: await kernel.store(karin, office('by hand')) }
  assert.equal(refusalOf(await kernel.dispatch(c.saveVersion, byHand, karin)), 'document-being-edited')
  const inFolder = { token: '019aa000-0000-7000-8000-0000000000b1', documentId: id }
  assert.equal(refusalOf(await kernel.dispatch(c.beginEditing, inFolder, karin)), 'document-being-edited')

  const own = { if: `(<${tokenOf(held)}>)` }
  assert.equal((await dav('PUT', path, office('two'))).status, 423, 'whoever holds it shows it')
  const put = await dav('PUT', path, office('two'), own)
  assert.deepEqual([put.status, (await dav('HEAD', path)).headers['etag']], [204, put.headers['etag']])
  assert.equal((await dav('PUT', path, office('two'), own)).status, 204, 'the same again is no version')
  assert.equal((await dav('PUT', path, '', own)).status, 204, 'an empty file is laid down first')
  assert.equal((await dav('PUT', path, '%PDF-1.7', own)).status, 415)
  assert.equal((await dav('UNLOCK', path, '', { 'lock-token': `<${tokenOf(held)}>` })).status, 204)
  const { rows, editing } = await versions(elin, id)
  assert.deepEqual(
    [rows.map(({ number, aside }) => [number, aside]), editing.length],
    [
      [
        [2, false],
        [1, false],
      ],
      0,
    ],
  )
  assert.equal(kernel.waitingJobs.filter(({ job }) => job.name === c.readJob.name).length > 1, true)
})

test('two who save one after the other are kept beside each other, the second is told; either can be made the newest', async () => {
  const elin = await me()
  const karin = kernel.principal(elin.organisationId)
  const id = await kernel.takeIn(elin, office('one'), 'Budget.xlsx')
  const [hers, his] = [await opened(elin, id), await opened(karin, id)]
  for (const { path } of [hers, his]) await dav('GET', path)
  assert.equal((await dav('PUT', hers.path, office('hers'))).status, 204)
  assert.equal((await dav('PUT', his.path, office('his'))).status, 204)
  const { rows } = await versions(elin, id)
  assert.deepEqual(
    rows.map(({ number, aside, isNewest }) => [number, aside, isNewest]),
    [
      [3, true, false],
      [2, false, true],
      [1, false, false],
    ],
  )
  assert.match((await dav('GET', hers.path)).text, /hers$/, 'the paper says what it said')
  const tasks = await kernel.superuser.query("select title from kernel.record where kind = 'task'")
  assert.ok(tasks.rows.some(({ title }) => /Två versioner av ”Budget.xlsx”: för ihop version 3/.test(title)))

  // fetched anew, it goes on from the newest
  await dav('GET', his.path)
  assert.equal((await dav('PUT', his.path, office('both'))).status, 204)
  assert.equal((await versions(elin, id)).rows[0]!.isNewest, true)

  const back = await kernel.dispatch(c.restoreDocumentVersion, { id, number: 3 }, elin)
  assert.ok(back.status === 'done' && back.undo, JSON.stringify(back))
  assert.match((await dav('GET', hers.path)).text, /his$/)
  await kernel.done(c.restoreDocumentVersion, back.undo.input as never, elin)
  assert.match((await dav('GET', hers.path)).text, /both$/)
  for (const number of [6, 99])
    assert.equal(
      refusalOf(await kernel.dispatch(c.restoreDocumentVersion, { id, number }, elin)),
      'document-version-unknown',
    )
})

test('the address opens one paper, for one person who may change it, for a while', async () => {
  const elin = await me()
  const id = await kernel.takeIn(elin, office('one'), 'Avtal.docx')
  const { path, id: opening } = await opened(elin, id)
  const karin = kernel.principal(elin.organisationId)
  assert.equal(refusalOf(await kernel.query(c.showDocumentOpening, { id: opening }, karin)), 'document-opening-over')
  assert.equal((await dav('GET', path.replace('Avtal', 'Other'))).status, 404)
  assert.equal((await dav('PUT', path.replace('Avtal', '.~lock.Avtal'), office('x'))).status, 403)
  assert.equal((await dav('GET', path.replace('/open/', '/open/A'))).status, 404)
  const reader = kernel.principal(elin.organisationId, {
    permissions: new Map([['documents.get-document', null]]),
  })
  assert.equal(refusalOf(await kernel.dispatch(c.beginOpening, { id }, reader)), 'act-not-permitted')
  const scan = await kernel.takeIn(elin, '%PDF-1.7', 'scan.pdf')
  assert.equal(refusalOf(await kernel.dispatch(c.beginOpening, { id: scan }, elin)), 'document-not-openable')
  const other = await kernel.takeIn(elin, office('x'), 'Other.docx')
  const elsewhere = { id: other, fileId: await kernel.store(elin, office('y')), openingId: opening }
  assert.equal(refusalOf(await kernel.dispatch(c.saveVersion, elsewhere, elin)), 'document-opening-over')
  await kernel.done(c.discard, { id }, elin)
  assert.equal(refusalOf(await kernel.dispatch(c.beginOpening, { id }, elin)), 'document-state-unfit')
  assert.equal((await dav('PUT', path, office('late'))).status, 403)
  kernel.setClock(Temporal.Now.instant().add({ hours: 25 }).round('microsecond'))
  assert.equal((await dav('GET', path)).status, 404)
  kernel.setClock(null)
})

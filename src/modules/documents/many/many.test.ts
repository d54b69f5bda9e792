import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { fromBufferPromise } from 'yauzl'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { documentRoutes } from '../doors.routes.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { archiveAddress } from '../ui/list/archiveAddress.ts'
import { safeName, uniqueNames } from './archive-names.ts'
import { zipLength, zipStream } from './zip-stream.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

/** What another reader of archives finds in it. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return found
}

test('an archive holds what was put in, is as long as was said, and another reader opens it', async () => {
  const at = Temporal.PlainDateTime.from('2026-11-24T08:26:01')
  const contents = [Buffer.from('Hej'), Buffer.alloc(200_000, 7), Buffer.alloc(0)]
  const entries = contents.map((content, index) => ({
    name: `påminnelse ${index}.pdf`,
    size: content.length,
    at,
    open: async () => Readable.from([content], { objectMode: false }),
  }))
  const bytes = await buffer(zipStream(entries))
  assert.equal(bytes.length, zipLength(entries))
  const found = await unzipped(bytes)
  assert.deepEqual(
    [...found],
    entries.map(({ name }, index) => [name, contents[index]]),
  )
})

test('names lead nowhere, offend no system, and are never the same', () => {
  assert.equal(safeName('../../etc/passwd'), '_.._etc_passwd')
  assert.equal(safeName('con.pdf'), '_con.pdf')
  assert.equal(safeName('räkning\u202Efdp.exe'), 'räkning_fdp.exe')
  assert.equal(safeName('   ...   '), '_')
  assert.deepEqual(uniqueNames(['a.pdf', 'A.PDF', 'a (2).pdf', 'a.pdf']), [
    'a.pdf',
    'A (2).PDF',
    'a (2) (2).pdf',
    'a (3).pdf',
  ])
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 30 }), names => {
      const safe = uniqueNames(names)
      assert.equal(new Set(safe.map(name => name.toLowerCase())).size, names.length)
      for (const name of safe) {
        assert.doesNotMatch(name, /[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u)
        assert.ok(name.length > 0 && name.length < 300)
      }
    }),
  )
})

async function get(ids: readonly string[], me: TestPrincipal) {
  const query = Object.fromEntries(new URL(`http://kontor${archiveAddress(ids)}`).searchParams)
  const {
    status = 200,
    headers,
    body,
  } = await documentRoutes
    .find(({ path }) => path.endsWith('/archive.zip'))!
    .answer(kernel.kernel, {
      params: {},
      query,
      caller: { organisationId: me.organisationId, principalId: me.id, mandateId: null },
      requestId: 'test-request',
      ifNoneMatch: undefined,
    })
  const bytes = body instanceof Uint8Array ? Buffer.from(body) : body ? await buffer(body) : Buffer.alloc(0)
  return { status, headers, bytes }
}

test('documents are downloaded together: what one may see, and who took what is confidential is noted', async () => {
  const organisation = await kernel.openOrganisation('sv')
  const me = kernel.principal(organisation)
  const open = await kernel.readPaper(me, { kind: 'letter' }, { name: 'brev.txt', text: 'Öppet brev' })
  const twin = await kernel.readPaper(me, { kind: 'letter' }, { name: 'Brev.txt', text: 'Ett annat' })
  const secret = await kernel.readPaper(me, { kind: 'application', senderName: 'Karin' }, { text: 'Hemligt' })
  const all = await get([open, twin, secret], me)
  assert.equal(all.status, 200)
  assert.equal(all.headers['content-length'], String(all.bytes.length))
  assert.match(all.headers['content-security-policy']!, /sandbox/)
  const found = await unzipped(all.bytes)
  assert.deepEqual([...found.keys()], ['brev.txt', 'Brev (2).txt', 'paper.txt'])
  assert.match(found.get('brev.txt')!.toString(), /^Öppet brev/)
  const { rows } = await kernel.superuser.query<{ record_id: string }>(
    'select record_id from kernel.read_log where principal_id = $1',
    [me.id],
  )
  assert.deepEqual(rows, [{ record_id: secret }])

  const low = kernel.principal(organisation, { clearance: 1 })
  assert.deepEqual([...(await unzipped((await get([open, secret], low)).bytes)).keys()], ['brev.txt'])
  const stranger = kernel.principal(await kernel.openOrganisation('sv'))
  for (const ids of [[open], [], Array.from({ length: 301 }, () => open)])
    assert.ok((await get(ids, stranger)).status >= 400)
})

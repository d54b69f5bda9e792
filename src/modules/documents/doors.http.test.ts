import { type StreamRequest } from '../../kernel/files/stream.ts'
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../kernel/language/catalogue.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { rangeOf } from '../../kernel/files/byte-range.ts'
import { documentRoutes } from './doors.routes.ts'
import { catalogues } from './messages/index.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const unknownId = '019aa000-0000-7000-8000-00000000dead'

async function get(
  suffix: string,
  params: Record<string, string>,
  me: TestPrincipal,
  more: Partial<StreamRequest> = {},
): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: Buffer }> {
  const {
    status = 200,
    headers,
    body,
  } = await documentRoutes
    .find(({ path }) => path.endsWith(suffix))!
    .answer(kernel.kernel, {
      params,
      query: {},
      caller: { organisationId: me.organisationId, principalId: me.id, mandateId: null },
      requestId: 'test-request',
      ifNoneMatch: undefined,
      ...more,
    })
  const bytes = body === null ? Buffer.alloc(0) : body instanceof Uint8Array ? Buffer.from(body) : await buffer(body)
  return { status, headers, body: bytes }
}

test('a stream that is refused says so in the caller’s language, as every other refusal', async () => {
  const organisation = await kernel.openOrganisation('sv')
  const me = kernel.principal(organisation)
  const id = await kernel.takeIn(me, 'Hej')
  await kernel.runJobs()
  for (const language of languages) {
    const reader = kernel.principal(organisation, { language })
    const cases = [
      ['/original', { id: unknownId }, 'record-not-found'],
      ['/pages/:page', { id, page: '9.webp' }, 'page-not-found'],
      ['/searchable.pdf', { id }, 'page-not-drawn'],
    ] as const
    for (const [suffix, params, name] of cases) {
      const { status, headers, body } = await get(suffix, params, reader)
      const { refusal, requestId } = JSON.parse(body.toString()) as {
        refusal: { name: string; message: string; todo: string }
        requestId: string
      }
      assert.deepEqual([status, refusal.name, requestId], [404, name, 'test-request'])
      assert.ok(refusal.message && !refusal.message.startsWith('refusal.'), `${name} in ${language}`)
      assert.ok(refusal.todo && !/[{}]/.test(refusal.message + refusal.todo), `${name} in ${language}`)
      assert.match(headers['content-security-policy'] ?? '', /sandbox/)
      const own = catalogues[language][`refusal.${name}` as never] as string | undefined
      if (own) assert.equal(refusal.message, own)
    }
  }
  const asked = await get('/pages/:page', { id, page: '9.webp' }, me, { language: 'nl-BE' })
  assert.equal(JSON.parse(asked.body.toString()).refusal.message, catalogues.nl['refusal.page-not-found'])
})

test('an original is sent in the parts that are asked for, and whole where it changed meanwhile', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251))
  const id = await kernel.takeIn(me, bytes, 'x.bin')
  const whole = await get('/original', { id }, me)
  assert.deepEqual([whole.status, whole.headers['accept-ranges'], whole.body.equals(bytes)], [200, 'bytes', true])
  const part = async (range: string, more: Partial<StreamRequest> = {}) =>
    get('/original', { id }, me, { range, ...more })
  const middle = await part('bytes=10-19')
  assert.deepEqual(
    [
      middle.status,
      middle.headers['content-range'],
      middle.headers['content-length'],
      middle.body.equals(bytes.subarray(10, 20)),
    ],
    [206, 'bytes 10-19/1000', '10', true],
  )
  assert.ok((await part('bytes=990-')).body.equals(bytes.subarray(990)))
  assert.ok((await part('bytes=-5')).body.equals(bytes.subarray(995)))
  const beyond = await part('bytes=1000-')
  assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, 'bytes */1000'])
  assert.equal((await part('bytes=0-0', { ifRange: whole.headers['etag'] ?? '' })).status, 206)
  assert.equal((await part('bytes=0-0', { ifRange: '"other"' })).status, 200)
  assert.equal((await part('bytes=0-1,5-6')).status, 200)
  const stranger = kernel.principal(await kernel.openOrganisation('sv'))
  assert.equal((await get('/original', { id }, stranger, { range: 'bytes=0-1' })).status, 404)
})

test('a file without pages has a sheet in place of its picture, for whoever may see it', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const id = await kernel.takeIn(me, Buffer.from('odd'), 'odd.dat')
  const sheet = await get('/pages/:page', { id, page: '1.webp' }, me)
  assert.deepEqual([sheet.status, sheet.headers['content-type']], [200, 'image/webp'])
  assert.match(sheet.headers['content-security-policy'] ?? '', /sandbox/)
  assert.equal((await get('/pages/:page', { id, page: '2.webp' }, me)).status, 404)
  const stranger = kernel.principal(await kernel.openOrganisation('sv'))
  assert.equal((await get('/pages/:page', { id, page: '1.webp' }, stranger)).status, 404)
})

test('whatever a Range header says, a part lies within the file (seeded)', () => {
  const bound = fc.oneof(fc.constant(''), fc.nat({ max: 3000 }).map(String), fc.constant('99999999999999'))
  fc.assert(
    fc.property(bound, bound, fc.nat({ max: 2000 }), (first, last, size) => {
      const range = rangeOf(`bytes=${first}-${last}`, size)
      if (range === null || range === 'unsatisfiable') return
      assert.ok(range.start >= 0 && range.start <= range.end && range.end < size, JSON.stringify(range))
      if (first !== '') assert.equal(range.start, Number(first))
    }),
  )
  for (const odd of [undefined, '', 'bytes', 'bytes=', 'bytes=-', 'items=0-1', 'bytes=5-2', 'bytes=0x1-2'])
    assert.equal(rangeOf(odd, 10), null, String(odd))
})

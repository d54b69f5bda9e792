/** Any JSON, and what is none, at any address: a clear refusal, never a fault, never a hang, never somebody else's page. */
import assert from 'node:assert/strict'
import { get } from 'node:http'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { testServer } from '../tools/testing/server.ts'

const seed = Number(process.env['HOSTILE_SEED'] ?? 20261123)
const runs = Number(process.env['HOSTILE_RUNS'] ?? 5)
const longest = { answerMs: 30_000 }

const faults: string[] = []
const server = await testServer({ web: false, onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)) })
after(() => server.close())
const elin = await server.openOffice()
const { registry } = server.running.composed.kernel
const acts = [...registry.commands.filter(({ door }) => door !== 'none'), ...registry.queries]

interface Answered {
  readonly status: number
  readonly body: string
  /** What the refusal is called, where it is one. */
  readonly refusal: string | null
}

async function send(path: string, init: RequestInit): Promise<Answered> {
  const response = await elin.fetch(path, { ...init, signal: AbortSignal.timeout(longest.answerMs) })
  const body = await response.text()
  let refusal: string | null = null
  try {
    refusal = (JSON.parse(body) as { refusal?: { name: string } }).refusal?.name ?? null
  } catch {
    refusal = null
  }
  return { status: response.status, body, refusal }
}

/** Answered, or refused by name with words for it; nothing of the inside shows. */
function assertClear(what: string, { status, body, refusal }: Answered): void {
  const shown = `${what.slice(0, 500)} → ${status} ${body.slice(0, 500)}`
  assert.ok(status < 500, shown)
  assert.notEqual(refusal, 'fault', shown)
  if (status >= 400) {
    const said = JSON.parse(body) as { status: string; refusal: { message: string; todo: string } }
    assert.equal(said.status, 'refused', shown)
    assert.ok(said.refusal.message && said.refusal.todo && !said.refusal.message.startsWith('refusal.'), shown)
  }
  assert.doesNotMatch(body, /node_modules|\.ts:\d+|at async|select .* from (kernel|platform)\./i, shown)
}

const post = (path: string, body: string, type = 'application/json') => send(path, { method: 'POST', headers: { 'content-type': type }, body })
const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`

/** Values that break what did not expect them. */
const nasty: readonly unknown[] = [
  null, true, 0, -1, 1e308, 9_007_199_254_740_993, '', '\u0000', 'a\u0000b', '\ud800', '\u202e', '%00', "'; drop table kernel.record; --", '../../etc/passwd', '{{7*7}}', [], {},
  [[]], [null], { __proto__: null }, JSON.parse('{"__proto__": {"admin": true}}'), JSON.parse('{"constructor": {"prototype": {"admin": true}}}'), { toString: 1, length: -1, then: 1 }, 'x'.repeat(70_000),
  '9999-99-99', '-271821-04-20', '+275760-09-13', '019aa000-0000-7000-8000-000000000001', '019AA000-0000-7000-8000-000000000001',
]

const unsettled = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3, noUnicodeString: false } as object), fc.anything({ withDate: false, withBigInt: false, maxDepth: 2 }))

/** A valid example with one or two of its fields replaced, and sometimes one that it does not know. */
function spoilt(example: unknown): fc.Arbitrary<unknown> {
  const fields = Object.keys(example as object)
  const wrong = fc.record({ field: fc.constantFrom(...fields, 'limit', 'after', 'expectedVersion', 'somethingElse'), value: unsettled })
  return fc.array(wrong, { minLength: 1, maxLength: 2 }).map((all) => ({ ...(example as object), ...Object.fromEntries(all.map(({ field, value }) => [field, value])) }))
}

/** JSON as a hostile client may write it: lone surrogates are sent as escapes. */
const written = (value: unknown): string => JSON.stringify(value) ?? 'null'

test(`any JSON at any act (seed ${seed})`, async () => {
  for (const act of acts) {
    const inputs = [...fc.sample(fc.oneof({ weight: 3, arbitrary: spoilt(act.example) }, { weight: 1, arbitrary: unsettled }), { seed, numRuns: runs }), null, [], 'text', 7]
    for (const input of inputs) assertClear(`${act.name} ${written(input)}`, await post(pathOf(act.name), written(input)))
  }
  assert.deepEqual(faults, [])
})

test(`any words as a query (seed ${seed})`, async () => {
  const words = fc.dictionary(fc.oneof(fc.constantFrom('id', 'text', 'limit', 'after', 'sort', '__proto__', 'states[]'), fc.string({ maxLength: 5 })), fc.oneof(fc.string(), fc.constantFrom('null', '[1', '{}', '-1', '1e99', '\u0000')), { maxKeys: 3 })
  for (const query of registry.queries) {
    for (const input of fc.sample(words, { seed, numRuns: runs })) {
      const search = new URLSearchParams(Object.entries(input).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
      assertClear(`${query.name}?${search}`, await send(`${pathOf(query.name)}?${search}`, {}))
    }
    for (const raw of ['id=%E0%A4%A', 'id=1&id=2', 'limit=%00', '&&==', `text=${'x'.repeat(6_000)}`]) assertClear(`${query.name}?${raw}`, await send(`${pathOf(query.name)}?${raw}`, {}))
  }
  assert.deepEqual(faults, [])
})

test('what is no JSON, too large, too deep or of another type', async () => {
  const path = pathOf('work.create-task')
  const refused = async (wanted: string, status: number, body: string, type?: string) => {
    const answer = await post(path, body, type)
    assertClear(`${type} ${body.slice(0, 80)}`, answer)
    assert.equal(answer.status, status, answer.body)
    assert.equal(answer.refusal, wanted)
  }
  for (const body of ['{', '{"title":', 'undefined', '{"title": 01}', '"', '\u0000', '{"title":"a"}{"title":"b"}', '']) await refused('input-invalid', 400, body)
  await refused('input-invalid', 400, '{"title":"a","__proto__":{"ownerId":null}}')
  await refused('input-invalid', 400, `${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  await refused('input-invalid', 400, `{"title":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)
  await refused('input-invalid', 400, `{"title":"${'x'.repeat(9_000_000)}"}`)
  await refused('file-too-large', 413, `{"title":"${'x'.repeat(11_000_000)}"}`)
  for (const type of ['text/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense']) await refused('input-invalid', 400, 'title=a', type)
  assert.deepEqual(faults, [])
})

test('what is not there is refused, and no folder is climbed', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing/here'], ['POST', '/api/work'], ['POST', '/api/work/raise-tasks'], ['DELETE', '/api/work/create-task'], ['PATCH', '/api/session'],
    ['GET', '/api/documents/not-an-id/original'], ['GET', '/api/documents/019aa000-0000-7000-8000-00000000dead/pages/99999.webp'],
    ['GET', '/assets/..%2f..%2f..%2fetc%2fpasswd'], ['POST', '/'], ['GET', '/api/documents/%00/original'], ['GET', '/api/%ff'],
  ] as const) {
    const answer = await send(path, { method })
    assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${path} → ${answer.status}`)
    assert.ok(answer.refusal, `${method} ${path} → ${answer.body.slice(0, 200)}`)
    assert.doesNotMatch(answer.body, /root:/)
  }
  assert.deepEqual(faults, [])
})

test('an address that climbs, as no browser would send it, reaches nothing', async () => {
  const { hostname, port } = new URL(server.address)
  for (const path of ['/../../../../etc/passwd', '/assets/../../../package.json', '/api/../../../../etc/passwd', '//etc/passwd', '/assets/%2e%2e/%2e%2e/package.json']) {
    const said = await new Promise<string>((resolve, reject) => {
      get({ hostname, port, path }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => resolve(body))
      }).on('error', reject)
    })
    assert.doesNotMatch(said, /root:|"devDependencies"/, path)
  }
})

test('junk spoken to MCP is answered as a fault of the speaker', async () => {
  const speak = (body: string) => send('/mcp', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }, body })
  const call = (name: unknown, args: unknown) => written({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } })
  for (const body of ['{', '[]', 'null', '{"jsonrpc":"2.0"}', call('no_such', {}), call(7, {}), call('work_create-task', nasty), call('work_create-task', { title: '\ud800' }), call('__proto__', {}), call('work_raise-tasks', { work: [] })]) {
    const answer = await speak(body)
    assert.ok(answer.status < 500, `${body} → ${answer.status} ${answer.body}`)
    assert.doesNotMatch(answer.body, /node_modules|"name":"fault"/, body)
  }
  assert.deepEqual(faults, [])
})

test('a page of somebody else’s cannot act with our cookie, nor a stranger without one', async () => {
  const foreign = { origin: 'https://evil.example', 'content-type': 'application/json' }
  const forged = async (path: string, method: string, headers: Record<string, string>, body?: string) => {
    const answer = await send(path, { method, headers, ...(body === undefined ? {} : { body }) })
    assert.ok([401, 403].includes(answer.status), `${method} ${path} ${JSON.stringify(headers)} → ${answer.status} ${answer.body}`)
    assertClear(path, answer)
  }
  const task = '{"title":"Forged"}'
  for (const headers of [foreign, { ...foreign, origin: 'null' }, { ...foreign, origin: `${server.address}.evil.example` }, { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }]) {
    await forged('/api/work/create-task', 'POST', headers, task)
    await forged('/api/files?name=a.txt', 'PUT', headers, 'a')
    await forged('/mcp', 'POST', headers, '{}')
  }
  await forged('/api/session', 'DELETE', { origin: 'https://evil.example' })
  await forged('/api/session/language', 'PUT', foreign, '{"language":"sv"}')
  await forged('/api/session', 'POST', foreign, JSON.stringify({ email: elin.email, password: elin.password }))
  const { rows } = (await elin.see('work.list-tasks', { text: 'Forged' })) as { rows: unknown[] }
  assert.deepEqual(rows, [])
  for (const path of ['/api/work/desk', '/api/registry', '/api/live', '/api/session', '/api/documents/019aa000-0000-7000-8000-000000000001/original']) {
    assert.equal((await fetch(server.address + path)).status, 401, path)
    assert.equal((await fetch(server.address + path, { headers: { authorization: `Bearer ${'x'.repeat(40)}`, cookie: 'kontor_session=forged' } })).status, 401, path)
  }
})

test('junk at the doors of sign-in is refused', async () => {
  for (const [method, path] of [['POST', '/api/session'], ['POST', '/api/session/first-run'], ['POST', '/api/session/accept-invitation'], ['POST', '/api/session/reset-password'], ['PUT', '/api/session/organisation'], ['PUT', '/api/session/acting']] as const) {
    for (const input of [null, [], 'x', {}, { email: '\u0000', password: '\u0000' }, { token: '\u0000', password: 'x', name: '\ud800' }, { id: '\u0000' }, JSON.parse('{"__proto__":{"token":"x"}}')]) {
      const answer = await send(path, { method, headers: { 'content-type': 'application/json' }, body: written(input) })
      assertClear(`${path} ${written(input)}`, answer)
      assert.ok(answer.status >= 400, `${path} ${written(input)} → ${answer.status}`)
    }
  }
  assert.deepEqual(faults, [])
})

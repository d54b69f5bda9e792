/** The same junk by MCP, by forms and by the file's door: depth, size, zero bytes, letters that are none, names of prototypes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertClear, elin, faults, nasty, send, written } from './hostile.ts'

const speak = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  send('/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: body as BodyInit,
  })
const call = (args: string): string =>
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"work_create-task","arguments":${args}}}`

/** Answered, by a refusal or by JSON-RPC's own words for nonsense, with nothing of the inside. */
function assertTold(what: string, { status, body }: { status: number; body: string }): void {
  assert.ok(status < 500, `${what.slice(0, 200)} → ${status} ${body.slice(0, 300)}`)
  assert.match(
    body,
    /"status":"refused"|\\"status\\":\\"refused\\"|"error":/,
    `${what.slice(0, 200)} → ${body.slice(0, 300)}`,
  )
  assert.doesNotMatch(
    body,
    /"name":"fault"|\\"name\\":\\"fault\\"|node_modules|\.ts:\d+|RangeError|stack/i,
    what.slice(0, 200),
  )
}

test('by MCP: each value that breaks what did not expect it', async () => {
  for (const value of nasty) {
    if (typeof value === 'string' && /^[^\0\ud800]{1,200}$/.test(value)) continue
    assertTold(written(value), await speak(call(written({ title: value }))))
    // No day at all is a day that may be meant.
    if (value !== null) assertTold(written(value), await speak(call(written({ title: 'a', dueOn: value }))))
  }
  assert.deepEqual(faults, [])
})

test('by MCP: deep, wide, huge, prototypes and letters that are none', async () => {
  for (const args of [
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `{"title":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    '{"title":1e400}',
    `{"title":${'9'.repeat(100_000)}}`,
    '{"title":"a","__proto__":{"admin":true}}',
    '{"title":"a","constructor":{"prototype":{"admin":true}}}',
    '{"title":"a\\u0000b"}',
    `{"title":"${'x'.repeat(9_000_000)}"}`,
    `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
  ])
    assertTold(args, await speak(call(args)))
  assertTold('11 MB', await speak(call(`{"title":"${'x'.repeat(11_000_000)}"}`)))
  assert.equal(({} as Record<string, unknown>)['admin'], undefined)
  assert.deepEqual(faults, [])
})

test('bytes that are no UTF-8 are refused, or become the sign for what cannot be read; nothing breaks', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"title":"a'),
    Buffer.of(0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80),
    Buffer.from('"}'),
  ])
  const json = { 'content-type': 'application/json' }
  const answer = await send('/api/work/create-task', { method: 'POST', headers: json, body: bytes as BodyInit })
  assertClear('no UTF-8', answer)
  const spoken = await speak(Buffer.concat([Buffer.from(call('').slice(0, -2)), bytes, Buffer.from('}}')]))
  assert.ok(spoken.status < 500)
  const query = await send('/api/kernel/search?text=%ff%c0%af', {})
  assertClear('no UTF-8 in a query', query)
  assert.deepEqual(faults, [])
})

test('numbers beyond what is counted with', async () => {
  for (const number of ['1e400', '-1e400', '9007199254740993', `${'9'.repeat(400)}`, '0.1', '-0', '1e-400']) {
    for (const [path, body] of [
      ['/api/work/list-tasks', `{"limit":${number}}`],
      ['/api/kernel/list-jobs', `{"limit":${number}}`],
      ['/api/authority/redact-journal-line', `{"seq":${number},"reason":"Asked for by somebody."}`],
    ] as const)
      assertClear(
        `${path} ${body}`,
        await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      )
  }
  assert.deepEqual(faults, [])
})

test('forms of another page, and files under hostile names', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
    const answer = await send('/api/work/create-task', {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'title=x',
    })
    assertClear(type, answer)
    assert.equal(answer.status, 400, type)
  }
  for (const name of ['%00', '..%2f..%2fetc%2fpasswd', '%ed%a0%80', 'x'.repeat(5_000), '%0d%0aSet-Cookie:%20a=b', '']) {
    const answer = await send(`/api/files?name=${name}`, { method: 'PUT', body: 'x' })
    assertClear(name, answer)
    if (answer.status !== 200) continue
    const stored = (JSON.parse(answer.body) as { name: string }).name
    assert.doesNotMatch(stored, /[\0-\x1f/\\]/, stored)
    assert.ok(stored.length <= 255)
  }
  const { status } = await elin.fetch('/health')
  assert.equal(status, 200)
  assert.deepEqual(faults, [])
})

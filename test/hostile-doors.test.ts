/** Addresses that climb, junk at the doors, and pages of somebody else's that would act as us. */
import assert from 'node:assert/strict'
import { get } from 'node:http'
import { test } from 'node:test'
import { assertClear, elin, faults, nasty, send, server, written } from './hostile.ts'

test('what is not there is refused, and no folder is climbed', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing/here'],
    ['POST', '/api/work'],
    ['POST', '/api/work/raise-tasks'],
    ['DELETE', '/api/work/create-task'],
    ['PATCH', '/api/session'],
    ['GET', '/api/documents/not-an-id/original'],
    ['GET', '/api/documents/019aa000-0000-7000-8000-00000000dead/pages/99999.webp'],
    ['GET', '/assets/..%2f..%2f..%2fetc%2fpasswd'],
    ['POST', '/'],
    ['GET', '/api/documents/%00/original'],
    ['GET', '/api/%ff'],
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
  for (const path of [
    '/../../../../etc/passwd',
    '/assets/../../../package.json',
    '/api/../../../../etc/passwd',
    '//etc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
  ]) {
    const said = await new Promise<string>((resolve, reject) => {
      get({ hostname, port, path }, answer => {
        let body = ''
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (body += part))
          .on('end', () => resolve(body))
      }).on('error', reject)
    })
    assert.doesNotMatch(said, /root:|"devDependencies"/, path)
  }
})

test('junk spoken to MCP is answered as a fault of the speaker', async () => {
  const speak = (body: string) =>
    send('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
    })
  const call = (name: unknown, args: unknown) =>
    written({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } })
  for (const body of [
    '{',
    '[]',
    'null',
    '{"jsonrpc":"2.0"}',
    call('no_such', {}),
    call(7, {}),
    call('work_create-task', nasty),
    call('work_create-task', { title: '\ud800' }),
    call('__proto__', {}),
    call('work_raise-tasks', { work: [] }),
  ]) {
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
    assert.ok(
      [401, 403].includes(answer.status),
      `${method} ${path} ${JSON.stringify(headers)} → ${answer.status} ${answer.body}`,
    )
    assertClear(path, answer)
  }
  const task = '{"title":"Forged"}'
  for (const headers of [
    foreign,
    { ...foreign, origin: 'null' },
    { ...foreign, origin: `${server.address}.evil.example` },
    { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
  ]) {
    await forged('/api/work/create-task', 'POST', headers, task)
    await forged('/api/files?name=a.txt', 'PUT', headers, 'a')
    await forged('/mcp', 'POST', headers, '{}')
  }
  await forged('/api/session', 'DELETE', { origin: 'https://evil.example' })
  await forged('/api/session/language', 'PUT', foreign, '{"language":"sv"}')
  await forged('/api/session', 'POST', foreign, JSON.stringify({ email: elin.email, password: elin.password }))
  const { rows } = (await elin.see('work.list-tasks', { text: 'Forged' })) as { rows: unknown[] }
  assert.deepEqual(rows, [])
  for (const path of [
    '/api/work/desk',
    '/api/registry',
    '/api/live',
    '/api/session',
    '/api/documents/019aa000-0000-7000-8000-000000000001/original',
  ]) {
    assert.equal((await fetch(server.address + path)).status, 401, path)
    assert.equal(
      (
        await fetch(server.address + path, {
          headers: { authorization: `Bearer ${'x'.repeat(40)}`, cookie: 'kontor_session=forged' },
        })
      ).status,
      401,
      path,
    )
  }
})

test('junk at the doors of sign-in is refused', async () => {
  for (const [method, path] of [
    ['POST', '/api/session'],
    ['POST', '/api/session/first-run'],
    ['POST', '/api/session/invitation'],
    ['POST', '/api/session/accept-invitation'],
    ['POST', '/api/session/reset-password'],
    ['PUT', '/api/session/organisation'],
    ['PUT', '/api/session/acting'],
  ] as const) {
    for (const input of [
      null,
      [],
      'x',
      {},
      { email: '\u0000', password: '\u0000' },
      { token: '\u0000', password: 'x', name: '\ud800' },
      { id: '\u0000' },
      JSON.parse('{"__proto__":{"token":"x"}}'),
    ]) {
      const answer = await send(path, { method, headers: { 'content-type': 'application/json' }, body: written(input) })
      assertClear(`${path} ${written(input)}`, answer)
      assert.ok(answer.status >= 400, `${path} ${written(input)} → ${answer.status}`)
    }
  }
  assert.deepEqual(faults, [])
})

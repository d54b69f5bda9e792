/** Too much, too slow, too many: refused in words, nothing falls over, and everybody else is served meanwhile. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { testServer } from '../tools/testing/server.ts'

const faults: string[] = []
const server = await testServer({
  onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)),
  limits: { perAddress: 400, perAccount: 150, livePerAccount: 5, live: 8, bodyMs: 400 },
  trustedProxies: ['127.0.0.1'],
})
after(() => server.close())
const elin = await server.openOffice()
const { hostname, port } = new URL(server.address)

/** Asks as from another computer: the proxy in front, which is trusted here, names it. */
const from = (address: string, headers: Record<string, string> = {}) => ({
  headers: { 'x-forwarded-for': address, ...headers },
})
const refusalOf = async (response: Response): Promise<{ name: string; message: string; todo: string }> =>
  ((await response.json()) as { refusal: { name: string; message: string; todo: string } }).refusal

/** Asks for the session until it is refused as too often; gives how many were answered before. */
async function untilRefused(most: number, headers: (n: number) => { headers: Record<string, string> }) {
  for (let n = 0; n < most; n++) {
    const response = await fetch(`${server.address}/api/session`, headers(n))
    if (response.status !== 429) {
      await response.body?.cancel()
      continue
    }
    const { name, message, todo } = await refusalOf(response)
    assert.deepEqual([name, Boolean(message), Boolean(todo)], ['too-many-requests', true, true])
    return n
  }
  return most
}

test('a new cookie or token for each request does not buy a new count; another address is served', async () => {
  const cookies = await untilRefused(500, n => from('192.0.2.1', { cookie: `kontor_session=forged${n}` }))
  assert.ok(cookies <= 400, `${cookies}`)
  const tokens = await untilRefused(500, n => from('192.0.2.2', { authorization: `Bearer ${'x'.repeat(30)}${n}` }))
  assert.ok(tokens <= 400, `${tokens}`)
  const within = await untilRefused(500, n => from(`2001:db8:1:2::${n.toString(16)}`))
  assert.ok(within <= 400, `${within} from one IPv6 network`)
  assert.equal((await fetch(`${server.address}/api/session`, from('192.0.2.3'))).status, 401)
})

test('X-Forwarded-For of somebody who is no proxy of ours counts for nothing', async () => {
  const plain = await testServer({ limits: { perAddress: 30 } })
  try {
    const statuses = []
    for (let n = 0; n < 40; n++) {
      const response = await fetch(`${plain.address}/api/session`, from(`203.0.113.${n}`))
      await response.body?.cancel()
      statuses.push(response.status)
    }
    assert.deepEqual([...new Set(statuses)], [401, 429])
  } finally {
    await plain.close()
  }
})

/** Speaks HTTP by hand; gives all that was answered until the line ended. */
function line(text: string): { socket: Socket; ended: Promise<string> } {
  const socket = connect(Number(port), hostname)
  let said = ''
  socket.on('data', chunk => (said += String(chunk))).on('error', () => {})
  socket.write(text)
  return { socket, ended: new Promise(resolve => socket.once('close', () => resolve(said))) }
}

test('a body that comes drop by drop is refused in words and the line is cut', async () => {
  const { socket, ended } = line(
    `POST /api/session HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nX-Forwarded-For: 192.0.2.50\r\nContent-Length: 1000\r\n\r\n{"email":`,
  )
  const drops = setInterval(() => socket.write('x'), 50)
  const said = await Promise.race([ended, wait(10_000, 'never', { ref: false })])
  clearInterval(drops)
  assert.match(said, /^HTTP\/1\.1 408 /)
  assert.match(said, /"name":"request-too-slow"/)
  assert.deepEqual(faults, [])
})

test('two hundred lines that begin and say no more keep nobody else waiting', async () => {
  const held = Array.from({ length: 200 }, () => line('GET /api/session HTTP/1.1\r\nHost: x\r\nX-A: '))
  const began = performance.now()
  assert.equal((await fetch(`${server.address}/health`)).status, 200)
  assert.ok(performance.now() - began < 2_000)
  for (const { socket } of held) socket.destroy()
  assert.equal(server.running.app.server.headersTimeout, 30_000)
})

test('fifty megabytes where an act belongs are refused before they are here', async () => {
  const sent = request({
    hostname,
    port,
    path: '/api/session',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 50_000_000, 'x-forwarded-for': '192.0.2.60' },
  })
  sent.on('error', () => {})
  sent.write('{"email":"')
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  assert.equal(answer.statusCode, 413)
  sent.destroy()
  assert.deepEqual(faults, [])
})

test('live lines: so many each, so many in all; whoever leaves makes room', async () => {
  // The answer is held beside its end: one that nobody holds is collected, and its line closed with it.
  const open: { ending: AbortController; response: Response }[] = []
  const listen = async (cookie: string): Promise<number> => {
    const ending = new AbortController()
    const response = await fetch(`${server.address}/api/live`, { headers: { cookie }, signal: ending.signal })
    if (response.status === 200) open.push({ ending, response })
    else assert.equal((await refusalOf(response)).name, 'too-many-requests')
    return response.status
  }
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push(await listen(elin.cookie))
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429])
  open.pop()?.ending.abort()
  for (const until = Date.now() + 10_000; Date.now() < until; await wait(20))
    if ((await listen(elin.cookie)) === 200) break
  assert.equal(open.length, 5)
  for (const { ending } of open) ending.abort()
  assert.deepEqual(faults, [])
})

// The last: the account is spent for this minute.
test('an account is counted wherever it calls from', async () => {
  const { cookie } = elin
  const answered = await untilRefused(200, n => from(`198.51.100.${n}`, { cookie }))
  // Whatever has been asked before within the minute counts too; a minute may turn over in between.
  assert.ok(answered <= 150, `${answered}`)
})

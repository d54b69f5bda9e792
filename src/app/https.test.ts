import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:http'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TLSSocket } from 'node:tls'
import { selfSigned } from '../../tools/testing/certificate.ts'
import { freePort, testServer } from '../../tools/testing/server.ts'
import { readCertificate } from './certificate.ts'

const folder = await mkdtemp(join(tmpdir(), 'kontor-https-'))
const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
const write = async ({ cert, key }: { cert: string; key: string }): Promise<void> => {
  await writeFile(tls.certFile, cert)
  await writeFile(tls.keyFile, key)
}
const first = selfSigned('127.0.0.1', 'the first')
await write(first)
const second = selfSigned('127.0.0.1', 'the second')
const httpPort = await freePort()
const log: string[] = []
const server = await testServer({
  tls,
  httpPort,
  log: (level, message) => void (level !== 'info' || /certificate/.test(message) ? log.push(`${level} ${message}`) : 0),
})
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Said {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** SHA-256 of the certificate that the line was opened with. */
  readonly fingerprint: string
}

async function ask(
  path: string,
  { ca = first.cert, method = 'GET', body = '', headers = {} }: Record<string, unknown> = {},
): Promise<Said> {
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 })
  const sent = request(server.address + path, { agent, ca, method, headers } as object)
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const { fingerprint256 } = (answer.socket as TLSSocket).getPeerCertificate()
  let said = ''
  for await (const chunk of answer.setEncoding('utf8')) said += chunk
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: said, fingerprint: fingerprint256 }
}

const token = server.running.firstRun!.split(/[#/=]/).at(-1)!
const json = { 'content-type': 'application/json' }
const office = {
  token,
  language: 'en',
  country: 'SE',
  organisation: 'Bergqvist & Öberg',
  name: 'Elin Bergqvist',
  email: 'elin@example.org',
  password: 'a longer password than most',
}
let cookie = ''

test('signed in over HTTPS: the cookie goes nowhere else, and the address says https', async () => {
  assert.match(server.running.firstRun!, /^https:/)
  const opened = await ask('/api/session/first-run', { method: 'POST', headers: json, body: JSON.stringify(office) })
  assert.equal(opened.status, 200, opened.body)
  const [set = ''] = opened.headers['set-cookie'] ?? []
  assert.match(set, /; Secure/)
  assert.match(set, /; HttpOnly/)
  assert.match(set, /; SameSite=Lax/)
  cookie = set.split(';')[0]!
  assert.equal(opened.headers['cross-origin-opener-policy'], 'same-origin')
})

test('live updates come over HTTPS', async () => {
  const sent = request(`${server.address}/api/live`, { ca: first.cert, headers: { cookie } })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.setEncoding('utf8')
  let said = ''
  const changed = new Promise<void>(resolve => {
    answer.on('data', chunk => {
      said += chunk
      if (said.includes('event: change')) resolve()
    })
  })
  const made = await ask('/api/work/create-task', {
    method: 'POST',
    headers: { ...json, cookie, origin: server.address },
    body: '{"title":"Over HTTPS"}',
  })
  assert.equal(made.status, 200, made.body)
  await changed
  assert.match(said, /event: hello/)
  sent.destroy()
})

test('a page that came by plain HTTP is of somebody else’s', async () => {
  const origin = server.address.replace('https', 'http').replace(/\d+$/, String(httpPort))
  const forged = await ask('/api/work/create-task', {
    method: 'POST',
    headers: { ...json, cookie, origin },
    body: '{}',
  })
  assert.equal(forged.status, 401)
})

test('plain HTTP is led to HTTPS, to our own address whatever the sender says', async () => {
  for (const [path, wanted] of [
    ['/desk?a=1', '/desk?a=1'],
    ['//evil.example/x', '/'],
  ] as const) {
    const sent = get({ host: '127.0.0.1', port: httpPort, path, headers: { host: 'evil.example' } })
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    answer.resume()
    assert.deepEqual([answer.statusCode, answer.headers.location], [308, server.address + wanted])
  }
})

test('a renewed certificate is taken up while it runs; half of one is not', async () => {
  assert.equal((await ask('/health')).fingerprint, first.fingerprint)
  await writeFile(tls.certFile, second.cert)
  assert.equal(await server.running.certificate!.look(), false)
  assert.equal((await ask('/health')).fingerprint, first.fingerprint)
  assert.deepEqual(log, ['warn the certificate could not be renewed'])
  await write(second)
  process.kill(process.pid, 'SIGHUP')
  for (const until = Date.now() + 10_000; Date.now() < until && log.length < 2; ) await new Promise(setImmediate)
  assert.equal(log[1], 'info the certificate was renewed')
  assert.equal((await ask('/health', { ca: second.cert })).fingerprint, second.fingerprint)
  assert.equal(await server.running.certificate!.look(), false)
})

test('what is no certificate is told with its file before anything is started', async () => {
  await assert.rejects(readCertificate({ ...tls, keyFile: '/nowhere/key.pem' }), /KONTOR_TLS_KEY: \/nowhere\/key\.pem/)
  await assert.rejects(readCertificate({ certFile: tls.keyFile, keyFile: tls.keyFile }), /no certificate and its key/)
})

test('strict transport is promised under a name of one’s own, not for this computer or a bare address', async () => {
  assert.equal((await ask('/health', { ca: second.cert })).headers['strict-transport-security'], undefined)
  const named = await testServer({ tls, address: 'https://kontor.example.org' })
  try {
    const { headers } = await named.running.app.inject('/health')
    assert.equal(headers['strict-transport-security'], 'max-age=15552000')
  } finally {
    await named.close()
  }
})

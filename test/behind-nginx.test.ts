/** Behind nginx, with the very configuration that docs/operator.md gives. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { selfSigned } from '../tools/testing/certificate.ts'
import { freePort, type TestServer, testServer } from '../tools/testing/server.ts'

function nginxProgram(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx'], {
      encoding: 'utf8',
    }).trim()
  } catch {
    return undefined
  }
}
const program = nginxProgram()

describe('behind nginx', { skip: program && process.platform === 'linux' ? false : 'no nginx here' }, () => {
  const { cert, key } = selfSigned('127.0.0.1')
  let folder: string
  let nginx: ChildProcess
  let server: TestServer
  let address: string
  let cookie = ''

  async function ask(path: string, method = 'GET', body: string | Buffer = '', headers: object = {}) {
    const sent = request(address + path, {
      ca: cert,
      method,
      agent: false,
      // Another computer than the proxy's, as far as the proxy can tell.
      localAddress: '127.0.0.2',
      headers: {
        ...(method === 'POST' ? { 'content-type': 'application/json', origin: address } : {}),
        cookie,
        ...headers,
      },
    })
    sent.end(body)
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    return answer
  }
  async function textOf(answer: IncomingMessage): Promise<string> {
    let said = ''
    for await (const chunk of answer.setEncoding('utf8')) said += chunk
    return said
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kontor-nginx-'))
    await mkdir(join(folder, 'tmp'))
    await writeFile(join(folder, 'cert.pem'), cert)
    await writeFile(join(folder, 'key.pem'), key)
    const port = await freePort()
    address = `https://127.0.0.1:${port}`
    server = await testServer({ address, trustedProxies: ['127.0.0.1'], limits: { perAddress: 60 } })
    const guide = await readFile(new URL('../docs/operator.md', import.meta.url), 'utf8')
    const block = /```nginx\n([\s\S]*?)```/
      .exec(guide)![1]!
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('127.0.0.1:8120', `127.0.0.1:${server.running.composed.config.port}`)
      .replace(/\/etc\/letsencrypt\S*fullchain\.pem/, join(folder, 'cert.pem'))
      .replace(/\/etc\/letsencrypt\S*privkey\.pem/, join(folder, 'key.pem'))
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(what => `${what}_temp_path ${folder}/tmp/${what};`)
      .join('\n')
    await writeFile(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log stderr;${process.getuid?.() === 0 ? ' user root;' : ''}\nevents {}\nhttp { access_log off;\n${temporary}\n${block} }\n`,
    )
    nginx = spawn(program!, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    for (const until = Date.now() + 10_000; Date.now() < until; await wait(30)) {
      const up = await ask('/health').then(
        answer => answer.resume().statusCode === 200,
        () => false,
      )
      if (up) break
    }
  })
  after(async () => {
    const ended = once(nginx, 'exit')
    nginx.kill('SIGTERM')
    await ended
    await server.close()
    await rm(folder, { recursive: true })
  })

  test('one signs in and acts; the cookie is for HTTPS, the link begins with what people type', async () => {
    assert.ok(server.running.firstRun!.startsWith(address))
    const token = server.running.firstRun!.split(/[#/=]/).at(-1)!
    const office = {
      token,
      language: 'en',
      country: 'SE',
      organisation: 'Bergqvist & Öberg',
      name: 'Elin Bergqvist',
      email: 'elin@example.org',
      password: 'a longer password than most',
    }
    const opened = await ask('/api/session/first-run', 'POST', JSON.stringify(office))
    const [set = ''] = opened.headers['set-cookie'] ?? []
    assert.equal(opened.statusCode, 200, await textOf(opened))
    assert.match(set, /; Secure/)
    cookie = set.split(';')[0]!
    const made = await ask('/api/work/create-task', 'POST', '{"title":"Through the proxy"}')
    assert.equal(made.statusCode, 200, await textOf(made))
    const forged = await ask('/api/work/create-task', 'POST', '{}', { origin: 'https://evil.example' })
    assert.equal(forged.statusCode, 401, await textOf(forged))
  })

  test('live updates are not held back', async () => {
    const live = (await ask('/api/live')).setEncoding('utf8')
    const changed = new Promise<void>(resolve => {
      live.on('data', (chunk: string) => chunk.includes('event: change') && resolve())
    })
    await once(live, 'readable').catch(() => undefined)
    await textOf(await ask('/api/work/create-task', 'POST', '{"title":"Seen at once"}'))
    await changed
    live.destroy()
  })

  test('a large file passes, byte for byte in number', async () => {
    const bytes = Buffer.alloc(20_000_000, 7)
    const stored = await ask('/api/files?name=large.bin', 'PUT', bytes, { origin: address })
    assert.equal((JSON.parse(await textOf(stored)) as { size: number }).size, bytes.length)
  })

  test('what a client claims before the proxy is not believed: it is counted where the proxy saw it', async () => {
    const statuses = new Set<number>()
    for (let n = 0; n < 70; n++) {
      const answer = await ask('/api/registry', 'GET', '', { cookie: '', 'x-forwarded-for': `203.0.113.${n}` })
      answer.resume()
      statuses.add(answer.statusCode ?? 0)
    }
    assert.deepEqual(statuses, new Set([401, 429]))
  })
})

/** The server as people start it, with the PostgreSQL it brings along, killed outright in the middle of its work. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { crashPaper } from '../crash/papers.ts'

const papers = Number(process.env['CRASH_SERVER_PAPERS'] ?? 24)
const kills = 3
const longest = { startMs: 60_000, workMs: 120_000 }
const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

const root = await mkdtemp(join(tmpdir(), 'kontor-crash-server-'))
// As root PostgreSQL runs as a user of its own, who must be able to pass.
await chmod(root, 0o711)
const watched = join(root, 'watched')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const env = {
  ...process.env,
  KONTOR_DATA_DIR: join(root, 'data'),
  KONTOR_WATCH_DIR: watched,
  KONTOR_HOST: '127.0.0.1',
  KONTOR_PORT: String(port),
  KONTOR_LOG_LEVEL: 'error',
  DATABASE_URL: '',
}

let server: ChildProcess | null = null
/** Starts it and waits until it says where it runs; gives all that it said. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [pathTo('../../src/app/cli.ts'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = child
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part))
  for (const end = Date.now() + longest.startMs; Date.now() < end; await wait(20)) {
    if (said.includes('Stop with')) return said
    if (child.exitCode !== null) break
  }
  throw new Error(`it did not start: ${said}`)
}

async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const child = server
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

after(async () => {
  await stop('SIGTERM')
  await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** The first run, by the link it printed; gives a way to ask as whoever came in. */
async function comeIn(said: string): Promise<(query: string) => Promise<Record<string, number>>> {
  const link = /^ *(http\S+first-run\S+)$/m.exec(said)?.[1] ?? assert.fail(said)
  const token = new URL(link).hash.slice(1) || link.split(/[/=]/).at(-1)
  const about = {
    language: 'sv',
    organisation: 'Bergqvist',
    country: 'SE',
    name: 'Elin',
    email: 'elin@example.org',
    password: 'a longer password than most',
  }
  const response = await fetch(`${address}/api/session/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...about }),
  })
  assert.equal(response.status, 200, await response.clone().text())
  const cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  return async query =>
    (await fetch(`${address}/api/${query}`, { headers: { cookie } })).json() as Promise<Record<string, number>>
}

test(`${papers} papers, the whole server killed ${kills} times: none lost, none doubled, all finished`, async () => {
  await mkdir(watched)
  const see = await comeIn(await start())
  const words: string[] = []
  for (let n = 0; n < papers; n++) {
    const paper = crashPaper(n)
    words.push(...paper.words)
    await writeFile(join(root, paper.name), paper.bytes)
    await rename(join(root, paper.name), join(watched, paper.name))
  }
  const total = async () => (await see('documents/list-documents?limit=1'))['total']!
  const until = async (what: string, look: () => Promise<boolean>) => {
    for (const end = Date.now() + longest.workMs; Date.now() < end; await wait(50)) if (await look()) return
    throw new Error(`waited for ${what}`)
  }
  for (let n = 1; n <= kills; n++) {
    const enough = Math.floor((words.length * n) / (kills + 1))
    await until(`${enough} papers`, async () => (await total()) >= enough)
    await stop('SIGKILL')
    await start()
  }
  await until('every paper', async () => (await total()) >= words.length)
  await until(
    'every reading',
    async () =>
      (await see(`documents/list-documents?limit=1&state=${encodeURIComponent('["to-confirm"]')}`))['total'] ===
      words.length,
  )
  assert.equal(await total(), words.length)
  for (const word of words) assert.equal((await see(`kernel/search?text=${word}`))['total'], 1, word)
  const verified = await new Promise<string>((resolve, reject) =>
    execFile(pathTo('../../bin/kontor'), ['verify'], { env }, (error, stdout, stderr) =>
      error ? reject(new Error(stdout + stderr)) : resolve(stdout),
    ),
  )
  assert.match(verified, /lines, whole/)
})

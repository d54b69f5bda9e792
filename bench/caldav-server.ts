/** Kontor for bench/caldav.ts: a durable database of its own, one office, one calendar; says in a line of JSON how it is reached. */
import { createServer } from 'node:net'
import { startServer } from '../src/app/server.ts'
import { createPool } from '../src/kernel/database/pool.ts'

const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('node bench/caldav-server.ts FOLDER')
const probe = createServer()
await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
const { port } = probe.address() as { port: number }
await new Promise(resolve => probe.close(resolve))
const address = `http://127.0.0.1:${port}`
const running = await startServer({
  config: {
    host: '127.0.0.1',
    port,
    address,
    dataDir,
    database: undefined,
    tls: undefined,
    httpPort: 0,
    trustedProxies: [],
    smtpPort: 0,
    mail: undefined,
    watchDir: undefined,
    logLevel: 'warn',
    file: undefined,
  },
  log: (level, message, data) => void ((level === 'error' || level === 'warn') && console.error(level, message, data)),
  tell: () => undefined,
  onLost: cause => {
    throw cause
  },
  web: false,
  limits: { perAccount: 1_000_000, perAddress: 1_000_000 },
})
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))

const json = { 'content-type': 'application/json' }
const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const answer = await fetch(address + path, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
const token = new URL(running.firstRun!).hash.slice(1)
const who = { email: 'bench@example.test', password: 'a longer password than most' }
const opened = await post('/api/session/first-run', {
  token,
  ...who,
  language: 'en',
  country: 'SE',
  name: 'Bench',
  organisation: 'Bench',
})
const cookie = opened.headers
  .getSetCookie()
  .map(line => line.split(';')[0])
  .join('; ')
const made = (await (await post('/api/documents/app-passwords', { name: 'bench' }, { cookie })).json()) as {
  output: { password: string }
}
const authorization = `Basic ${Buffer.from(`${who.email}:${made.output.password}`).toString('base64')}`
const found = await fetch(`${address}/dav/`, {
  method: 'PROPFIND',
  headers: { authorization, depth: '0' },
  body: '<D:propfind xmlns:D="DAV:"><D:prop><D:current-user-principal/></D:prop></D:propfind>',
})
const principal = /<D:current-user-principal><D:href>([^<]+)</.exec(await found.text())![1]!
const path = `${principal.replace('/principals/', '/calendars/')}bench/`
const calendar = await fetch(address + path, { method: 'MKCALENDAR', headers: { authorization } })
if (calendar.status !== 201) throw new Error(`MKCALENDAR ${calendar.status} ${await calendar.text()}`)

/** How fast this disk takes one small row at a time. */
async function insertsPerSecond(): Promise<number> {
  const pool = createPool({ ...running.composed.database.owner, max: 1 }, () => {})
  await pool.query('create schema bench; create table bench.row (id bigint primary key, body text)')
  const began = performance.now()
  let n = 0
  for (; performance.now() - began < 2000; n++)
    await pool.query('insert into bench.row values ($1, $2)', [n, 'x'.repeat(700)])
  const seconds = (performance.now() - began) / 1000
  await pool.query('drop schema bench cascade')
  await pool.end()
  return n / seconds
}

console.log(JSON.stringify({ name: 'Kontor', port, path, authorization, insertsPerSecond: await insertsPerSecond() }))

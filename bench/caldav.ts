/**
 * CalDAV as one program uses it: 2,000 events (70 % timed, 20 % weekly, 10 % all-day) put one by one over one keep-alive connection,
 * then the usual questions; durable, beside Radicale and Xandikos where Debian's packages are on the machine, in one run.
 * `node bench/caldav.ts [--events 2000] [--only kontor] [--json]`
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { found } from '../test/interop/clients.ts'
import { percentile, seeded, table } from './measure.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '2000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const count = Number(values.events)
const folder = mkdtempSync(join(tmpdir(), 'kontor-bench-caldav-'))
// PostgreSQL of our own has a user of its own, where this is run as root.
chmodSync(folder, 0o755)
const children: ChildProcess[] = []

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

interface Server {
  readonly name: string
  readonly port: number
  /** The calendar that is written to. */
  readonly path: string
  readonly authorization: string
  /** Durable inserts of one small row a second, on the same disk, where the server has a database. */
  readonly insertsPerSecond: number | null
}

interface Answer {
  readonly status: number
  readonly text: string
}

function connection({ port, authorization }: Server) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          agent,
          headers: { authorization, 'content-length': String(Buffer.byteLength(body)), ...headers },
        },
        answer => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  return { ask, close: () => agent.destroy() }
}

const random = seeded(11)
const two = (n: number) => String(n).padStart(2, '0')

/** Events of the year around now: the month that is asked about is the present one. */
const year = new Date().getUTCFullYear()
const month = new Date().getUTCMonth()
function eventText(n: number): string {
  const at = new Date(Date.UTC(year, month - 6 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)))
  const day = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`
  const hour = 7 + Math.floor(random() * 10)
  const kind = n % 10
  const times =
    kind === 9
      ? [`DTSTART;VALUE=DATE:${day}`]
      : [
          `DTSTART;TZID=Europe/Stockholm:${day}T${two(hour)}0000`,
          `DTEND;TZID=Europe/Stockholm:${day}T${two(hour + 1)}0000`,
        ]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kontor//bench//EN',
    ...(kind === 9 ? [] : zone),
    'BEGIN:VEVENT',
    `UID:bench-${n}@example.test`,
    'DTSTAMP:20260101T000000Z',
    ...times,
    ...(kind === 7 || kind === 8 ? ['RRULE:FREQ=WEEKLY'] : []),
    `SUMMARY:Meeting ${n} about the heating in the house at Kungsgatan`,
    'LOCATION:Mälaren',
    `DESCRIPTION:What we said last time\\, and what is to be decided. ${'Notes '.repeat(10)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const stamp = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const [from, to] = [stamp(new Date(Date.UTC(year, month, 1))), stamp(new Date(Date.UTC(year, month + 1, 1)))]
const spaces = 'xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"'
const query = (inner: string, data = '<C:calendar-data/>') =>
  `<C:calendar-query ${spaces}><D:prop><D:getetag/>${data}</D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${inner}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`
const range = `<C:time-range start="${from}" end="${to}"/>`
const sync = (token: string) =>
  `<D:sync-collection ${spaces}><D:sync-token>${token}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>`
const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0
const responses = /<(?:\w+:)?response[\s>]/g

export interface Reached {
  readonly server: string
  readonly puts_per_s: number
  readonly report_ms: number
  readonly month_ms: number
  readonly expanded_ms: number
  readonly busy_ms: number
  readonly multiget_ms: number
  readonly sync_first_ms: number
  readonly sync_nothing_ms: number
  readonly sync_one_ms: number
  readonly month_events: number
}

async function measure(server: Server, texts: readonly string[]): Promise<Reached> {
  const { ask, close } = connection(server)
  const hrefs = texts.map((_, n) => `${server.path}bench-${n}.ics`)
  const put = async (n: number, text: string) => {
    const { status, text: said } = await ask('PUT', hrefs[n]!, text, { 'content-type': 'text/calendar; charset=utf-8' })
    if (status !== 201 && status !== 204) throw new Error(`${server.name}: PUT ${status} ${said.slice(0, 300)}`)
  }
  const began = performance.now()
  for (const [n, text] of texts.entries()) await put(n, text)
  const putSeconds = (performance.now() - began) / 1000
  const report = async (body: string, least: number, what = responses): Promise<Answer> => {
    const answer = await ask('REPORT', server.path, body, { depth: '1', 'content-type': 'application/xml' })
    const found_ = countOf(answer.text, what)
    if (answer.status >= 300 || found_ < least)
      throw new Error(
        `${server.name}: ${answer.status}, ${found_} of ${least}: ${body.slice(0, 120)} ${answer.text.slice(0, 300)}`,
      )
    return answer
  }
  const median = async (work: () => Promise<unknown>, times = 7): Promise<number> => {
    const taken: number[] = []
    for (let n = 0; n < times; n++) {
      const at = performance.now()
      await work()
      taken.push(performance.now() - at)
    }
    return percentile(taken, 50)
  }
  const hundred = `<C:calendar-multiget ${spaces}><D:prop><D:getetag/><C:calendar-data/></D:prop>${hrefs
    .slice(0, 100)
    .map(href => `<D:href>${href}</D:href>`)
    .join('')}</C:calendar-multiget>`
  const times = server.name === 'Kontor' ? 11 : 3
  const report_ms = await median(() => report(query(''), count), times)
  const inMonth = await report(query(range), 1)
  const month_ms = await median(() => report(query(range), 1), times)
  const expand = `<C:calendar-data><C:expand start="${from}" end="${to}"/></C:calendar-data>`
  const expanded_ms = await median(() => report(query(range, expand), 1), times)
  const busy_ms = await median(
    () => report(`<C:free-busy-query ${spaces}>${range}</C:free-busy-query>`, 1, /FREEBUSY/g),
    times,
  ).catch((error: unknown) => {
    // Older ones of the others do not answer it.
    if (server.name === 'Kontor') throw error
    return Number.NaN
  })
  const multiget_ms = await median(() => report(hundred, Math.min(100, count)), times)
  const sync_first_ms = await median(() => report(sync(''), count), times)
  const tokenIn = ({ text }: Answer) => /<(?:\w+:)?sync-token>([^<]+)</.exec(text)?.[1] ?? ''
  let token = tokenIn(await report(sync(''), count))
  const sync_nothing_ms = await median(() => report(sync(token), 0), times)
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    await put(n * 10, texts[n * 10]!.replace('SUMMARY:Meeting', `SUMMARY:Changed ${n}`))
    const at = performance.now()
    const answer = await report(sync(token), 1)
    taken.push(performance.now() - at)
    token = tokenIn(answer)
  }
  close()
  return {
    server: server.name,
    puts_per_s: count / putSeconds,
    report_ms,
    month_ms,
    expanded_ms,
    busy_ms,
    multiget_ms,
    sync_first_ms,
    sync_nothing_ms,
    sync_one_ms: percentile(taken, 50),
    month_events: countOf(inMonth.text, responses),
  }
}

async function started(program: string, words: readonly string[], port: number): Promise<void> {
  children.push(spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore'] }))
  for (let turn = 0; turn < 200; turn++) {
    const open = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    )
    if (open) return
    await wait(50)
  }
  throw new Error(`${program} did not start`)
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

async function radicale(): Promise<Server> {
  const port = await freePort()
  const own = join(folder, 'radicale')
  mkdirSync(own)
  writeFileSync(
    join(own, 'config'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = ${join(own, 'data')}\n[logging]\nlevel = error\n`,
  )
  await started('radicale', ['--config', join(own, 'config')], port)
  const server = {
    name: 'Radicale',
    port,
    path: '/bench/calendar/',
    authorization: basic('bench', 'x'),
    insertsPerSecond: null,
  }
  const { ask, close } = connection(server)
  const made = await ask('MKCALENDAR', server.path)
  close()
  if (made.status !== 201) throw new Error(`Radicale: MKCALENDAR ${made.status}`)
  return server
}

async function xandikos(): Promise<Server> {
  const port = await freePort()
  const own = join(folder, 'xandikos')
  await started(
    'xandikos',
    ['-d', own, '-l', '127.0.0.1', '-p', String(port), '--current-user-principal', '/bench/', '--defaults'],
    port,
  )
  return {
    name: 'Xandikos',
    port,
    path: '/bench/calendars/calendar/',
    authorization: basic('bench', 'x'),
    insertsPerSecond: null,
  }
}

/** Kontor in a process of its own, on a durable database of its own. */
async function kontor(): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'caldav-server.ts'), join(folder, 'kontor')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  children.push(child)
  let said = ''
  for await (const chunk of child.stdout!) {
    said += String(chunk)
    const line = said.split('\n').find(one => one.startsWith('{'))
    if (line && said.includes('}\n')) return JSON.parse(line) as Server
  }
  throw new Error(`Kontor did not start: ${said}`)
}

const texts = Array.from({ length: count }, (_, n) => eventText(n))
const all: [string, string | null, () => Promise<Server>][] = [
  ['kontor', null, kontor],
  ['radicale', 'radicale', radicale],
  ['xandikos', 'xandikos', xandikos],
]
const reached: Reached[] = []
let insertsPerSecond: number | null = null
try {
  for (const [name, program, open] of all) {
    if ((values.only && values.only !== name) || (program && !found(program))) continue
    const server = await open()
    insertsPerSecond ??= server.insertsPerSecond
    reached.push(await measure(server, texts))
    children.pop()?.kill('SIGTERM')
  }
} finally {
  for (const child of children) child.kill('SIGTERM')
}
await wait(500)
rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
if (values.json) console.log(JSON.stringify({ events: count, insertsPerSecond, reached }))
else {
  console.log(table(reached as never))
  console.log(`bare durable inserts: ${insertsPerSecond?.toFixed(0)}/s`)
}

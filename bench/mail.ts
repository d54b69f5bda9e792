/**
 * Mail: 10,000 mails fetched over IMAP with text, attachments kept and indexed; lists, search and acts at 100,000 and 150,000; fifty
 * mailboxes and how soon the first mail is seen after it came.
 * Beside the clock stands what was used of the processors, of this program and of the database: the clock lies on a machine that does
 * other things too. `node bench/mail.ts [--fetch 10000] [--threads 150000] [--boxes 50] [--json]`; `--boxes 0` leaves that out.
 */
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { newId } from '../src/kernel/ids.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import { assignThreads } from '../src/modules/mail/contract/desk.ts'
import { connectMail, listThreads, markRead, moveThreads } from '../src/modules/mail/contract.ts'
import { openMailboxes } from '../src/modules/mail/doors/imap.ts'
import { imapServer, type ImapFixture } from '../src/modules/mail/fixtures/imap-server.ts'
import { mailKernelForTests } from '../src/modules/mail/testing.ts'
import { purposeOf } from '../src/modules/mail/wires/accounts.ts'
import { percentile, seeded, table } from './measure.ts'

const { values } = parseArgs({
  options: {
    fetch: { type: 'string', default: '10000' },
    threads: { type: 'string', default: '150000' },
    boxes: { type: 'string', default: '50' },
    json: { type: 'boolean' },
  },
})
const random = seeded(7)
const syllables =
  'av ta l fak tu ra hy res vär me ven ti la tion bet al ning kon tor rek la ma på min nel se or der le ve rans kvit to mö te bygg lov an sö kan för säk ring'.split(
    ' ',
  )
const vocabulary = Array.from({ length: 30_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
    '',
  ),
)
/** A word by Zipf's law: the first few stand in nearly every text. */
const word = () => vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random() - 1))]!
const sentence = (n: number) => Array.from({ length: n }, word).join(' ')

const k = await mailKernelForTests()
const me = k.principal(await k.openOrganisation('sv'))
await k.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
  me.organisationId,
])
await k.superuser.query(
  `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now())`,
  [me.organisationId, me.id],
)

/** A mail of 6 kB to 40 kB: text, every third with an attachment. */
function mailOf(n: number): string {
  const head = [
    `From: Sender ${n % 997} <sender${n % 997}@example.org>`,
    'To: info@office.example',
    `Subject: ${n % 4 === 3 ? 'Re: ' : ''}${sentence(4)} ${Math.floor(n / 4)}`,
    `Message-ID: <bench-${n}@example.org>`,
    ...(n % 4 === 3 ? [`In-Reply-To: <bench-${n - 1}@example.org>`, `References: <bench-${n - 1}@example.org>`] : []),
    'Date: Tue, 24 Nov 2026 08:26:00 +0100',
    'MIME-Version: 1.0',
  ]
  const text = Array.from({ length: 30 }, () => sentence(12)).join('\r\n')
  if (n % 3 !== 0) return [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n')
  const attached = Buffer.alloc(20_000, n % 251)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--b',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    attached,
    '--b--',
    '',
  ].join('\r\n')
}

let boxes = 0
async function connect(server: ImapFixture, to: TestPrincipal): Promise<string> {
  const imap = { host: '127.0.0.1', port: server.port, encryption: 'none' as const }
  const secretId = await sealSecret({ pool: k.pool, clock: undefined }, to.organisationId, {
    secret: 'right',
    purpose: purposeOf({ way: 'password', imap, smtp: null, username: 'office' }),
  })
  const facts = {
    name: `Box ${++boxes}`,
    address: `box${boxes}@office.example`,
    kind: 'shared',
    way: 'password',
    username: 'office',
    secretId,
  }
  return (
    await k.done(
      connectMail,
      { ...facts, imapHost: imap.host, imapPort: imap.port, imapEncryption: 'none' } as never,
      to,
    )
  ).id
}

const door = (inStep?: (id: string) => void) =>
  openMailboxes({
    kernel: k.kernel,
    organisations: async () => [{ id: me.organisationId, name: 'Office' }] as never,
    log: () => undefined,
    ...(inStep ? { inStep } : {}),
  })

const counted = async (id: string): Promise<number> =>
  (await k.superuser.query<{ n: number }>('select count(*)::int as n from mail.message where mailbox_id = $1', [id]))
    .rows[0]!.n

/** Of a process: its parent, and what it used of the processors with its children that have ended, in ticks of 10 ms (proc(5)). */
async function statOf(pid: string): Promise<{ parent: string; ticks: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields.length > 15
    ? { parent: fields[1]!, ticks: fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0) }
    : null
}

/** What the database's processes have used of the processors, ms; null where there is no /proc. */
async function databaseMs(): Promise<number | null> {
  const { rows } = await k.superuser.query<{ pid: number }>('select pg_backend_pid() as pid')
  const head = (await statOf(String(rows[0]!.pid)))?.parent
  if (!head) return null
  let ticks = (await statOf(head))?.ticks ?? 0
  for (const pid of await readdir('/proc')) {
    const one = /^\d+$/.test(pid) ? await statOf(pid) : null
    if (one?.parent === head) ticks += one.ticks
  }
  return ticks * 10
}

interface Used {
  /** Of this program, and of the database, ms of processor. */
  readonly here: number
  readonly database: number
}

async function using(work: () => Promise<void>): Promise<Used> {
  const [before, cpu] = [await databaseMs(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { here: (user + system) / 1000, database: ((await databaseMs()) ?? Number.NaN) - (before ?? Number.NaN) }
}

async function fetchMany(count: number) {
  const server = await imapServer()
  for (let n = 0; n < count; n++) server.deliver('INBOX', mailOf(n))
  const id = await connect(server, me)
  const started = performance.now()
  const watching = door()
  const used = await using(async () => {
    while ((await counted(id)) < count) await wait(250)
  })
  const seconds = (performance.now() - started) / 1000
  await watching.close()
  await server.close()
  return { mails: count, seconds, perSecond: count / seconds, used, id }
}

/** Threads by the hundred thousand, put there as intake would, in one mailbox. */
async function fillThreads(mailboxId: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 5_000) {
    const rows = JSON.stringify(
      Array.from({ length: Math.min(5_000, count - from) }, (_, i) => ({
        id: newId(),
        subject: `${sentence(4)} ${from + i}`,
        body: Array.from({ length: 8 }, () => sentence(12)).join(' '),
        state: random() < 0.1 ? 'open' : 'done',
        at: new Date(Date.now() - random() * 3 * 365 * 86_400_000).toISOString(),
      })),
    )
    await k.superuser.query(
      `with d as (select * from jsonb_to_recordset($2::jsonb) as d(id uuid, subject text, body text, state text, at timestamptz)),
       r as (insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) select $1, id, 'mail-thread', subject, 1, at, at from d),
       t as (insert into mail.thread (organisation_id, id, mailbox_id, subject, topic, state, from_name, from_address, last_at, last_incoming_at, messages, unread)
         select $1, id, $3, subject, subject, state, 'Sender', 'sender@example.org', at, at, 1, 1 from d)
       insert into kernel.search_entry (organisation_id, record_id, kind, class, title, language, body, at, title_words, words)
       select $1, id, 'mail-thread', 1, subject, 'sv', body, at, kernel.search_vector('sv', subject),
         kernel.search_vector('sv', subject || E'\\n' || body) || kernel.search_month(at) from d`,
      [me.organisationId, rows, mailboxId],
    )
  }
  await k.superuser.query('vacuum analyze')
}

interface Timed {
  readonly times: readonly number[]
  /** For each, on average. */
  readonly used: Used
}

async function timed(n: number, work: (i: number) => Promise<unknown>): Promise<Timed> {
  const times: number[] = []
  const { here, database } = await using(async () => {
    for (let i = 0; i < n; i++) {
      const started = performance.now()
      await work(i)
      times.push(performance.now() - started)
    }
  })
  return { times: times.sort((a, b) => a - b), used: { here: here / n, database: database / n } }
}

const asked = (input: object) => k.query(listThreads, { limit: 50, ...input } as never, me)

async function atMany(id: string, count: number) {
  await fillThreads(id, count)
  const list = await timed(100, i =>
    asked({ box: ['open', 'done', 'all', 'mine', 'unassigned'][i % 5], mailboxId: i % 2 ? id : undefined }),
  )
  const search = await timed(100, () => asked({ box: 'all', text: `${sentence(1)} ${sentence(1)}` }))
  const rare = await timed(50, i => asked({ box: 'all', text: `${i * 977}` }))
  const open = await asked({ box: 'open', limit: 300 })
  const ids = open.status === 'done' ? open.output.rows.map(row => row.id) : []
  const acts = await timed(90, i => {
    const one = { ids: [ids[i % ids.length]!] }
    if (i % 3 === 0) return k.done(assignThreads, { ...one, ownerId: me.id }, me)
    return i % 3 === 1 ? k.done(markRead, one, me) : k.done(moveThreads, { ...one, to: 'archive' }, me)
  })
  const figures = ({ times, used }: Timed) => ({ p50: percentile(times, 50), p95: percentile(times, 95), used })
  return { threads: count, list: figures(list), search: figures(search), rare: figures(rare), acts: figures(acts) }
}

/** Fifty mailboxes that idle; a mail comes to each; how long until it stands here. */
async function manyBoxes(count: number) {
  const servers = await Promise.all(Array.from({ length: count }, () => imapServer()))
  const ids: string[] = []
  for (const server of servers) ids.push(await connect(server, me))
  const inStep = new Set<string>()
  const watching = door(id => void inStep.add(id))
  const deadline = performance.now() + 120_000
  while (ids.some(id => !inStep.has(id)) && performance.now() < deadline) await wait(100)
  await wait(1_000)
  const waits = await Promise.all(
    servers.map(async (server, i) => {
      const started = performance.now()
      server.deliver('INBOX', mailOf(1_000_000 + i))
      while ((await counted(ids[i]!)) === 0) await wait(25)
      return performance.now() - started
    }),
  )
  await watching.close()
  for (const server of servers) await server.close()
  return { boxes: count, first: Math.min(...waits) / 1000, last: Math.max(...waits) / 1000 }
}

const seen = Number(values.boxes) > 0 ? await manyBoxes(Number(values.boxes)) : null
const fetched = await fetchMany(Number(values.fetch))
const many = await atMany(fetched.id, Number(values.threads))
await k.close()

const shown = ({ here, database }: Used, n = 1) => `${(here / n).toFixed(1)} + ${(database / n).toFixed(1)} ms`
const timedRow = (what: string, { p50, p95, used }: (typeof many)['list']) => ({
  what,
  reached: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`,
  'of processor, here + database': shown(used),
})
if (values.json) console.log(JSON.stringify({ seen, fetched, many }))
else
  console.log(
    table([
      ...(seen
        ? [
            {
              what: `${seen.boxes} mailboxes: a mail to each, seen after`,
              reached: `${seen.first.toFixed(2)} to ${seen.last.toFixed(2)} s`,
              'of processor, here + database': '',
            },
          ]
        : []),
      {
        what: `fetch of ${fetched.mails} mails`,
        reached: `${fetched.perSecond.toFixed(0)} a second`,
        'of processor, here + database': `${shown(fetched.used, fetched.mails)} each`,
      },
      timedRow(`list at ${many.threads}`, many.list),
      timedRow('search, two common words', many.search),
      timedRow('search, a rare word', many.rare),
      timedRow('acts', many.acts),
    ]),
  )

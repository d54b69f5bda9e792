/**
 * How soon a page with a text layer is found: from its bytes stored, by taking it in, its job, reading in a warm child,
 * recognition and recording, until a search for a word of it shows it. One page after another, in the process that serves.
 * `node bench/text-layer.ts [--pages 100] [--profile FILE.cpuprofile] [--json]`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { modules } from '../src/app/modules.ts'
import { APP_ROLE } from '../src/kernel/database/embedded/connection.ts'
import { startEmbedded } from '../src/kernel/database/embedded/embedded.ts'
import { createPool } from '../src/kernel/database/pool.ts'
import { inTransaction } from '../src/kernel/database/transaction.ts'
import { diskFiles } from '../src/kernel/files/disk.ts'
import { newId, systemPrincipalId } from '../src/kernel/ids.ts'
import { bossSink, installQueues, openBoss } from '../src/kernel/jobs/boss.ts'
import { startWorkers } from '../src/kernel/jobs/workers.ts'
import { createKernel } from '../src/kernel/kernel.ts'
import { buildRegistry } from '../src/kernel/registry.ts'
import { authorityPort } from '../src/modules/authority/index.ts'
import { listDocuments, takeIn } from '../src/modules/documents/contract.ts'
import { closeReaders } from '../src/modules/documents/reading/index.ts'
import { CLUSTER_VARIABLE, type TestCluster } from '../tools/testing/cluster.ts'
import { testDatabase } from '../tools/testing/database.ts'
import { percentile } from './measure.ts'
import { writePage } from './reading-pages.ts'
import { pageTexts } from './reading-texts.ts'

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '100' }, profile: { type: 'string' }, json: { type: 'boolean' } },
})
const warming = 10

const root = await mkdtemp(join(tmpdir(), 'kontor-bench-text-layer-'))
// A cluster that syncs every commit to the disk, as the server's does; those of tests do not.
const cluster = await startEmbedded({
  dataDir: await mkdtemp(join(tmpdir(), 'kontor-bench-text-layer-pg-')),
  purpose: 'command',
})
process.env[CLUSTER_VARIABLE] = JSON.stringify({ superuser: cluster.superuser } satisfies TestCluster)
const database = await testDatabase()
const registry = buildRegistry(modules)
await installQueues(database.owner, registry, APP_ROLE)
let ended = false
const complain = (error: Error) => ended || console.error(error.message)
// As many connections as the server opens for each.
const pool = createPool({ ...database.app, max: 10 }, complain)
const queue = createPool({ ...database.app, max: 3 }, complain)
const boss = openBoss(queue, complain, { workers: true })
await boss.start()
let wake: (names: readonly string[]) => void = () => {}
const kernel = createKernel({
  registry,
  pool,
  authority: authorityPort(),
  jobs: bossSink(boss, names => wake(names)),
  files: diskFiles(join(root, 'files'), pool),
  secret: Buffer.alloc(32, 7),
  log: (level, message, data) => {
    if (level !== 'info') console.error(message, JSON.stringify(data))
  },
})
/** When the paper under way reached its steps; the workers act through a kernel that notes them. */
let marks: Record<string, number> = {}
const note = (what: string) => (marks[what] ??= performance.now())
const workers = await startWorkers(
  {
    ...kernel,
    async ask(request) {
      note('job begun')
      return kernel.ask(request)
    },
    async dispatch(request) {
      note('recognised')
      const outcome = await kernel.dispatch(request)
      note('recorded')
      return outcome
    },
  },
  boss,
)
wake = workers.wake

const organisationId = newId()
await inTransaction(pool, organisationId, {}, async ({ client, at }) => {
  const office = ['Office', 'SE', 'SEK', 'Europe/Stockholm', 'sv', at]
  await client.query('select kernel.organisation_open($1, $2, $3, $4, $5, $6)', office)
  return { keep: true, value: undefined }
})
const as = { organisationId, principalId: systemPrincipalId, requestId: 'bench-text-layer' }

/** Whether a search for the word shows the paper. */
async function found(word: string): Promise<boolean> {
  const answer = await kernel.ask({ ...as, query: listDocuments.name, input: { text: word } })
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return listDocuments.output.decode(answer.output as never).rows.length > 0
}

/** Resolves when a search finds the word; asked anew after each commit, as the interface does. */
function untilFound(word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = kernel.onCommitted(() => {
      found(word).then(is => {
        if (!is) return
        off()
        resolve()
      }, reject)
    })
  })
}

const letters = (n: number) => [...String(n)].map(digit => 'bcdfghjklm'[Number(digit)]!).join('')

/** One bill-like page of some forty lines, told apart by one word of it. */
async function paperOf(n: number): Promise<{ word: string; bytes: Uint8Array; name: string }> {
  const text = pageTexts[n % pageTexts.length]!
  const word = `sidan${letters(n)}q`
  const { pdf } = await writePage({ ...text, foot: [...text.foot, word] }, n % 2 === 0 ? 'sans' : 'serif')
  return { word, bytes: pdf, name: `paper-${n}.pdf` }
}

/** Milliseconds of one paper: in all, and of each step. */
async function measure(n: number): Promise<Readonly<Record<string, number>>> {
  const { word, bytes, name } = await paperOf(n)
  const file = await kernel.files.put(organisationId, bytes, { name })
  const shown = untilFound(word)
  marks = {}
  const began = performance.now()
  const outcome = await kernel.dispatch({
    ...as,
    command: takeIn.name,
    input: { fileId: file.id, name },
    surface: 'bench',
  })
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  const taken = performance.now()
  await shown
  const done = performance.now()
  const { 'job begun': begun = done, recognised = done, recorded = done } = marks
  return {
    all: done - began,
    taking_in: taken - began,
    waiting: begun - taken,
    reading: recognised - begun,
    recording: recorded - recognised,
    finding: done - recorded,
  }
}

const session = values.profile ? new Session() : null
for (let n = 0; n < warming; n++) await measure(n)
if (session) {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
}
const papers: Readonly<Record<string, number>>[] = []
for (let n = 0; n < Number(values.pages); n++) papers.push(await measure(warming + n))
if (session) await writeFile(values.profile!, JSON.stringify((await session.post('Profiler.stop')).profile))

const times = papers.map(({ all }) => all!)
const mean = (of: string) => papers.reduce((sum, paper) => sum + paper[of]!, 0) / papers.length
const figures = {
  pages: times.length,
  mean_ms: mean('all'),
  p50_ms: percentile(times, 50),
  p95_ms: percentile(times, 95),
  max_ms: Math.max(...times),
  steps_ms: Object.fromEntries(
    ['taking_in', 'waiting', 'reading', 'recording', 'finding'].map(step => [step, Number(mean(step).toFixed(1))]),
  ),
}
await workers.stop()
ended = true
closeReaders()
for (const one of [pool, queue]) await one.end()
await database.close()
await cluster.stop()
for (const folder of [root, cluster.dataDir]) await rm(folder, { recursive: true, force: true })
console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
process.exit(0)

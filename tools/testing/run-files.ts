/**
 * Runs test files, the longest first and the small ones of a module together: `node tools/testing/run-files.ts FILE...` (what npm test starts).
 * Node's own command line runs them in the order of their names, so that the longest, among the last, would run alone.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { writeBatches } from './batches.ts'
import { TIMES_VARIABLE } from './note-times.ts'
import { longestFirst } from './order.ts'

const checkout = join(import.meta.dirname, '../..')

/** No test may take longer, in milliseconds: one that hangs is told as such instead of holding up the rest. */
const TIMEOUT_MS = 300_000

// A folder of its own: two runs in one checkout do not meet.
const folder = join(checkout, '.tmp/batches', String(process.pid))
const times: Record<string, number> = {}
const files = longestFirst(process.argv.slice(2).map(file => relative(checkout, file)))
const running = run({
  files: writeBatches(checkout, folder, files),
  // One more than there are cores: those that kill Kontor wait most of their time for its jobs to be taken back.
  concurrency: availableParallelism() + 1,
  timeout: TIMEOUT_MS,
  // A file that fails before its first test would otherwise wait for its own server for ever.
  execArgv: [
    '--test-force-exit',
    // Room for what is new: a test file makes much and keeps little, and collecting it took a tenth of its time.
    '--min-semi-space-size=32',
    '--import',
    join(import.meta.dirname, 'lean-scopes.ts'),
    '--import',
    join(import.meta.dirname, 'flush-before-exit.ts'),
    ...(process.env[TIMES_VARIABLE] ? ['--import', join(import.meta.dirname, 'note-times.ts')] : []),
  ],
})
running.on('test:fail', () => {
  process.exitCode = 1
})
const heard = { ended: 0, summed: 0, files: new Set<string>() }
for (const event of ['test:pass', 'test:fail'] as const)
  running.on(event, ({ name, nesting, details }) => {
    // Suites are not counted among the tests.
    if (details.type !== 'suite') heard.ended++
    if (nesting !== 0 || !name.endsWith('.test.ts')) return
    heard.files.add(name)
    times[name] = Math.round(details.duration_ms)
  })
running.on('test:summary', ({ file, duration_ms, counts }) => {
  if (!file) return
  heard.summed += counts.tests
  if (file.includes('/batches/')) return
  heard.files.add(relative(checkout, file))
  times[relative(checkout, file)] = Math.round(duration_ms)
})
running.once('end', () => {
  const unheard = files.filter(file => !heard.files.has(file))
  if (unheard.length > 0 || heard.ended !== heard.summed) {
    console.error(
      `tests were lost: ${heard.ended} of ${heard.summed} were heard of; no word of ${unheard.join(', ') || 'which file'}`,
    )
    process.exitCode = 1
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(checkout, '.tmp'), { recursive: true })
  const slowestFirst = Object.entries(times).sort(([, a], [, b]) => b - a)
  writeFileSync(
    join(checkout, '.tmp/test-times.json'),
    `${JSON.stringify(Object.fromEntries(slowestFirst), null, 1)}\n`,
  )
})
running.compose(new spec()).pipe(process.stdout)

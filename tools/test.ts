import { spawn } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from '../src/app/build-web.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './testing/cluster.ts'
import { templateDatabase } from './testing/database.ts'
import { TIMES_VARIABLE } from './testing/note-times.ts'
import { processorSeconds } from './testing/processor-time.ts'
import { timesTable } from './testing/times-table.ts'

/*
 * npm test: one PostgreSQL for the run, then node's own test runner, whose summary is the last thing printed.
 * Browser tests (test/journeys) find the interface built. `npm test -- src/kernel/money.test.ts` runs some files only; with
 * what starts with a dash (--test-name-pattern=money) they go to `node --test` as they stand. `--times` prints at the end what each
 * file used of the processors: on a machine that does other things too, the clock tells little.
 */

const ALL = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts']

const checkout = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const options = given.filter(word => word.startsWith('-') && word !== '--times')
const times = given.includes('--times') ? join(checkout, '.tmp', `times-${process.pid}.jsonl`) : undefined
const patterns = given.filter(word => !word.startsWith('-'))
const files = globSync(patterns.length > 0 ? patterns : ALL, { cwd: checkout }).map(file => join(checkout, file))
if (files.length === 0) {
  console.error(`no test file is called ${patterns.join(' or ')}`)
  process.exit(1)
}

const cluster = await startTestCluster()
await Promise.all([
  templateDatabase(cluster),
  // Should that fail, the browser tests will say so, and the others still run.
  files.some(file => /browser|journeys|axe|money|morning|first-hour|year|office|pointer/.test(file)) &&
    buildWeb(console.log).catch(error => console.error((error as Error).message)),
])
const before = ['lean-scopes.ts', 'flush-before-exit.ts'].flatMap(name => [
  '--import',
  join(import.meta.dirname, 'testing', name),
])
const noting = times ? ['--import', join(import.meta.dirname, 'testing/note-times.ts')] : []
const how =
  options.length > 0
    ? ['--test', '--test-force-exit', '--test-reporter=spec', ...before, ...noting, ...options]
    : [join(import.meta.dirname, 'testing/run-files.ts')]
const child = spawn(process.execPath, [...how, ...files], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'test',
    // Each test file is a process: what one has stripped of types and compiled, the next need not.
    NODE_COMPILE_CACHE: join(checkout, '.tmp', 'compile-cache'),
    ...(times ? { [TIMES_VARIABLE]: times } : {}),
    [CLUSTER_VARIABLE]: JSON.stringify({ superuser: cluster.superuser }),
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>(resolve => child.once('exit', ended => resolve(ended ?? 1)))
if (times) {
  for (const line of timesTable(times, checkout, processorSeconds(cluster.pid))) console.log(line)
  rmSync(times, { force: true })
}
await cluster.stop()
process.exit(code)

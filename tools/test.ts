import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from '../src/app/build-web.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './testing/cluster.ts'
import { templateDatabase } from './testing/database.ts'

/*
 * npm test: one PostgreSQL for the run, then node's own test runner, whose summary is the last thing printed.
 * Browser tests (test/journeys) find the interface built. `npm test -- src/kernel/money.test.ts` runs some files only; with
 * what starts with a dash (--test-name-pattern=money) they go to `node --test` as they stand.
 */

const ALL = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts']

const checkout = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const options = given.filter(word => word.startsWith('-'))
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
  files.some(file => /browser|journeys|axe|money/.test(file)) &&
    buildWeb(console.log).catch(error => console.error((error as Error).message)),
])
const how =
  options.length > 0
    ? ['--test', '--test-force-exit', '--test-reporter=spec', ...options]
    : [join(import.meta.dirname, 'testing/run-files.ts')]
const child = spawn(process.execPath, [...how, ...files], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'test',
    // Each test file is a process: what one has stripped of types and compiled, the next need not.
    NODE_COMPILE_CACHE: join(checkout, '.tmp', 'compile-cache'),
    [CLUSTER_VARIABLE]: JSON.stringify({ superuser: cluster.superuser }),
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>(resolve => child.once('exit', ended => resolve(ended ?? 1)))
await cluster.stop()
process.exit(code)

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../src/app/build-web.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './testing/cluster.ts'
import { templateDatabase } from './testing/database.ts'

/*
 * npm test: one PostgreSQL for the run, then node's own test runner, whose summary is the last thing printed.
 * Browser tests (test/browser) find the interface built. `npm test -- src/kernel/money.test.ts` runs some files only; what
 * starts with a dash goes to the runner.
 */

const ALL = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts']

const given = process.argv.slice(2)
const options = given.filter(word => word.startsWith('-'))
const files = given.filter(word => !word.startsWith('-'))
const concurrency = `--test-concurrency=${availableParallelism()}`
/** No test may take longer, in milliseconds: one that hangs is told as such instead of holding up the rest. */
const TIMEOUT_MS = 300_000

const cluster = await startTestCluster()
await templateDatabase(cluster)
if (files.length === 0 || files.some(file => /browser|journeys/.test(file))) {
  // Should that fail, the browser tests will say so, and the others still run.
  await buildWeb(console.log).catch(error => console.error((error as Error).message))
}
const child = spawn(
  process.execPath,
  [
    '--test',
    concurrency,
    `--test-timeout=${TIMEOUT_MS}`,
    // A file that fails before its first test would otherwise wait for its own server for ever.
    '--test-force-exit',
    '--test-reporter=spec',
    ...options,
    ...(files.length > 0 ? files : ALL),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'test',
      // Each test file is a process: what one has stripped of types and compiled, the next need not.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '.tmp', 'compile-cache'),
      [CLUSTER_VARIABLE]: JSON.stringify({ superuser: cluster.superuser }),
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>(resolve => child.once('exit', ended => resolve(ended ?? 1)))
await cluster.stop()
process.exit(code)

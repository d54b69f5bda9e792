import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { CLUSTER_VARIABLE, startTestCluster } from './testing/cluster.ts'
import { templateDatabase } from './testing/database.ts'

/*
 * npm test: one PostgreSQL for the run, then node's own test runner, whose summary is the last thing printed.
 * `npm test -- src/kernel/money.test.ts` runs some files only; what starts with a dash goes to the runner.
 */

const ALL = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts']

const given = process.argv.slice(2)
const options = given.filter(word => word.startsWith('-'))
const files = given.filter(word => !word.startsWith('-'))
const concurrency = `--test-concurrency=${availableParallelism()}`

const cluster = await startTestCluster()
await templateDatabase(cluster)
const child = spawn(
  process.execPath,
  ['--test', concurrency, '--test-reporter=spec', ...options, ...(files.length > 0 ? files : ALL)],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', [CLUSTER_VARIABLE]: JSON.stringify({ superuser: cluster.superuser }) },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>(resolve => child.once('exit', ended => resolve(ended ?? 1)))
await cluster.stop()
process.exit(code)

/** A Kontor that keeps its mailboxes in step and sends, over the database and folder it is given; the test of mail kills it. */
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { bossSink, openBoss } from '../../src/kernel/jobs/boss.ts'
import { startWorkers } from '../../src/kernel/jobs/workers.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { modules } from '../../src/app/modules.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { openMailboxes } from '../../src/modules/mail/index.ts'

const given = JSON.parse(process.env['CRASH_OFFICE'] ?? '{}') as { app: object; files: string; organisationId: string }
const complain = (error: Error) => console.error(error.message)
const pool = createPool({ ...given.app, max: 16 }, complain)
const boss = openBoss(createPool({ ...given.app, max: 3 }, complain), complain, { workers: true })
await boss.start()
let wake: (names: readonly string[]) => void = () => {}
const kernel = createKernel({
  registry: buildRegistry(modules),
  pool,
  authority: authorityPort(),
  jobs: bossSink(boss, names => wake(names)),
  files: diskFiles(given.files, pool),
  secret: Buffer.alloc(32, 7),
  log: (level, message, data) => {
    if (level === 'error') console.error(message, JSON.stringify(data))
  },
})
openMailboxes({
  kernel,
  organisations: async () => [{ id: given.organisationId, name: 'Office' }] as never,
  log: () => undefined,
  settingsMs: 100,
  askMs: 500,
  compareMs: 1_000,
  againMs: 100,
})
const workers = await startWorkers(kernel, boss)
wake = workers.wake
process.send?.('ready')

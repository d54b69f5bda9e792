/**
 * A Kontor without its web: workers and the watched folder, over the database and folders it is given. The crash test
 * kills it, again and again, in the middle of its work.
 */
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { bossSink, openBoss } from '../../src/kernel/jobs/boss.ts'
import { startWorkers } from '../../src/kernel/jobs/workers.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { modules } from '../../src/app/modules.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { openFolderDoor } from '../../src/modules/documents/doors.folder.ts'

const given = JSON.parse(process.env['CRASH_OFFICE'] ?? '{}') as {
  app: object
  files: string
  watched: string
  organisationId: string
}
const complain = (error: Error) => console.error(error.message)
const pool = createPool({ ...given.app, max: 6 }, complain)
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
    if (level !== 'info') console.error(message, JSON.stringify(data))
  },
})
const workers = await startWorkers(kernel, boss)
wake = workers.wake
openFolderDoor({
  kernel,
  folder: given.watched,
  everyMs: 100,
  stillMs: 0,
  organisations: async () => [{ id: given.organisationId, name: 'Office' }],
  log: (level, message, data) => console.error(level, message, JSON.stringify(data)),
})
process.send?.('ready')

/**
 * A Kontor without its web: workers and the watched folder, over the database and folders it is given. The crash test
 * kills it, again and again, in the middle of its work.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { bossSink, openBoss } from '../../src/kernel/jobs/boss.ts'
import { startWorkers } from '../../src/kernel/jobs/workers.ts'
import { systemPrincipalId } from '../../src/kernel/ids.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { modules } from '../../src/app/modules.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { residentBytesOf } from '../../src/modules/documents/reading/process-memory.ts'
import { setMailKernel } from '../../src/modules/mail/index.ts'
import { openFolderDoor } from '../../src/modules/documents/doors.folder.ts'

const given = JSON.parse(process.env['CRASH_OFFICE'] ?? '{}') as {
  app: object
  files: string
  watched: string
  organisationId: string
  /** A folder of old files that is taken in as its folders propose. */
  backlog?: string
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
// Its jobs run here too, and keep what they read beside its bytes.
setMailKernel(kernel)
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
if (given.backlog) await takeOldFiles(given.backlog)

/** Begins once, whichever of the killed offices said so first, and accepts what is proposed. */
async function takeOldFiles(folder: string): Promise<void> {
  setInterval(() => process.send?.({ bytes: process.memoryUsage.rss() + readersBytes() }), 500).unref()
  const as = { organisationId: given.organisationId, principalId: systemPrincipalId }
  const act = (command: string, input: object, key: string) =>
    kernel.dispatch({ ...as, command, input, key, requestId: key, surface: 'cli' })
  const begun = await act('documents.begin-backlog', { name: 'Archive', folder }, 'backlog:begin')
  if (begun.status !== 'done') throw new Error(JSON.stringify(begun))
  const { id } = begun.output as { id: string }
  for (;;) {
    const answer = await kernel.ask({ ...as, query: 'documents.get-backlog', input: { id }, requestId: 'backlog' })
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
    const { state } = answer.output as { state: string }
    if (state === 'proposed') await act('documents.accept-backlog', { id }, 'backlog:accept')
    else if (state !== 'looking') return
    await wait(100)
  }
}

/** Resident memory of the children that read. */
function readersBytes(): number {
  let bytes = 0
  for (const pid of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean))
    bytes += residentBytesOf(Number(pid))
  return bytes
}

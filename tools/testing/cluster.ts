import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedDatabase, startEmbedded } from '../../src/kernel/database/embedded/embedded.ts'
import type { Connection } from '../../src/kernel/database/embedded/connection.ts'
import { isAlive } from '../../src/kernel/database/embedded/postmaster.ts'

/** How tools/test.ts tells the test files which cluster to use. */
export const CLUSTER_VARIABLE = 'KONTOR_TEST_CLUSTER'

/** What a test file must know of the cluster: everything else follows. */
export interface TestCluster {
  readonly superuser: Connection
}

/** Room a test run needs in memory before it is put there and not on the disk. */
const ROOM_BYTES = 2 * 1024 ** 3

function parentFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize >= ROOM_BYTES) return '/dev/shm'
  } catch {
    // Not every system has it.
  }
  return tmpdir()
}

/** Removes what runs that were killed have left behind. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^kontor-test-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      rmSync(join(parent, name), { recursive: true, force: true })
    } catch {
      // Somebody else's: theirs to sweep.
    }
  }
}

const waitBuffer = new Int32Array(new SharedArrayBuffer(4))

/** Stops the cluster and removes its folder without an event loop: the process is on its way out. */
function endNow(database: EmbeddedDatabase): void {
  try {
    process.kill(database.pid, 'SIGQUIT')
    const gone = (): boolean => {
      try {
        return readFileSync(`/proc/${database.pid}/stat`, 'utf8').includes(') Z ')
      } catch {
        return true
      }
    }
    for (let turn = 0; turn < 1000 && !gone(); turn++) Atomics.wait(waitBuffer, 0, 0, 5)
  } catch {
    // It has ended already.
  }
  rmSync(database.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 })
}

/** Starts a cluster that forgets: nothing is synced, and it goes when this process goes, however it goes. */
export async function startTestCluster(): Promise<EmbeddedDatabase> {
  const parent = parentFolder()
  sweep(parent)
  const dataDir = mkdtempSync(join(parent, `kontor-test-${process.pid}-`))
  const database = await startEmbedded({ dataDir, purpose: 'command', durable: false })
  process.once('exit', () => endNow(database))
  return database
}

import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { bootstrap, DATABASE, untilReady } from './bootstrap.ts'
import { type Prepared, prepareCluster, SUPERUSER } from './cluster.ts'
import { APP_ROLE, type Connection, type DatabaseConnections, OWNER_ROLE } from './connection.ts'
import {
  clearStaleLock,
  findPostmaster,
  isAlive,
  launch,
  type Postmaster,
  type Purpose,
  stopPostmaster,
} from './postmaster.ts'

/** A PostgreSQL of our own that runs. */
export interface EmbeddedDatabase extends DatabaseConnections {
  /** Superuser, database `postgres`: for backup and for the tests' clones. */
  readonly superuser: Connection
  readonly dataDir: string
  /** PostgreSQL's own folder. */
  readonly cluster: string
  readonly pid: number
  /** Somebody else started it and will stop it; `stop()` then leaves it running. */
  readonly adopted: boolean
  /** Stops it, if it is ours; safe to call twice. */
  stop(): Promise<void>
}

/** How to start it. */
export interface StartOptions {
  readonly dataDir: string
  /** What starts it; the default is `server`. */
  readonly purpose?: Purpose
  /** False only for tests: nothing waits for the disk. */
  readonly durable?: boolean
  /** How long to wait for another command that holds the database. */
  readonly patience_ms?: number
  /** Called when the server ends though nobody asked it to. */
  readonly onLost?: (cause: Error) => void
}

/** Another process has this data folder; its number is in the message. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

const PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 25

/** Lines of PostgreSQL's log that mean: somebody else is, or a moment ago was, on this folder; look again. */
const CONTENDED = /lock file "postmaster\.pid"|pre-existing shared memory block|could not bind Unix address/

/**
 * Starts PostgreSQL on a data folder, making whatever is missing, and returns when it takes connections.
 *
 * Who runs what: a command finds the server's PostgreSQL running and uses it (adopted). Two servers on one folder: the second
 * is refused. A PostgreSQL started by a command ends with that command, so everybody else waits for it. One whose starter has
 * died is taken over.
 */
export async function startEmbedded(options: StartOptions): Promise<EmbeddedDatabase> {
  const purpose = options.purpose ?? 'server'
  const prepared = await prepareCluster(options.dataDir, options.durable ?? true)
  const deadline = performance.now() + (options.patience_ms ?? PATIENCE_MS)
  for (;;) {
    const running = await findPostmaster(prepared.cluster)
    const started = running ? await adopt(prepared, running, purpose) : await start(prepared, purpose, options.onLost)
    if (started) return started
    if (performance.now() > deadline) throw inUse(prepared, await findPostmaster(prepared.cluster))
    await wait(LOOK_AGAIN_MS)
  }
}

function inUse(prepared: Prepared, by: Postmaster | undefined): DatabaseInUse {
  const whom = by ? `process ${by.starter}` : 'another process'
  return new DatabaseInUse(`The database in ${prepared.dataDir} is in use by ${whom}: stop that one first`)
}

async function adopt(prepared: Prepared, running: Postmaster, purpose: Purpose): Promise<EmbeddedDatabase | undefined> {
  const orphan = !isAlive(running.starter)
  const own = running.starter === process.pid
  if (!orphan && !own && running.purpose === 'command') return undefined
  if (!orphan && !own && purpose === 'server') throw inUse(prepared, running)
  const alive = async (): Promise<boolean> => (await findPostmaster(prepared.cluster)) !== undefined
  if (!(await untilReady(superuserOf(prepared), alive))) return undefined
  return opened(prepared, running.pid, !orphan, () => stopPostmaster(prepared.cluster, running.pid))
}

async function start(
  prepared: Prepared,
  purpose: Purpose,
  onLost: StartOptions['onLost'],
): Promise<EmbeddedDatabase | undefined> {
  await clearStaleLock(prepared.cluster)
  const { child, said } = await launch(prepared, purpose)
  const pid = child.pid as number
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const alive = (): boolean => child.exitCode === null && child.signalCode === null
  if (!(await untilReady(superuserOf(prepared), alive)) || (await findPostmaster(prepared.cluster))?.pid !== pid) {
    await gone
    const lines = await said()
    if (CONTENDED.test(lines)) return undefined
    throw new Error(
      `PostgreSQL did not start (its log is ${prepared.log}):\n${lines.split('\n').slice(-20).join('\n')}`,
    )
  }
  const watch = watchFor(child, prepared, onLost)
  return opened(prepared, pid, false, async () => {
    watch.expected()
    await stopPostmaster(prepared.cluster, pid)
    await gone
  })
}

function watchFor(child: ChildProcess, prepared: Prepared, onLost: StartOptions['onLost']): { expected(): void } {
  let expected = false
  child.once('exit', (code, signal) => {
    if (!expected) onLost?.(new Error(`PostgreSQL ended (${signal ?? code}); its log is ${prepared.log}`))
  })
  // The connections keep the process alive, not the child: a script that forgets stop() still ends, and the child with it.
  child.unref()
  return {
    expected: () => {
      expected = true
      child.ref()
    },
  }
}

async function opened(
  prepared: Prepared,
  pid: number,
  adopted: boolean,
  end: () => Promise<void>,
): Promise<EmbeddedDatabase> {
  const superuser = superuserOf(prepared)
  if (!adopted) await bootstrap(superuser)
  const at = { host: prepared.socketDir, port: PORT, database: DATABASE }
  let stopping: Promise<void> | undefined
  return {
    superuser,
    owner: { ...at, user: OWNER_ROLE },
    app: { ...at, user: APP_ROLE },
    dataDir: prepared.dataDir,
    cluster: prepared.cluster,
    pid,
    adopted,
    stop: () => (stopping ??= adopted ? Promise.resolve() : end()),
  }
}

/** Only a part of the socket's name: no port is opened. */
const PORT = 5432

function superuserOf(prepared: Prepared): Connection {
  return { host: prepared.socketDir, port: PORT, user: SUPERUSER, database: 'postgres' }
}

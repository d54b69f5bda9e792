import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type FileHandle, open, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { bareEnvironment, type Prepared } from './cluster.ts'

/** `server` runs until it is told to stop; `command` is a call from the command line, soon over. */
export type Purpose = 'server' | 'command'

/** A server that runs on a cluster, and the process of ours that started it. */
export interface Postmaster {
  readonly pid: number
  readonly purpose: Purpose
  readonly starter: number
}

/** How often a process that is not our child is looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 20

/** Whether a process lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What a process was started with; empty when it has ended, also while nobody has collected it. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return text.replaceAll('\0', ' ')
  }
  const shown = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => undefined)
  return shown ? shown.stdout.trim() : ''
}

function serves(line: string, cluster: string): boolean {
  return line.includes(`-D ${cluster} `)
}

async function writtenPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * The server that runs on this cluster. The number in postmaster.pid alone proves nothing: after a crash or in a new container
 * it may be anybody's, so the process must also have been started by us, on this very folder.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const pid = await writtenPid(cluster)
  if (pid === undefined || !isAlive(pid)) return undefined
  const line = await commandLine(pid)
  if (!serves(line, cluster)) return undefined
  const mark = /cluster_name=kontor-(server|command)-(\d+)/.exec(line)
  return { pid, purpose: mark?.[1] === 'command' ? 'command' : 'server', starter: Number(mark?.[2] ?? 0) }
}

/** Whether some process still works in the cluster's folder, as the children of a killed server do for a moment. */
async function isInhabited(cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return false
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    if (at === cluster) return true
  }
  return false
}

/**
 * Removes a postmaster.pid whose number now belongs to somebody else: PostgreSQL itself would refuse to start over it. One
 * whose process is gone is left for PostgreSQL, which also looks whether shared memory is still in use.
 */
export async function clearStaleLock(cluster: string): Promise<void> {
  const pid = await writtenPid(cluster)
  if (pid === undefined || !isAlive(pid)) return
  if (serves(await commandLine(pid), cluster)) return
  while (await isInhabited(cluster)) await wait(LOOK_AGAIN_MS)
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** The program that has the kernel signal a process when its parent dies; setpriv knows how since util-linux 2.33. */
async function deathSignalProgram(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  const folders = (process.env['PATH'] ?? '/usr/bin:/bin').split(delimiter)
  const found = folders.map(folder => join(folder, 'setpriv')).find(path => existsSync(path))
  if (found === undefined) return undefined
  const help = await promisify(execFile)(found, ['--help']).catch(() => undefined)
  return help?.stdout.includes('--pdeathsig') ? found : undefined
}

const LOG_MAX_BYTES = 10 * 1024 * 1024

async function openLog(prepared: Prepared): Promise<FileHandle> {
  const found = await stat(prepared.log).catch(() => undefined)
  if (found && found.size > LOG_MAX_BYTES) await rename(prepared.log, `${prepared.log}.1`)
  const log = await open(prepared.log, 'a', 0o600)
  if (prepared.account) await log.chown(prepared.account.uid, prepared.account.gid)
  return log
}

/** A server just started. */
export interface Launched {
  readonly child: ChildProcess
  /** What it has written to its log so far. */
  said(): Promise<string>
}

async function textFrom(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(Math.max(0, size - offset)), 0, null, offset)
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

/**
 * Starts the server, in a session of its own so that Ctrl-C in the terminal reaches us and not it: we stop it when our own
 * work is done. Where there is setpriv, the kernel stops it (SIGINT: fast shutdown) should we be killed. Nothing is listened
 * to but the socket.
 */
export async function launch(prepared: Prepared, purpose: Purpose): Promise<Launched> {
  const args = [
    ['-D', prepared.cluster],
    ['-c', `cluster_name=kontor-${purpose}-${process.pid}`],
    ['-c', 'listen_addresses='],
    ['-c', `unix_socket_directories=${prepared.socketDir}`],
    ['-c', 'unix_socket_permissions=0700'],
    ['-c', 'logging_collector=off'],
  ].flat()
  const program = join(prepared.binaries, 'bin', 'postgres')
  const guard = await deathSignalProgram()
  const command = guard ? [guard, '--pdeathsig', 'INT', program, ...args] : [program, ...args]
  const log = await openLog(prepared)
  try {
    const offset = (await log.stat()).size
    const child = spawn(command[0] as string, command.slice(1), {
      cwd: prepared.cluster,
      ...prepared.account,
      env: bareEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    return { child, said: () => textFrom(prepared.log, offset) }
  } finally {
    await log.close()
  }
}

/** How long a fast shutdown may take (it writes a checkpoint) before an immediate one is asked for. */
const FAST_SHUTDOWN_MS = 60_000

/** Stops a server: sessions are cut, open transactions rolled back, everything acknowledged is on disk. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const running = async (): Promise<boolean> => serves(await commandLine(pid), cluster)
  if (!(await running())) return
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + FAST_SHUTDOWN_MS
  let urged = false
  while (await running()) {
    if (!urged && performance.now() > deadline) {
      urged = true
      process.kill(pid, 'SIGQUIT')
    }
    await wait(LOOK_AGAIN_MS)
  }
}

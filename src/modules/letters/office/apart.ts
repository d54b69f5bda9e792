/**
 * Word files are opened in a killable child: whatever is in one, it takes no more time and memory than told, reaches no
 * database and no secret, and nobody else waits for it. One request at a time; a child with nothing to do ends by itself.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DocxReason, DocxRefused, docxReasons } from '../../../formats/docx/open.ts'
import type { Reply, Request, Requests } from './child.ts'
import type { FieldValues, Joined, OfficeReading } from './reading.ts'

export const limits = { wall_ms: 30_000, memoryBytes: 1_200_000_000, watch_ms: 250, idle_ms: 20_000 }

const entry = fileURLToPath(new URL('./child.ts', import.meta.url))

let present: ChildProcess | null = null
let idle: NodeJS.Timeout | null = null
let before: Promise<unknown> = Promise.resolve()

/** Only what starting takes: no address of a database, no secret. */
const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  ...Object.fromEntries(
    ['PATH', 'SystemRoot', 'TZ', 'NODE_COMPILE_CACHE'].flatMap(name =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  ),
})

function started(): ChildProcess {
  const child = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=768', '--disable-warning=ExperimentalWarning'],
    env: environment(),
  })
  child.once('exit', () => {
    if (present === child) present = null
  })
  return child
}

function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  idle = setTimeout(() => {
    present = null
    if (child.connected) child.disconnect()
  }, limits.idle_ms).unref()
}

/** Resident bytes by /proc; 0 on systems without it. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * 4096
  } catch {
    return 0
  }
}

/** Null where it ended before it said anything: killed for what it took, or by what it was given. */
function replyOf(child: ChildProcess, request: Request): Promise<Reply | null> {
  return new Promise(resolve => {
    const kill = () => void child.kill('SIGKILL')
    const end = setTimeout(kill, limits.wall_ms)
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > limits.memoryBytes) kill()
    }, limits.watch_ms)
    const settle = (reply: Reply | null) => {
      clearTimeout(end)
      clearInterval(watch)
      child.off('message', heard)
      child.off('exit', gone)
      child.off('error', gone)
      resolve(reply)
    }
    const heard = (reply: unknown) => settle(reply as Reply)
    const gone = () => settle(null)
    child.on('message', heard)
    child.on('exit', gone)
    child.on('error', gone)
    child.send(request, error => {
      if (error) kill()
    })
  })
}

async function asked<K extends keyof Requests>(request: Request<K>): Promise<Requests[K]['given']> {
  if (idle) clearTimeout(idle)
  present ??= started()
  const child = present
  child.ref()
  child.channel?.ref()
  const reply = await replyOf(child, request as Request)
  if (reply === null) {
    present = null
    throw new DocxRefused('too-large')
  }
  rest(child)
  if ('given' in reply) return reply.given as Requests[K]['given']
  const reason = docxReasons.find(one => one === reply.refused)
  if (!reason) throw new Error('a Word file could not be worked on')
  throw new DocxRefused(reason satisfies DocxReason)
}

/** In turn. */
function apart<K extends keyof Requests>(kind: K, bytes: Uint8Array, what: Requests[K]['asked']) {
  const mine = before.then(() => asked({ kind, bytes, asked: what }))
  before = mine.catch(() => undefined)
  return mine
}

/** Looks a file through; refuses (`DocxRefused`) what could do more than say something, and what takes too much. */
export const readApart = (bytes: Uint8Array): Promise<OfficeReading> => apart('read', bytes, null)

/** The file once for each set of values; null in the place of those that could not be filled. */
export async function filledApart(bytes: Uint8Array, each: readonly FieldValues[]): Promise<(Buffer | null)[]> {
  return (await apart('fill', bytes, each)).map(one => one && Buffer.from(one))
}

/** One file with all of them, to print. */
export const joinedApart = (bytes: Uint8Array, each: readonly FieldValues[]): Promise<Joined> =>
  apart('join', bytes, each)

/** One letter's file with what is known filled in. */
export async function filledOffice(bytes: Uint8Array, values: FieldValues): Promise<Buffer> {
  const [filled] = await filledApart(bytes, [values])
  if (!filled) throw new DocxRefused('too-large')
  return filled
}

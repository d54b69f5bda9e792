import { type ChildProcess, fork } from 'node:child_process'
import { type Readable, Transform } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { ReadingProblem } from '../reading/problem.ts'
import { residentBytesOf } from '../reading/process-memory.ts'
import type { UnlockReply, UnlockRequest } from './child.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
/** Whoever gave the password waits for the answer. */
const WALL_MS = 30_000
const MEMORY_CHECK_MS = 250
const MOST_MEMORY_BYTES = 1_500_000_000

let before: Promise<unknown> = Promise.resolve()

/**
 * Opens a locked file in a killable child of its own and hands its unlocked copy to `keep` as a stream, which fails where the
 * copy is cut short. One after another: many passwords tried at once cost no more than one. Rejects with a ReadingProblem.
 */
export function unlockInChild<T>(request: UnlockRequest, keep: (copy: Readable) => Promise<T>): Promise<T> {
  const mine = before.then(() => unlockNow(request, keep))
  before = mine.catch(() => undefined)
  return mine
}

async function unlockNow<T>(request: UnlockRequest, keep: (copy: Readable) => Promise<T>): Promise<T> {
  const child = fork(CHILD, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=1024', '--disable-warning=ExperimentalWarning'],
    env: { NODE_ENV: 'production' },
  })
  let killedFor: string | null = null
  const kill = (reason: string) => {
    killedFor ??= reason
    child.kill('SIGKILL')
  }
  const timers = [
    setTimeout(() => kill('reading-took-too-long'), WALL_MS),
    setInterval(() => {
      if (residentBytesOf(child.pid ?? 0) > MOST_MEMORY_BYTES) kill('reading-took-too-much-memory')
    }, MEMORY_CHECK_MS),
  ]
  try {
    const reply = await replyOf(child, request)
    if (reply === null) throw new ReadingProblem(killedFor ?? 'reading-crashed')
    if ('failed' in reply) throw new ReadingProblem(reply.failed.name, reply.failed.data)
    return await keep(child.stdout!.pipe(whole(reply.sizeBytes)))
  } finally {
    for (const timer of timers) clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

/** What the child says; null where it ended before it said anything. */
function replyOf(child: ChildProcess, request: UnlockRequest): Promise<UnlockReply | null> {
  return new Promise(resolve => {
    child.once('message', reply => resolve(reply as UnlockReply))
    child.once('exit', () => resolve(null))
    child.once('error', () => resolve(null))
    child.send(request, error => {
      if (error) resolve(null)
    })
  })
}

/** Passes everything on, and fails at the end where it was not as much as was announced. */
function whole(sizeBytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(null, chunk)
    },
    flush: done => done(seen === sizeBytes ? null : new ReadingProblem('reading-crashed')),
  })
}

/** Mails are read in a thread of their own, one after the other; one that does not end is stopped with its thread. */
import { Worker } from 'node:worker_threads'
import { openMail } from './read.ts'
import type { ReadMail } from './types.ts'

/** A mail of 50 MB takes about a second. */
const longestMs = 20_000
/** What is not read at all is known by its head. */
const headBytes = 20_000

interface Waiting {
  readonly bytes: Uint8Array
  readonly done: (read: ReadMail) => void
  timer: NodeJS.Timeout | null
}

let thread: Worker | null = null
let last = 0
const waiting = new Map<number, Waiting>()

function open(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.unref()
  worker.on('message', ({ id, read }: { id: number; read: ReadMail }) => {
    settle(id, read)
    watchNext()
  })
  worker.on('error', () => stop(worker))
  worker.on('exit', () => stop(worker))
  return worker
}

function settle(id: number, read: ReadMail): void {
  const one = waiting.get(id)
  if (!one) return
  if (one.timer) clearTimeout(one.timer)
  waiting.delete(id)
  one.done(read)
  if (waiting.size === 0) thread?.unref()
}

/** The oldest is the one that is being read: its time runs. */
function watchNext(): void {
  const [first] = waiting
  if (!first || first[1].timer) return
  first[1].timer = setTimeout(() => thread && stop(thread), longestMs)
}

/** The mail that was being read is given up; those behind it go to a new thread. */
function stop(worker: Worker): void {
  if (worker !== thread) return
  thread = null
  void worker.terminate()
  const [first] = waiting
  if (first) void givenUp(first[1].bytes).then(read => settle(first[0], read))
  for (const [id, one] of [...waiting].slice(1)) send(id, one.bytes)
  watchNext()
}

async function givenUp(bytes: Uint8Array): Promise<ReadMail> {
  const { read } = await openMail(bytes.subarray(0, headBytes))
  return { ...read, parse: 'kept', problem: 'too-slow', text: '', fresh: '' }
}

function send(id: number, bytes: Uint8Array): void {
  thread ??= open()
  thread.ref()
  // A copy of its own: the bytes may be a piece of something larger, which would all be copied with it.
  const own = new Uint8Array(bytes)
  thread.postMessage({ id, bytes: own }, [own.buffer])
}

export function readApart(bytes: Uint8Array): Promise<ReadMail> {
  return new Promise(done => {
    const id = ++last
    waiting.set(id, { bytes, done, timer: null })
    send(id, bytes)
    watchNext()
  })
}

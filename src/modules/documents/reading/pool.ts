import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from './child-environment.ts'
import type { JobKind, Jobs, Reply, Request } from './jobs.ts'
import { residentBytesOf } from './process-memory.ts'
import { ReadingProblem } from './problem.ts'
import { Starvation } from './starvation.ts'

export interface PoolSettings {
  /** Children at most; each does one job at a time. */
  readonly children: number
  /** A child that has had nothing to do for this long ends, and gives its memory back. */
  readonly idleMs: number
  /** A child is replaced after this many jobs, or when it has grown beyond `recycleBytes`. */
  readonly jobsPerChild: number
  readonly recycleBytes: number
  /** A child that grows beyond this is killed in the middle of its job. */
  readonly killBytes: number
  /** Time without a processor does not count, but nobody waits longer than this many times the limit. */
  readonly patience: number
  /** Milliseconds that a child waited for a processor since it took up its job; asked again and again. */
  readonly starvation: () => { sample(pid: number): number }
  /** How much its children give way to other processes, 0 to 19. */
  readonly niceness: number
}

export const POOL_SETTINGS: PoolSettings = {
  children: Math.max(1, Math.min(2, availableParallelism())),
  idleMs: 30_000,
  jobsPerChild: 200,
  recycleBytes: 700_000_000,
  killBytes: 2_000_000_000,
  patience: 3,
  starvation: () => new Starvation(),
  niceness: 0,
}

interface Waiting {
  readonly request: Request
  readonly wallMs: number
  readonly signal: AbortSignal | undefined
  readonly resolve: (output: never) => void
  readonly reject: (problem: ReadingProblem) => void
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const WATCH_MS = 250

/** Warm children that read files: whatever a file does to one of them, it can be killed, and the next starts afresh. */
export class ReadingPool {
  readonly #settings: PoolSettings
  readonly #children = new Set<ReadingChild>()
  readonly #queue: Waiting[] = []
  #nextId = 1
  #closed = false

  constructor(settings: Partial<PoolSettings> = {}) {
    this.#settings = { ...POOL_SETTINGS, ...settings }
  }

  /** Process ids of the children now alive. */
  get pids(): number[] {
    return [...this.#children].flatMap(child => child.pid ?? [])
  }

  /**
   * Does a job in a child. Rejects with a ReadingProblem: `reading-took-too-long` after `wallMs` (counted from when a child
   * takes it up, without the time in which a loaded machine gave it no processor), `reading-crashed`, `reading-took-too-much-memory`, `reading-cancelled`.
   */
  run<K extends JobKind>(
    kind: K,
    input: Jobs[K]['input'],
    wallMs: number,
    signal?: AbortSignal,
  ): Promise<Jobs[K]['output']> {
    if (this.#closed) return Promise.reject(new ReadingProblem('reading-cancelled'))
    return new Promise((resolve, reject) => {
      const request: Request = { id: this.#nextId++, kind, input }
      this.#queue.push({ request, wallMs, signal, resolve: resolve as (output: never) => void, reject })
      this.#serve()
    })
  }

  /** Ends every child; jobs under way or waiting are rejected with `reading-cancelled`. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#queue.splice(0)) waiting.reject(new ReadingProblem('reading-cancelled'))
    for (const child of this.#children) child.kill('reading-cancelled')
  }

  #serve(): void {
    while (this.#queue.length > 0) {
      const child = this.#free()
      if (child === null) return
      const next = this.#queue.shift()
      if (next === undefined) return
      if (next.signal?.aborted === true) next.reject(new ReadingProblem('reading-cancelled'))
      else child.take(next)
    }
  }

  #free(): ReadingChild | null {
    for (const child of this.#children) if (child.idle) return child
    if (this.#children.size >= this.#settings.children) return null
    const child = new ReadingChild(
      this.#settings,
      () => this.#serve(),
      () => {
        this.#children.delete(child)
        this.#serve()
      },
    )
    this.#children.add(child)
    return child
  }
}

class ReadingChild {
  readonly #settings: PoolSettings
  readonly #process: ChildProcess
  readonly #freed: () => void
  readonly #gone: () => void
  #job: Waiting | null = null
  #jobs = 0
  #ending = false
  #killedFor: string | null = null
  #timers: NodeJS.Timeout[] = []
  #takenAtMs = 0
  #starvation: { sample(pid: number): number } | null = null
  #onAbort: (() => void) | null = null

  constructor(settings: PoolSettings, freed: () => void, gone: () => void) {
    this.#settings = settings
    this.#freed = freed
    this.#gone = gone
    this.#process = fork(CHILD, [], {
      serialization: 'advanced',
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--max-old-space-size=1024', '--disable-warning=ExperimentalWarning'],
      env: childEnvironment(),
    })
    this.#giveWay()
    this.#process.on('message', (reply: Reply) => this.#finish(reply))
    this.#process.on('error', () => this.kill('reading-crashed'))
    this.#process.on('exit', (code, signal) => this.#exited(signal ?? String(code ?? '')))
  }

  #giveWay(): void {
    const { pid } = this.#process
    if (pid === undefined || this.#settings.niceness === 0) return
    try {
      setPriority(pid, this.#settings.niceness)
    } catch {
      // A machine that does not let us reads at the usual priority.
    }
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  get idle(): boolean {
    return this.#job === null && !this.#ending
  }

  take(job: Waiting): void {
    this.#clearTimers()
    this.#job = job
    this.#process.ref()
    this.#process.channel?.ref()
    this.#process.send(job.request, error => {
      if (error !== null) this.kill('reading-crashed')
    })
    this.#takenAtMs = performance.now()
    this.#starvation = this.#settings.starvation()
    this.#starvedMs()
    this.#timers = [setInterval(() => this.#watch(), WATCH_MS)]
    this.#allow(job.wallMs)
    this.#onAbort = () => this.kill('reading-cancelled')
    job.signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  /** Kills the child and all it started; its job is rejected with this name. */
  kill(reason: string): void {
    this.#ending = true
    this.#killedFor ??= reason
    const { pid } = this.#process
    if (pid === undefined) return this.#exited('not started')
    try {
      if (process.platform === 'win32') this.#process.kill('SIGKILL')
      else process.kill(-pid, 'SIGKILL')
    } catch {
      this.#process.kill('SIGKILL')
    }
  }

  #finish(reply: Reply): void {
    const job = this.#job
    if (job === null || job.request.id !== reply.id) return
    this.#release()
    this.#jobs++
    const worn = reply.tainted || reply.residentBytes > this.#settings.recycleBytes
    if (worn || this.#jobs >= this.#settings.jobsPerChild) this.#end()
    else this.#rest()
    if (reply.failed === null) job.resolve(reply.output as never)
    else job.reject(new ReadingProblem(reply.failed.name, reply.failed.data))
    this.#freed()
  }

  /** An idle child keeps nobody's process alive, and ends by itself after a while. */
  #rest(): void {
    this.#process.unref()
    this.#process.channel?.unref()
    this.#timers = [setTimeout(() => this.#end(), this.#settings.idleMs).unref()]
  }

  #end(): void {
    this.#ending = true
    this.#clearTimers()
    if (this.#process.connected) this.#process.disconnect()
    this.#process.unref()
  }

  #exited(how: string): void {
    const job = this.#job
    this.#ending = true
    this.#release()
    if (job !== null) job.reject(new ReadingProblem(this.#killedFor ?? 'reading-crashed', { how }))
    this.#gone()
  }

  #release(): void {
    if (this.#onAbort !== null) this.#job?.signal?.removeEventListener('abort', this.#onAbort)
    this.#onAbort = null
    this.#job = null
    this.#clearTimers()
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers = []
  }

  #allow(ms: number): void {
    this.#timers.push(setTimeout(() => this.#outOfTime(), ms))
  }

  /** A good paper must not fail because others keep the machine busy: what the child was not served, it is given. */
  #outOfTime(): void {
    const { wallMs } = this.#job ?? { wallMs: 0 }
    const elapsedMs = performance.now() - this.#takenAtMs
    const leftMs = Math.min(wallMs - (elapsedMs - this.#starvedMs()), this.#settings.patience * wallMs - elapsedMs)
    if (leftMs > 1) this.#allow(leftMs)
    else this.kill('reading-took-too-long')
  }

  #starvedMs(): number {
    const { pid } = this.#process
    return pid === undefined ? 0 : (this.#starvation?.sample(pid) ?? 0)
  }

  #watch(): void {
    this.#starvedMs()
    const { pid } = this.#process
    if (pid !== undefined && residentBytesOf(pid) > this.#settings.killBytes) this.kill('reading-took-too-much-memory')
  }
}

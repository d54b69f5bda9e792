import { readdirSync, readFileSync } from 'node:fs'

/**
 * How long a process and its children wanted a processor and got none: the second figure of /proc/<pid>/task/<tid>/schedstat,
 * nanoseconds on the run queue. Where there is no such file (other systems) nothing counts as waiting.
 */
export class Starvation {
  readonly #seen = new Map<string, number>()
  #sampledAtMs = performance.now()
  #totalMs = 0

  /** Milliseconds waited since the first sample; to be asked often, since children that have ended are forgotten. */
  sample(pid: number): number {
    const nowMs = performance.now()
    const first = this.#seen.size === 0
    const waitedMs = Math.max(0, ...[pid, ...childrenOf(pid)].flatMap(one => this.#waits(one)))
    // Several threads may wait at once: no more was lost than has passed.
    if (!first) this.#totalMs += Math.min(waitedMs, nowMs - this.#sampledAtMs)
    this.#sampledAtMs = nowMs
    return this.#totalMs
  }

  #waits(pid: number): number[] {
    return entriesOf(`/proc/${pid}/task`).map(thread => {
      const delayMs = Number(textOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[1] ?? 0) / 1e6
      const before = this.#seen.get(thread) ?? 0
      this.#seen.set(thread, delayMs)
      return delayMs - before
    })
  }
}

function childrenOf(pid: number): number[] {
  return textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

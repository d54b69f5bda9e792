import type { Finding } from './types.ts'

/** Thrown inside `reading/` and turned into `Reading.error` at its border; its finding is named for the surfaces to word. */
export class ReadingProblem extends Error {
  readonly finding: Finding
  constructor(name: string, data?: Readonly<Record<string, string | number>>) {
    super(name)
    this.name = 'ReadingProblem'
    this.finding = data === undefined ? { name } : { name, data }
  }
}

let tainted = false

/** Whether a library in this process trapped, so that its memory can no longer be trusted. */
export function isTainted(): boolean {
  return tainted
}

/** What any thrown thing says about a file: our own problems keep their name, strangers become `file-damaged` with the cause. */
export function findingOf(thrown: unknown): Finding {
  if (thrown instanceof ReadingProblem) return thrown.finding
  if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) tainted = true
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  return { name: 'file-damaged', data: { cause: cause.slice(0, 300) } }
}

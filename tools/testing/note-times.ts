/** Loaded before each test file by `npm test -- --times`: when the process ends, it notes what it has used of the processors. */
import { appendFileSync } from 'node:fs'
import { processorSeconds } from './processor-time.ts'

/** Where the lines go: set by tools/test.ts. */
export const TIMES_VARIABLE = 'KONTOR_TEST_TIMES'

/** A line: a file, and the process that ran it. */
export interface NotedTime {
  readonly file: string
  readonly seconds: number
  /** One file of several in the process; without it the line is of the whole process. */
  readonly within?: string
}

const into = process.env[TIMES_VARIABLE]

/** Notes what was used since `from` for a file that shares its process. */
export function noteTime(within: string, from: number): void {
  if (into) write({ file: process.argv[1] ?? '', within, seconds: processorSeconds() - from })
}

const write = (noted: NotedTime): void => appendFileSync(into!, `${JSON.stringify(noted)}\n`)

// What a test forks takes its options along: it is counted with the test that waited for it.
if (into && /\.(test|interop)\.ts$/.test(process.argv[1] ?? ''))
  process.on('exit', () => write({ file: process.argv[1]!, seconds: processorSeconds() }))

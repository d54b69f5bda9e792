/**
 * The office's own fax server, HylaFAX: `sendfax` lays a file into its queue, `faxstat` says how far its jobs are. Both are programs that
 * the operator names, with their arguments; they are started without a shell, and nothing that a person typed but digits reaches them.
 */
import { execFile, type ExecFileException } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaxProblem } from '../contract.ts'

export interface FaxPrograms {
  /** `/usr/bin/sendfax -h fax.office.lan`, split at spaces. */
  readonly send: readonly string[]
  /** `faxstat -s -d`: what waits and what is done. */
  readonly status: readonly string[]
  /** So long one of them may take, ms. */
  readonly patience_ms?: number
}

let programs: FaxPrograms | null = null

/** Told once by whoever starts the server; without it nothing is faxed by a server of the office. */
export const useFaxPrograms = (found: FaxPrograms | null): void => {
  programs = found
}

export const hasFaxServer = (): boolean => programs !== null

/** Thrown where nothing was laid into the queue, so that it may be tried again; `isDoubtful` where nobody knows whether it was. */
export class FaxServerFault extends Error {
  override readonly name = 'FaxServerFault'
  readonly isDoubtful: boolean
  constructor(said: string, isDoubtful = false) {
    super(said.slice(0, 500))
    this.isDoubtful = isDoubtful
  }
}

const usualPatience_ms = 60_000

const isMissing = ({ code }: NodeJS.ErrnoException | ExecFileException): boolean =>
  code === 'ENOENT' || code === 'EACCES'

function run(command: readonly string[], more: readonly string[]): Promise<string> {
  const [program = '', ...own] = command
  const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: 'C', LC_ALL: 'C' }
  const timeout = programs?.patience_ms ?? usualPatience_ms
  return new Promise((resolve, reject) => {
    execFile(program, [...own, ...more], { env, timeout, maxBuffer: 4_000_000 }, (fault, out, said) => {
      // One that said no by its own end has laid nothing down; one that was ended may have.
      if (fault)
        reject(new FaxServerFault(`${fault.message}\n${said}`, typeof fault.code !== 'number' && !isMissing(fault)))
      else resolve(`${out}${said}`)
    })
  })
}

/** Lays a PDF into the queue; gives the job's number there. `+` is no digit that modems dial: numbers are told as 00…, or at home without. */
export async function layIntoQueue(
  pdf: Uint8Array,
  number: string,
  mark: string,
): Promise<{ job: string; said: string }> {
  if (!programs) throw new FaxServerFault('no fax server is set up')
  if (!/^\+?\d{2,20}$/.test(number)) throw new FaxServerFault('no number')
  const folder = await mkdtemp(join(tmpdir(), 'kontor-fax-'))
  try {
    const file = join(folder, 'fax.pdf')
    await writeFile(file, pdf, { mode: 0o600 })
    // -n: the cover sheet is ours already; -i: by which the server's own reports name it.
    const said = await run(programs.send, ['-n', '-i', mark, '-d', number, file])
    const job = /request id is (\d+)/i.exec(said)?.[1]
    // It ended well and does not say what it did.
    if (!job) throw new FaxServerFault(said, true)
    return { job, said: said.trim().slice(0, 900) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface ServerJob {
  readonly job: string
  readonly state: 'waits' | 'delivered' | 'failed'
  readonly problem: FaxProblem | null
  readonly said: string
}

const causes: readonly (readonly [FaxProblem, RegExp])[] = [
  ['busy', /busy/i],
  ['no-answer', /no answer|no response/i],
  ['no-fax', /no carrier|not a fax|no local dialtone|voice/i],
  ['number-unknown', /invalid|unknown number|rejected/i],
  ['broken-off', /disconnect|timeout|hangup|abort|failure to|receiver/i],
]

/**
 * `faxstat`'s lines: job, priority, state, owner, number, pages, dials, then when it is tried next and why not yet
 * (JobFormat of hylafax-config(5)). D is done, F failed for good, the others wait or run.
 */
export function jobsIn(listing: string): ServerJob[] {
  return listing.split('\n').flatMap((line): ServerJob[] => {
    const found = /^\s*(\d+)\s+\d+\s+([A-Z?])\s+\S+\s+\S+\s+(\S+:\S+)\s+(\S+:\S+)\s*(.*)$/.exec(line)
    if (!found) return []
    const [, job = '', letter, , , said = ''] = found
    const state = letter === 'D' ? 'delivered' : letter === 'F' ? 'failed' : 'waits'
    const problem = state === 'failed' ? (causes.find(([, words]) => words.test(said))?.[0] ?? 'other') : null
    return [{ job, state, problem, said: said.trim() }]
  })
}

/** `faxstat` ends well also where it reached nobody: then it does not name the scheduler. */
export async function queueNow(): Promise<ReadonlyMap<string, ServerJob>> {
  if (!programs) return new Map()
  const listing = await run(programs.status, [])
  if (!/scheduler on/i.test(listing)) throw new FaxServerFault(listing)
  return new Map(jobsIn(listing).map(one => [one.job, one]))
}

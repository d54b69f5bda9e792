/** One old file, stored and read, with what lies inside it: everything that can be done before the batch is written. */
import { createHash } from 'node:crypto'
import type { JobRun } from '../../../kernel/implement.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { cleanLine, cleanName } from '../clean-text.ts'
import { bandsOf } from '../near-duplicate.ts'
import { partsWorthTaking } from '../parts-worth.ts'
import { readOldInChild } from '../reading/in-child.ts'
import { findingOf } from '../reading/problem.ts'
import type { Part, Reading } from '../reading/types.ts'
import { readingOut } from '../reading-out.ts'
import type { Surroundings } from '../understand.ts'
import { understand } from '../understand.ts'
import { mostBytes, type OldFile } from './source.ts'

const longestReadingMs = 300_000
const deepest = 5
/** Documents taken out of one old file at most. */
const mostInside = 500

export interface Prepared {
  readonly path: string
  readonly name: string
  readonly fileId: string | null
  readonly reason: string | null
  /** Index of what it lay inside, within what came of the same file. */
  readonly inside: number | null
  readonly changedOn: string | null
  readonly reading: ReturnType<typeof readingOut> | null
}

async function readStored(run: JobRun, digest: Buffer, name: string): Promise<Reading> {
  const path = run.files.path(run.organisationId, digest)
  const source = path ?? (await run.files.bytes(run.organisationId, digest))
  const read = () => readOldInChild(source, name, { wallMs: longestReadingMs }, run.signal)
  const first = await read()
  run.signal.throwIfAborted()
  if (first.error?.name !== 'reading-crashed') return first
  const second = await read()
  run.signal.throwIfAborted()
  return second
}

/** What is known before an archive is read; `destroyed` holds SHA-256 digests, hexadecimal. */
export interface OldSurroundings extends Surroundings {
  readonly destroyed: ReadonlySet<string>
}

async function digestOf(source: Part['bytes'] | OldFile): Promise<string> {
  const hash = createHash('sha256')
  if (!('open' in source)) return hash.update(source).digest('hex')
  for await (const chunk of await source.open()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Stores and reads; whatever the file is, something comes of it, and at the least the word why not. */
export async function prepareOld(run: JobRun, old: OldFile, around: OldSurroundings): Promise<Prepared[]> {
  const made: Prepared[] = []
  const changedOn = changedDay(old.changedAtMs)

  async function take(
    path: string,
    name: string,
    source: Part['bytes'] | OldFile,
    inside: number | null,
    depth: number,
  ): Promise<void> {
    run.signal.throwIfAborted()
    const line = { path, name, inside, changedOn }
    const stored = await store(source, name)
    if (typeof stored === 'string') {
      made.push({ ...line, fileId: null, reason: stored, reading: null })
      return
    }
    const reading = await readStored(run, stored.digest, name)
    const understood = await understand(run, reading, around)
    const at = made.length
    made.push({
      ...line,
      fileId: stored.id,
      reason: null,
      reading: { ...readingOut(reading, bandsOf), ...understood },
    })
    if (depth >= deepest) return
    const parts = partsWorthTaking(reading).slice(0, Math.max(0, mostInside - made.length))
    for (const [n, part] of parts.entries()) {
      const inner = cleanName(part.name)
      await take(`${path.slice(0, 900)}/#${n + 1} ${inner}`.toWellFormed(), inner, part.bytes, at, depth + 1)
    }
  }

  async function store(source: Part['bytes'] | OldFile, name: string) {
    try {
      // A destroyed paper is not stored again, not even for the moment in which it is looked at.
      if (around.destroyed.size > 0 && around.destroyed.has(await digestOf(source))) return 'paper-destroyed'
      const bytes = 'open' in source ? await source.open() : source
      return await run.files.put(run.organisationId, bytes, { name, limitBytes: mostBytes })
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.refusalName
      const { code } = thrown as NodeJS.ErrnoException
      // A full disk is nobody's file's fault: the run breaks off and is begun again.
      if (code && ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EROFS'].includes(code)) throw thrown
      const { name: problem } = findingOf(thrown)
      return problem === 'reading-failed' ? 'file-not-readable' : problem
    }
  }
  await take(old.path, cleanName(old.path), old, null, 0)
  return made
}

function changedDay(ms: number): string | null {
  const day = new Date(ms)
  const year = day.getUTCFullYear()
  return Number.isNaN(ms) || year < 1970 || year > 2200 || ms <= 0 ? null : cleanLine(day.toISOString().slice(0, 10))
}

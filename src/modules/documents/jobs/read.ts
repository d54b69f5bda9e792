/** Reads a stored original. Whatever it does can be done again: killed at any instant, it loses and doubles nothing. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { cleanLine, cleanName } from '../clean-text.ts'
import { readable, readJob, recordReading, takeIn } from '../contract.ts'
import { bandsOf } from '../near-duplicate.ts'
import { partsWorthTaking } from '../parts-worth.ts'
import { sourceOf } from '../pages/cut-job.ts'
import { layOut, type LeftPage, type PagePlan } from '../pages/lay-out.ts'
import { splitBySeparators, surveyMarks } from '../pages/survey.ts'
import { findingOut, leftOut as leftPages, readingOut } from '../reading-out.ts'
import { readInChild } from '../reading/in-child.ts'
import type { ReadOptions } from '../reading/options.ts'
import type { Finding, Part, Reading } from '../reading/types.ts'
import { understand } from '../understand.ts'

/** A long scan may be recognised page by page for this long; what is left then is told as `pages-not-read`. */
const longestReadingMs = 300_000

/** A child that broke off is tried once more; what breaks twice is kept with its cause. */
const worthAnotherTry: ReadonlySet<string> = new Set(['reading-crashed'])

async function readOriginal(
  run: JobRun,
  source: string | Uint8Array,
  { name, language: home, plan }: { name: string; language: string; plan: PagePlan | null },
): Promise<Reading> {
  const turns = Object.fromEntries((plan?.kept ?? []).filter(([, turned]) => turned !== 0))
  const options = { wallMs: longestReadingMs, home, turns: turns as NonNullable<ReadOptions['turns']> }
  const reading = await readInChild(source, name, options, run.signal)
  run.signal.throwIfAborted()
  if (reading.error && worthAnotherTry.has(reading.error.name) && run.attempt === 0) throw new Error(reading.error.name)
  return reading
}

/** Stores what lies inside as files and takes them in. The same part of the same parent is taken in once, whoever asks. */
async function takeParts(
  run: JobRun,
  documentId: string,
  parts: readonly Part[],
  from: string | undefined,
): Promise<Finding[]> {
  let leftOut = 0
  for (const part of parts) {
    run.signal.throwIfAborted()
    const name = cleanName(part.name)
    const file = await run.files.put(run.organisationId, part.bytes, { name, mediaType: part.mediaType })
    const outcome = await run.dispatch(
      takeIn,
      { fileId: file.id, name, arrivedBy: 'part', parentId: documentId, ...(from ? { arrivedFrom: from } : {}) },
      `part:${file.id}`,
    )
    if (outcome.status === 'refused' && outcome.refusal.name === 'document-nested-too-deep') leftOut++
    else if (outcome.status !== 'done') throw new Error(`part not taken in: ${JSON.stringify(outcome)}`)
  }
  return leftOut > 0 ? [{ name: 'parts-left-out', data: { count: leftOut } }] : []
}

/** An archive that holds locked files waits for its password, whatever else was in it. */
function lockedPart({ mediaKind, warnings }: Reading): Finding | null {
  const locked = mediaKind === 'zip' && warnings.some(({ name }) => name === 'zip-entry-encrypted')
  return locked ? { name: 'password-needed' } : null
}

/** Said on the paper's page: nothing disappears in silence. */
const blankFinding = (left: readonly LeftPage[]): Finding[] => {
  const count = left.filter(({ page }) => page.blank).length
  return count > 0 ? [{ name: 'blank-pages-left-out', data: { count } }] : []
}

export const readJobBody = implementJob(readJob, {
  // What cannot be read is noted and not thrown: only a process that was killed in between brings it here again.
  retryLimit: 12,
  expireSeconds: 600,
  concurrency: 2,
  async run(run, { documentId, readingId }) {
    const known = await run.query(readable, { id: documentId, readingId })
    if (!known.awaited) return
    const source = await sourceOf(run, known.digest)
    const marked = await surveyMarks(run, source, known.name)
    if (known.splits && (await splitBySeparators(run, { documentId, readingId, ...known }, marked))) return
    const { reading, left } = layOut(await readOriginal(run, source, known), known.plan)
    const error = reading.error ?? lockedPart(reading)
    const mailFrom = reading.mail?.from
      ? cleanLine(`${reading.mail.from.name} <${reading.mail.from.address}>`.trim(), 300)
      : null
    const worth = partsWorthTaking(reading)
    const leftOut =
      worth.length > known.partsLeft
        ? [{ name: 'parts-left-out', data: { count: worth.length - known.partsLeft } }]
        : []
    const tooDeep = await takeParts(run, documentId, worth.slice(0, known.partsLeft), mailFrom ?? undefined)
    const out = readingOut(reading, bandsOf)
    const outcome = await run.dispatch(
      recordReading,
      {
        id: documentId,
        readingId,
        ...out,
        ...(await understand(run, reading, { ...known, ownKinds: true })),
        mailFrom,
        left: leftPages(left),
        archiveNumbers: marked.numbers.slice(0, 50),
        warnings: [...out.warnings, ...blankFinding(left), ...leftOut, ...tooDeep],
        error: error && findingOut(error),
      },
      'record',
    )
    if (outcome.status === 'refused' && outcome.refusal.name === 'reading-outdated') return
    if (outcome.status !== 'done') throw new Error(`reading not recorded: ${JSON.stringify(outcome)}`)
  },
})

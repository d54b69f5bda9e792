/** Reads a stored original. Whatever it does can be done again: killed at any instant, it loses and doubles nothing. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { cleanLine, cleanName, cleanText } from '../clean-text.ts'
import { readable, readJob, recordReading, takeIn } from '../contract.ts'
import { bandsOf } from '../near-duplicate.ts'
import { partsWorthTaking } from '../parts-worth.ts'
import { packLines } from '../reading-pack.ts'
import { readInChild } from '../reading/in-child.ts'
import type { Finding, Part, Reading } from '../reading/types.ts'
import { understand } from '../understand.ts'

/** A long scan may be recognised page by page for this long; what is left then is told as `pages-not-read`. */
const longestReadingMs = 300_000

/** A child that broke off is tried once more; what breaks twice is kept with its cause. */
const worthAnotherTry: ReadonlySet<string> = new Set(['reading-crashed'])

/** Words are kept for this many pages; the text of all of them is. */
const mostPagesWithWords = 300
const mostCharacters = 5_000_000

async function readOriginal(run: JobRun, { digest, name }: { digest: string; name: string }): Promise<Reading> {
  const bytes = Buffer.from(digest, 'hex')
  const source = run.files.path(run.organisationId, bytes) ?? (await run.files.bytes(run.organisationId, bytes))
  const reading = await readInChild(source, name, { wallMs: longestReadingMs }, run.signal)
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

function pagesOf({ pages }: Reading) {
  return pages.slice(0, mostPagesWithWords).map(({ number, width, height, turn, skew, source, lines }) => ({
    number,
    width,
    height,
    turn,
    skew,
    source,
    words: packLines(lines).toString('base64'),
  }))
}

/** An archive that holds locked files waits for its password, whatever else was in it. */
function lockedPart({ mediaKind, warnings }: Reading): Finding | null {
  const locked = mediaKind === 'zip' && warnings.some(({ name }) => name === 'zip-entry-encrypted')
  return locked ? { name: 'password-needed' } : null
}

const findingOut = ({ name, data }: Finding) => ({
  name,
  ...(data
    ? {
        data: Object.fromEntries(
          Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? cleanLine(value, 500) : value]),
        ),
      }
    : {}),
})

export const readJobBody = implementJob(readJob, {
  retryLimit: 5,
  expireSeconds: 600,
  concurrency: 2,
  async run(run, { documentId, readingId }) {
    const known = await run.query(readable, { id: documentId, readingId })
    if (!known.awaited) return
    const reading = await readOriginal(run, known)
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
    const text = cleanText(reading.text).slice(0, mostCharacters).toWellFormed()
    const outcome = await run.dispatch(
      recordReading,
      {
        id: documentId,
        readingId,
        mediaKind: reading.mediaKind,
        mediaType: cleanLine(reading.mediaType, 200),
        language: reading.language,
        pageCount: reading.pages.length,
        pages: pagesOf(reading),
        text,
        ...(await understand(run, reading, known)),
        mailFrom,
        bands: bandsOf(text).map(String),
        warnings: [...reading.warnings.slice(0, 90).map(findingOut), ...leftOut, ...tooDeep],
        error: error && findingOut(error),
      },
      'record',
    )
    if (outcome.status === 'refused' && outcome.refusal.name === 'reading-outdated') return
    if (outcome.status !== 'done') throw new Error(`reading not recorded: ${JSON.stringify(outcome)}`)
  },
})

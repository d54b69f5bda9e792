/** Letters to many that are Word files: filled apart from everything else, joined to be printed, or each by itself for its mail. */
import type { z } from 'zod'
import { DocxRefused } from '../../../formats/docx/open.ts'
import { zipOf } from '../../../formats/zip/write.ts'
import type { JobRun } from '../../../kernel/implement.ts'
import type * as c from '../contract.ts'
import { fileName, picturesOf, pictureIds } from '../drawn.ts'
import { filledApart, joinedApart } from '../office/apart.ts'
import { wordFilePdf, wordFilesPdf } from '../office/convert.ts'
import { docxType } from '../office/take-in.ts'
import type { Page } from '../paper/items.ts'
import { pdfOf } from '../paper/pdf.ts'

export type Work = z.output<typeof c.mergeWork.output>
export type Row = Work['rows'][number]
export type Note = { readonly position: number; readonly state: c.RowState; readonly reason?: string }

export interface Paper {
  readonly ending: 'pdf' | 'docx'
  readonly mediaType: string
  readonly content: Buffer
}

const pdfType = 'application/pdf'
/** Letters in one file to print at most: more than programs open without pains. */
const mostTogether = 500
/** Bytes of filled files held at once. */
const mostHeld = 60_000_000

const valuesOf = ({ file }: Row) => new Map(file!.values.map(({ name, value }) => [name, value]))
const bytesOf = (run: JobRun, digest: string): Promise<Buffer> =>
  run.files.bytes(run.organisationId, Buffer.from(digest, 'hex'))

/** As a PDF where a word processor draws one, else as the Word file it is. */
const paperOf = (filled: Buffer, pdf: Buffer | null | undefined): Paper =>
  pdf ? { ending: 'pdf', mediaType: pdfType, content: pdf } : { ending: 'docx', mediaType: docxType, content: filled }

/** Each row's own paper by its position; rows that could not be filled are not in it. */
export async function wordPapers(run: JobRun, rows: readonly Row[]): Promise<Map<number, Paper>> {
  const papers = new Map<number, Paper>()
  for (const [digest, all] of Map.groupBy(
    rows.filter(({ file }) => file !== null),
    ({ file }) => file!.digest,
  )) {
    const bytes = await bytesOf(run, digest)
    const atOnce = Math.max(1, Math.floor(mostHeld / Math.max(1, bytes.length)))
    for (let from = 0; from < all.length; from += atOnce) {
      const some = all.slice(from, from + atOnce)
      const filled = await filledApart(bytes, some.map(valuesOf)).catch(thrown => {
        if (thrown instanceof DocxRefused) return some.map(() => null)
        throw thrown
      })
      const whole = filled.flatMap(one => one ?? [])
      const pdfs = whole.length > 0 ? await wordFilesPdf(whole).catch(() => null) : null
      some.forEach(({ position }, at) => {
        const one = filled[at]
        if (one) papers.set(position, paperOf(one, pdfs?.[whole.indexOf(one)]))
      })
    }
  }
  return papers
}

/** Letters that are drawn into one file: of one Word file, or, where a language has none, of a text of the house. */
interface Together {
  readonly language: string
  readonly digest: string | null
  readonly rows: Row[]
}

interface Part extends Paper {
  readonly name: string
}

export interface Printed {
  readonly work: Work
  /** What is fetched: the one part, or all of them packed together. */
  readonly fileId: string
  readonly stored: readonly { readonly name: string; readonly fileId: string }[]
}

type NoteRows = (rows: readonly Note[], step: string) => Promise<void>

const failed = (rows: readonly Row[], reason?: string): Note[] =>
  rows.map(row => ({ position: row.position, state: 'failed', reason: reason ?? row.problem! }))

/** All of them as one file for each language, and for each five hundred; a row that cannot be filled is left out alone. */
export async function printWordFiles(
  run: JobRun,
  chunks: AsyncIterable<Work>,
  note: NoteRows,
): Promise<Printed | null> {
  const open = new Map<string, Together>()
  const parts: Part[] = []
  let work: Work | null = null
  const close = async (key: string, together: Together) => {
    open.delete(key)
    const { drawn, left } = await drawnTogether(run, work!, together)
    const first = together.rows[0]!.position
    const done = together.rows.filter(row => !left.includes(row))
    const notes = [...done.map(({ position }): Note => ({ position, state: 'done' })), ...failed(left, 'file')]
    for (let at = 0; at < notes.length; at += mostTogether)
      await note(notes.slice(at, at + mostTogether), `part:${key}:${first}:${at}`)
    parts.push(...drawn)
  }
  for await (const some of chunks) {
    work = some
    const bad = some.rows.filter(({ problem }) => problem !== null)
    if (bad.length > 0) await note(failed(bad), `rows:${bad[0]!.position}`)
    for (const row of some.rows) {
      if (row.problem !== null) continue
      const key = `${row.language}:${row.file?.digest ?? ''}`
      const together = open.get(key) ?? { language: row.language, digest: row.file?.digest ?? null, rows: [] }
      open.set(key, together)
      together.rows.push(row)
      if (together.rows.length >= mostTogether) await close(key, together)
    }
  }
  for (const [key, together] of [...open]) await close(key, together)
  return work && parts.length > 0 ? stored(run, work, parts) : null
}

interface Drawn {
  readonly drawn: readonly Part[]
  readonly left: readonly Row[]
}

const named = (rows: readonly Row[]): string => `${rows[0]!.language} ${rows[0]!.position}-${rows.at(-1)!.position}`

async function drawnTogether(run: JobRun, work: Work, { digest, rows, language }: Together): Promise<Drawn> {
  if (digest !== null) return joinedRows(await bytesOf(run, digest), rows)
  const pages = rows.flatMap(row => row.pages as unknown as Page[])
  const facts = { title: work.title, author: work.office, language, on: work.on }
  const content = await pdfOf(pages, facts, await picturesOf(run.files, run.organisationId, pictureIds(pages)))
  return { drawn: [{ ending: 'pdf', mediaType: pdfType, content, name: named(rows) }], left: [] }
}

/** Times that a file may be given up before those that are left are not tried any more. */
const mostTries = 12

/** Where they are too much together, they are tried by halves: what one row has made too large stops only that row. */
async function joinedRows(bytes: Buffer, rows: readonly Row[]): Promise<Drawn> {
  const drawn: Part[] = []
  const left: Row[] = []
  let tries = 0
  const waiting: (readonly Row[])[] = [rows]
  for (let some = waiting.shift(); some; some = waiting.shift()) {
    const joined = tries < mostTries ? await joinedOrNull(bytes, some) : null
    if (joined === null) {
      tries += 1
      const half = Math.ceil(some.length / 2)
      if (some.length > 1 && tries < mostTries) waiting.unshift(some.slice(0, half), some.slice(half))
      else left.push(...some)
      continue
    }
    left.push(...joined.left.map(at => some[at]!))
    if (!joined.bytes) continue
    const filled = Buffer.from(joined.bytes)
    drawn.push({ ...paperOf(filled, await wordFilePdf(filled).catch(() => null)), name: named(some) })
  }
  return { drawn, left }
}

const joinedOrNull = (bytes: Buffer, rows: readonly Row[]) =>
  joinedApart(bytes, rows.map(valuesOf)).catch(thrown => {
    if (thrown instanceof DocxRefused) return null
    throw thrown
  })

async function stored(run: JobRun, work: Work, parts: readonly Part[]): Promise<Printed> {
  const kept: { name: string; fileId: string }[] = []
  for (const { name, ending, mediaType, content } of parts) {
    const whole = fileName(null, parts.length > 1 ? `${work.title} ${name}` : work.title, ending)
    const { id } = await run.files.put(run.organisationId, content, { name: whole, mediaType })
    kept.push({ name: whole, fileId: id })
  }
  if (parts.length === 1) return { work, fileId: kept[0]!.fileId, stored: kept }
  const entries = parts.map(({ name, ending, content }) => ({ name: `${name}.${ending}`, bytes: content }))
  const packed: Buffer[] = []
  for await (const some of zipOf(entries, work.on.toPlainDateTime())) packed.push(some)
  const about = { name: fileName(null, work.title, 'zip'), mediaType: 'application/zip' }
  const { id } = await run.files.put(run.organisationId, Buffer.concat(packed), about)
  return { work, fileId: id, stored: kept }
}

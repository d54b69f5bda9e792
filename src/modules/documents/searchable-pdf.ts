import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Original } from './doors.http.ts'
import { storedPages } from './queries/stored-pages.ts'
import { drawSearchablePdfInChild, writeSearchablePdfInChild } from './reading/in-child.ts'
import { ReadingProblem } from './reading/problem.ts'

/** Three hundred pages are drawn within this time; somebody waits for the file, but nobody looks at a page meanwhile. */
const longestDrawingMs = 300_000

export interface PdfRequest {
  readonly id: string
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
}

/**
 * The document as a PDF one can search and copy from: upright, with its words laid under the picture; null where none can be
 * made. It is drawn from the pages and words that its reading kept; only what was not read yet is recognised here.
 */
export async function searchablePdf(
  kernel: Kernel,
  { id, caller, requestId }: PdfRequest,
  original: Original,
): Promise<Readable | Uint8Array | null> {
  const { organisationId } = caller
  const bytes = Buffer.from(original.openDigest, 'hex')
  const source = async () =>
    kernel.files.path(organisationId, bytes) ?? (await kernel.files.bytes(organisationId, bytes))
  const { mediaKind } = original
  if (mediaKind === null) return recognised(await source(), original.name)
  if (original.pages.length === 0 || (mediaKind !== 'pdf' && mediaKind !== 'image')) return null
  const pages = await kernel.viewing({ ...caller, requestId }, view => storedPages(view, id))
  const asItCame = pages.every(page => page.source !== 'ocr' && page.origin === undefined)
  if (mediaKind === 'pdf' && asItCame) return kernel.files.open(organisationId, bytes)
  try {
    return await drawSearchablePdfInChild(await source(), mediaKind, pages, { wallMs: longestDrawingMs })
  } catch (error) {
    if (error instanceof ReadingProblem) return null
    throw error
  }
}

/** Reads what nobody has read yet, for its PDF alone; the reading that was asked for comes in its own time. */
async function recognised(source: Uint8Array | string, name: string): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-pdf-'))
  try {
    const out = join(folder, 'searchable.pdf')
    await writeSearchablePdfInChild(source, name, out)
    return await readFile(out).catch(() => null)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

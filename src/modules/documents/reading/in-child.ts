import { findingOf } from './problem.ts'
import type { PageWanted } from './cut.ts'
import type { Source } from './jobs.ts'
import { DEFAULT_WALL_MS, type ReadOptions } from './options.ts'
import { ReadingPool, type PoolSettings } from './pool.ts'
import { failedReading } from './failed-reading.ts'
import type { RenderOptions } from './render.ts'
import type { Stamping } from './stamp.ts'
import type { Survey } from './survey.ts'
import type { MediaKind, Page, Reading } from './types.ts'

let pool: ReadingPool | null = null

/** The process-wide pool of reading children, begun when first asked. */
export function readingPool(settings?: Partial<PoolSettings>): ReadingPool {
  pool ??= new ReadingPool(settings)
  return pool
}

let drawing: ReadingPool | null = null

/** Pictures of pages are drawn in a child of their own: who looks at a page does not wait until a pile of scans is read. */
function drawingPool(): ReadingPool {
  drawing ??= new ReadingPool({ children: 1 })
  return drawing
}

let background: ReadingPool | null = null

/**
 * Reads an old file in children of their own, which give way to everything else on the machine: what arrives today is not
 * kept waiting by an archive. Never rejects, as `readInChild`.
 */
export async function readOldInChild(
  source: Source,
  name: string,
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Reading> {
  background ??= new ReadingPool({ jobsPerChild: 2_000, niceness: 10 })
  try {
    return await background.run('read', { source, name, options }, options.wallMs ?? DEFAULT_WALL_MS, signal)
  } catch (thrown) {
    return failedReading(findingOf(thrown))
  }
}

/** Ends all reading children, for a clean stop; the next reading begins new ones. */
export function closeReaders(): void {
  pool?.close()
  drawing?.close()
  background?.close()
  pool = null
  drawing = null
  background = null
}

/**
 * Reads a file (its bytes, or a path that the child opens) in a killable child. Never rejects: a file that takes too long,
 * too much memory or the child's life gives a Reading whose `error` says so.
 */
export async function readInChild(
  source: Source,
  name: string,
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Reading> {
  try {
    const wallMs = options.wallMs ?? DEFAULT_WALL_MS
    return await readingPool().run('read', { source, name, options }, wallMs, signal)
  } catch (thrown) {
    return failedReading(findingOf(thrown))
  }
}

/**
 * Reads a file in a child and writes its searchable PDF to `out`, in one pass. Never rejects; where there is no PDF, the
 * reading's `error` or its warning `pdf-not-written` says why.
 */
export async function writeSearchablePdfInChild(
  source: Source,
  name: string,
  out: string,
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Reading> {
  try {
    const wallMs = options.wallMs ?? DEFAULT_WALL_MS
    return await readingPool().run('searchable-pdf', { source, name, out, options }, wallMs, signal)
  } catch (thrown) {
    return failedReading(findingOf(thrown))
  }
}

/**
 * The searchable PDF of a file that was read before, from its stored pages: nothing is recognised again. Rejects with a
 * ReadingProblem, whose finding the surfaces word.
 */
export function drawSearchablePdfInChild(
  source: Source,
  mediaKind: MediaKind,
  pages: readonly Page[],
  options: Pick<ReadOptions, 'password' | 'wallMs'> = {},
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const wallMs = options.wallMs ?? DEFAULT_WALL_MS
  return readingPool().run('draw-pdf', { source, mediaKind, pages, password: options.password }, wallMs, signal)
}

/** The office's own codes on a scan, before it is read. Rejects with a ReadingProblem. */
export function surveyInChild(source: Source, name: string, wallMs: number, signal?: AbortSignal): Promise<Survey> {
  return readingPool().run('survey', { source, name }, wallMs, signal)
}

/** One PDF for each list of pages, in a child. Rejects with a ReadingProblem. */
export function cutInChild(
  files: readonly { readonly source: Source; readonly mediaKind: MediaKind }[],
  parts: readonly (readonly PageWanted[])[],
  wallMs: number,
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  return readingPool().run('cut', { files, parts }, wallMs, signal)
}

/** A file with sheets drawn into its pages and pages added, in a child. Rejects with a ReadingProblem. */
export function stampInChild(
  source: Source,
  mediaKind: MediaKind,
  stamping: Stamping,
  wallMs: number,
): Promise<Uint8Array> {
  return readingPool().run('stamp', { source, mediaKind, stamping }, wallMs)
}

/** A page picture has to come while somebody looks. */
const RENDER_WALL_MS = 20_000

/** Draws a page in a child. Rejects with a ReadingProblem, whose finding the surfaces word. */
export function renderPageInChild(
  source: Source,
  mediaKind: MediaKind,
  options: RenderOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return drawingPool().run('render', { source, mediaKind, options }, RENDER_WALL_MS, signal)
}

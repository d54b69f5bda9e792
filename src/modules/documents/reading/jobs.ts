import { readFile } from 'node:fs/promises'
import { cutPdfs, type PageWanted } from './cut.ts'
import type { ReadOptions } from './options.ts'
import { findingOf, ReadingProblem } from './problem.ts'
import { failedReading } from './failed-reading.ts'
import { read } from './read.ts'
import { renderPage, type RenderOptions } from './render.ts'
import { searchablePdf, writeSearchablePdf } from './searchable/write.ts'
import { stampPdf, type Stamping } from './stamp.ts'
import { survey, type Survey } from './survey.ts'
import type { Finding, MediaKind, Page, Reading } from './types.ts'

/** The file itself, or where it stands; a path is opened by the child, so that large files cross no pipe. */
export type Source = Uint8Array | string

/** What a reading child is asked to do. */
export interface Jobs {
  readonly 'searchable-pdf': {
    readonly input: { source: Source; name: string; out: string; options: ReadOptions }
    readonly output: Reading
  }
  readonly 'draw-pdf': {
    readonly input: { source: Source; mediaKind: MediaKind; pages: readonly Page[]; password: string | undefined }
    readonly output: Uint8Array
  }
  readonly render: {
    readonly input: { source: Source; mediaKind: MediaKind; options: RenderOptions }
    readonly output: Uint8Array
  }
  readonly survey: { readonly input: { source: Source; name: string }; readonly output: Survey }
  readonly cut: {
    readonly input: {
      files: readonly { readonly source: Source; readonly mediaKind: MediaKind }[]
      parts: readonly (readonly PageWanted[])[]
    }
    readonly output: Uint8Array[]
  }
  readonly stamp: {
    readonly input: { source: Source; mediaKind: MediaKind; stamping: Stamping }
    readonly output: Uint8Array
  }
  readonly read: { readonly input: { source: Source; name: string; options: ReadOptions }; readonly output: Reading }
}

export type JobKind = keyof Jobs

export interface Request<K extends JobKind = JobKind> {
  readonly id: number
  readonly kind: K
  readonly input: Jobs[K]['input']
}

export interface Reply {
  readonly id: number
  readonly output: unknown
  /** Why there is no output, where the job threw. */
  readonly failed: Finding | null
  /** The child's state can no longer be trusted (a WASM trap); it ends after this reply. */
  readonly tainted: boolean
  /** Resident bytes after the job, by which the pool decides to begin a fresh child. */
  readonly residentBytes: number
}

const performers: { readonly [K in JobKind]: (input: Jobs[K]['input']) => Promise<Jobs[K]['output']> } = {
  read: async ({ source, name, options }) => {
    try {
      return await read(await bytesOf(source), name, options)
    } catch (thrown) {
      return failedReading(findingOf(thrown))
    }
  },
  'searchable-pdf': async ({ source, name, out, options }) => {
    try {
      return await writeSearchablePdf(await bytesOf(source), name, out, options)
    } catch (thrown) {
      return failedReading(findingOf(thrown))
    }
  },
  'draw-pdf': async ({ source, mediaKind, pages, password }) =>
    searchablePdf(await bytesOf(source), { mediaKind, pages }, password),
  survey: async ({ source, name }) => survey(await bytesOf(source), name),
  cut: async ({ files, parts }) => {
    const opened: { bytes: Uint8Array; mediaKind: MediaKind }[] = []
    for (const { source, mediaKind } of files) opened.push({ bytes: await bytesOf(source), mediaKind })
    return cutPdfs(opened, parts)
  },
  stamp: async ({ source, mediaKind, stamping }) => stampPdf({ bytes: await bytesOf(source), mediaKind }, stamping),
  render: async ({ source, mediaKind, options }) => renderPage(await bytesOf(source), mediaKind, options),
}

/** Does one job in this process. */
export function perform<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
  return performers[kind](input)
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  if (typeof source !== 'string') return source
  try {
    return await readFile(source)
  } catch (thrown) {
    throw new ReadingProblem('file-not-found', { cause: (thrown as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}

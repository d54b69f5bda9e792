/** The streams of documents: the original, the picture of a page, the searchable PDF. Each answers as its caller. */
import { createReadStream } from 'node:fs'
import {
  fileNamed,
  type FileStream,
  refusedAnswer,
  shut,
  type StreamAnswer,
  type StreamRequest,
} from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { rangeOf } from '../../kernel/files/byte-range.ts'
import { original } from './contract.ts'
import { pagePicture } from './page-picture.ts'
import { searchablePdf } from './searchable-pdf.ts'

export type Original = ReturnType<(typeof original)['output']['parse']>

/** What opens nothing by itself in a browser; everything else goes out as plain bytes. */
const harmless: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'text/plain',
])

/** Finds the document as the caller may see it; the query notes who read what is confidential. */
async function openAs(
  kernel: Kernel,
  request: StreamRequest,
): Promise<{ found: Original } | { refused: StreamAnswer }> {
  const { params, caller, requestId } = request
  const answer = await kernel.ask({ ...caller, query: original.name, input: { id: params['id'] }, requestId })
  if (answer.status === 'refused') return { refused: await refusedAnswer(kernel, request, answer.refusal) }
  return { found: original.output.parse(answer.output) }
}

/** Unchanged since the caller last asked: nothing is sent again. */
function unchanged(request: StreamRequest, etag: string): StreamAnswer | null {
  return request.ifNoneMatch === etag ? { status: 304, headers: { etag, ...shut }, body: null } : null
}

const originalStream: FileStream = {
  path: '/api/documents/:id/original',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { digest, name, mediaType, sizeBytes } = opened.found
    const etag = `"${digest}"`
    const headers = {
      ...shut,
      etag,
      'content-type': harmless.has(mediaType) ? mediaType : 'application/octet-stream',
      'content-disposition': fileNamed(name),
      'cache-control': 'private, no-cache',
    }
    return unchanged(request, etag) ?? bytesOf(kernel, request, { digest, sizeBytes, etag, headers })
  },
}

/** The whole file, or the part of it that was asked for: a viewer shows the first page of a long one while the rest comes. */
async function bytesOf(
  kernel: Kernel,
  { caller: { organisationId }, range, ifRange }: StreamRequest,
  file: { digest: string; sizeBytes: number; etag: string; headers: Readonly<Record<string, string>> },
): Promise<StreamAnswer> {
  const { digest, sizeBytes, etag, headers } = file
  const bytes = Buffer.from(digest, 'hex')
  const path = kernel.files.path(organisationId, bytes)
  const part = path && (ifRange === undefined || ifRange === etag) ? rangeOf(range, sizeBytes) : null
  if (part === 'unsatisfiable')
    return { status: 416, headers: { ...shut, 'content-range': `bytes */${sizeBytes}` }, body: null }
  const whole = { ...headers, ...(path ? { 'accept-ranges': 'bytes' } : {}) }
  if (part === null || path === null)
    return {
      headers: { ...whole, 'content-length': String(sizeBytes) },
      body: await kernel.files.open(organisationId, bytes),
    }
  return {
    status: 206,
    headers: {
      ...whole,
      'content-length': String(part.end - part.start + 1),
      'content-range': `bytes ${part.start}-${part.end}/${sizeBytes}`,
    },
    body: createReadStream(path, part),
  }
}

/** Widths that are drawn; what is asked for between them is drawn at the next larger one. */
const widths = [120, 240, 480, 800, 1200, 1600, 2400] as const

/** A white sheet, 42 by 59 (WebP). */
const sheet = Buffer.from('UklGRiQAAABXRUJQVlA4TBcAAAAvKYAOAAfQ//73v/8BICH8Xy9G9D8FAwA=', 'base64')

/** What stands for the first page of a file that has none to draw: an e-invoice, a text. */
const plainSheet: StreamAnswer = {
  headers: { ...shut, 'content-type': 'image/webp', 'cache-control': 'private, no-cache' },
  body: sheet,
}

const pageStream: FileStream = {
  path: '/api/documents/:id/pages/:page',
  async answer(kernel, request) {
    const [, left, digits] = /^(left-)?(\d{1,5})\.webp$/.exec(request.params['page'] ?? '') ?? []
    const number = Number(digits ?? 0)
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { pages, left: leftPages } = opened.found
    // `left-4`: the fourth page of the file, which is not shown.
    // Nothing to draw, though its text may have been laid on a page: a plain sheet, no broken picture.
    if (number === 1 && !left && (pages.length === 0 || !opened.found.mediaKind)) return plainSheet
    const page = left ? leftPages.find(one => one.origin === number) : pages.find(one => one.number === number)
    if (!page || !opened.found.mediaKind) return refusedAnswer(kernel, request, { status: 404, name: 'page-not-found' })
    const asked = Number(request.query['width'] ?? 1200)
    const width = widths.find(one => one >= asked) ?? widths.at(-1)!
    const etag = `"${opened.found.digest.slice(0, 32)}-${page.origin}-${page.turn}-${page.skew}-${width}"`
    const same = unchanged(request, etag)
    if (same) return same
    const picture = await pagePicture(kernel, request.caller.organisationId, opened.found, page, width, etag)
    // An e-invoice has its text on a page, and nothing that could be drawn of it.
    if (!picture && number === 1 && !left) return plainSheet
    if (!picture) return refusedAnswer(kernel, request, { status: 404, name: 'page-not-drawn' })
    return {
      headers: {
        ...shut,
        etag,
        'content-type': 'image/webp',
        'content-length': String(picture.byteLength),
        'cache-control': 'private, no-cache',
      },
      body: picture,
    }
  },
}

const searchableStream: FileStream = {
  path: '/api/documents/:id/searchable.pdf',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { caller, requestId } = request
    const pdf = await searchablePdf(kernel, { id: request.params['id']!, caller, requestId }, opened.found)
    if (!pdf) return refusedAnswer(kernel, request, { status: 404, name: 'page-not-drawn' })
    const name = opened.found.name.replace(/\.[a-z0-9]{1,5}$/i, '')
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${name}.pdf`),
        'cache-control': 'private, no-cache',
      },
      body: pdf,
    }
  },
}

/** Streams of one document. */
export const documentStreams: readonly FileStream[] = [originalStream, pageStream, searchableStream]

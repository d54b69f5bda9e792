/** The streams of documents: the original, the picture of a page, the searchable PDF. Each answers as its caller. */
import type { Readable } from 'node:stream'
import { inTransaction } from '../../kernel/database/transaction.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { original } from './contract.ts'
import { pagePicture } from './page-picture.ts'
import { searchablePdf } from './searchable-pdf.ts'

export interface StreamRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
  readonly ifNoneMatch: string | undefined
}

export interface StreamAnswer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

export interface DocumentStream {
  readonly path: string
  answer(kernel: Kernel, request: StreamRequest): Promise<StreamAnswer>
}

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

/** Whatever a document holds, it runs nothing, loads nothing, and is taken for nothing else than it says. */
const shut = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** File name in a header (RFC 6266, RFC 8187). */
export function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

const refusedAnswer = (status: number, name: string): StreamAnswer => ({
  status,
  headers: { ...shut, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify({ status: 'refused', refusal: { name, data: {} } })),
})

/** Finds the document as the caller may see it, and notes who read what is confidential. */
async function openAs(
  kernel: Kernel,
  { params, caller, requestId }: StreamRequest,
): Promise<{ found: Original } | { refused: StreamAnswer }> {
  const answer = await kernel.ask({ ...caller, query: original.name, input: { id: params['id'] }, requestId })
  if (answer.status === 'refused') return { refused: refusedAnswer(answer.refusal.status, answer.refusal.name) }
  const found = original.output.parse(answer.output)
  if (found.class >= 2) await noteReading(kernel, caller, params['id']!)
  return { found }
}

/** Operational, outside the journal: who read which confidential record, and when; once a minute is enough. */
async function noteReading(
  kernel: Kernel,
  { organisationId, principalId }: StreamRequest['caller'],
  id: string,
): Promise<void> {
  await inTransaction(kernel.pool, organisationId, { clock: kernel.clock }, async ({ client, at }) => {
    await client.query(
      `insert into kernel.read_log (organisation_id, record_id, principal_id, read_at) select $1, $2, $3, $4
       where not exists (select 1 from kernel.read_log where organisation_id = $1 and record_id = $2 and principal_id = $3 and read_at > $4::timestamptz - interval '1 minute')
       on conflict do nothing`,
      [organisationId, id, principalId, at],
    )
    return { keep: true, value: undefined }
  })
}

/** Unchanged since the caller last asked: nothing is sent again. */
function unchanged(request: StreamRequest, etag: string): StreamAnswer | null {
  return request.ifNoneMatch === etag ? { status: 304, headers: { etag, ...shut }, body: null } : null
}

const originalStream: DocumentStream = {
  path: '/api/documents/:id/original',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { digest, name, mediaType, sizeBytes } = opened.found
    const etag = `"${digest}"`
    return (
      unchanged(request, etag) ?? {
        headers: {
          ...shut,
          etag,
          'content-type': harmless.has(mediaType) ? mediaType : 'application/octet-stream',
          'content-length': String(sizeBytes),
          'content-disposition': attachmentNamed(name),
          'cache-control': 'private, no-cache',
        },
        body: await kernel.files.open(request.caller.organisationId, Buffer.from(digest, 'hex')),
      }
    )
  },
}

/** Widths that are drawn; what is asked for between them is drawn at the next larger one. */
const widths = [120, 240, 480, 800, 1200, 1600, 2400] as const

const pageStream: DocumentStream = {
  path: '/api/documents/:id/pages/:page',
  async answer(kernel, request) {
    const number = Number(/^(\d{1,5})\.webp$/.exec(request.params['page'] ?? '')?.[1] ?? 0)
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const page = opened.found.pages.find(one => one.number === number)
    if (!page || !opened.found.mediaKind) return refusedAnswer(404, 'page-not-found')
    const asked = Number(request.query['width'] ?? 1200)
    const width = widths.find(one => one >= asked) ?? widths.at(-1)!
    const etag = `"${opened.found.digest.slice(0, 32)}-${number}-${page.turn}-${page.skew}-${width}"`
    const same = unchanged(request, etag)
    if (same) return same
    const picture = await pagePicture(kernel, request.caller.organisationId, opened.found, page, width, etag)
    if (!picture) return refusedAnswer(404, 'page-not-drawn')
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

const searchableStream: DocumentStream = {
  path: '/api/documents/:id/searchable.pdf',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { caller, requestId } = request
    const pdf = await searchablePdf(kernel, { id: request.params['id']!, caller, requestId }, opened.found)
    if (!pdf) return refusedAnswer(404, 'page-not-drawn')
    const name = opened.found.name.replace(/\.[a-z0-9]{1,5}$/i, '')
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': attachmentNamed(`${name}.pdf`),
        'cache-control': 'private, no-cache',
      },
      body: pdf,
    }
  },
}

/** Mounted by the HTTP surface. */
export const documentRoutes: readonly DocumentStream[] = [originalStream, pageStream, searchableStream]

/** The bytes of mails: the original, a part of it, its text as HTML that can do nothing. Each is answered as its caller. */
import {
  fileNamed,
  type FileStream,
  refusedAnswer,
  shut,
  type StreamAnswer,
  type StreamRequest,
} from '../../../kernel/files/stream.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { draftPicture, getMessage } from '../contract.ts'
import { openMail, type Part } from '../reading/read.ts'
import { sanitise } from '../reading/sanitise.ts'

type Found = ReturnType<(typeof getMessage)['output']['parse']>

async function openAs(kernel: Kernel, request: StreamRequest): Promise<{ found: Found } | { refused: StreamAnswer }> {
  const { params, caller, requestId } = request
  const answer = await kernel.ask({ ...caller, query: getMessage.name, input: { id: params['id'] }, requestId })
  if (answer.status === 'refused') return { refused: await refusedAnswer(kernel, request, answer.refusal) }
  return { found: getMessage.output.parse(answer.output) }
}

const bytesOf = (kernel: Kernel, { caller: { organisationId } }: StreamRequest, { digest }: Found): Promise<Buffer> =>
  kernel.files.bytes(organisationId, Buffer.from(digest, 'hex'))

const originalStream: FileStream = {
  path: '/api/mail/messages/:id/original',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { found } = opened
    return {
      headers: {
        ...shut,
        'content-type': 'application/octet-stream',
        'content-disposition': fileNamed(`${found.subject.slice(0, 100) || 'mail'}.eml`),
        'cache-control': 'private, no-cache',
        'content-length': String(found.sizeBytes),
      },
      body: await kernel.files.open(request.caller.organisationId, Buffer.from(found.digest, 'hex')),
    }
  },
}

/** What opens nothing by itself in a browser; everything else goes out as plain bytes. */
const harmless: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'text/plain',
])

const partStream: FileStream = {
  path: '/api/mail/messages/:id/parts/:part',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { parts } = await openMail(await bytesOf(kernel, request, opened.found))
    const part = /^\d{1,4}$/.test(request.params['part'] ?? '') ? parts[Number(request.params['part'])] : undefined
    if (!part) return refusedAnswer(kernel, request, { status: 404, name: 'record-not-found' })
    const shown = request.query['show'] === 'yes' || part.inline
    return {
      headers: {
        ...shut,
        'content-type': harmless.has(part.mediaType) ? part.mediaType : 'application/octet-stream',
        'content-disposition': fileNamed(part.name, shown && harmless.has(part.mediaType) ? 'inline' : 'attachment'),
        'cache-control': 'private, max-age=3600',
        'content-length': String(part.bytes.length),
      },
      body: part.bytes,
    }
  },
}

/** Its own colours on white, since mails are written for paper; words break before they widen the page. */
const style = `html{background:#fff;color:#1d1d1b;color-scheme:light}body{margin:0;padding:16px;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:break-word}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:8px 0;padding-left:12px;border-left:2px solid #dcdad4;color:#55534e}`

const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])
/** Letters of a mail's own pictures that are shown with it, each as often as it stands there. */
const mostPictures = 30_000_000

/**
 * A mail's own pictures, by their Content-ID. They stand in the text itself: the frame is sealed, an origin of its own, to which
 * a browser gives neither our cookie nor what says that it is for the same origin alone.
 */
function ownPictures(parts: readonly Part[]): (contentId: string) => string | null {
  let left = mostPictures
  const written = new Map<Part, string>()
  return contentId => {
    const part = parts.find(one => one.contentId === contentId && pictures.has(one.mediaType))
    if (!part || part.bytes.length > left) return null
    const address = written.get(part) ?? `data:${part.mediaType};base64,${Buffer.from(part.bytes).toString('base64')}`
    written.set(part, address)
    left -= address.length
    return address
  }
}

const htmlStream: FileStream = {
  path: '/api/mail/messages/:id/html',
  async answer(kernel, request) {
    const opened = await openAs(kernel, request)
    if ('refused' in opened) return opened.refused
    const { html, parts } = await openMail(await bytesOf(kernel, request, opened.found))
    if (html === null) return refusedAnswer(kernel, request, { status: 404, name: 'record-not-found' })
    const remote = request.query['remote'] === 'yes'
    const shown = sanitise(html, { partOf: ownPictures(parts), remote })
    const body = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><base target="_blank"><style>${style}</style></head><body>${shown.html}</body></html>`
    return {
      headers: {
        ...shut,
        // Nothing runs, nothing is sent; pictures from outside only where they were asked for.
        'content-security-policy': `default-src 'none'; img-src data:${remote ? ' https: http:' : ''}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        'x-frame-options': 'SAMEORIGIN',
        'x-remote-held': shown.held ? 'yes' : 'no',
      },
      body: Buffer.from(body),
    }
  },
}

/** Pictures of what somebody is writing, in the editor. */
const pictureStream: FileStream = {
  path: '/api/mail/drafts/:id/pictures/:fileId',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const input = { id: params['id'], fileId: params['fileId'] }
    const answer = await kernel.ask({ ...caller, query: draftPicture.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const { digest, mediaType, sizeBytes } = draftPicture.output.parse(answer.output)
    return {
      headers: {
        ...shut,
        'content-type': mediaType,
        'cache-control': 'private, max-age=3600',
        'content-length': String(sizeBytes),
      },
      body: await kernel.files.open(caller.organisationId, Buffer.from(digest, 'hex')),
    }
  },
}

export const mailRoutes: readonly FileStream[] = [originalStream, partStream, htmlStream, pictureStream]

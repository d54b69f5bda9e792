/** GET /api/signatures/:id/pages/:page and …/sheet.pdf: the document as it is signed, and what is printed of it. */
import {
  type FileStream,
  fileNamed,
  refusedAnswer,
  shut,
  type StreamRequest,
  unkept,
} from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { getSigning, toSeal } from './contract.ts'
import { signatureDrawing } from './drawing.ts'
import type { Sealed } from './paper/faces.ts'
import { signSheetPdf } from './paper/sheet.ts'

const widths = [400, 800, 1200, 1600] as const

export const mediaTypeOf = ({ mediaKind }: Pick<Sealed, 'mediaKind'>): string =>
  mediaKind === 'pdf' ? 'application/pdf' : 'image/png'

/** As whoever asks sees it; that a confidential one was looked at is noted. */
async function openedFor(kernel: Kernel, request: StreamRequest) {
  const { caller, requestId } = request
  const input = { id: request.params['id'] }
  for (const query of [getSigning, toSeal]) {
    const answer = await kernel.ask({ ...caller, query: query.name, input, requestId })
    if (answer.status === 'refused') return { refused: await refusedAnswer(kernel, request, answer.refusal) }
    if (query === toSeal) return { sealed: toSeal.output.parse(answer.output) }
  }
  return { refused: await refusedAnswer(kernel, request, { status: 404, name: 'record-not-found' }) }
}

const pageStream: FileStream = {
  path: '/api/signatures/:id/pages/:page',
  async answer(kernel, request) {
    const opened = await openedFor(kernel, request)
    if ('refused' in opened) return opened.refused!
    const { sealed } = opened
    const page = Number(/^(\d{1,5})\.png$/.exec(request.params['page'] ?? '')?.[1] ?? 0)
    const width = widths.find(one => one >= Number(request.query['width'] ?? 1200)) ?? 1600
    const etag = `"${sealed!.digest.slice(0, 32)}-${page}-${width}"`
    if (request.ifNoneMatch === etag) return { status: 304, headers: { etag, ...shut }, body: null }
    const { organisationId } = request.caller
    const { digest } = sealed!
    const wanted = { organisationId, digest, mediaType: mediaTypeOf(sealed!), page, width }
    const picture = page >= 1 && page <= sealed!.pages ? await signatureDrawing()?.page(wanted) : null
    if (!picture) return refusedAnswer(kernel, request, { status: 404, name: 'page-not-found' })
    const headers = { ...shut, etag, 'content-type': 'image/png', 'cache-control': 'private, no-cache' }
    return { headers: { ...headers, 'content-length': String(picture.byteLength) }, body: picture }
  },
}

const sheetStream: FileStream = {
  path: '/api/signatures/:id/sheet.pdf',
  async answer(kernel, request) {
    const opened = await openedFor(kernel, request)
    if ('refused' in opened) return opened.refused!
    const sealed = opened.sealed!
    const added = await signSheetPdf(sealed)
    const { digest, mediaKind } = sealed
    const { organisationId } = request.caller
    const body = await signatureDrawing()?.stamp({
      organisationId,
      digest,
      mediaKind,
      sheets: added,
      places: [],
      added,
    })
    if (!body) return refusedAnswer(kernel, request, { status: 404, name: 'page-not-drawn' })
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${sealed.title}.pdf`, 'inline'),
        'content-length': String(body.byteLength),
        ...unkept,
      },
      body,
    }
  },
}

export const signatureRoutes: readonly FileStream[] = [pageStream, sheetStream]

/** GET /api/visitors/:id/badge.pdf, …/slips/:slip, …/photo and …/parcels/:id/label.pdf: what is printed at the counter, as large as its paper is. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { type LabelSize, type Stock, stockSizeFor } from '../printing/contract.ts'
import { getPaper, getParcel } from './contract.ts'
import { badgePdf, type Paper, parcelPdf, slipPdf } from './paper/papers.ts'

/** Shown by the browser, and kept by nobody in between. */
const shown = (body: Buffer, name: string, type: string) => ({
  headers: {
    ...shut,
    'content-type': type,
    'content-disposition': fileNamed(`${name}.${type.slice(type.indexOf('/') + 1)}`, 'inline'),
    'content-length': String(body.byteLength),
    ...unkept,
  },
  body,
})

type Drawing = (paper: Paper, sized: (stock: Stock) => Promise<LabelSize>) => Promise<Buffer | null>

const route = (path: string, what: 'badge' | 'slip', type: string, drawn: Drawing): FileStream => ({
  path,
  async answer(kernel, request) {
    const { caller, requestId } = request
    const slipId = request.params['slip']
    const input = { id: request.params['id'], what, ...(slipId ? { slipId } : {}) }
    const answer = await kernel.ask({ ...caller, query: getPaper.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const paper = getPaper.output.parse(answer.output)
    const body = (await drawn(paper, stock => stockSizeFor(kernel, request, stock))) ?? Buffer.alloc(0)
    return shown(body, paper.name, type)
  },
})

const parcelRoute: FileStream = {
  path: '/api/visitors/parcels/:id/label.pdf',
  async answer(kernel, request) {
    const { caller, requestId } = request
    const input = { id: request.params['id'] }
    const answer = await kernel.ask({ ...caller, query: getParcel.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const parcel = getParcel.output.parse(answer.output)
    const { name, zone, language } = await kernel.viewing({ ...caller, requestId }, async view => view.office)
    const size = await stockSizeFor(kernel, request, 'parcel-label')
    return shown(await parcelPdf({ ...parcel, office: name, zone, language }, size), parcel.forName, 'application/pdf')
  },
}

export const visitorRoutes: readonly FileStream[] = [
  route('/api/visitors/:id/badge.pdf', 'badge', 'application/pdf', async (paper, sized) =>
    badgePdf(paper, await sized('badge')),
  ),
  route('/api/visitors/:id/slips/:slip', 'slip', 'application/pdf', async (paper, sized) =>
    slipPdf(paper, await sized(`${paper.slip?.what ?? 'wifi'}-slip`)),
  ),
  route('/api/visitors/:id/photo', 'badge', 'image/jpeg', async paper =>
    paper.photo ? Buffer.from(paper.photo, 'base64') : null,
  ),
  parcelRoute,
]

/** GET /api/visitors/:id/badge.pdf, …/slips/:slip.pdf and …/photo.jpg: what is printed at the counter. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { getPaper } from './contract.ts'
import { badgePdf, type Paper, slipPdf } from './paper/papers.ts'

const route = (
  path: string,
  what: 'badge' | 'slip',
  type: string,
  drawn: (paper: Paper) => Promise<Buffer | null>,
): FileStream => ({
  path,
  async answer(kernel, request) {
    const { caller, requestId } = request
    const slipId = request.params['slip']
    const input = { id: request.params['id'], what, ...(slipId ? { slipId } : {}) }
    const answer = await kernel.ask({ ...caller, query: getPaper.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const paper = getPaper.output.parse(answer.output)
    const body = (await drawn(paper)) ?? Buffer.alloc(0)
    return {
      headers: {
        ...shut,
        'content-type': type,
        'content-disposition': fileNamed(`${paper.name}.${type.slice(type.indexOf('/') + 1)}`, 'inline'),
        'content-length': String(body.byteLength),
        ...unkept,
      },
      body,
    }
  },
})

export const visitorRoutes: readonly FileStream[] = [
  route('/api/visitors/:id/badge.pdf', 'badge', 'application/pdf', badgePdf),
  route('/api/visitors/:id/slips/:slip', 'slip', 'application/pdf', slipPdf),
  route('/api/visitors/:id/photo', 'badge', 'image/jpeg', async paper =>
    paper.photo ? Buffer.from(paper.photo, 'base64') : null,
  ),
]

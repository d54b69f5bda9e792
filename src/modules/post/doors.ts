/** GET /api/post/outgoing/:id/label.pdf: what is stuck on it, as large as the labels are. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { stockSizeFor } from '../printing/contract.ts'
import { getOutgoing } from './contract.ts'
import { postLabelPdf } from './paper/label.ts'
import { officeWords } from './words.ts'

const label: FileStream = {
  path: '/api/post/outgoing/:id/label.pdf',
  async answer(kernel, request) {
    const { caller, requestId } = request
    const input = { id: request.params['id'] }
    const answer = await kernel.ask({ ...caller, query: getOutgoing.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const out = getOutgoing.output.parse(answer.output)
    const standing = await kernel.viewing({ ...caller, requestId }, async view => ({
      office: view.office,
      at: view.at,
    }))
    const how = out.sort === 'letter' ? '' : officeWords(standing, `choice.post.sort.${out.sort}`, {})
    const size = await stockSizeFor(kernel, request, 'post-label')
    const body = await postLabelPdf({ ...out, office: standing.office.name, at: standing.at, how }, size)
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${out.number}.pdf`, 'inline'),
        'content-length': String(body.byteLength),
        ...unkept,
      },
      body,
    }
  },
}

export const postRoutes: readonly FileStream[] = [label]

/** GET /api/fax/:id/proof.pdf, and …/sent.pdf: the very bytes that were handed over. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { getFax } from './contract.ts'
import { proofRoute } from './paper/proof.ts'

const sentRoute: FileStream = {
  path: '/api/fax/:id/sent.pdf',
  async answer(kernel, request) {
    const { caller, requestId, params } = request
    const answer = await kernel.ask({ ...caller, query: getFax.name, input: { id: params['id'] }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const { digest, number } = getFax.output.parse(answer.output)
    if (digest === null) return refusedAnswer(kernel, request, { ...kernelRefusals.notFound })
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${number}.pdf`, 'inline'),
        ...unkept,
      },
      body: await kernel.files.open(caller.organisationId, Buffer.from(digest, 'hex')),
    }
  },
}

export const faxRoutes: readonly FileStream[] = [proofRoute, sentRoute]

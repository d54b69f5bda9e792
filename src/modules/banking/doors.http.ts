/** Files that leave: a run's once it was handed out, and the bank's own as it came. Each answers as its caller. */
import { fileNamed, type FileStream, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { advicePdf } from './advice/advice-pdf.ts'
import { wordsIn } from './advice/letter.ts'
import { fileOf, getAdvice } from './contract.ts'

const bankFile: FileStream = {
  path: '/api/banking/files/:id',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const asked = await kernel.ask({ ...caller, query: fileOf.name, input: { id: params['id'] }, requestId })
    if (asked.status === 'refused') return refusedAnswer(kernel, request, asked.refusal)
    const { digest, name, sizeBytes } = fileOf.output.parse(asked.output)
    return {
      headers: {
        ...shut,
        ...unkept,
        'content-type': 'application/octet-stream',
        'content-disposition': fileNamed(name),
        'content-length': String(sizeBytes),
      },
      body: await kernel.files.open(caller.organisationId, Buffer.from(digest, 'hex')),
    }
  },
}

/** The sheet of an advice, as it will be sent or as it was. */
const adviceSheet: FileStream = {
  path: '/api/banking/runs/:id/payments/:paymentId/advice.pdf',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const input = { id: params['id'], paymentId: params['paymentId'] }
    const asked = await kernel.ask({ ...caller, query: getAdvice.name, input, requestId })
    if (asked.status === 'refused') return refusedAnswer(kernel, request, asked.refusal)
    const { paper } = getAdvice.output.parse(asked.output)
    const content = await advicePdf(paper)
    const name = `${wordsIn(paper.language)('letter.advice.title')} ${paper.run}.pdf`
    return {
      headers: {
        ...shut,
        ...unkept,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(name.replaceAll('/', '-'), 'inline'),
        'content-length': String(content.byteLength),
      },
      body: content,
    }
  },
}

export const bankingRoutes: readonly FileStream[] = [bankFile, adviceSheet]

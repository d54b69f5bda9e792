/** Files that leave: a run's once it was handed out, and the bank's own as it came. Each answers as its caller. */
import { fileNamed, type FileStream, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { fileOf } from './contract.ts'

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

export const bankingRoutes: readonly FileStream[] = [bankFile]

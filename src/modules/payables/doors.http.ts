/** The file of a parcel, for whoever may see it. */
import { fileNamed, type FileStream, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { parcelFile } from './contract.ts'

const parcel: FileStream = {
  path: '/api/payables/parcels/:id',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const asked = await kernel.ask({ ...caller, query: parcelFile.name, input: { id: params['id'] }, requestId })
    if (asked.status === 'refused') return refusedAnswer(kernel, request, asked.refusal)
    const { digest, name, sizeBytes } = parcelFile.output.parse(asked.output)
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

export const payablesRoutes: readonly FileStream[] = [parcel]

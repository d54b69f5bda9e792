/** Pictures of planned posts: shown in the preview, and saved by whoever publishes by hand. */
import { fileNamed, type FileStream, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { getPublication } from './contract.ts'
import { picturesOf } from './rows.ts'
import { extensionOf } from './wires/wire.ts'

const picture: FileStream = {
  path: '/api/publishing/:id/pictures/:n',
  async answer(kernel, request) {
    const { caller, requestId, params } = request
    const id = params['id'] ?? ''
    const asked = await kernel.ask({ ...caller, query: getPublication.name, input: { id }, requestId })
    if (asked.status === 'refused') return refusedAnswer(kernel, request, asked.refusal)
    const { record, pictures } = getPublication.output.parse(asked.output)
    const mayBeSeen = pictures.find(
      one => String(one.n) === params['n'] && (one.fileId !== null || one.document !== null),
    )
    const stored = mayBeSeen
      ? (await kernel.viewing({ ...caller, requestId }, view => picturesOf(view, id))).find(
          one => one.n === mayBeSeen.n,
        )
      : undefined
    if (!stored) {
      const { name, status } = kernelRefusals.notFound
      return refusedAnswer(kernel, request, { name, status, data: { kind: 'publication', id } })
    }
    const bytes = await kernel.files.bytes(caller.organisationId, stored.digest)
    const how = request.query['save'] === undefined ? 'inline' : 'attachment'
    return {
      headers: {
        ...shut,
        'content-type': stored.media_type,
        'content-disposition': fileNamed(`${record.title} ${stored.n}.${extensionOf(stored.media_type)}`, how),
        'content-length': String(bytes.byteLength),
        ...unkept,
      },
      body: bytes,
    }
  },
}

export const publishingRoutes: readonly FileStream[] = [picture]

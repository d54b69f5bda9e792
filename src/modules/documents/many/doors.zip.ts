/** GET /api/documents/archive.zip?ids=…: the originals of several documents in one archive, as far as the caller may see them. */
import { type FileStream, fileNamed, refusedAnswer, shut } from '../../../kernel/files/stream.ts'
import { mostInArchive, originals } from '../contract/many.ts'
import { officeOf } from '../keeping/certificate-pdf.ts'
import { uniqueNames } from './archive-names.ts'
import { mostBytes, type ZipEntry, zipLength, zipStream } from './zip-stream.ts'

const bytesOfId = 16

/** Ids as an address holds them: sixteen bytes each, in base64url. */
function idsIn(packed: string): string[] | null {
  const bytes = Buffer.from(packed, 'base64url')
  const count = bytes.length / bytesOfId
  if (!Number.isInteger(count) || count < 1 || count > mostInArchive) return null
  return Array.from({ length: count }, (_, at) =>
    bytes
      .subarray(at * bytesOfId, (at + 1) * bytesOfId)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  )
}

export const zipDocuments: FileStream = {
  path: '/api/documents/archive.zip',
  async answer(kernel, request) {
    const { query, caller, requestId } = request
    const ids = idsIn(query['ids'] ?? '')
    if (!ids) return refusedAnswer(kernel, request, { status: 422, name: 'nothing-to-download' })
    const answer = await kernel.ask({ ...caller, query: originals.name, input: { ids }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const { rows } = originals.output.parse(answer.output)
    const office = await officeOf(kernel, caller, requestId)
    const names = uniqueNames(rows.map(({ name }) => name))
    const entries = rows.map(
      (row, at): ZipEntry => ({
        name: names[at]!,
        size: row.sizeBytes,
        at: Temporal.Instant.from(row.receivedAt).toZonedDateTimeISO(office.zone).toPlainDateTime(),
        open: () => kernel.files.open(caller.organisationId, Buffer.from(row.digest, 'hex')),
      }),
    )
    const length = zipLength(entries)
    if (entries.length === 0 || length > mostBytes)
      return refusedAnswer(kernel, request, {
        status: entries.length === 0 ? 404 : 422,
        name: entries.length === 0 ? 'nothing-to-download' : 'archive-too-large',
      })
    return {
      headers: {
        ...shut,
        'content-type': 'application/zip',
        'content-length': String(length),
        'content-disposition': fileNamed(`${office.name}.zip`),
        'cache-control': 'no-store',
      },
      body: zipStream(entries),
    }
  },
}

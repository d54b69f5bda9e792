/** A voicemail as the page plays it: whole or in parts, never as something to be opened. Answered as its caller. */
import { createReadStream } from 'node:fs'
import { type ByteRange, rangeOf } from '../../../kernel/files/byte-range.ts'
import { fileNamed, type FileStream, refusedAnswer, shut } from '../../../kernel/files/stream.ts'
import { getSound } from '../contract/voicemail.ts'

const played: ReadonlySet<string> = new Set([
  'audio/wav',
  'audio/mpeg',
  'audio/ogg',
  'audio/mp4',
  'audio/flac',
  'audio/amr',
])

export const soundStream: FileStream = {
  path: '/api/calls/slips/:id/sound',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const answer = await kernel.ask({ ...caller, query: getSound.name, input: { id: params['id'] }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const sound = getSound.output.parse(answer.output)
    const [etag, digest] = [`"${sound.digest}"`, Buffer.from(sound.digest, 'hex')]
    if (request.ifNoneMatch === etag) return { status: 304, headers: { ...shut, etag }, body: null }
    const path = kernel.files.path(caller.organisationId, digest)
    const asked = path && (request.ifRange === undefined || request.ifRange === etag) ? request.range : undefined
    const part: ByteRange | 'unsatisfiable' | null = rangeOf(asked, sound.sizeBytes)
    if (part === 'unsatisfiable')
      return { status: 416, headers: { ...shut, 'content-range': `bytes */${sound.sizeBytes}` }, body: null }
    const headers = {
      ...shut,
      etag,
      'content-type': played.has(sound.mediaType) ? sound.mediaType : 'application/octet-stream',
      'content-disposition': fileNamed(sound.name, request.query['save'] === 'yes' ? 'attachment' : 'inline'),
      'cache-control': 'private, no-cache',
      ...(path ? { 'accept-ranges': 'bytes' } : {}),
    }
    if (part === null || path === null)
      return {
        headers: { ...headers, 'content-length': String(sound.sizeBytes) },
        body: await kernel.files.open(caller.organisationId, digest),
      }
    return {
      status: 206,
      headers: {
        ...headers,
        'content-length': String(part.end - part.start + 1),
        'content-range': `bytes ${part.start}-${part.end}/${sound.sizeBytes}`,
      },
      body: createReadStream(path, part),
    }
  },
}

import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { needUpload } from '../../kernel/files/upload.ts'
import { needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

/** PUT /api/files?name=…: the raw body is streamed to the store; the answer's id goes into a command. */
export function mountFiles(app: FastifyInstance, { kernel, ground }: HttpParts): void {
  void app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.put<{ Querystring: { name?: string } }>(
      '/api/files',
      { bodyLimit: Number.MAX_SAFE_INTEGER },
      async request => {
        const caller = await needCaller(ground, request)
        await needUpload(kernel, caller, request.id)
        const source = request.body instanceof Readable ? request.body : Readable.from([])
        const mediaType = request.headers['content-type']
        const file = await kernel.files.put(caller.organisationId, source, {
          name: request.query.name ?? 'unnamed',
          ...(mediaType ? { mediaType } : {}),
        })
        return { id: file.id, size: file.sizeBytes, mediaType: file.mediaType, name: file.name }
      },
    )
  })
}

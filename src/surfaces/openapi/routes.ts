import type { FastifyInstance } from 'fastify'
import type { HttpParts } from '../http/server.ts'
import { openApiDocument } from './document.ts'
import { openApiPage } from './page.ts'

/** /api/openapi.json and, to read it, /api. */
export function mountOpenApi(app: FastifyInstance, { kernel, version }: HttpParts): void {
  const document = openApiDocument(kernel.registry, version)
  const text = JSON.stringify(document)
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(text))
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(openApiPage(document)))
}

import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { FastifyInstance } from 'fastify'
import { languageOf, needCaller } from '../http/caller.ts'
import type { HttpParts } from '../http/server.ts'
import { mcpServer } from './tools.ts'

/** POST /mcp: Streamable HTTP without sessions; each request speaks for the bearer of its token. */
export function mountMcp(app: FastifyInstance, { kernel, ground, version }: HttpParts): void {
  app.post('/mcp', { compress: false }, async (request, reply) => {
    const caller = await needCaller(ground, request)
    const server = mcpServer(kernel, caller, languageOf(request, caller), version)
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true } as ConstructorParameters<
      typeof StreamableHTTPServerTransport
    >[0])
    reply.hijack()
    reply.raw.on('close', () => void transport.close().then(() => server.close()))
    await server.connect(transport as Parameters<typeof server.connect>[0])
    await transport.handleRequest(request.raw, reply.raw, request.body)
  })
  app.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    handler: async (_request, reply) => reply.code(405).header('allow', 'POST').send(),
  })
}

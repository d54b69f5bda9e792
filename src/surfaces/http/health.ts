import type { FastifyInstance } from 'fastify'
import type { HttpParts } from './server.ts'

/** /health: the process lives. /ready: it can serve, the database answers. */
export function mountHealth(app: FastifyInstance, { kernel, ready, version }: HttpParts): void {
  const quiet = { logLevel: 'silent' as const, config: { rateLimit: false } }
  app.get('/health', quiet, async () => ({ status: 'alive', version }))
  app.get('/ready', quiet, async (_request, reply) => {
    try {
      if (!ready()) throw new Error('starting')
      await kernel.pool.query('select 1')
      return { status: 'ready' }
    } catch (error) {
      return reply.code(503).send({ status: 'not-ready', because: (error as Error).message })
    }
  })
}

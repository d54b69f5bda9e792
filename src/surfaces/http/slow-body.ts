import type { FastifyInstance } from 'fastify'
import type { FileRoute } from './protocols.ts'
import { kernelRefusals, Refusal } from '../../kernel/refusal.ts'

/** A line on which nothing moves for this long is given up; live lines have a heartbeat. */
export const silentLine_ms = 120_000
/** However large the file and slow the line: then it is over. */
export const wholeRequest_ms = 2 * 3_600_000
/** Within this long the headers must be here. */
export const headers_ms = 30_000

/**
 * Whoever sends a body drop by drop holds a place that others want: what is no file must be here within `mostMs`. The answer
 * is given at once, and the line is cut, since what still comes on it means nothing any more.
 */
export function cutSlowBodies(app: FastifyInstance, mostMs: number): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    const { url, config } = request.routeOptions
    if (url === '/api/files' || (config as FileRoute).carriesFile) return payload
    const timer = setTimeout(() => {
      if (reply.sent) return
      reply.header('connection', 'close')
      reply.raw.once('finish', () => request.raw.destroy())
      void reply.send(new Refusal(kernelRefusals.tooSlow, { seconds: Math.ceil(mostMs / 1_000) }))
    }, mostMs)
    for (const end of ['end', 'close', 'error']) payload.once(end, () => clearTimeout(timer))
    return payload
  })
}

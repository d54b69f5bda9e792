import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Caller, needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly caller: Caller
  readonly requestId: string
  readonly ifNoneMatch: string | undefined
}

export interface RouteAnswer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

/** A stream that a module offers beside its queries: the picture of a page, an original. It answers as the caller. */
export interface Route {
  readonly path: string
  answer(kernel: Kernel, request: RouteRequest): Promise<RouteAnswer>
}

export function mountRoutes(app: FastifyInstance, { kernel, ground, routes }: HttpParts): void {
  for (const route of routes) {
    app.get(route.path, { compress: false }, async (request, reply) => {
      const caller = await needCaller(ground, request)
      const answer = await route.answer(kernel, {
        params: request.params as Record<string, string>,
        query: request.query as Record<string, string>,
        caller,
        requestId: request.id,
        ifNoneMatch: request.headers['if-none-match'],
      })
      reply.code(answer.status ?? 200).headers(answer.headers)
      return reply.send(answer.body)
    })
  }
}

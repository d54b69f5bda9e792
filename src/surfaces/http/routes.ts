import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import { answerOutcome } from './acts.ts'
import { type Caller, languageOf, needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly caller: Caller
  readonly requestId: string
  readonly ifNoneMatch: string | undefined
  /** RFC 9110: the part that is asked for, and of which version. */
  readonly range: string | undefined
  readonly ifRange: string | undefined
  readonly language: Language
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

/** An act that a module must take beside its commands, since what comes with it may stand in no journal: a password. */
export interface ActRoute {
  readonly path: string
  act(kernel: Kernel, caller: Caller, input: Record<string, unknown>, requestId: string): Promise<Outcome>
}

export function mountRoutes(app: FastifyInstance, parts: HttpParts): void {
  const { kernel, ground, routes, actRoutes } = parts
  for (const route of actRoutes) {
    app.post(route.path, async (request, reply) => {
      const caller = await needCaller(ground, request)
      const input = { ...(request.body as object), ...(request.params as object) }
      return answerOutcome(
        parts,
        request,
        reply,
        await route.act(kernel, caller, input, request.id),
        languageOf(request, caller),
      )
    })
  }
  for (const route of routes) {
    app.get(route.path, { compress: false }, async (request, reply) => {
      const caller = await needCaller(ground, request)
      const answer = await route.answer(kernel, {
        params: request.params as Record<string, string>,
        query: request.query as Record<string, string>,
        caller,
        requestId: request.id,
        ifNoneMatch: request.headers['if-none-match'],
        range: request.headers.range,
        ifRange: request.headers['if-range'] as string | undefined,
        language: languageOf(request, caller),
      })
      reply.code(answer.status ?? 200).headers(answer.headers)
      return reply.send(answer.body)
    })
  }
}

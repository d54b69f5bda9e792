/** Every command and query of the registry as REST: POST /api/<module>/<verb-noun>, GET /api/<module>/<name>. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Outcome, RefusalAnswer } from '../../kernel/dispatch/outcome.ts'
import { wordRefusal } from '../wording.ts'
import { inputFromWords } from '../wire-schema.ts'
import { languageOf, needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

const keyPattern = /^[\x21-\x7e]{1,200}$/

function answerRefusal(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: RefusalAnswer,
  language: ReturnType<typeof languageOf>,
) {
  return reply
    .code(refusal.status)
    .send({ status: 'refused', refusal: wordRefusal(parts.kernel.registry, language, refusal), requestId: request.id })
}

export function answerOutcome(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome,
  language: ReturnType<typeof languageOf>,
) {
  if (outcome.status === 'refused') return answerRefusal(parts, request, reply, outcome.refusal, language)
  return reply.code(outcome.status === 'asked' ? 202 : 200).send(outcome)
}

export function mountActs(app: FastifyInstance, parts: HttpParts): void {
  const { kernel, ground } = parts
  for (const command of kernel.registry.commands) {
    if (command.door === 'none') continue
    app.post(`/api/${command.name.replace('.', '/')}`, async (request, reply) => {
      const caller = await needCaller(ground, request)
      const language = languageOf(request, caller)
      const key = request.headers['idempotency-key']
      const outcome = await kernel.dispatch({
        organisationId: caller.organisationId,
        principalId: caller.principalId,
        mandateId: caller.mandateId,
        command: command.name,
        input: request.body ?? {},
        key: typeof key === 'string' && keyPattern.test(key) ? key : undefined,
        dryRun: request.headers['dry-run'] === 'true',
        requestId: request.id,
        surface: 'rest',
      })
      return answerOutcome(parts, request, reply, outcome, language)
    })
  }
  for (const query of kernel.registry.queries) {
    const answer = async (request: FastifyRequest, reply: FastifyReply, input: unknown) => {
      const caller = await needCaller(ground, request)
      const found = await kernel.ask({
        organisationId: caller.organisationId,
        principalId: caller.principalId,
        mandateId: caller.mandateId,
        query: query.name,
        input,
        requestId: request.id,
      })
      if (found.status === 'refused')
        return answerRefusal(parts, request, reply, found.refusal, languageOf(request, caller))
      reply.header('cache-control', 'no-store')
      return reply.send(found.output)
    }
    const path = `/api/${query.name.replace('.', '/')}`
    app.get(path, (request, reply) =>
      answer(request, reply, inputFromWords(query.input, request.query as Record<string, string>)),
    )
    // Long inputs (a pasted sheet to preview) do not fit an address.
    app.post(path, (request, reply) => answer(request, reply, request.body ?? {}))
  }
}

import type { Registry } from '../../kernel/registry.ts'
import { kernelRefusals, type RefusalDeclaration } from '../../kernel/refusal.ts'
import { wireSchema } from '../wire-schema.ts'

const refusalSchema = {
  type: 'object',
  required: ['status', 'refusal', 'requestId'],
  properties: {
    status: { const: 'refused' },
    requestId: { type: 'string' },
    refusal: {
      type: 'object',
      required: ['name', 'data', 'message', 'todo'],
      properties: {
        name: { type: 'string' },
        data: { type: 'object' },
        message: { type: 'string', description: 'What happened, in the language of the person.' },
        todo: { type: 'string', description: 'What to do about it.' },
        field: { type: 'string' },
      },
    },
  },
}

function refusalResponses(refusals: readonly RefusalDeclaration[]): Record<string, unknown> {
  const byStatus = new Map<number, string[]>()
  for (const { name, status } of refusals) byStatus.set(status, [...(byStatus.get(status) ?? []), name])
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, names]) => [
        status,
        {
          description: `Refused: ${[...new Set(names)].join(', ')}.`,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      ]),
  )
}

const headers = [
  {
    name: 'idempotency-key',
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: 200 },
    description: 'The same key with the same input gives the same answer, once.',
  },
  {
    name: 'dry-run',
    in: 'header',
    required: false,
    schema: { enum: ['true'] },
    description: 'Answers what would happen; nothing is kept.',
  },
]

/** OpenAPI 3.1 of every command and query, made from the registry. */
export function openApiDocument(registry: Registry, version: string): Record<string, unknown> {
  const paths: Record<string, unknown> = {}
  for (const command of registry.commands) {
    if (command.door === 'none') continue
    const done = {
      type: 'object',
      required: ['status', 'output', 'undo', 'journal'],
      properties: {
        status: { const: 'done' },
        output: wireSchema(command.output),
        undo: { type: ['object', 'null'] },
        journal: { type: ['integer', 'null'] },
        events: { type: 'array' },
        jobs: { type: 'array' },
      },
    }
    paths[`/api/${command.name.replace('.', '/')}`] = {
      post: {
        operationId: command.name,
        tags: [command.name.split('.')[0]],
        summary: command.summary,
        parameters: headers,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: wireSchema(command.input), example: command.example } },
        },
        responses: {
          200: { description: 'Done.', content: { 'application/json': { schema: done } } },
          202: { description: 'Above the limit: an approval is asked for.' },
          ...refusalResponses([
            ...command.refusals,
            kernelRefusals.inputInvalid,
            kernelRefusals.signInNeeded,
            kernelRefusals.notPermitted,
            kernelRefusals.notFound,
          ]),
        },
      },
    }
  }
  for (const query of registry.queries) {
    const schema = wireSchema(query.input)
    const required = new Set((schema['required'] as string[] | undefined) ?? [])
    paths[`/api/${query.name.replace('.', '/')}`] = {
      get: {
        operationId: query.name,
        tags: [query.name.split('.')[0]],
        summary: query.summary,
        parameters: Object.entries(schema.properties ?? {}).map(([name, property]) => ({
          name,
          in: 'query',
          required: required.has(name),
          schema: property,
        })),
        responses: {
          200: { description: 'The answer.', content: { 'application/json': { schema: wireSchema(query.output) } } },
          ...refusalResponses([kernelRefusals.inputInvalid, kernelRefusals.signInNeeded, kernelRefusals.notPermitted]),
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kontor',
      version,
      description: 'Every act of the office is a command; every surface walks the same registry.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { cookie: [] }],
    tags: registry.modules.map(({ contract }) => ({ name: contract.name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'kontor_session' },
      },
      schemas: { Refusal: refusalSchema },
    },
  }
}

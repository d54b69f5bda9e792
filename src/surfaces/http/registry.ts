import type { FastifyInstance } from 'fastify'
import { limitOf } from '../../kernel/authority.ts'
import { say } from '../wording.ts'
import { wireSchema } from '../wire-schema.ts'
import { languageOf, needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

/** GET /api/registry: what the caller may do, with the schemas that forms are drawn from and labels in their language. */
export function mountRegistry(app: FastifyInstance, { kernel, ground }: HttpParts): void {
  app.get('/api/registry', async request => {
    const caller = await needCaller(ground, request)
    const language = languageOf(request, caller)
    const { registry } = kernel
    const principal = await kernel.viewing({ ...caller, requestId: request.id }, async view => view.principal)
    const permitted = (permission: string) => limitOf(principal, permission) !== undefined
    return {
      commands: registry.commands
        .filter(command => command.door !== 'none' && permitted(command.permission))
        .map(command => ({
          name: command.name,
          module: command.name.split('.')[0],
          title: say(registry, language, command.name),
          kinds: command.kinds,
          subject: command.subject,
          undoable: command.undoable,
          inputSchema: wireSchema(command.input),
        })),
      queries: registry.queries
        .filter(query => permitted(query.permission))
        .map(query => ({ name: query.name, kinds: query.kinds })),
      kinds: registry.kinds.map(kind => ({
        kind: kind.kind,
        icon: kind.icon,
        path: kind.path,
        title: say(registry, language, `kind.${kind.kind}`),
        listQuery: kind.list?.name ?? null,
        detailQuery: kind.detail?.name ?? null,
      })),
    }
  })
}

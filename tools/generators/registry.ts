import type { Registry } from '../../src/kernel/registry.ts'
import { allTools } from '../../src/surfaces/mcp/tools.ts'
import { openApiDocument } from '../../src/surfaces/openapi/document.ts'
import { wireSchema } from '../../src/surfaces/wire-schema.ts'
import type { Artefact } from './artefact.ts'

/** A role that every organisation opens with: `module.act`, `module.*` or `*`. */
export interface RoleColumn {
  readonly key: string
  readonly permissions: readonly string[]
}

const json = (path: string, value: unknown): Artefact => ({
  path: `generated/${path}`,
  text: `${JSON.stringify(value, null, 2)}\n`,
})

function holds(role: RoleColumn, permission: string): boolean {
  const module = permission.split('.')[0]
  return role.permissions.some(held => held === '*' || held === permission || held === `${module}.*`)
}

/** Who may do what as an organisation opens: a line for each permission, the acts that stand under it, and the roles. */
export function permissionMatrix(registry: Registry, roles: readonly RoleColumn[]): string {
  const acts = [...registry.commands.filter(command => command.door !== 'none'), ...registry.queries]
  const byPermission = Map.groupBy(acts, act => act.permission)
  const rows = [...byPermission.keys()].sort().map(permission => {
    const others = (byPermission.get(permission) ?? []).map(({ name }) => name).filter(name => name !== permission)
    const cells = roles.map(role => (holds(role, permission) ? '×' : ''))
    return `| ${[permission, others.sort().join(', '), ...cells].join(' | ')} |`
  })
  const head = ['permission', 'acts, where they bear another name', ...roles.map(({ key }) => key)]
  return [
    '# Who may do what as an organisation opens',
    '',
    'Made from the registry by `npm run generate`. Limits and clearance come on top; each office changes its roles as it likes.',
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map((_, at) => (at < 2 ? '---' : ':-:')).join('|')}|`,
    ...rows,
    '',
  ].join('\n')
}

/** Everything that is made from the registry: what outsiders build on, so that a change of it is seen in review. */
export function registryArtefacts(registry: Registry, roles: readonly RoleColumn[]): Artefact[] {
  const events = registry.modules.flatMap(({ contract }) => contract.events)
  return [
    json('openapi.json', openApiDocument(registry, '0')),
    json('mcp-tools.json', allTools(registry)),
    json('events.json', Object.fromEntries(events.map(({ name, payload }) => [name, wireSchema(payload)]))),
    { path: 'generated/permissions.md', text: permissionMatrix(registry, roles) },
  ]
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kernelModule } from '../../src/kernel/builtin/index.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { permissionMatrix, registryArtefacts } from './registry.ts'

const registry = buildRegistry([kernelModule])

test('the matrix gives a role what it holds by name, by module, or altogether', () => {
  const roles = [
    { key: 'owner', permissions: ['*'] },
    { key: 'kernel', permissions: ['kernel.*'] },
    { key: 'seeker', permissions: ['kernel.search'] },
  ]
  const lines = permissionMatrix(registry, roles).split('\n')
  const marks = (permission: string) =>
    lines
      .find(line => line.startsWith(`| ${permission} |`))
      ?.split('|')
      .slice(3, 6)
      .map(cell => cell.trim())
  assert.deepEqual(marks('kernel.search'), ['×', '×', '×'])
  const other = registry.commands.find(command => command.permission !== 'kernel.search')
  assert.deepEqual(marks(other?.permission ?? ''), ['×', '×', ''])
})

test('every act that has a door stands in the OpenAPI text, and the whole is the same each time', () => {
  const [openApi] = registryArtefacts(registry, [])
  for (const { name } of registry.queries) assert.ok(openApi?.text.includes(`"/api/${name.replace('.', '/')}"`))
  assert.deepEqual(registryArtefacts(registry, []), registryArtefacts(buildRegistry([kernelModule]), []))
})

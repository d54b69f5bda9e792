import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { commandIcon } from './words.ts'

interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly operationId?: string } }>>
}

test('every command has an icon of its verb, and the kit has that icon', async () => {
  const root = new URL('../../../', import.meta.url)
  const { paths } = JSON.parse(await readFile(new URL('generated/openapi.json', root), 'utf8')) as Described
  const drawn = await readFile(new URL('src/web/kit/icons.ts', root), 'utf8')
  const commands = Object.values(paths).flatMap(({ post }) => post?.operationId ?? [])
  assert.ok(commands.length > 80)
  // A query that also takes its question as a body has an operation of its own name; only commands need an icon.
  for (const name of commands) {
    const icon = commandIcon(name)
    assert.notEqual(icon, 'command', `${name} has no icon: give its verb one in words.ts`)
    assert.ok(drawn.includes(`'${icon}':`) || drawn.includes(`  ${icon}:`), `${icon} of ${name} is not in icons.ts`)
  }
})

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { compareTables } from './compare-tables.ts'

const ROOT = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'kontor-compare-'))
after(() => rmSync(root, { recursive: true }))
symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
for (const name of ['tsconfig.json', 'package.json']) copyFileSync(join(ROOT, name), join(root, name))
mkdirSync(join(root, 'src/modules/pantry'), { recursive: true })

const path = 'src/modules/pantry/tables.ts'
const tables = (jar: string, more = '') => `import type { ColumnType, Generated } from 'kysely'
export type Used = ColumnType<Generated<string>>
export interface PantryTables { 'pantry.jar': { ${jar} }${more} }`
const made = {
  path,
  text: tables(
    'id: string; state: string; note: string | null; made: Generated<number>; facts: ColumnType<unknown, string, string>',
  ),
}

async function compared(byHand: string): Promise<string[]> {
  writeFileSync(join(root, path), byHand)
  return compareTables(root, [made])
}

test('what knows more of a column agrees with the database', async () => {
  const knowing = `id: string; state: 'open' | 'shut' | 'half'; note: 'a' | null; made: Generated<1 | 2>; facts: ColumnType<{ a: 1 }, string, string>`
  assert.deepEqual(await compared(tables(knowing)), [])
})

test('every difference is told by its name', async () => {
  const wrong = 'id: number; state: Generated<string>; note: string; made: Generated<number>; colour: string'
  assert.deepEqual(await compared(tables(wrong, `; 'pantry.lid': { id: string }`)), [
    'pantry.jar.colour is not in the database',
    'pantry.jar.facts is missing',
    'pantry.jar.id has another type, or null',
    'pantry.jar.note has another type, or null',
    'pantry.jar.state has no default',
    'pantry.lid is not in the database',
  ])
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { buildRegistry } from '../src/kernel/registry.ts'
import type { Artefact } from './generators/artefact.ts'
import { compareTables } from './generators/compare-tables.ts'
import { registryArtefacts } from './generators/registry.ts'
import { schemaArtefact } from './generators/schema.ts'
import { isGenerated, tableArtefacts } from './generators/tables.ts'
import { testDatabase } from './testing/database.ts'

/*
 * npm run generate writes every committed file that is made from something else. `--check` (in npm run check) writes nothing
 * and fails when one of them would change. A tables.ts that somebody wrote by hand is left alone, but compared with the database;
 * `npm run generate -- --adopt work` hands it over.
 */

const ROOT = join(import.meta.dirname, '..')

async function fromDatabase(): Promise<Artefact[]> {
  const database = await testDatabase()
  const client = new pg.Client(database.owner)
  await client.connect()
  try {
    return [...(await tableArtefacts(client, ROOT)), await schemaArtefact(client)]
  } finally {
    await client.end()
    await database.close()
  }
}

/** Loaded here and not above: what is made from the database must be there before the modules can be. */
async function fromRegistry(): Promise<Artefact[]> {
  const { modules } = await import('../src/app/modules.ts')
  const { standardRoles } = await import('../src/modules/authority/contract/roles.ts')
  return registryArtefacts(buildRegistry(modules), Object.values(standardRoles))
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, adopt: { type: 'string', multiple: true } } })
const adopted = new Set((values.adopt ?? []).map(module => `src/modules/${module}/tables.ts`))
let changed = 0
let all = 0
const byHand: Artefact[] = []

function settle({ path, text }: Artefact): void {
  all++
  const found = current(path)
  if (found === text) return
  if (path.endsWith('/tables.ts') && found !== undefined && !isGenerated(found) && !adopted.has(path)) {
    byHand.push({ path, text })
    return
  }
  changed++
  console.log(values.check ? `${path} is not what would be generated` : `wrote ${path}`)
  if (values.check) return
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}
for (const artefact of await fromDatabase()) settle(artefact)
for (const artefact of await fromRegistry()) settle(artefact)
for (const problem of await compareTables(ROOT, byHand)) {
  changed++
  console.log(`tables written by hand: ${problem}`)
}
if (!values.check) console.log(`${all} files, ${changed} changed`)
process.exit(values.check && changed > 0 ? 1 : 0)

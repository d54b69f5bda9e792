import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Artefact } from './generators/artefact.ts'
import { schemaArtefact } from './generators/schema.ts'
import { isGenerated, tableArtefacts } from './generators/tables.ts'
import { testDatabase } from './testing/database.ts'

/*
 * npm run generate writes every committed file that is made from something else. `--check` (in npm run check) writes nothing
 * and fails when one of them would change. A tables.ts that somebody wrote by hand is left alone, and told, until it is handed
 * over: `npm run generate -- --adopt work`.
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

function current(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, adopt: { type: 'string', multiple: true } } })
const adopted = new Set((values.adopt ?? []).map(module => `src/modules/${module}/tables.ts`))
const artefacts = await fromDatabase()
let changed = 0
for (const { path, text } of artefacts) {
  const found = current(path)
  if (found === text) continue
  if (path.endsWith('/tables.ts') && found !== undefined && !isGenerated(found) && !adopted.has(path)) {
    console.log(`${path} is written by hand: left as it is`)
    continue
  }
  changed++
  console.log(values.check ? `${path} is not what would be generated` : `wrote ${path}`)
  if (values.check) continue
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}
if (!values.check) console.log(`${artefacts.length} files, ${changed} changed`)
process.exit(values.check && changed > 0 ? 1 : 0)

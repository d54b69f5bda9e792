import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Artefact } from './generators/artefact.ts'
import { schemaArtefact } from './generators/schema.ts'
import { tableArtefacts } from './generators/tables.ts'
import { testDatabase } from './testing/database.ts'

/*
 * npm run generate writes every committed file that is made from something else; `--check` (in npm run check) writes nothing
 * and fails when one of them would change.
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
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const check = process.argv.includes('--check')
const artefacts = await fromDatabase()
const drifted = artefacts.filter(({ path, text }) => current(join(ROOT, path)) !== text)
for (const { path, text } of drifted) {
  console.log(check ? `${path} is not what would be generated` : `wrote ${path}`)
  if (check) continue
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
}
if (!check) console.log(`${artefacts.length} files, ${drifted.length} changed`)
process.exit(check && drifted.length > 0 ? 1 : 0)

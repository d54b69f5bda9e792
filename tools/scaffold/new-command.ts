import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../src/kernel/language/catalogue.ts'
import { addImport, camel, insertAfter, usage } from './names.ts'

/*
 * npm run new-command supplies count-item: the declaration, the body, the test and the words of a command, entered where the
 * module gathers them. It raises the version of the record it is about and emits an event; what else it does is yours.
 */

const USAGE = `npm run new-command -- MODULE VERB-NOUN [KIND]
  KIND   the kind of record it acts on; otherwise the noun:   supplies count-item`

/** What a command is made from. */
export interface CommandNames {
  readonly module: string
  readonly name: string
  readonly kind: string
}

function declaration({ module, name, kind }: CommandNames): string {
  const id = camel(name)
  return `import { command, event } from '../../../kernel/declare.ts'
import { expectedVersion, id, z } from '../../../kernel/schema.ts'

/** ${id} was done; say it in the past tense. */
export const ${id}Done = event('${module}.${name}-done', z.strictObject({ id: z.uuid(), title: z.string() }))

export const ${id} = command({
  name: '${module}.${name}',
  summary: 'What it does, in one sentence.',
  input: z.strictObject({ id: id('${kind}', { hidden: true }), expectedVersion: expectedVersion() }),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [${id}Done],
  kinds: ['${kind}'],
  subject: 'id',
  example: { id: '019aa000-0000-7000-8000-0000000000a1' },
})
`
}

function body({ name, kind }: CommandNames): string {
  const id = camel(name)
  return `import { implementCommand } from '../../../kernel/implement.ts'
import { ${id}, ${id}Done } from '../contract.ts'

export const ${id}Body = implementCommand(${id}, {
  locks: ({ id, expectedVersion }) => [{ kind: '${kind}', id, expectedVersion }],
  async run(act, { id }) {
    const version = await act.changeRecord(id)
    act.emit(${id}Done, { id, title: act.locked(id).title }, [id])
    return { output: { id, version } }
  },
})
`
}

function testText({ module, name, kind }: CommandNames): string {
  const id = camel(name)
  return `import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../../kernel/ids.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../../kernel/testing.ts'
import { ${id} } from '../contract.ts'
import { ${camel(module)} } from '../index.ts'

let office: TestKernel
let clerk: TestPrincipal
let organisationId: string
before(async () => {
  office = await testKernel([${camel(module)}])
  organisationId = await office.openOrganisation('en', 'SE')
  clerk = office.principal(organisationId)
})
after(() => office.close())

/** A bare record; make the real thing by its own command where there is one. */
async function ${camel(kind)}Record(): Promise<string> {
  const id = newId()
  const at = '2026-11-21T09:00:00Z'
  await office.superuser.query(
    'insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at) values ($1, $2, $3, $4, $5, $5)',
    [organisationId, id, '${kind}', 'One', at],
  )
  return id
}

test('${name}: the version moves on, and a stale caller is refused', async () => {
  const id = await ${camel(kind)}Record()
  assert.deepEqual(await office.done(${id}, { id, expectedVersion: 1 }, clerk), { id, version: 2 })
  const stale = await office.dispatch(${id}, { id, expectedVersion: 1 }, clerk)
  assert.equal(stale.status === 'refused' && stale.refusal.name, 'version-changed')
})
`
}

/** Label and timeline sentence; the sentence is one for a person to write. */
function words({ module, name }: CommandNames): string {
  const label = name.replaceAll('-', ' ').replace(/^\w/, letter => letter.toUpperCase())
  return `  '${module}.${name}': '${label}',\n  'event.${module}.${name}-done': '{who}: ${label} “{title}”',\n`
}

function edit(path: string, change: (text: string) => string): string {
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return path
}

/** Writes a command into a module under `root`. Returns the paths written. */
export function writeCommand(root: string, names: CommandNames): string[] {
  const folder = join(root, 'src', 'modules', names.module)
  const id = camel(names.name)
  const own = {
    [join(folder, 'contract', `${names.name}.ts`)]: declaration(names),
    [join(folder, 'commands', `${names.name}.ts`)]: body(names),
    [join(folder, 'commands', `${names.name}.test.ts`)]: testText(names),
  }
  const there = Object.keys(own).find(path => existsSync(path))
  if (there) throw new Error(`${there} is there already`)
  for (const [path, text] of Object.entries(own)) writeFileSync(path, text)
  const contract = edit(join(folder, 'contract.ts'), text => {
    const imported = addImport(text, `import { ${id}, ${id}Done } from './contract/${names.name}.ts'`)
    const shown = insertAfter(
      imported,
      /\n(?=\nexport const \w+Contract)/,
      `export * from './contract/${names.name}.ts'\n`,
      'contract.ts',
    )
    const listed = insertAfter(shown, /\bcommands: \[/, `${id}, `, 'contract.ts')
    return /\bevents: \[/.test(listed)
      ? insertAfter(listed, /\bevents: \[/, `${id}Done, `, 'contract.ts')
      : listed.replace(/\bevents: (\w+),/, `events: [...$1, ${id}Done],`)
  })
  const index = edit(join(folder, 'index.ts'), text =>
    insertAfter(
      addImport(text, `import { ${id}Body } from './commands/${names.name}.ts'`),
      /\bcommands: \[/,
      `${id}Body, `,
      'index.ts',
    ),
  )
  const messages = languages.map(language =>
    edit(join(folder, 'messages', `${language}.ts`), text =>
      insertAfter(text, /^export const \w+(?:: Messages<Keys>)? = \{\n/m, words(names), `messages/${language}.ts`),
    ),
  )
  return [...Object.keys(own), contract, index, ...messages].map(path => path.slice(root.length + 1))
}

if (import.meta.main) {
  const [module, name, kind = name?.split('-').at(-1)] = process.argv.slice(2)
  if (!module || !name || !kind || !/^[a-z]+(-[a-z]+)+$/.test(name)) usage(USAGE)
  const root = join(import.meta.dirname, '../..')
  if (!existsSync(join(root, 'src', 'modules', module))) usage(`There is no module ${module}`)
  for (const path of writeCommand(root, { module, name, kind })) console.log(path)
  console.log(`
Next: its summary, input and refusals (contract/${name}.ts); what it does (commands/${name}.ts); its words in six languages;
then: npm run format && npm run generate && npm run check && npm test -- src/modules/${module}/commands/${name}.test.ts`)
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from '../../src/kernel/language/catalogue.ts'
import { readMigrations } from '../../src/kernel/database/migrate.ts'
import { addImport, insertAfter, pascal, usage } from './names.ts'

/*
 * npm run new-module supplies item: a module with one kind of record that can be added, closed, reopened, listed and seen,
 * tested, in six languages. The template (tools/scaffold/template) is real code, checked with all the rest; only words change.
 */

const USAGE = `npm run new-module -- NAME KIND [--plural KINDS] [--words "en=Item/Items,sv=Artikel/Artiklar,…"]
  NAME   the module, one word:           supplies
  KIND   what it keeps, one word:        item
  words  what people call it, in each language; English stands where none is given`

const TEMPLATE = join(import.meta.dirname, 'template')

/** What a module is made from. */
export interface ModuleNames {
  readonly module: string
  readonly kind: string
  readonly plural: string
  /** Singular and plural as people read them, by language. */
  readonly words: Readonly<Record<string, readonly [string, string]>>
}

/** The template's text with its words put in place of the sample's. */
export function retell(text: string, path: string, names: ModuleNames): string {
  const language = /messages\/(\w\w)\.ts$/.exec(path)?.[1]
  const [one, many] = names.words[language ?? ''] ?? [pascal(names.kind), pascal(names.plural)]
  return text
    .replace(/((?:\.\.\/)+)\.\.\/src\//g, '$1')
    .replace(/'Things'/g, `'${many.replaceAll("'", "\\'")}'`)
    .replace(/'Thing'/g, `'${one.replaceAll("'", "\\'")}'`)
    .replaceAll('sample', names.module)
    .replaceAll('Sample', pascal(names.module))
    .replaceAll('things', names.plural)
    .replaceAll('Things', pascal(names.plural))
    .replace(/thing(?!s?-store)/g, names.kind)
    .replaceAll('thing-store', `${names.kind}-store`)
    .replaceAll('Thing', pascal(names.kind))
}

/** Writes a module under `root` and enters it in the list of modules. Returns the paths written. */
export async function writeModule(root: string, names: ModuleNames): Promise<string[]> {
  const folder = join(root, 'src', 'modules', names.module)
  if (readdirSync(dirname(folder)).includes(names.module))
    throw new Error(`src/modules/${names.module} is there already`)
  const newest = (await readMigrations(join(root, 'src'))).at(-1)?.number ?? 0
  const number = String((Math.floor(newest / 10) + 1) * 10).padStart(4, '0')
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const written = files.map(entry => {
    const source = join(entry.parentPath, entry.name)
    const relative = source.slice(TEMPLATE.length + 1)
    const target = retell(relative.replace('.check.ts', '.test.ts').replace('0000-', `${number}-`), relative, names)
    mkdirSync(dirname(join(folder, target)), { recursive: true })
    writeFileSync(join(folder, target), retell(readFileSync(source, 'utf8'), relative, names))
    return join('src', 'modules', names.module, target)
  })
  const list = join(root, 'src', 'app', 'modules.ts')
  const entered = addImport(
    readFileSync(list, 'utf8'),
    `import { ${names.module} } from '../modules/${names.module}/index.ts'`,
  )
  writeFileSync(
    list,
    insertAfter(entered, /modules: readonly Module\[\] = \[[^\]]*?(?=,?\s*\])/, `, ${names.module}`, list),
  )
  return [...written, join('src', 'app', 'modules.ts')]
}

function wordsFrom(text: string, kind: string, plural: string): ModuleNames['words'] {
  const given = new Map(
    text
      .split(',')
      .filter(Boolean)
      .map(part => {
        const [language, one, many] = part.split(/[=/]/).map(word => word.trim())
        if (!language || !one || !many) usage(USAGE)
        return [language, [one, many] as const]
      }),
  )
  const english = given.get('en') ?? ([pascal(kind), pascal(plural)] as const)
  return Object.fromEntries(languages.map(language => [language, given.get(language) ?? english]))
}

if (import.meta.main) {
  const options = { plural: { type: 'string' }, words: { type: 'string', default: '' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [module, kind] = positionals
  if (!module || !kind || ![module, kind].every(word => /^[a-z]+$/.test(word))) usage(USAGE)
  const plural = values.plural ?? `${kind}s`
  const words = wordsFrom(values.words, kind, plural)
  for (const path of await writeModule(join(import.meta.dirname, '../..'), { module, kind, plural, words }))
    console.log(path)
  console.log(`
Next: README.md says what it is for; the messages name a ${kind} in six languages; a role must hold its permissions
(src/modules/authority/contract/roles.ts); then: npm run format && npm run generate && npm run check && npm test -- 'src/modules/${module}/**/*.test.ts'`)
}

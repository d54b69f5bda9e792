import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Artefact } from './artefact.ts'

/*
 * A tables.ts that somebody wrote by hand may say more than the database knows (the words of a column, the shape of a jsonb), but
 * nothing else: the same tables, the same columns, null where null may be, no default that is not there. The type checker
 * compares it with what would be generated.
 */

const COMPARISON = `
import type { Insertable, Selectable } from 'kysely'

type Text<K> = K & string
type Needed<T> = { [C in keyof T]-?: {} extends Pick<T, C> ? never : C }[keyof T]
/** What may be null by hand. */
type Null<T> = { [C in keyof T]-?: null extends Selectable<T>[C & keyof Selectable<T>] ? C : never }[keyof T]
/**
 * A column that may be null in the database must be so in the hand-written type, whatever else it knows better. The other way
 * round is let pass: of a view the database does not know which columns may be null.
 */
type Fits<Hand, Made> = [NonNullable<Hand>] extends [Made] ? (unknown extends Made ? true : null extends Made ? (null extends Hand ? true : false) : true) : false

type Columns<Name extends string, Hand, Made> =
  | \`\${Name}.\${Text<Exclude<keyof Hand, keyof Made>>} is not in the database\`
  | \`\${Name}.\${Text<Exclude<keyof Made, keyof Hand>>} is missing\`
  | { [C in keyof Hand & keyof Made]: Fits<Selectable<Hand>[C & keyof Selectable<Hand>], Selectable<Made>[C & keyof Selectable<Made>]> extends true ? never : \`\${Name}.\${Text<C>} has another type, or null\` }[keyof Hand & keyof Made]
  | \`\${Name}.\${Text<Exclude<Needed<Insertable<Made>> & keyof Hand, Needed<Insertable<Hand>> | Null<Hand>>>} has no default\`

export type Problems<Hand, Made> =
  | \`\${Text<Exclude<keyof Hand, keyof Made>>} is not in the database\`
  | \`\${Text<Exclude<keyof Made, keyof Hand>>} is missing\`
  | { [T in keyof Hand & keyof Made]: Columns<Text<T>, Hand[T], Made[T]> }[keyof Hand & keyof Made]
`

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

/** The words of a check constraint as plain text: by hand a column may be told wider or narrower than they are. */
function withoutWords(text: string): string {
  const word = "'(?:[^'\\\\]|\\\\.)*'"
  return text.replace(/^ {2}\w+: .*$/gm, line => line.replace(new RegExp(`${word}(?: \\| ${word})*`, 'g'), 'string'))
}

/** Compares hand-written tables.ts with what would be generated for the same modules; tells every difference. */
export async function compareTables(root: string, made: readonly Artefact[]): Promise<string[]> {
  if (made.length === 0) return []
  const folder = join(root, '.tmp', `tables-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, 'problems.ts'), COMPARISON)
    for (const { path, text } of made) {
      const module = path.split('/')[2] as string
      const tables = `${pascal(module)}Tables`
      writeFileSync(join(folder, `${module}-made.ts`), withoutWords(text))
      writeFileSync(
        join(folder, `${module}.ts`),
        `import type { ${tables} as Hand } from '../../${path}'\nimport type { ${tables} as Made } from './${module}-made.ts'\n` +
          `import type { Problems } from './problems.ts'\nexport const none = (problem: Problems<Hand, Made> & string): never => problem\n`,
      )
    }
    const config = { extends: '../../tsconfig.json', include: ['.'], compilerOptions: { noErrorTruncation: true } }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    return problemsIn(await typeErrors(root, folder), made)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function typeErrors(root: string, folder: string): Promise<string> {
  const args = ['--noEmit', '--pretty', 'false', '-p', folder]
  const done = await promisify(execFile)(join(root, 'node_modules', '.bin', 'tsc'), args, {
    cwd: root,
    maxBuffer: 1 << 26,
  }).catch(error => error as { stdout: string })
  return done.stdout
}

/** The type checker's words are a union of ours in quotes; errors of other files are not this check's. */
function problemsIn(errors: string, made: readonly Artefact[]): string[] {
  const ours = errors.split('\n').filter(line => line.includes('.tmp/tables-'))
  const found = ours.flatMap(line =>
    [...line.matchAll(/"(\w+\.\w+(?:\.\w+)? [^"]+)"/g)].map(match => match[1] as string),
  )
  const modules = made.map(({ path }) => path.split('/')[2]).join(', ')
  if (found.length === 0 && ours.length > 0) return [`the tables of ${modules} could not be compared:`, ...ours]
  return [...new Set(found)].sort()
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Artefact } from './artefact.ts'
import { type Column, readColumns } from './catalogue.ts'

/*
 * src/modules/<m>/tables.ts from the database as the migrations make it. What the database cannot know (the shape of a jsonb
 * column, a word that has no check constraint) the module says in column-types.ts beside it:
 *
 *   export interface ColumnTypes {
 *     'task.repeat': ColumnType<RepeatRule | null, string | null, string | null>
 *   }
 *
 * The kernel's tables.ts is written by hand: what modules may see of it is narrower than the tables.
 */

const TYPES: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  bytea: 'Buffer',
}

const pascal = (name: string): string => name.replace(/(^|[_-])(\w)/g, (_, __, letter: string) => letter.toUpperCase())

/** The type a column is read as. Whatever is not listed comes as text. */
function valueType(column: Column): string {
  const words = column.words.map(word => `'${word.replaceAll("'", "\\'")}'`).join(' | ')
  const one = column.isArray ? (TYPES[column.type] ?? 'string') : words || (TYPES[column.type] ?? 'string')
  if (!column.isArray) return one
  return /\W/.test(one) && !one.startsWith('Temporal') ? `(${one})[]` : `${one}[]`
}

/** What Kysely is told of a column: how it is read, and what may be left out when a row is written. */
export function columnType(column: Column): string {
  const orNull = column.nullable ? ' | null' : ''
  if (column.type === 'json' || column.type === 'jsonb') {
    const leftOut = column.hasDefault || column.nullable ? ' | undefined' : ''
    return `ColumnType<unknown, string${orNull}${leftOut}, string${orNull}>`
  }
  const type = valueType(column) + orNull
  if (column.computed) return `GeneratedAlways<${type}>`
  return column.hasDefault ? `Generated<${type}>` : type
}

function told(folder: string): Set<string> {
  const path = join(folder, 'column-types.ts')
  if (!existsSync(path)) return new Set()
  return new Set([...readFileSync(path, 'utf8').matchAll(/^\s+'(\w+\.\w+)':/gm)].map(match => match[1] ?? ''))
}

function tableText(table: string, columns: readonly Column[], toldTypes: Set<string>): string {
  const lines = columns.flatMap(column => {
    const key = `${table}.${column.column}`
    const line = `  ${column.column}: ${toldTypes.has(key) ? `ColumnTypes['${key}']` : columnType(column)}`
    return column.comment ? [`  /** ${column.comment.replaceAll('*/', '* /')} */`, line] : [line]
  })
  return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`
}

const MARK = 'Made from the database by `npm run generate`: change a migration, not this file.'

/** Whether a tables.ts is ours to write. */
export function isGenerated(text: string): boolean {
  return text.includes(MARK)
}

/** The text of one module's tables.ts. */
export function tablesText(module: string, columns: readonly Column[], toldTypes: Set<string>): string {
  const byTable = Map.groupBy(columns, column => column.table)
  const tables = [...byTable].map(([table, own]) => tableText(table, own, toldTypes))
  const keys = [...byTable.keys()].map(table => `  '${module}.${table}': ${pascal(table)}Table`)
  const body = [...tables, `export interface ${pascal(module)}Tables {\n${keys.join('\n')}\n}\n`].join('\n')
  const used = ['ColumnType', 'Generated', 'GeneratedAlways'].filter(name => body.includes(`${name}<`))
  const imports = [
    used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely'\n` : '',
    toldTypes.size > 0 ? `import type { ColumnTypes } from './column-types.ts'\n` : '',
  ].join('')
  const again = toldTypes.size > 0 ? `\nexport type * from './column-types.ts'\n` : ''
  return `/** The tables of ${module}. ${MARK} */\n${imports}${again}\n${body}`
}

/** tables.ts of every module that has tables. */
export async function tableArtefacts(client: pg.Client, root: string): Promise<Artefact[]> {
  const folder = join(root, 'src', 'modules')
  const modules = existsSync(folder) ? readdirSync(folder).sort() : []
  const columns = Map.groupBy(await readColumns(client, modules), column => column.schema)
  return modules.flatMap(module => {
    const own = columns.get(module)
    if (!own) return []
    return [{ path: `src/modules/${module}/tables.ts`, text: tablesText(module, own, told(join(folder, module))) }]
  })
}

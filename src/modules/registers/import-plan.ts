/** What importing a table would do: the same for the preview and for the act itself. */
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { repairTwice } from '../../kernel/table/decode.ts'
import { settleColumns, type SettledGuess } from '../../kernel/table/settle.ts'
import { guessSeparator, splitTable } from '../../kernel/table/split.ts'
import {
  type FieldProblem,
  type Given,
  type ImportColumns,
  importEmpty,
  importTooLong,
  mostImported,
} from './contract.ts'
import { readValue, type Stored } from './field-values.ts'
import { type Field, isLink, type Reader } from './fields.ts'
import { readRows } from './row-values.ts'
import { sql } from 'kysely'

export interface PlannedRow {
  /** As the table counts them, its header being the first. */
  readonly row: number
  readonly values: ReadonlyMap<string, readonly Stored[]>
  readonly problems: readonly FieldProblem[]
}

export interface ImportPlan {
  readonly columns: ImportColumns
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly rows: readonly PlannedRow[]
  /** Required fields that no column holds and that have no preset. */
  readonly missing: readonly string[]
}

export async function planImport(
  reader: Reader,
  fields: readonly Field[],
  input: { readonly text: string; readonly columns?: ImportColumns | undefined },
): Promise<ImportPlan> {
  const text = repairTwice(input.text)
  const columns = input.columns ?? guess(fields, text, reader.office)
  const lines = splitTable(text, columns.separator)
  const body = lines.slice(columns.header ? 1 : 0)
  if (body.length === 0) reader.refuse(importEmpty)
  if (body.length > mostImported) reader.refuse(importTooLong, { rows: body.length, most: mostImported })
  const given = body.map(cells => rowOf(columns, fields, cells))
  const read = await readRows(reader, fields, given, true)
  const rows = await withUnique(
    reader,
    fields,
    read.map(({ values, problems }, at) => ({ row: at + (columns.header ? 2 : 1), values, problems })),
  )
  const missing = fields.filter(
    field => field.required && field.preset === null && !columns.columns.includes(field.key),
  )
  return {
    columns,
    headers: columns.header ? (lines[0] ?? []) : [],
    sample: body.slice(0, 4),
    rows,
    missing: missing.map(({ name }) => name),
  }
}

/** Cells by the keys of their fields; a cell that is empty takes the preset. */
function rowOf({ columns }: ImportColumns, fields: readonly Field[], cells: readonly string[]): Record<string, Given> {
  const row: Record<string, Given> = {}
  for (const [at, key] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (key && cell !== '' && fields.some(field => field.key === key)) row[key] = cell
  }
  return row
}

/** What must stand once and stands in the register already, or twice in the table. */
async function withUnique(
  reader: Reader,
  fields: readonly Field[],
  rows: readonly PlannedRow[],
): Promise<PlannedRow[]> {
  const repeated = new Map<PlannedRow, FieldProblem>()
  for (const field of fields.filter(({ unique }) => unique)) {
    const keyOf = (row: PlannedRow) => row.values.get(field.id)?.[0]?.unique_key ?? null
    const keys = rows.map(keyOf).filter(key => key !== null)
    const { rows: taken } = await sql<{ unique_key: string }>`
      select unique_key from registers.value where organisation_id = ${reader.office.id} and field_id = ${field.id}
        and unique_key = any(${keys}::text[])`.execute(reader.db())
    const seen = new Set(taken.map(({ unique_key }) => unique_key))
    for (const row of rows) {
      const key = keyOf(row)
      if (key === null) continue
      if (seen.has(key))
        repeated.set(row, { field: field.key, name: field.name, because: 'taken', given: key.slice(0, 200) })
      seen.add(key)
    }
  }
  return rows.map(row => {
    const problem = repeated.get(row)
    return problem ? { ...row, problems: [...row.problems, problem] } : row
  })
}

/** Separator, header or none, and the field of each column, from the header's words and from what stands in the cells. */
export function guess(fields: readonly Field[], text: string, office: { readonly currency: string }): ImportColumns {
  const separator = guessSeparator(text)
  const lines = splitTable(text.slice(0, 500_000), separator).slice(0, 200)
  const width = Math.min(100, Math.max(1, ...lines.map(line => line.length)))
  const takes = fields.filter(field => field.type !== 'computed')
  const named = (lines[0] ?? []).filter(cell => takes.some(field => isCalled(field, cell))).length
  const header = named > 0 && (named >= 2 || named / width >= 0.3)
  const body = lines.slice(header ? 1 : 0)
  const guesses = Array.from({ length: width }, (_, at) =>
    guessColumn(takes, header ? (lines[0]?.[at] ?? '') : '', body.map(line => line[at] ?? '').filter(Boolean), office),
  )
  const columns = settleColumns<string | null>(
    guesses,
    meaning => meaning === null,
    () => null,
  ).map(({ meaning }) => meaning)
  return { separator, header, columns }
}

const squash = (text: string) => foldInPlace(text).replace(/[^a-z0-9]+/g, '')
const isCalled = (field: Field, cell: string) =>
  cell !== '' && [squash(field.name), squash(field.key)].includes(squash(cell))

/** Types that so few texts read as, that reading as one says something. */
const telling: ReadonlySet<string> = new Set(['date', 'money', 'number', 'email', 'choice', 'yesno', 'phone'])

function guessColumn(
  fields: readonly Field[],
  header: string,
  cells: readonly string[],
  office: { readonly currency: string },
): SettledGuess<string | null> {
  const guesses = fields.flatMap(field => {
    const fits =
      cells.length === 0 || isLink(field)
        ? 0
        : cells.filter(cell => 'stored' in readValue(field, cell, office)).length / cells.length
    if (isCalled(field, header)) return [{ meaning: field.key, confidence: 0.9 + fits / 10 }]
    // a column with a name of its own is not taken for something else
    if (header !== '') return []
    return telling.has(field.type) && fits >= 0.8 ? [{ meaning: field.key, confidence: 0.6 * fits }] : []
  })
  const sorted = guesses.toSorted((a, b) => b.confidence - a.confidence)
  const free = header === '' && cells.length > 0 ? fields.find(field => field.type === 'text') : undefined
  const [first = { meaning: free?.key ?? null, confidence: 0.3 }, ...others] = sorted
  return { ...first, others }
}

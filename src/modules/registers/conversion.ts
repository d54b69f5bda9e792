/** Giving a field another type: what would become of each value, the same for the preview and for the act. */
import { sql } from 'kysely'
import type { FieldType } from './contract.ts'
import { readValue, type Seen, shownOf, type Stored, wordsOf } from './field-values.ts'
import { type Field, isLink, type Reader } from './fields.ts'
import { loadValues } from './row-values.ts'

export interface Converted {
  readonly rowId: string
  readonly words: string
  /** Nothing where the new type does not take it. */
  readonly stored: readonly Stored[] | null
}

/** Options that a field of choices would have: what stands there, as often as a list bears. */
const mostOptions = 100

/** Names of linked records never become plain text: whoever sees the row may not see them. */
export const mayConvert = (from: FieldType, to: FieldType): boolean =>
  from !== to && from !== 'computed' && to !== 'computed' && (isLink({ type: from }) ? isLink({ type: to }) : true)

/** The words that become options. */
export async function optionsFrom(reader: Reader, field: Field): Promise<string[] | null> {
  if (field.type === 'choice' || field.type === 'choices') return field.options.map(option => option.name)
  const names = new Map<string, string>()
  for await (const part of parts(reader, field))
    for (const { words } of part) {
      const name = words.slice(0, 80).trim()
      if (name) names.set(name.toLowerCase(), name)
      if (names.size > mostOptions) return null
    }
  return [...names.values()]
}

/** Rows that have the field, some at a time, with their values in words. */
async function* parts(
  reader: Reader,
  field: Field,
): AsyncGenerator<{ rowId: string; words: string; values: readonly Seen[] }[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ row_id: string }>`
      select row_id from registers.value where organisation_id = ${reader.office.id} and field_id = ${field.id} and ordinal = 0
        and row_id > ${after}::uuid order by row_id limit 2000`.execute(reader.db())
    if (rows.length === 0) return
    after = rows.at(-1)!.row_id
    const loaded = await loadValues(
      reader,
      rows.map(row => row.row_id),
    )
    yield rows.map(({ row_id }) => {
      const values = loaded.get(row_id)!.get(field.id)!
      return { rowId: row_id, words: wordsOf(shownOf(field, values)), values }
    })
  }
}

/** Every value of the field as the new type takes it, some at a time. Links keep what they name where its kind fits. */
export async function* convert(reader: Reader, from: Field, to: Field): AsyncGenerator<Converted[]> {
  for await (const part of parts(reader, from)) {
    const kinds = await kindsOf(reader, isLink(from) ? part.flatMap(({ values }) => values[0]?.ref_id ?? []) : [])
    yield part.map(({ rowId, words, values }) => {
      if (isLink(from)) return { rowId, words, stored: fitsKind(to, kinds.get(values[0]!.ref_id!)) ? values : null }
      if (isLink(to)) return { rowId, words, stored: null }
      const read = readValue(to, words, reader.office)
      return { rowId, words, stored: 'stored' in read && read.stored.length > 0 ? read.stored : null }
    })
  }
}

const fitsKind = (to: Field, kind: string | undefined): boolean =>
  to.type === 'party' ? kind === 'person' || kind === 'organisation' : !to.recordKind || to.recordKind === kind

async function kindsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from kernel.record where organisation_id = ${reader.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    reader.db(),
  )
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

/** A field as it would be with another type. */
export function asType(field: Field, type: FieldType, options: readonly string[]): Field {
  const named = options.map((name, at) => ({ id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`, name }))
  return {
    ...field,
    type,
    unique: false,
    options: named,
    allOptions: named,
    recordKind: type === 'record' ? null : field.recordKind,
  }
}

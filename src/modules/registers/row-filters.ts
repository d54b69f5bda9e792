/** Filters of a list of rows: `f.<key>`, `f.<key>.from`, `f.<key>.to` become conditions on typed values. */
import { type RawBuilder, sql } from 'kysely'
import { visibleRecords } from '../../kernel/visibility.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { fieldUnknown } from './contract.ts'
import { isId, readValue, textKey } from './field-values.ts'
import { type Field, isLink, type Reader } from './fields.ts'

const name = /^f\.([a-z][a-z0-9_]*)(?:\.(from|to))?$/

/** Conditions on `w.id`; refuses what names no field, or what its field cannot be asked. */
export function filterConditions(
  reader: Reader,
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
): RawBuilder<unknown>[] {
  return Object.entries(input).flatMap(([key, value]) => {
    const [, fieldKey, edge] = name.exec(key) ?? []
    const field = fields.find(one => one.key === fieldKey && one.type !== 'computed')
    if (!field) return reader.refuse(fieldUnknown, { field: key })
    const wanted = (Array.isArray(value) ? value : [value]).map(String).filter(Boolean)
    if (wanted.length === 0) return []
    return [edge ? edgeCondition(reader, field, edge, wanted[0]!) : anyOf(reader, field, wanted)]
  })
}

const values = (reader: Reader, field: Field) =>
  sql`select 1 from registers.value v where v.organisation_id = ${reader.office.id} and v.row_id = w.id and v.field_id = ${field.id}`

function edgeCondition(reader: Reader, field: Field, edge: string, text: string): RawBuilder<unknown> {
  const read = readValue(field, text, reader.office)
  const key = 'stored' in read ? read.stored[0]?.sort_key : undefined
  if (!key || !['date', 'number', 'money'].includes(field.type))
    return reader.refuse(fieldUnknown, { field: field.key })
  const compare = edge === 'from' ? sql`>=` : sql`<=`
  const ofCurrency = field.type === 'money' ? sql`and v.currency = ${key.slice(0, 3)}` : sql``
  return sql`exists (${values(reader, field)} and v.sort_key ${compare} ${key} ${ofCurrency})`
}

function anyOf(reader: Reader, field: Field, wanted: readonly string[]): RawBuilder<unknown> {
  const empty = sql`not exists (${values(reader, field)})`
  const filled = wanted.filter(one => one !== '-')
  if (filled.length === 0) return empty
  const matching = sql`exists (${values(reader, field)} and (${oneOf(reader, field, filled)}))`
  return filled.length < wanted.length ? sql`(${empty} or ${matching})` : matching
}

function oneOf(reader: Reader, field: Field, wanted: readonly string[]): RawBuilder<unknown> {
  if (isLink(field)) {
    const ids = wanted.filter(id => isId.test(id))
    // whoever may not see what is named cannot find out who names it
    return sql`v.ref_id = any(${ids}::uuid[]) and exists (select 1 from ${visibleRecords(reader).selectAll()} linked where linked.id = v.ref_id)`
  }
  if (field.type === 'choice' || field.type === 'choices') {
    const ids = wanted.flatMap(one => {
      const folded = foldInPlace(one)
      return field.allOptions
        .filter(option => option.id === one || foldInPlace(option.name) === folded)
        .map(({ id }) => id)
    })
    return sql`v.choice_id = any(${ids}::uuid[])`
  }
  if (['number', 'money', 'date', 'yesno'].includes(field.type)) {
    const keys = wanted.flatMap(one => {
      const read = readValue(field, one, reader.office)
      return 'stored' in read ? (read.stored[0]?.sort_key ?? []) : []
    })
    return sql`v.sort_key = any(${keys}::text[])`
  }
  return sql.join(
    wanted.map(one => sql`position(${textKey(one)} in v.sort_key) > 0`),
    sql` or `,
  )
}

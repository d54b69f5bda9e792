/** The values of rows: read from what is given, looked up, loaded for a reader. */
import { sql } from 'kysely'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type FieldProblem, type Given, linkedKinds, type Named, type Shown } from './contract.ts'
import { type Because, countOf, readValue, type Seen, shownOf, type Stored } from './field-values.ts'
import type { Field, Reader } from './fields.ts'
import type { Values } from './titles.ts'

export interface ReadRow {
  /** Stored values by field id, of the fields given alone. */
  readonly values: Map<string, readonly Stored[]>
  readonly problems: FieldProblem[]
}

const writtenOf = (given: Given): string =>
  (typeof given === 'string' ? given : given === null ? '' : JSON.stringify(given)).slice(0, 200)

/** Reads rows given by the keys of the fields, links looked up for all of them at once; `whole` rows get presets and must have what is required. */
export async function readRows(
  reader: Reader,
  fields: readonly Field[],
  rows: readonly Readonly<Record<string, Given>>[],
  whole: boolean,
): Promise<ReadRow[]> {
  const read = rows.map(row => readRow(reader, fields, row, whole))
  await resolveLinks(reader, fields, read)
  return read
}

function readRow(
  reader: Reader,
  fields: readonly Field[],
  row: Readonly<Record<string, Given>>,
  whole: boolean,
): ReadRow {
  const values = new Map<string, readonly Stored[]>()
  const problems: FieldProblem[] = Object.keys(row)
    .filter(key => !fields.some(field => field.key === key))
    .map(key => ({ field: key, name: key, because: 'unknown' satisfies Because, given: writtenOf(row[key]!) }))
  for (const field of fields) {
    const isGiven = Object.hasOwn(row, field.key)
    if (!isGiven && (!whole || field.type === 'computed')) continue
    const given = isGiven ? row[field.key]! : field.preset
    const answer = readValue(field, given, reader.office)
    const because =
      'because' in answer ? answer.because : field.required && answer.stored.length === 0 ? 'required' : null
    if (because) problems.push({ field: field.key, name: field.name, because, given: writtenOf(given) })
    else if ('stored' in answer) values.set(field.id, answer.stored)
  }
  return { values, problems }
}

/** Ids and names of linked records become ids of records that the reader may see; others are problems of their field. */
async function resolveLinks(reader: Reader, fields: readonly Field[], rows: readonly ReadRow[]): Promise<void> {
  for (const field of fields.filter(({ type }) => type === 'party' || type === 'record')) {
    const kinds =
      field.type === 'party' ? ['person', 'organisation'] : field.recordKind ? [field.recordKind] : [...linkedKinds]
    const wanted = rows.flatMap(({ values }) => values.get(field.id) ?? [])
    if (wanted.length === 0) continue
    const ids = wanted.flatMap(({ ref_id }) => ref_id ?? [])
    const names = wanted.flatMap(({ words }) => words?.toLowerCase() ?? [])
    const { rows: found } = await sql<{ id: string; name: string }>`
      select r.id, lower(r.title) as name from ${visibleRecords(reader).selectAll()} r
      where r.kind = any(${kinds}::text[]) and (r.id = any(${ids}::uuid[]) or lower(r.title) = any(${names}::text[]))`.execute(
      reader.db(),
    )
    const known = new Set(found.map(({ id }) => id))
    for (const row of rows) {
      const [value] = row.values.get(field.id) ?? []
      if (!value) continue
      const meant = value.ref_id
        ? known.has(value.ref_id)
          ? [value.ref_id]
          : []
        : found.filter(({ name }) => name === value.words!.toLowerCase()).map(({ id }) => id)
      if (meant.length === 1)
        row.values.set(field.id, [
          { ...value, words: null, ref_id: meant[0]!, unique_key: field.unique ? meant[0]! : null },
        ])
      else {
        row.values.delete(field.id)
        row.problems.push({
          field: field.key,
          name: field.name,
          because: (meant.length > 1 ? 'ambiguous' : 'not-record') satisfies Because,
          given: value.words ?? value.ref_id ?? '',
        })
      }
    }
  }
}

interface LoadedValue extends Stored {
  readonly row_id: string
  readonly field_id: string
  readonly kind: string | null
  readonly title: string | null
  readonly shared: boolean | null
}

/** The values of rows, by row and field; what links name only where the reader may see it. */
export async function loadValues(reader: Reader, rowIds: readonly string[]): Promise<Map<string, Map<string, Seen[]>>> {
  const { rows } = await sql<LoadedValue>`
    select v.row_id, v.field_id, v.ordinal, v.words, v.number, v.minor, v.currency, v.day, v.yes, v.choice_id, v.ref_id,
      v.sort_key, v.unique_key, linked.kind, linked.title,
      linked.class <= own.class and (linked.audience is null or own.audience <@ linked.audience) as shared
    from registers.value v
    join kernel.record own on own.organisation_id = v.organisation_id and own.id = v.row_id
    left join ${visibleRecords(reader).selectAll()} linked on linked.id = v.ref_id
    where v.organisation_id = ${reader.office.id} and v.row_id = any(${[...rowIds]}::uuid[])
    order by v.row_id, v.field_id, v.ordinal`.execute(reader.db())
  const loaded = new Map<string, Map<string, Seen[]>>(rowIds.map(id => [id, new Map()]))
  for (const { row_id, field_id, kind, title, shared, ...stored } of rows) {
    const linked: Named | null = kind && title !== null && stored.ref_id ? { id: stored.ref_id, kind, title } : null
    const row = loaded.get(row_id)!
    row.set(field_id, [...(row.get(field_id) ?? []), { ...stored, linked, shared: shared ?? false }])
  }
  return loaded
}

/** Values as they are shown, by the keys of the fields; computed ones are counted at this day. */
export function shownValuesOf(
  fields: readonly Field[],
  values: Values,
  today: Temporal.PlainDate,
): Record<string, Shown> {
  const found: Record<string, Shown> = {}
  for (const field of fields) {
    const shown =
      field.type === 'computed' ? computed(field, values, today) : shownOf(field, values.get(field.id) ?? [])
    if (shown !== undefined) found[field.key] = shown
  }
  return found
}

function computed(field: Field, values: Values, today: Temporal.PlainDate): Shown | undefined {
  const day = values.get(field.ofId!)?.[0]?.day
  if (!day) return undefined
  return { count: countOf(field.counts!, day, today), counts: field.counts!, day: day.toString() }
}

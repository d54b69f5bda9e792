/** Writing rows: one place for what a person adds, what a table brings, and what a rule sets. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { valuesInvalid, valueTaken } from './contract.ts'
import type { FieldProblem } from './contract.ts'
import type { Stored } from './field-values.ts'
import type { Field } from './fields.ts'
import type { Register } from './register-row.ts'
import type { RegistersTables } from './tables.ts'
import { type RowWords, rowWords, type Values } from './titles.ts'

export interface NewRow {
  readonly id: string
  readonly values: Values
}

/** Refuses with every field that does not take what was given. */
export function refuseProblems(act: Pick<Act, 'refuse'>, problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return
  act.refuse(valuesInvalid, { fields: [...problems], names: problems.map(problem => problem.name).join(', ') })
}

/** Refuses what another row of the register has already, where the field says that it stands once. */
export async function requireUnique(
  act: Act,
  fields: readonly Field[],
  values: Values,
  rowId: string | null,
): Promise<void> {
  for (const field of fields.filter(({ unique }) => unique)) {
    const key = values.get(field.id)?.[0]?.unique_key
    if (!key) continue
    const { rows } = await sql`
      select 1 from registers.value where organisation_id = ${act.office.id} and field_id = ${field.id} and unique_key = ${key}
        and row_id is distinct from ${rowId}::uuid`.execute(act.db())
    if (rows.length > 0) act.refuse(valueTaken, { field: field.key, name: field.name })
  }
}

export async function insertValues(
  act: Act,
  registerId: string,
  fields: readonly Field[],
  rows: readonly NewRow[],
): Promise<void> {
  const types = new Map(fields.map(field => [field.id, field.type]))
  const all = rows.flatMap(row =>
    [...row.values].flatMap(([fieldId, values]) =>
      values.map(value => valueRow(act, registerId, row.id, fieldId, types.get(fieldId)!, value)),
    ),
  )
  for (let at = 0; at < all.length; at += 1000)
    await act
      .db<RegistersTables>()
      .insertInto('registers.value')
      .values(all.slice(at, at + 1000))
      .execute()
}

const valueRow = (
  act: Act,
  registerId: string,
  rowId: string,
  fieldId: string,
  type: Field['type'],
  { ordinal, words, number, minor, currency, day, yes, choice_id, ref_id, sort_key, unique_key }: Stored,
) => ({
  organisation_id: act.office.id,
  register_id: registerId,
  row_id: rowId,
  field_id: fieldId,
  type,
  ordinal,
  words,
  number,
  minor,
  currency,
  day,
  yes,
  choice_id,
  ref_id,
  sort_key,
  unique_key,
})

/** Adds one row; gives its words. */
export async function insertRow(
  act: Act,
  register: Register,
  fields: readonly Field[],
  values: Values,
  level: number | undefined,
): Promise<{ id: string; title: string }> {
  const words = rowWords(register, fields, values)
  const id = await act.createRecord({
    kind: 'register-row',
    title: words.title,
    source: register.id,
    search: { body: words.body, language: act.office.language },
    ...(level === undefined ? {} : { class: level }),
  })
  await insertRowTable(act, register.id, [{ id, words }], null)
  await insertValues(act, register.id, fields, [{ id, values }])
  return { id, title: words.title }
}

/** Adds many rows in a handful of statements. */
export async function insertRows(
  act: Act,
  register: Register,
  fields: readonly Field[],
  rows: readonly NewRow[],
  importId: string,
  sourceId: string | null,
): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000) {
    const part = rows.slice(at, at + 2000)
    const worded = part.map(({ id, values }) => ({ id, words: rowWords(register, fields, values) }))
    await insertRecords(act, sourceId ? [register.id, sourceId] : [register.id], worded)
    await insertRowTable(act, register.id, worded, importId)
    await insertValues(act, register.id, fields, part)
  }
}

type Worded = readonly { readonly id: string; readonly words: RowWords }[]

const worded = (rows: Worded) =>
  JSON.stringify(
    rows.map(({ id, words }) => ({
      id,
      title: words.title,
      body: words.body,
      key: words.titleKey,
      folded: words.folded,
    })),
  )

/** Their records, made from the register (and the document they came in) as `createRecord` makes them one by one, and found at once. */
async function insertRecords(act: Act, sources: readonly string[], rows: Worded): Promise<void> {
  const data = worded(rows)
  const from = sql`from jsonb_to_recordset(${data}::jsonb) as x (id uuid, title text, body text)`
  await sql`
    insert into kernel.record (organisation_id, id, kind, title, class, own_class, created_at, changed_at)
    select ${act.office.id}, x.id, 'register-row', x.title, 1, 1, ${act.at}, ${act.at} ${from}`.execute(act.db())
  await sql`
    insert into kernel.derivation (organisation_id, record_id, source_id)
    select ${act.office.id}, x.id, s.id ${from} cross join unnest(${[...sources]}::uuid[]) as s (id)`.execute(act.db())
  const language = act.office.language
  await sql`
    insert into kernel.search_entry (organisation_id, record_id, kind, class, audience, title, language, body, at, title_words, words)
    select r.organisation_id, r.id, r.kind, r.class, r.audience, x.title, ${language}, x.body, ${act.at}::timestamptz,
      kernel.search_vector(${language}, x.title),
      kernel.search_vector(${language}, x.title || E'\n' || x.body) || kernel.search_month(${act.at}::timestamptz)
    ${from} join kernel.record r on r.organisation_id = ${act.office.id} and r.id = x.id`.execute(act.db())
}

async function insertRowTable(act: Act, registerId: string, rows: Worded, importId: string | null): Promise<void> {
  await sql`
    insert into registers.row (organisation_id, id, register_id, title_key, folded, import_id)
    select ${act.office.id}, x.id, ${registerId}, x.key, x.folded, ${importId}::uuid
    from jsonb_to_recordset(${worded(rows)}::jsonb) as x (id uuid, key text, folded text)`.execute(act.db())
}

/** Writes the values of the fields given over those that stand, and the row's words anew; gives its new version. */
export async function rewriteRow(
  act: Act,
  register: Register,
  fields: readonly Field[],
  id: string,
  values: Values,
  changed: Values,
): Promise<{ version: number; title: string }> {
  await sql`
    delete from registers.value where organisation_id = ${act.office.id} and row_id = ${id}
      and field_id = any(${[...changed.keys()]}::uuid[])`.execute(act.db())
  await insertValues(act, register.id, fields, [{ id, values: changed }])
  const words = rowWords(register, fields, values)
  const version = await act.changeRecord(id, {
    title: words.title,
    search: { body: words.body, language: act.office.language },
  })
  await sql`
    update registers.row set title_key = ${words.titleKey}, folded = ${words.folded}
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return { version, title: words.title }
}

/** Titles and words of all rows anew, after the pattern or the fields changed; versions stay, since nobody changed the rows. */
export async function rewordRows(
  act: Act,
  register: Register,
  fields: readonly Field[],
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Values>>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from registers.row where organisation_id = ${act.office.id} and register_id = ${register.id} order by id`.execute(
    act.db(),
  )
  for (let at = 0; at < rows.length; at += 2000) {
    const ids = rows.slice(at, at + 2000).map(({ id }) => id)
    const values = await load(ids)
    const data = worded(ids.map(id => ({ id, words: rowWords(register, fields, values.get(id)!) })))
    const from = sql`from jsonb_to_recordset(${data}::jsonb) as x (id uuid, title text, body text, key text, folded text)`
    const language = act.office.language
    await sql`update registers.row w set title_key = x.key, folded = x.folded ${from}
      where w.organisation_id = ${act.office.id} and w.id = x.id and (w.title_key, w.folded) is distinct from (x.key, x.folded)`.execute(
      act.db(),
    )
    await sql`update kernel.record r set title = x.title ${from}
      where r.organisation_id = ${act.office.id} and r.id = x.id and r.title <> x.title`.execute(act.db())
    await sql`update kernel.search_entry e set title = x.title, body = x.body, title_words = kernel.search_vector(${language}, x.title),
        words = kernel.search_vector(${language}, x.title || E'\n' || x.body) || kernel.search_month(e.at) ${from}
      where e.organisation_id = ${act.office.id} and e.record_id = x.id and (e.title, e.body) is distinct from (x.title, x.body)`.execute(
      act.db(),
    )
  }
}

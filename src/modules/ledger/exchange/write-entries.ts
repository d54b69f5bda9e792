/** The entries of a file, written in a handful of statements. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import type { Period } from '../years.ts'
import { dimensionHere } from './dimensions.ts'
import type { ImportPlan, Numbered } from './plan.ts'
import { type CodeHere, marksOf } from './vat-marks.ts'

/** Rows that one statement takes. */
const batch = 4000

/** Records, entries, postings and origins; the series go on after the highest number. */
export async function writeEntries(
  act: Act,
  { entries, codes, parties }: ImportPlan,
  periods: ReadonlyMap<string, Period>,
  importId: string,
): Promise<string[]> {
  // thousands of rows meet tables that may never have been analysed: they are looked up by key all the same
  await sql`set local enable_seqscan = off`.execute(act.db())
  const rows = entries.map(one => ({ ...one, id: act.newId(), period: periods.get(one.entry.on)! }))
  const origin: Origin = {
    importId,
    codes: new Map(codes.flatMap(({ used, here }) => (here ? [[used.code, here] as const] : []))),
    parties: new Map(parties.flatMap(({ party, known }) => (known ? [[party.code, known.id] as const] : []))),
  }
  await raiseSeries(act, rows)
  for (let at = 0; at < rows.length; at += batch) await writeBatch(act, rows.slice(at, at + batch), origin)
  return rows.map(row => row.id)
}

/** What the lines of a file name, and what that is here. */
interface Origin {
  readonly importId: string
  readonly codes: ReadonlyMap<string, CodeHere>
  readonly parties: ReadonlyMap<string, string>
}

type Row = Numbered & { readonly id: string; readonly period: Period }

async function raiseSeries(act: Act, rows: readonly Row[]): Promise<void> {
  const last = new Map<string, { year_id: string; code: string; last_number: number }>()
  for (const { period, series, number } of rows) {
    const key = `${period.year_id} ${series}`
    last.set(key, {
      year_id: period.year_id,
      code: series,
      last_number: Math.max(number, last.get(key)?.last_number ?? 0),
    })
  }
  await sql`
    insert into ledger.series as s (organisation_id, year_id, code, last_number)
    select ${act.office.id}::uuid, x.* from jsonb_to_recordset(${JSON.stringify([...last.values()])}::jsonb) as x(year_id uuid, code text, last_number bigint)
    order by x.year_id, x.code
    on conflict (organisation_id, year_id, code) do update set last_number = greatest(s.last_number, excluded.last_number)`.execute(
    act.db(),
  )
}

async function writeBatch(act: Act, rows: readonly Row[], { importId, codes, parties }: Origin): Promise<void> {
  const heads = rows.map(({ id, entry, series, number, period }) => {
    const text = entry.text.slice(0, 300) || `${entry.series} ${entry.number}`.trim() || `${series}${number}`
    return {
      id,
      title: `${series}${number} ${text}`.slice(0, 500),
      year_id: period.year_id,
      period_on: String(period.starts_on),
      series,
      number,
      posted_on: entry.on,
      text,
      line_count: entry.lines.length,
      total_minor: String(entry.lines.reduce((all, { amount }) => (amount > 0n ? all + amount : all), 0n)),
      folded: foldInPlace(`${series}${number}\n${text}`),
      old_series: entry.series,
      old_number: entry.number,
      untitled: entry.text === '',
      registered_on: entry.registeredOn,
      registered_by: entry.by,
    }
  })
  const from = sql`from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as x(id uuid, title text, year_id uuid, period_on date, series text, number bigint,
    posted_on date, text text, line_count integer, total_minor bigint, folded text, old_series text, old_number text, untitled boolean,
    registered_on date, registered_by text)`
  await sql`
    insert into kernel.record (organisation_id, id, kind, title, class, own_class, created_at, changed_at)
    select ${act.office.id}, x.id, 'ledger-entry', x.title, 1, 1, ${act.at}, ${act.at} ${from}`.execute(act.db())
  await sql`
    insert into ledger.entry (organisation_id, id, year_id, period_on, series, number, book, posted_on, text, imported, line_count, total_minor, folded,
      made_at, made_by_id)
    select ${act.office.id}, x.id, x.year_id, x.period_on, x.series, x.number, 'general', x.posted_on, x.text, true, x.line_count, x.total_minor, x.folded,
      ${act.at}, ${act.principal.id} ${from}`.execute(act.db())
  await sql`
    insert into ledger.entry_origin (organisation_id, entry_id, import_id, series, number, untitled, registered_on, registered_by)
    select ${act.office.id}, x.id, ${importId}, x.old_series, x.old_number, x.untitled, x.registered_on, x.registered_by ${from}`.execute(
    act.db(),
  )
  const postings = rows.flatMap(({ id, entry }) => {
    const marks = marksOf(entry, codes)
    return entry.lines.map((line, at) => ({
      entry_id: id,
      line: at + 1,
      account: line.account,
      posted_on: entry.on,
      amount_minor: String(line.amount),
      currency: line.foreign?.currency ?? null,
      foreign_minor: line.foreign ? String(line.foreign.amount) : null,
      vat_code: marks.get(at)?.code ?? null,
      vat_part: marks.get(at)?.part ?? null,
      party_id: (line.party && parties.get(line.party)) ?? null,
      dimensions:
        line.dimensions.length > 0
          ? Object.fromEntries(line.dimensions.map(part => [dimensionHere(part.dimension), part.value.slice(0, 40)]))
          : null,
      text: line.text?.slice(0, 300) || null,
    }))
  })
  await sql`
    insert into ledger.posting (organisation_id, entry_id, line, account, posted_on, amount_minor, currency, foreign_minor, vat_code, vat_part, party_id,
      dimensions, text)
    select ${act.office.id}::uuid, p.* from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb) as p(entry_id uuid, line smallint, account text,
      posted_on date, amount_minor bigint, currency text, foreign_minor bigint, vat_code text, vat_part text, party_id uuid,
      dimensions jsonb, text text)`.execute(act.db())
}

/** Taking in the books of another program: all of a file in a handful of statements, in one act. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { factsFor, requireBooks, type Settings } from '../chart-facts.ts'
import type { Posting } from '../compose.ts'
import * as c from '../contract/exchange-commands.ts'
import { roleUnassigned } from '../contract/refusals.ts'
import { postPlans } from '../posting.ts'
import { officeWords } from '../words.ts'
import { openPeriods, openYear, type Period } from '../years.ts'
import { dimensionHere } from './dimensions.ts'
import { companyOf, countryOf, keepCompany } from './organisation.ts'
import { type ImportPlan, type Numbered, planImport, typeOf } from './plan.ts'

/** Rows that one statement takes. */
const batch = 4000

export const importBooksBody = implementCommand(c.importBooks, {
  load: requireBooks,
  constraints: { import_file_once: c.booksFileKnown, entry_number_once: c.importNumberTaken },
  async run(act, { fileName, content }, settings) {
    const plan = await planImport(act, settings, content)
    if (plan.opensYear) await openYear(act, plan.from, plan.until)
    await addAccounts(act, settings, plan)
    await learnCompany(act, plan)
    const values = await addDimensions(act, plan)
    await bookOpening(act, settings, plan)
    const importId = act.newId()
    const { entries } = plan
    await sql`
      insert into ledger.import (organisation_id, id, format, file_name, digest, company, from_on, until_on, entry_count, imported_at, imported_by_id)
      values (${act.office.id}, ${importId}, ${plan.format}, ${fileName}, ${plan.digest}, ${plan.books.company.name}, ${plan.from}, ${plan.until},
        ${entries.length}, ${act.at}, ${act.principal.id})`.execute(act.db())
    const periods = await openPeriods(
      act,
      entries.map(({ entry }) => ({ on: Temporal.PlainDate.from(entry.on), book: 'general' as const })),
    )
    const ids = await writeEntries(act, entries, periods, importId)
    act.emit(
      c.booksImportedEvent,
      { importId, fileName, entries: entries.length, from: plan.from, until: plan.until },
      ids,
    )
    return {
      output: {
        importId,
        format: plan.format,
        company: plan.books.company.name,
        from: plan.from,
        until: plan.until,
        entries: entries.length,
        lines: entries.reduce((all, { entry }) => all + entry.lines.length, 0),
        opening: plan.opening.length,
        accounts: plan.newAccounts.map(({ number, name }) => ({ number, name })),
        values,
        yearOpened: plan.opensYear,
        renumbered: plan.renumbered,
        leftOut: plan.leftOut,
        findings: plan.findings
          .slice(0, 200)
          .map(({ name, line, data }) => ({ name, line, detail: Object.values(data).join(' ') })),
      },
    }
  },
})

async function addAccounts(act: Act, settings: Settings, { newAccounts, books }: ImportPlan): Promise<void> {
  const opening = new Set((books.years[0]?.opening ?? []).map(one => one.account))
  const rows = newAccounts.map(account => ({
    number: account.number,
    name: account.name.slice(0, 200) || account.number,
    account_type: typeOf(account, opening),
    folded: foldInPlace(`${account.number}\n${account.name}`),
  }))
  await sql`
    insert into ledger.account (organisation_id, number, name, account_type, folded)
    select ${act.office.id}::uuid, a.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(number text, name text, account_type text, folded text)`.execute(
    act.db(),
  )
  const codes = books.accounts
    .filter(one => one.taxCodes.length > 0 && one.taxCodes[0]!.length <= 35)
    .map(one => ({ number: one.number, code: one.taxCodes[0] }))
  await sql`
    insert into ledger.account_code (organisation_id, account, country, code)
    select ${act.office.id}::uuid, a.number, ${countryOf(act, settings)}, x.code from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as x(number text, code text)
    join ledger.account a on a.organisation_id = ${act.office.id} and a.number = x.number on conflict do nothing`.execute(
    act.db(),
  )
}

/** What the file says of the office is kept where nothing was said before. */
async function learnCompany(act: Act, { books: { company } }: ImportPlan): Promise<void> {
  if (Object.keys(await companyOf(act)).length > 0) return
  const { number, vatNumber, street, postalCode, town, contact, phone } = company
  const longest = { number: 35, vatNumber: 35, street: 200, postalCode: 16, town: 50, contact: 70, phone: 18 }
  const facts = Object.entries({ number, vatNumber, street, postalCode, town, contact, phone }) as [
    keyof typeof longest,
    string | null,
  ][]
  await keepCompany(act, Object.fromEntries(facts.map(([key, value]) => [key, value?.slice(0, longest[key]) || null])))
}

/** Dimensions and their values that the entries use and that are not here. */
async function addDimensions(act: Act, { books, entries }: ImportPlan): Promise<number> {
  const used = new Map<string, { dimension: string; code: string; dimensionName: string; name: string }>()
  for (const { entry } of entries)
    for (const line of entry.lines)
      for (const { dimension, value } of line.dimensions) {
        const fact = books.dimensions.find(one => one.code === dimension)
        const here = dimensionHere(dimension)
        used.set(`${here} ${value}`, {
          dimension: here,
          code: value.slice(0, 40),
          dimensionName: (fact?.name ?? here).slice(0, 80),
          name: (fact?.values.find(one => one.code === value)?.name || value).slice(0, 200),
        })
      }
  const rows = JSON.stringify([...used.values()])
  const from = sql`from jsonb_to_recordset(${rows}::jsonb) as x(dimension text, code text, "dimensionName" text, name text)`
  await sql`
    insert into ledger.dimension (organisation_id, code, name)
    select ${act.office.id}::uuid, x.dimension, min(x."dimensionName") ${from} group by x.dimension on conflict do nothing`.execute(
    act.db(),
  )
  const { rows: added } = await sql`
    insert into ledger.dimension_value (organisation_id, dimension, code, name)
    select ${act.office.id}::uuid, x.dimension, x.code, x.name ${from} on conflict do nothing returning code`.execute(
    act.db(),
  )
  return added.length
}

const plain = (account: string, amount: bigint): Posting => ({
  account,
  amount,
  foreign: null,
  vatCode: null,
  vatPart: null,
  dimensions: null,
  partyId: null,
  text: null,
})

async function bookOpening(act: Act, settings: Settings, { opening, from }: ImportPlan): Promise<void> {
  if (opening.length === 0) return
  const rest = opening.reduce((all, { amount }) => all + amount, 0n)
  const postings = opening.map(({ account, amount }) => plain(account, amount))
  if (rest !== 0n || postings.length === 1) {
    const facts = await factsFor(act, [{ role: 'opening-balance', amount: { minor: 0n, currency: settings.currency } }])
    postings.push(
      plain(facts?.roles.get('opening-balance') ?? act.refuse(roleUnassigned, { role: 'opening-balance' }), -rest),
    )
  }
  const text = officeWords(act, 'text.opening-imported', { from: String(from) })
  await postPlans(act, { settings }, [{ book: 'opening', on: from, text, postings }])
}

/** Records, entries, postings and origins; the series go on after the highest number. */
async function writeEntries(
  act: Act,
  entries: readonly Numbered[],
  periods: ReadonlyMap<string, Period>,
  importId: string,
): Promise<string[]> {
  // thousands of rows meet tables that may never have been analysed: they are looked up by key all the same
  await sql`set local enable_seqscan = off`.execute(act.db())
  const rows = entries.map(one => ({ ...one, id: act.newId(), period: periods.get(one.entry.on)! }))
  await raiseSeries(act, rows)
  for (let at = 0; at < rows.length; at += batch) await writeBatch(act, rows.slice(at, at + batch), importId)
  return rows.map(row => row.id)
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

async function writeBatch(act: Act, rows: readonly Row[], importId: string): Promise<void> {
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
  const postings = rows.flatMap(({ id, entry }) =>
    entry.lines.map((line, at) => ({
      entry_id: id,
      line: at + 1,
      account: line.account,
      posted_on: entry.on,
      amount_minor: String(line.amount),
      currency: line.foreign?.currency ?? null,
      foreign_minor: line.foreign ? String(line.foreign.amount) : null,
      dimensions:
        line.dimensions.length > 0
          ? Object.fromEntries(line.dimensions.map(part => [dimensionHere(part.dimension), part.value.slice(0, 40)]))
          : null,
      text: line.text?.slice(0, 300) || null,
    })),
  )
  await sql`
    insert into ledger.posting (organisation_id, entry_id, line, account, posted_on, amount_minor, currency, foreign_minor, dimensions, text)
    select ${act.office.id}::uuid, p.* from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb) as p(entry_id uuid, line smallint, account text,
      posted_on date, amount_minor bigint, currency text, foreign_minor bigint, dimensions jsonb, text text)`.execute(
    act.db(),
  )
}

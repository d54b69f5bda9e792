import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { chartOf, charts } from '../charts/index.ts'
import type { ChartData } from '../charts/chart.ts'
import { settingsOf } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { percentToRate } from '../percent.ts'
import { openYear, overlaps, usualEnd, yearStart } from '../years.ts'
import { officeWords } from '../words.ts'

export const setUpBooksBody = implementCommand(c.setUpBooks, {
  async run(act, { mode, yearFrom, yearUntil, ...input }) {
    const { rows } = await sql<{ used: boolean }>`
      select exists (select from ledger.entry where organisation_id = ${act.office.id}) as used`.execute(act.db())
    if ((await settingsOf(act)) !== null || rows[0]!.used) act.refuse(c.booksSetUp)
    const chart = input.chart ?? chartOf(act.office.country)
    const from = yearFrom ?? yearStart(act.today, 1)
    const until = yearUntil ?? usualEnd(from)
    if (Temporal.PlainDate.compare(from, until) >= 0 || Temporal.PlainDate.compare(from.add({ months: 24 }), until) < 0)
      act.refuse(c.yearOverlaps, { from: String(from), until: String(until) })
    await sql`insert into ledger.settings (organisation_id, mode, currency, chart, year_month)
      values (${act.office.id}, ${mode}, ${act.office.currency}, ${chart}, ${from.month})`.execute(act.db())
    const data = charts[chart]
    await insertChart(act, data)
    await insertTaxCodes(act, chart, data)
    await insertDimensions(act)
    if (!(await overlaps(act, from, until))) await openYear(act, from, until)
    act.emit(c.booksSetUpEvent, { mode, chart })
    return { output: { accounts: data.accounts.length } }
  },
})

async function insertChart(act: Act, data: ChartData): Promise<void> {
  const local = act.office.language === data.language
  const named = (one: { readonly name: string; readonly english: string }) => ({
    name: local || act.office.language !== 'en' ? one.name : one.english,
    names: { [data.language]: one.name, en: one.english },
  })
  const codes = data.vatCodes.map(code => ({
    code: code.code,
    ...named(code),
    kind: code.kind,
    rate: percentToRate(code.rate),
    deductible: (code.deductible ?? 100) * 100,
    category: code.category,
    tax_account: code.tax ?? null,
    due_account: code.due ?? null,
    base_box: code.boxes?.[0] ?? null,
    tax_box: code.boxes?.[1] ?? null,
    due_box: code.boxes?.[2] ?? null,
    valid_from: code.from ?? null,
    valid_until: code.until ?? null,
  }))
  await sql`insert into ledger.vat_code (organisation_id, code, name, names, kind, rate, deductible, category, tax_account, due_account,
      base_box, tax_box, due_box, valid_from, valid_until)
    select ${act.office.id}::uuid, v.* from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as v(code text, name text, names jsonb, kind text,
      rate integer, deductible integer, category text, tax_account text, due_account text, base_box text, tax_box text, due_box text,
      valid_from date, valid_until date)`.execute(act.db())
  const accounts = data.accounts.map(account => ({
    number: account.number,
    ...named(account),
    account_type: account.accountType,
    vat_code: account.vatCode,
    folded: foldInPlace(`${account.number} ${account.name}\n${account.english}`),
  }))
  await sql`insert into ledger.account (organisation_id, number, name, names, account_type, vat_code, folded)
    select ${act.office.id}::uuid, a.* from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a(number text, name text, names jsonb,
      account_type text, vat_code text, folded text)`.execute(act.db())
  const roles = Object.entries(data.roles)
  await sql`insert into ledger.role_account (organisation_id, role, account)
    select ${act.office.id}::uuid, r, a from unnest(${roles.map(([role]) => role)}::text[], ${roles.map(([, account]) => account)}::text[]) x(r, a)`.execute(
    act.db(),
  )
}

async function insertTaxCodes(act: Act, country: string, { taxCodes }: ChartData): Promise<void> {
  if (!taxCodes) return
  const codes = Object.entries(taxCodes)
  await sql`insert into ledger.account_code (organisation_id, account, country, code)
    select ${act.office.id}, x.account, ${country}, x.code
    from unnest(${codes.map(([account]) => account)}::text[], ${codes.map(([, code]) => code)}::text[]) x(account, code)`.execute(
    act.db(),
  )
}

/** The two that most offices know; asked for nowhere until they have values. */
async function insertDimensions(act: Act): Promise<void> {
  const names = [officeWords(act, 'text.cost-centre', {}), officeWords(act, 'text.project', {})]
  await sql`insert into ledger.dimension (organisation_id, code, name)
    values (${act.office.id}, 'cost-centre', ${names[0]}), (${act.office.id}, 'project', ${names[1]})`.execute(act.db())
}

export const changeSettingsBody = implementCommand(c.changeSettings, {
  async run(act, { mode, series }) {
    const before = (await settingsOf(act)) ?? act.refuse(c.booksNotKept)
    const after = { mode: mode ?? before.mode, series: { ...before.series, ...series } }
    await sql`update ledger.settings set mode = ${after.mode}, series = ${JSON.stringify(after.series)}::jsonb
      where organisation_id = ${act.office.id}`.execute(act.db())
    const changed = [...(mode ? ['mode'] : []), ...Object.keys(series ?? {})]
    act.emit(c.settingsChanged, { changed })
    const was = Object.fromEntries(c.books.map(book => [book, before.series[book] ?? c.usualSeries[book]]))
    return {
      output: { mode: after.mode },
      undo: { command: 'ledger.change-settings', input: { mode: before.mode, series: was } },
    }
  },
})

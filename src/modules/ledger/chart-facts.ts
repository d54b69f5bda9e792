/** What the books know, asked of the database in one go. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { booksNotKept } from './contract/refusals.ts'
import { type Mode, usualSeries } from './contract/shapes.ts'
import type { AccountRole, Book, BookLine } from './contract/wish.ts'
import type { ChartFacts, VatFacts } from './compose.ts'

export interface Settings {
  readonly mode: Mode
  readonly currency: string
  readonly chart: string
  readonly yearMonth: number
  readonly series: Readonly<Partial<Record<Book, string>>>
}

interface SettingsRow {
  readonly mode: Mode
  readonly currency: string
  readonly chart: string
  readonly year_month: number
  readonly series: Partial<Record<Book, string>>
}

const settingsFrom = (row: SettingsRow): Settings => ({ ...row, yearMonth: row.year_month })

/** How the books are kept; null until they have been set up. */
export async function settingsOf(act: Pick<View, 'office'> & Pick<Act | View, 'db'>): Promise<Settings | null> {
  const { rows } = await sql<SettingsRow>`
    select mode, currency, chart, year_month, series from ledger.settings where organisation_id = ${act.office.id}`.execute(
    act.db(),
  )
  return rows[0] ? settingsFrom(rows[0]) : null
}

/** How the books are kept, where they are kept here; refuses where not. */
export async function requireBooks(act: Act): Promise<Settings> {
  const settings = await settingsOf(act)
  return settings?.mode === 'books' ? settings : act.refuse(booksNotKept)
}

export const seriesOf = (settings: Settings, book: Book): string => settings.series[book] ?? usualSeries[book]

interface FactsRow extends SettingsRow {
  readonly vat_codes: Readonly<Record<string, VatFacts>>
  readonly roles: Readonly<Record<string, string>>
  readonly accounts: Readonly<Record<string, { inUse: boolean }>>
  readonly posted: readonly string[]
}

export interface Facts extends ChartFacts {
  readonly settings: Settings
  /** Which of the keys that were asked about have been posted under. */
  readonly posted: ReadonlySet<string>
}

/** Settings with the accounts, roles and codes that these lines name; null until the books have been set up. */
export async function factsFor(
  act: Act,
  lines: readonly BookLine[],
  keys: readonly string[] = [],
): Promise<Facts | null> {
  const of = <K extends 'account' | 'role' | 'vatCode'>(key: K) => [
    ...new Set(lines.flatMap(line => (line[key] === undefined ? [] : [line[key] as string]))),
  ]
  const { rows } = await sql<FactsRow>`
    with v as (select * from ledger.vat_code where organisation_id = ${act.office.id} and code = any(${of('vatCode')}::text[])),
      r as (select * from ledger.role_account where organisation_id = ${act.office.id} and role = any(${of('role')}::text[]))
    select s.mode, s.currency, s.chart, s.year_month, s.series,
      (select coalesce(jsonb_object_agg(code, jsonb_build_object('kind', kind, 'rate', rate, 'deductible', deductible,
        'taxAccount', tax_account, 'dueAccount', due_account)), '{}') from v) as vat_codes,
      (select coalesce(jsonb_object_agg(role, account), '{}') from r) as roles,
      (select coalesce(jsonb_object_agg(a.number, jsonb_build_object('inUse', a.in_use)), '{}') from ledger.account a
        where a.organisation_id = s.organisation_id and a.number = any(array(
          select unnest(${of('account')}::text[]) union select account from r union select tax_account from v union select due_account from v))) as accounts,
      array(select e.key from ledger.entry e where e.organisation_id = s.organisation_id and e.key = any(${keys}::text[])) as posted
    from ledger.settings s where s.organisation_id = ${act.office.id}`.execute(act.db())
  const [row] = rows
  if (!row) return null
  return {
    settings: settingsFrom(row),
    currency: row.currency,
    accounts: new Map(Object.entries(row.accounts)),
    roles: new Map(Object.entries(row.roles)) as ReadonlyMap<AccountRole, string>,
    vatCodes: new Map(Object.entries(row.vat_codes)),
    posted: new Set(row.posted),
  }
}

/** What one unit of these currencies is worth on a day: the newest rate known by then. */
export async function ratesOn(
  act: Pick<View, 'office'> & Pick<Act | View, 'db'>,
  currencies: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, string>> {
  if (currencies.length === 0) return new Map()
  const { rows } = await sql<{ currency: string; rate: string }>`
    select distinct on (currency) currency, rate from ledger.rate
    where organisation_id = ${act.office.id} and currency = any(${currencies}::text[]) and rate_on <= ${on}
    order by currency, rate_on desc`.execute(act.db())
  return new Map(rows.map(row => [row.currency, row.rate]))
}

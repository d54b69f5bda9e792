/** How the books are kept: settings, years, codes, rates. */
import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { accrualLines } from '../accrual-lines.ts'
import { settingsOf } from '../chart-facts.ts'
import { chartOf, charts } from '../charts/index.ts'
import * as c from '../contract.ts'
import { currencyOf } from '../entry-lines.ts'
import { itemFacts, type SeenItem, seenItems } from '../item-lines.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { rateToPercent } from '../percent.ts'
import { yearStart } from '../years.ts'

export const getSettingsBody = implementQuery(c.getSettings, async view => {
  const settings = await settingsOf(view)
  const { rows } = await sql<{ role: string; account: string; name: string }>`
    select r.role, r.account, coalesce(a.names ->> ${view.principal.language}, a.name) as name from ledger.role_account r
    join ledger.account a on a.organisation_id = r.organisation_id and a.number = r.account
    where r.organisation_id = ${view.office.id}`.execute(view.db())
  const roles = new Map(rows.map(row => [row.role, row]))
  return {
    mode: settings?.mode ?? null,
    chart: (settings?.chart as c.Chart | undefined) ?? null,
    proposed: chartOf(view.office.country),
    proposedFrom: yearStart(view.today, 1),
    currency: settings?.currency ?? view.office.currency,
    charts: c.charts.map(chart => ({
      chart,
      accounts: charts[chart].accounts.length,
      vatCodes: charts[chart].vatCodes.length,
    })),
    series: c.books.map(book => ({ book, code: settings?.series[book] ?? c.usualSeries[book] })),
    roles: c.accountRoles.map(role => ({
      role,
      account: roles.get(role)?.account ?? null,
      name: roles.get(role)?.name ?? null,
    })),
    can: settings
      ? [
          ...can(view, c.changeSettings, {}),
          ...can(view, c.assignAccountRole, {}),
          ...can(view, c.setVatCode, {}),
          ...can(view, c.addDimension, {}),
          ...can(view, c.setRate, {}),
          ...can(view, c.importRates, {}),
        ]
      : can(view, c.setUpBooks, {}, { primary: true }),
  }
})

interface YearRow {
  readonly id: string
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate
  readonly state: c.YearState
  readonly result: bigint
}

interface PeriodRow {
  readonly year_id: string
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate
  readonly state: c.PeriodState
  readonly entries: number
}

export const listPeriodsBody = implementQuery(c.listPeriods, async view => {
  const currency = await currencyOf(view)
  const org = view.office.id
  const { rows: years } = await sql<YearRow>`
    select y.id, y.starts_on, y.ends_on, y.state, coalesce((select -sum(b.debit_minor - b.credit_minor - b.closing_minor)
      from ledger.period p join ledger.balance b on b.organisation_id = p.organisation_id and b.period_on = p.starts_on
      join ledger.account a on a.organisation_id = b.organisation_id and a.number = b.account and a.account_type in ('income', 'cost')
      where p.organisation_id = y.organisation_id and p.year_id = y.id), 0)::bigint as result
    from ledger.fiscal_year y where y.organisation_id = ${org} order by y.starts_on desc`.execute(view.db())
  const { rows: periods } = await sql<PeriodRow>`
    select p.year_id, p.starts_on, p.ends_on, p.state,
      (select count(*)::int from ledger.entry e where e.organisation_id = p.organisation_id and e.posted_on between p.starts_on and p.ends_on) as entries
    from ledger.period p where p.organisation_id = ${org} order by p.starts_on`.execute(view.db())
  const { rows: series } = await sql<{ year_id: string; code: string; last_number: bigint }>`
    select year_id, code, last_number from ledger.series where organisation_id = ${org} order by code`.execute(
    view.db(),
  )
  const oldestOpen = years.findLast(({ state }) => state === 'open')
  const lastClosed = years.find(({ state }) => state === 'closed')
  const books = (await settingsOf(view))?.mode === 'books'
  return {
    years: years.map(year => ({
      id: year.id,
      startsOn: year.starts_on,
      endsOn: year.ends_on,
      state: year.state,
      result: { minor: year.result, currency },
      series: series
        .filter(({ year_id }) => year_id === year.id)
        .map(({ code, last_number }) => ({ code, last: Number(last_number) })),
      periods: periods
        .filter(({ year_id }) => year_id === year.id)
        .map(period => ({
          startsOn: period.starts_on,
          endsOn: period.ends_on,
          state: period.state,
          entries: period.entries,
        })),
      can: [
        ...(year === oldestOpen ? can(view, c.closeYear, { yearId: year.id }) : []),
        ...(year === lastClosed ? can(view, c.reopenYear, { yearId: year.id }) : []),
      ],
    })),
    can: books
      ? [...can(view, c.lockPeriods, {}), ...can(view, c.unlockPeriods, {}), ...can(view, c.openYear, {})]
      : [],
  }
})

export const listItemsBody = implementQuery(c.listItems, async (view, input) => {
  const conditions = [sql`i.state = any(${input.states ?? ['open']}::text[])`]
  if (input.sides) conditions.push(sql`i.side = any(${input.sides}::text[])`)
  if (input.dueUntil) conditions.push(sql`i.due_on <= ${input.dueUntil}`)
  if (input.text)
    conditions.push(
      sql`(i.party_name ilike ${liked(input.text)} or i.number ilike ${liked(input.text)} or i.reference ilike ${liked(input.text)})`,
    )
  const lines = sql`${seenItems(view, sql.join(conditions, sql` and `))} l`
  const { shown, ...slice } = await sliceOf<SeenItem>(view, lines, 'due_on', 'date', input)
  return { rows: await itemFacts(view, shown), ...slice }
})

interface VatRow {
  readonly code: string
  readonly name: string
  readonly kind: c.VatKind
  readonly rate: number
  readonly deductible: number
  readonly category: c.VatCategory
  readonly tax_account: string | null
  readonly due_account: string | null
  readonly base_box: string | null
  readonly tax_box: string | null
  readonly due_box: string | null
  readonly valid_from: Temporal.PlainDate | null
  readonly valid_until: Temporal.PlainDate | null
  readonly in_use: boolean
}

export const listVatCodesBody = implementQuery(c.listVatCodes, async (view, { all }) => {
  const { rows } = await sql<VatRow>`
    select *, coalesce(names ->> ${view.principal.language}, name) as name from ledger.vat_code where organisation_id = ${view.office.id} and (in_use or ${all ?? false}) order by code collate "C"`.execute(
    view.db(),
  )
  return {
    rows: rows.map(row => ({
      code: row.code,
      name: row.name,
      vatKind: row.kind,
      vatRate: rateToPercent(row.rate),
      deductible: row.deductible / 100,
      category: row.category,
      taxAccount: row.tax_account,
      dueAccount: row.due_account,
      baseBox: row.base_box,
      taxBox: row.tax_box,
      dueBox: row.due_box,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      inUse: row.in_use,
    })),
  }
})

export const listDimensionsBody = implementQuery(c.listDimensions, async view => {
  const { rows } = await sql<{ code: string; name: string; values: { code: string; name: string; inUse: boolean }[] }>`
    select d.code, d.name, coalesce((select jsonb_agg(jsonb_build_object('code', v.code, 'name', v.name, 'inUse', v.in_use) order by v.code)
      from ledger.dimension_value v where v.organisation_id = d.organisation_id and v.dimension = d.code), '[]') as values
    from ledger.dimension d where d.organisation_id = ${view.office.id} order by d.code`.execute(view.db())
  return { rows }
})

export const listAccrualsBody = implementQuery(c.listAccruals, async (view, { all }) => ({
  rows: await accrualLines(
    view,
    all ? sql`true` : sql`a.stopped_at is null and p.left_minor <> 0`,
    await currencyOf(view),
  ),
}))

export const listRatesBody = implementQuery(c.listRates, async view => {
  const { rows } = await sql<{ currency: string; on: Temporal.PlainDate; rate: string }>`
    select distinct on (currency) currency, rate_on as on, rate::text as rate from ledger.rate where organisation_id = ${view.office.id}
    order by currency, rate_on desc`.execute(view.db())
  return {
    rows: rows.map(row => ({ ...row, rate: row.rate.includes('.') ? row.rate.replace(/\.?0+$/, '') : row.rate })),
  }
})

export const countAccrualsBody = implementQuery(c.countAccruals, async view => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger.accrual_part p join ledger.accrual a on a.organisation_id = p.organisation_id and a.id = p.accrual_id
    where p.organisation_id = ${view.office.id} and p.entry_id is null and p.part_on <= ${view.today} and a.stopped_at is null`.execute(
    view.db(),
  )
  return { count: rows[0]!.count }
})

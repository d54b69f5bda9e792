/** Costs of a bill that are for months to come: what may be spread over them, and what is. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { AccrualWish } from '../ledger/contract.ts'
import { linesOf, moneyOf, signOf } from './bill-row.ts'
import { bookKey } from './posting.ts'
import type { BillRow, LineRow } from './rows.ts'

type At = Pick<Act | View, 'office' | 'db'>
type Day = Temporal.PlainDate

/** Whole months of a time, half a month and more counted as one: from the fifteenth to the fourteenth of a year later are twelve. */
export function monthsIn(from: Day, until: Day): number {
  const { months, days } = from.until(until.add({ days: 1 }), { largestUnit: 'month' })
  return months + (days >= 15 ? 1 : 0)
}

const fewestMonths = 2
const mostMonths = 60

export interface ToSpread {
  readonly position: number
  readonly text: string | null
  readonly account: string
  readonly minor: bigint
  readonly from: Day
  readonly until: Day
  readonly months: number
}

/** What is posted of a line on its account: its net, and the tax where no code takes it out. */
const costOf = (line: LineRow): bigint => (line.vat_code ? line.net_minor : line.net_minor + line.vat_minor)

/** Lines whose time is two months and more, on accounts of costs. */
export function spreadable(lines: readonly LineRow[], costs: ReadonlySet<string>): ToSpread[] {
  return lines.flatMap(line => {
    const { account, period_from: from, period_to: until } = line
    if (!account || !from || !until || !costs.has(account) || costOf(line) === 0n) return []
    const months = monthsIn(from, until)
    return months < fewestMonths || months > mostMonths
      ? []
      : [{ position: line.position, text: line.text, account, minor: costOf(line), from, until, months }]
  })
}

export const spreadKey = (row: Pick<BillRow, 'id' | 'round'>, position: number): string =>
  `payables.spread:${row.id}:${row.round}:${position}`

interface Kept {
  readonly key: string | null
  readonly entry_id: string
  readonly account: string
  readonly text: string
  readonly amount_minor: bigint
  readonly left_minor: bigint
  readonly next_on: Day | null
  readonly last_on: Day | null
  readonly parts: number
  readonly stopped: boolean
}

export interface Spreading {
  /** Offered, and not spread yet. */
  readonly open: readonly ToSpread[]
  readonly kept: readonly Kept[]
  /** Currency of the books. */
  readonly currency: string
}

/** Where the books are kept elsewhere, and before a bill is posted, nothing is spread. */
export async function spreadingOf(at: At, row: BillRow): Promise<Spreading> {
  const nothing = { open: [], kept: [], currency: row.currency }
  if (!row.posted) return nothing
  const { rows: books } = await sql<{ currency: string; costs: string[] }>`
    select s.currency, array(select a.number from ledger.account_fact a where a.organisation_id = s.organisation_id
      and a.account_type = 'cost' and a.number = any(array(select l.account from payables.bill_line l
        where l.organisation_id = s.organisation_id and l.bill_id = ${row.id} and l.period_to is not null))) as costs
    from ledger.settings_fact s where s.organisation_id = ${at.office.id} and s.mode = 'books'`.execute(at.db())
  const [kept] = books
  if (!kept) return nothing
  const { rows } = await sql<Kept>`
    select key, entry_id, account, text, amount_minor, left_minor, next_on, last_on, parts, stopped from ledger.accrual_fact
    where organisation_id = ${at.office.id} and source_id = ${row.id} order by account, accrual_id`.execute(at.db())
  const keys = new Set(rows.filter(({ stopped }) => !stopped).map(({ key }) => key))
  const open = kept.costs.length === 0 ? [] : spreadable(await linesOf(at, row.id), new Set(kept.costs))
  return {
    open: open.filter(({ position }) => !keys.has(spreadKey(row, position))),
    kept: rows,
    currency: kept.currency,
  }
}

export const accrualWish = (row: BillRow, one: ToSpread): AccrualWish => ({
  key: spreadKey(row, one.position),
  entryKey: bookKey(row),
  account: one.account,
  amount: moneyOf(signOf(row) * one.minor, row.currency),
  from: one.from,
  months: one.months,
  text: [row.supplier_name, row.number, one.text].filter(Boolean).join(' ').slice(0, 300),
})

/** Sums of accounts between days: whole months from the sums kept with every posting, the ends of a span from its postings. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { booksNotKept } from '../contract/refusals.ts'
import type { AccountType } from '../contract/shapes.ts'

type Day = Temporal.PlainDate

export interface Narrowed {
  readonly dimension?: string | undefined
  readonly value?: string | undefined
}

export interface AccountSums {
  readonly account: string
  readonly name: string
  readonly type: AccountType
  /** Of an income or cost account what the year had before the span; of others all there was. */
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
}

export interface Span {
  readonly from: Day
  readonly until: Day
  /** The first day of the financial year that the span begins in. */
  readonly yearFrom: Day
  readonly yearUntil: Day
  readonly currency: string
  readonly chart: string
}

interface Standing {
  readonly mode: string
  readonly currency: string
  readonly chart: string
  readonly starts_on: Day | null
  readonly ends_on: Day | null
}

/** The days asked for, else the financial year of today. */
export async function spanOf(view: View, input: { from?: Day | undefined; until?: Day | undefined }): Promise<Span> {
  const about = input.from ?? input.until ?? view.today
  const { rows } = await sql<Standing>`
    select s.mode, s.currency, s.chart, y.starts_on, y.ends_on from ledger.settings s
    left join lateral (select starts_on, ends_on from ledger.fiscal_year y where y.organisation_id = s.organisation_id and y.starts_on <= ${about}
      order by y.starts_on desc limit 1) y on true
    where s.organisation_id = ${view.office.id}`.execute(view.db())
  const [standing] = rows
  if (standing?.mode !== 'books') return view.refuse(booksNotKept)
  const { starts_on, ends_on, currency, chart } = standing
  const yearFrom = starts_on ?? about.with({ month: 1, day: 1 })
  const yearUntil =
    ends_on && Temporal.PlainDate.compare(ends_on, about) >= 0 ? ends_on : about.with({ month: 12, day: 31 })
  const from = input.from ?? yearFrom
  const until = input.until ?? (Temporal.PlainDate.compare(yearUntil, from) < 0 ? from : yearUntil)
  return { from, until, yearFrom, yearUntil, currency, chart }
}

interface Row {
  readonly account: string
  readonly name: string
  readonly account_type: AccountType
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly unclosed: bigint
}

const sumsFrom = (row: Row): AccountSums => ({
  account: row.account,
  name: row.name,
  type: row.account_type,
  opening: row.opening,
  debit: row.debit,
  credit: row.credit,
})

interface Bounds {
  readonly from_month: Day | null
  readonly first_month: Day | null
  readonly last_month: Day | null
  readonly last_end: Day | null
}

/** Which months lie wholly in a span, and which month its first day is in. */
async function boundsOf(view: View, { from, until }: Span): Promise<Bounds> {
  const { rows } = await sql<Bounds>`
    select max(starts_on) filter (where starts_on <= ${from}) as from_month, min(starts_on) filter (where starts_on >= ${from}) as first_month,
      max(starts_on) filter (where ends_on <= ${until}) as last_month, max(ends_on) filter (where ends_on <= ${until}) as last_end
    from ledger.period where organisation_id = ${view.office.id}`.execute(view.db())
  return rows[0]!
}

const before = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0
const earlier = (a: Day, b: Day): Day => (before(a, b) ? a : b)
const later = (a: Day, b: Day): Day => (before(a, b) ? b : a)

/** The days of a span that no whole month covers, and those of its first month before it: what must be read line by line. */
function endsOf({ from, until }: Span, bounds: Bounds): { from: Day; until: Day }[] {
  const { from_month: month, first_month: first, last_end: lastEnd } = bounds
  const head = { from: month ?? from, until: first ? earlier(first.subtract({ days: 1 }), until) : until }
  const ends = month && month.equals(from) ? [] : [head]
  if (first) ends.push({ from: lastEnd ? later(lastEnd.add({ days: 1 }), first) : first, until })
  return ends.filter(end => !before(end.until, end.from))
}

export interface Figures {
  readonly sums: readonly AccountSums[]
  /** What income and costs of years before have come to without having been closed: it stands on no account of this year. */
  readonly unclosed: bigint
}

export const accountSums = async (view: View, span: Span, narrowed: Narrowed = {}): Promise<readonly AccountSums[]> =>
  (await accountFigures(view, span, narrowed)).sums

const isWholeYear = ({ from, until, yearFrom, yearUntil }: Span): boolean =>
  from.equals(yearFrom) && until.equals(yearUntil)

/** A whole year: a row for each account, less what closing it made. */
const yearParts = (office: string, { from, until }: Span): RawBuilder<unknown>[] => [
  sql`
      select y.account, 0, 0, 0, y.debit_minor, y.credit_minor from ledger.year_balance y
      where y.organisation_id = ${office} and y.starts_on = ${from}`,
  sql`
      select b.account, 0, 0, 0, -greatest(b.closing_minor, 0), -greatest(-b.closing_minor, 0) from ledger.balance b
      where b.organisation_id = ${office} and b.period_on between ${from} and ${until} and b.closing_minor <> 0`,
]

/** Any span: its whole months, what its year had before it, and the postings of the days that no whole month covers. */
async function monthParts(view: View, span: Span): Promise<RawBuilder<unknown>[]> {
  const { from, until, yearFrom } = span
  const office = view.office.id
  const bounds = await boundsOf(view, span)
  const month = bounds.from_month ?? from
  const first = bounds.first_month ?? until.add({ days: 1 })
  const last = bounds.last_month ?? from.subtract({ days: 1 })
  const months = sql`
      select b.account, 0, coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.period_on < ${month}), 0),
        coalesce(sum(b.closing_minor) filter (where b.period_on < ${month}), 0),
        coalesce(sum(b.debit_minor - greatest(b.closing_minor, 0)) filter (where b.period_on between ${first} and ${last}), 0),
        coalesce(sum(b.credit_minor - greatest(-b.closing_minor, 0)) filter (where b.period_on between ${first} and ${last}), 0)
      from ledger.balance b where b.organisation_id = ${office} and b.period_on >= ${yearFrom} and b.period_on <= ${until} group by b.account`
  const ends = endsOf(span, bounds).map(
    end => sql`
      select p.account, 0, coalesce(sum(p.amount_minor) filter (where p.posted_on < ${from}), 0), 0,
        coalesce(sum(p.amount_minor) filter (where p.posted_on >= ${from} and p.amount_minor > 0), 0),
        coalesce(-sum(p.amount_minor) filter (where p.posted_on >= ${from} and p.amount_minor < 0), 0)
      from ledger.posting p where p.organisation_id = ${office} and p.posted_on between ${end.from} and ${end.until} group by p.account`,
  )
  return [months, ...ends]
}

/** Accounts with anything on them, in the order of their numbers; what closing a year books is no movement of it. */
export async function accountFigures(view: View, span: Span, narrowed: Narrowed = {}): Promise<Figures> {
  if (narrowed.dimension && narrowed.value)
    return { sums: await narrowedSums(view, span, narrowed.dimension, narrowed.value), unclosed: 0n }
  const { from, yearFrom } = span
  const office = view.office.id
  const past = sql`
      select y.account, sum(y.debit_minor - y.credit_minor), 0, 0, 0, 0 from ledger.year_balance y
      where y.organisation_id = ${office} and y.starts_on < ${yearFrom} group by y.account`
  const carried = sql`
      select p.account, 0, sum(p.amount_minor), 0, -sum(greatest(p.amount_minor, 0)), sum(least(p.amount_minor, 0))
      from ledger.entry e join ledger.posting p on p.organisation_id = e.organisation_id and p.entry_id = e.id
      where e.organisation_id = ${office} and e.posted_on = ${from} and e.book = 'opening' group by p.account`
  const own = isWholeYear(span) ? yearParts(office, span) : await monthParts(view, span)
  const parts = [past, ...own, ...(from.equals(yearFrom) ? [carried] : [])]
  // past: years before; earlier: this year before the span, closed of it: what closing took; the rest is the span's own
  const { rows } = await sql<Row>`
    with parts (account, past, earlier, closed, debit, credit) as (
${sql.join(
  parts,
  sql`
      union all`,
)}),
    sums as (
      select p.account, a.name, a.account_type, a.account_type in ('income', 'cost') as is_result, sum(p.past) as past, sum(p.earlier) as earlier,
        sum(p.closed) as closed, sum(p.debit)::bigint as debit, sum(p.credit)::bigint as credit
      from parts p join ledger.account a on a.organisation_id = ${office} and a.number = p.account group by p.account, a.name, a.account_type),
    told as (
      select account, name, account_type, (case when is_result then earlier - closed else past + earlier end)::bigint as opening, debit, credit,
        (select coalesce(sum(past) filter (where is_result), 0) from sums)::bigint as unclosed
      from sums)
    select * from told where opening <> 0 or debit <> 0 or credit <> 0 order by account collate "C"`.execute(view.db())
  return { sums: rows.map(sumsFrom), unclosed: rows[0]?.unclosed ?? 0n }
}

/** The same of one value of a dimension, from the postings themselves. */
async function narrowedSums(
  view: View,
  { from, until, yearFrom }: Span,
  dimension: string,
  value: string,
): Promise<AccountSums[]> {
  const { rows } = await sql<Row>`
    select a.number as account, a.name, a.account_type, s.opening::bigint, s.debit::bigint, s.credit::bigint from (
      select p.account,
        coalesce(sum(p.amount_minor) filter (where p.posted_on < ${from}
          and (x.account_type not in ('income', 'cost') or p.posted_on >= ${yearFrom})), 0) as opening,
        coalesce(sum(p.amount_minor) filter (where p.posted_on >= ${from} and p.amount_minor > 0), 0) as debit,
        coalesce(-sum(p.amount_minor) filter (where p.posted_on >= ${from} and p.amount_minor < 0), 0) as credit
      from ledger.posting p
      join ledger.account x on x.organisation_id = p.organisation_id and x.number = p.account
      join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id and e.book <> 'closing'
      where p.organisation_id = ${view.office.id} and p.posted_on <= ${until} and p.dimensions ->> ${dimension} = ${value}
      group by p.account) s
    join ledger.account a on a.organisation_id = ${view.office.id} and a.number = s.account
    where s.opening <> 0 or s.debit <> 0 or s.credit <> 0 order by a.number collate "C"`.execute(view.db())
  return rows.map(sumsFrom)
}

export const isResult = (type: AccountType): boolean => type === 'income' || type === 'cost'
export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n)

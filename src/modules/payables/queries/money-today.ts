import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { Money } from '../../../kernel/money.ts'
import { moneyOf } from '../bill-row.ts'
import * as c from '../contract.ts'
import { dayOf } from '../rhythm.ts'
import { billColumns, boxOf, fromBills, lineOf, mineOf, openStates, type Seen } from './bills.ts'

/** Lines on the page of the day; the rest is one click away. */
const mostShown = 8

const open = sql`b.state = any(${[...openStates]}::text[])`

async function some(view: View, condition: RawBuilder<unknown>) {
  const { rows } = await sql<Seen>`
    select ${billColumns(view)} ${fromBills(view)} where ${open} and ${condition}
    order by b.due_on, r.id limit ${mostShown}`.execute(view.db())
  return rows.map(row => lineOf(view, row))
}

interface SumRow {
  readonly currency: string
  readonly count: number
  readonly minor: bigint
}

/** How many, and over how much in each currency. */
async function sumOf(view: View, conditions: readonly RawBuilder<unknown>[]) {
  const { rows } = await sql<SumRow>`
    select b.currency, count(*)::int as count,
      sum(case when b.kind = 'credit-note' then -b.remaining_minor else b.remaining_minor end)::bigint as minor
    ${fromBills(view)} where ${sql.join(conditions, sql` and `)}
    group by b.currency order by b.currency <> ${view.office.currency}, count(*) desc, b.currency`.execute(view.db())
  return {
    count: rows.reduce((all, { count }) => all + count, 0),
    sums: rows.map(({ minor, currency }) => moneyOf(minor, currency)),
  }
}

/** Bills that agreements let expect and that have not come. */
async function missingBills(view: View) {
  const { rows } = await sql<{ id: string; title: string; on_day: Temporal.PlainDate }>`
    select r.id, r.title, a.next_on as on_day from ${visibleRecords(view, 'agreement').selectAll()} r
    join payables.agreement a on a.organisation_id = ${view.office.id} and a.id = r.id
    where a.state = 'running' and a.next_on + a.slack_days < ${view.today}::date order by a.next_on, r.id limit ${mostShown}`.execute(
    view.db(),
  )
  return rows.map(row => ({ id: row.id, title: row.title, on: row.on_day }))
}

export const moneyTodayBody = implementQuery(c.moneyToday, async view => {
  const week = view.today.add({ days: 7 - view.today.dayOfWeek })
  const payable = sql`b.state in ('approved', 'part-paid') and b.hold is null and not b.stopped`
  return {
    mine: await some(view, mineOf(view)),
    toCode: await sumOf(view, [sql`b.state = 'to-code'`]),
    toApprove: await sumOf(view, [sql`b.state = 'to-approve'`]),
    kept: await sumOf(view, boxOf(view, 'kept')),
    late: await sumOf(view, boxOf(view, 'late')),
    thisWeek: await sumOf(view, [payable, sql`b.due_on <= ${week}::date`]),
    missing: await missingBills(view),
    nextDue: await some(view, sql`${payable} and b.due_on >= ${view.today.subtract({ days: 60 })}::date`),
  }
})

interface DayRow {
  readonly on_day: Temporal.PlainDate
  readonly currency: string
  readonly minor: bigint
  readonly count: number
}

interface Running {
  readonly next_on: Temporal.PlainDate
  readonly first_on: Temporal.PlainDate
  readonly every_months: number
  readonly come: number
  readonly ends_on: Temporal.PlainDate | null
  readonly usual: bigint
}

/** Bills that agreements let expect until a day, at the middle of what is usual; one that is missing is expected today. */
async function expectedUntil(view: View, until: Temporal.PlainDate): Promise<{ on: string; minor: bigint }[]> {
  const { rows } = await sql<Running>`
    select a.next_on, a.first_on, a.every_months, a.come, a.ends_on, (a.usual_from_minor + a.usual_to_minor) / 2 as usual
    from ${visibleRecords(view, 'agreement').selectAll()} r
    join payables.agreement a on a.organisation_id = ${view.office.id} and a.id = r.id
    where a.state = 'running' and a.currency = ${view.office.currency} and a.next_on <= ${until}::date`.execute(
    view.db(),
  )
  const { compare } = Temporal.PlainDate
  return rows.flatMap(row => {
    const days: { on: string; minor: bigint }[] = []
    for (let n = row.come, on = row.next_on; compare(on, until) <= 0; on = dayOf(row.first_on, row.every_months, ++n)) {
      if (row.ends_on && compare(on, row.ends_on) > 0) break
      days.push({ on: `${compare(on, view.today) < 0 ? view.today : on}`, minor: row.usual })
    }
    return days
  })
}

interface Held {
  readonly minor: bigint
  readonly on_day: Temporal.PlainDate
}

/** What the bank accounts that one may see hold by the bank's own word; as old as the oldest of them. */
async function heldInBank(view: View): Promise<{ amount: Money; on: Temporal.PlainDate } | null> {
  const { rows } = await sql<Held>`
    select sum(b.balance_minor)::bigint as minor, min(b.balance_on) as on_day
    from ${visibleRecords(view, 'bank-account').selectAll()} r
    join banking.account_balance_fact b on b.organisation_id = ${view.office.id} and b.account_id = r.id
    where not b.is_closed and b.currency = ${view.office.currency} and b.balance_minor is not null having count(*) > 0`.execute(
    view.db(),
  )
  const [held] = rows
  return held ? { amount: moneyOf(held.minor, view.office.currency), on: held.on_day } : null
}

/** What goes out by day; what is late goes out today. */
export const cashAheadBody = implementQuery(c.cashAhead, async (view, { days }) => {
  const until = view.today.add({ days })
  const { rows } = await sql<DayRow>`
    select greatest(b.due_on, ${view.today}::date) as on_day, b.currency, count(*)::int as count,
      sum(case when b.kind = 'credit-note' then -b.remaining_minor else b.remaining_minor end)::bigint as minor
    ${fromBills(view)} where ${open} and b.due_on <= ${until}::date group by 1, 2 order by 1`.execute(view.db())
  const { currency } = view.office
  const byDay = new Map<string, { bills: bigint; expected: bigint; count: number }>()
  const at = (on: string) => {
    const day = byDay.get(on) ?? { bills: 0n, expected: 0n, count: 0 }
    byDay.set(on, day)
    return day
  }
  for (const row of rows.filter(one => one.currency === currency)) {
    const day = at(`${row.on_day}`)
    day.bills += row.minor
    day.count += row.count
  }
  for (const { on, minor } of await expectedUntil(view, until)) at(on).expected += minor
  const others = Map.groupBy(
    rows.filter(row => row.currency !== currency),
    row => row.currency,
  )
  const balance = await heldInBank(view)
  let sum = 0n
  const ahead = [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, day]) => {
      sum += day.bills + day.expected
      return {
        on: Temporal.PlainDate.from(on),
        bills: moneyOf(day.bills, currency),
        expected: moneyOf(day.expected, currency),
        count: day.count,
        sum: moneyOf(sum, currency),
        left: balance && moneyOf(balance.amount.minor - sum, currency),
      }
    })
  return {
    currency,
    balance,
    shortOn: ahead.find(({ left }) => left !== null && left.minor < 0n)?.on ?? null,
    rows: ahead,
    others: [...others].map(([other, of]) =>
      moneyOf(
        of.reduce((all, { minor }) => all + minor, 0n),
        other,
      ),
    ),
  }
})

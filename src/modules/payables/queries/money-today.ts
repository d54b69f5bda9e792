import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { moneyOf } from '../bill-row.ts'
import * as c from '../contract.ts'
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
    group by b.currency order by count(*) desc, b.currency`.execute(view.db())
  return {
    count: rows.reduce((all, { count }) => all + count, 0),
    sums: rows.map(({ minor, currency }) => moneyOf(minor, currency)),
  }
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
    nextDue: await some(view, sql`${payable} and b.due_on >= ${view.today.subtract({ days: 60 })}::date`),
  }
})

interface DayRow {
  readonly on_day: Temporal.PlainDate
  readonly currency: string
  readonly minor: bigint
  readonly count: number
}

/** What goes out by day; what is late goes out today. */
export const cashAheadBody = implementQuery(c.cashAhead, async (view, { days }) => {
  const until = view.today.add({ days })
  const { rows } = await sql<DayRow>`
    select greatest(b.due_on, ${view.today}::date) as on_day, b.currency, count(*)::int as count,
      sum(case when b.kind = 'credit-note' then -b.remaining_minor else b.remaining_minor end)::bigint as minor
    ${fromBills(view)} where ${open} and b.due_on <= ${until}::date group by 1, 2 order by 1`.execute(view.db())
  const { currency } = view.office
  const home = rows.filter(row => row.currency === currency)
  const others = Map.groupBy(
    rows.filter(row => row.currency !== currency),
    row => row.currency,
  )
  let sum = 0n
  return {
    currency,
    rows: home.map(row => {
      sum += row.minor
      return {
        on: row.on_day,
        bills: moneyOf(row.minor, currency),
        expected: moneyOf(0n, currency),
        count: row.count,
        sum: moneyOf(sum, currency),
      }
    }),
    others: [...others].map(([other, of]) =>
      moneyOf(
        of.reduce((all, { minor }) => all + minor, 0n),
        other,
      ),
    ),
  }
})

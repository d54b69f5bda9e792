/** Trial balance, income statement and balance sheet: one reading of the sums each. */
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import * as c from '../contract/report-queries.ts'
import { type AccountSums, accountFigures, accountSums, isResult, type Span, spanOf, sum } from './figures.ts'
import { groupOf } from './groups.ts'

const moneyIn =
  (currency: string) =>
  (minor: bigint): Money => ({ minor, currency })

export const getTrialBalanceBody = implementQuery(c.getTrialBalance, async (view, input) => {
  const span = await spanOf(view, input)
  const { sums, unclosed } = await accountFigures(view, span, input)
  const money = moneyIn(span.currency)
  const rows = sums.map(one => ({
    account: one.account,
    name: one.name,
    accountType: one.type,
    opening: money(one.opening),
    debit: money(one.debit),
    credit: money(one.credit),
    closing: money(one.opening + one.debit - one.credit),
  }))
  const total = (key: 'opening' | 'debit' | 'credit' | 'closing'): bigint => sum(rows.map(row => row[key].minor))
  return {
    from: span.from,
    until: span.until,
    currency: span.currency,
    rows,
    unclosed: money(unclosed),
    totals: {
      opening: money(total('opening') + unclosed),
      debit: money(total('debit')),
      credit: money(total('credit')),
      closing: money(total('closing') + unclosed),
    },
  }
})

interface Figure {
  readonly account: string
  readonly name: string
  readonly type: AccountSums['type']
  readonly amount: bigint
  readonly before: bigint | null
}

/** The sections in the order of the statement, each with its accounts. */
function sections(figures: readonly Figure[], chart: string, money: (minor: bigint) => Money) {
  const groups = Map.groupBy(figures, one => groupOf(chart, one.account, one.type))
  return c.statementGroups.flatMap(group => {
    const own = groups.get(group)
    if (!own) return []
    const before = own.some(one => one.before !== null) ? money(sum(own.map(one => one.before ?? 0n))) : null
    return [
      {
        group,
        rows: own.map(one => ({
          account: one.account,
          name: one.name,
          amount: money(one.amount),
          before: one.before === null ? null : money(one.before),
        })),
        amount: money(sum(own.map(one => one.amount))),
        before,
      },
    ]
  })
}

/** Two readings of accounts side by side, in the order of their numbers. */
function beside(now: ReadonlyMap<string, Figure>, then: ReadonlyMap<string, Figure> | null): Figure[] {
  const numbers = [...new Set([...now.keys(), ...(then?.keys() ?? [])])].sort()
  return numbers.map(number => {
    const one = (now.get(number) ?? then?.get(number))!
    return { ...one, amount: now.get(number)?.amount ?? 0n, before: then ? (then.get(number)?.amount ?? 0n) : null }
  })
}

const movedIn = (sums: readonly AccountSums[]): ReadonlyMap<string, Figure> =>
  new Map(
    sums
      .filter(one => isResult(one.type) && one.debit !== one.credit)
      .map(one => [
        one.account,
        { account: one.account, name: one.name, type: one.type, amount: one.credit - one.debit, before: null },
      ]),
  )

export const getIncomeStatementBody = implementQuery(c.getIncomeStatement, async (view, input) => {
  const span = await spanOf(view, input)
  const now = movedIn(await accountSums(view, span, input))
  const beforeSpan = yearEarlier(span)
  const then = movedIn(await accountSums(view, beforeSpan, input))
  const money = moneyIn(span.currency)
  const all = sections(beside(now, then.size > 0 ? then : null), span.chart, money)
  // what only moves the year's result between accounts is no part of it
  const counted = all.filter(one => one.group !== 'result')
  return {
    from: span.from,
    until: span.until,
    currency: span.currency,
    beforeFrom: beforeSpan.from,
    beforeUntil: beforeSpan.until,
    sections: all,
    result: money(sum(counted.map(one => one.amount.minor))),
    resultBefore: then.size > 0 ? money(sum(counted.map(one => one.before?.minor ?? 0n))) : null,
  }
})

/** The same days a year before; the last of February stays the last. */
function yearEarlier(span: Span): Span {
  const back = (day: Temporal.PlainDate): Temporal.PlainDate => {
    const earlier = day.subtract({ years: 1 })
    return day.day === day.daysInMonth ? earlier.with({ day: earlier.daysInMonth }) : earlier
  }
  return {
    ...span,
    from: back(span.from),
    until: back(span.until),
    yearFrom: back(span.yearFrom),
    yearUntil: back(span.yearUntil),
  }
}

async function standingOn(
  view: View,
  span: Span,
  sign: (one: AccountSums) => bigint,
): Promise<{ figures: Map<string, Figure>; result: bigint }> {
  const { sums, unclosed } = await accountFigures(view, span)
  const figures = new Map<string, Figure>()
  let result = -unclosed
  for (const one of sums) {
    const amount = one.opening + one.debit - one.credit
    if (isResult(one.type)) result -= amount
    else if (amount !== 0n)
      figures.set(one.account, {
        account: one.account,
        name: one.name,
        type: one.type,
        amount: amount * sign(one),
        before: null,
      })
  }
  return { figures, result }
}

export const getBalanceSheetBody = implementQuery(c.getBalanceSheet, async (view, input) => {
  const year = await spanOf(view, { from: input.on ?? view.today })
  const on = input.on ?? year.yearUntil
  const span = { ...year, from: year.yearFrom, until: on }
  const sign = (one: AccountSums): bigint => (one.type === 'asset' ? 1n : -1n)
  const now = await standingOn(view, span, sign)
  const opened = await openingOf(view, span, sign)
  const money = moneyIn(span.currency)
  const has = opened.figures.size > 0
  const figures = beside(now.figures, has ? opened.figures : null)
  const assets = sections(
    figures.filter(one => one.type === 'asset'),
    span.chart,
    money,
  )
  const debts = sections(
    figures.filter(one => one.type !== 'asset'),
    span.chart,
    money,
  )
  const total = (list: typeof assets): bigint => sum(list.map(one => one.amount.minor))
  const totalBefore = (list: typeof assets): bigint => sum(list.map(one => one.before?.minor ?? 0n))
  return {
    on,
    yearFrom: span.yearFrom,
    currency: span.currency,
    assets,
    debts,
    result: money(now.result),
    resultBefore: has ? money(opened.result) : null,
    totalAssets: money(total(assets)),
    totalAssetsBefore: has ? money(totalBefore(assets)) : null,
    totalDebts: money(total(debts) + now.result),
    totalDebtsBefore: has ? money(totalBefore(debts) + opened.result) : null,
  }
})

/** What stood when the year began. */
async function openingOf(
  view: View,
  span: Span,
  sign: (one: AccountSums) => bigint,
): Promise<{ figures: Map<string, Figure>; result: bigint }> {
  const { sums, unclosed } = await accountFigures(view, { ...span, until: span.yearFrom })
  const figures = new Map<string, Figure>()
  for (const one of sums)
    if (!isResult(one.type) && one.opening !== 0n)
      figures.set(one.account, {
        account: one.account,
        name: one.name,
        type: one.type,
        amount: one.opening * sign(one),
        before: null,
      })
  return { figures, result: -unclosed }
}

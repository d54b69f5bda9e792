/** The rules that hold on a day: what the office laid down, else what Kontor begins with. */
import type { Selectable } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { LimitPer, RateOf } from './contract/shapes.ts'
import { standardRates } from './standard-rates.ts'
import type { CategoryRuleTable, ExpensesTables, PolicyTable, RateTable } from './tables.ts'
import type { Reader } from './rows.ts'

export interface Policy {
  readonly fromOn: Temporal.PlainDate | null
  readonly receiptAbove: Money
  readonly handInDays: number
  readonly weekends: boolean
  readonly alcohol: boolean
  readonly fourEyes: boolean
}

export interface CategoryRule {
  readonly account: string | null
  readonly vatCode: string | null
  readonly limit: Money | null
  readonly per: LimitPer
  readonly withParticipants: boolean
}

export interface Rate {
  readonly rate: string
  readonly fromOn: Temporal.PlainDate
  readonly source: string | null
}

export interface Rules {
  policyOn(day: Temporal.PlainDate): Policy
  ruleOn(category: string, day: Temporal.PlainDate): CategoryRule
  rateOn(what: RateOf, country: string, day: Temporal.PlainDate): Rate | null
  /** Every kind of rate that is known, each as it holds on a day. */
  ratesOn(day: Temporal.PlainDate): { what: RateOf; country: string; rate: Rate }[]
}

/** Rates of VAT in force, in percent; as of 2026, check: SE lowers food to 6 from April 2026. */
const vatRates: Readonly<Record<string, readonly number[]>> = {
  SE: [25, 12, 6],
  NO: [25, 15, 12],
  NL: [21, 9],
  RO: [21, 19, 11, 9, 5],
  PT: [23, 13, 6, 22, 12, 5, 4],
  GB: [20, 5],
  IE: [23, 13.5, 9],
}
export const vatRatesOf = (country: string): readonly number[] => vatRates[country] ?? []

/** The newest that had begun by a day. */
const holding = <T extends { readonly from_on: Temporal.PlainDate }>(rows: readonly T[], day: Temporal.PlainDate) =>
  rows
    .filter(row => Temporal.PlainDate.compare(row.from_on, day) <= 0)
    .reduce<T | undefined>(
      (best, row) => (best && Temporal.PlainDate.compare(best.from_on, row.from_on) > 0 ? best : row),
      undefined,
    )

export async function rulesOf(at: Reader): Promise<Rules> {
  const db = at.db<ExpensesTables>()
  const { id, country, currency } = at.office
  const policies = await db.selectFrom('expenses.policy').selectAll().where('organisation_id', '=', id).execute()
  const categories = await db
    .selectFrom('expenses.category_rule')
    .selectAll()
    .where('organisation_id', '=', id)
    .execute()
  const rates = await db.selectFrom('expenses.rate').selectAll().where('organisation_id', '=', id).execute()
  return rulesFrom({ policies, categories, rates }, { country, currency })
}

const limitOf = (row: Selectable<CategoryRuleTable>): Money | null =>
  row.limit_minor === null || row.limit_currency === null
    ? null
    : { minor: row.limit_minor, currency: row.limit_currency }

interface Kept {
  readonly policies: readonly Selectable<PolicyTable>[]
  readonly categories: readonly Selectable<CategoryRuleTable>[]
  readonly rates: readonly Selectable<RateTable>[]
}

export function rulesFrom(kept: Kept, office: Pick<Standing['office'], 'country' | 'currency'>): Rules {
  const rateOn = (what: RateOf, country: string, day: Temporal.PlainDate): Rate | null => {
    const own = holding(
      kept.rates.filter(row => row.what === what && row.country === country),
      day,
    )
    if (own) return { rate: own.rate, fromOn: own.from_on, source: null }
    const known = standardRates
      .filter(row => row.office === office.country && row.what === what && row.country === country)
      .map(row => ({ ...row, from_on: Temporal.PlainDate.from(row.fromOn) }))
    const standard = holding(known, day)
    return standard ? { rate: standard.rate, fromOn: standard.from_on, source: standard.source } : null
  }
  return {
    policyOn(day) {
      const row = holding(kept.policies, day)
      return row
        ? {
            fromOn: row.from_on,
            receiptAbove: { minor: row.receipt_above_minor, currency: row.currency },
            handInDays: row.hand_in_days,
            weekends: row.weekends,
            alcohol: row.alcohol,
            fourEyes: row.four_eyes,
          }
        : {
            fromOn: null,
            receiptAbove: { minor: 0n, currency: office.currency },
            handInDays: 60,
            weekends: true,
            alcohol: false,
            fourEyes: true,
          }
    },
    ruleOn(category, day) {
      const row = holding(
        kept.categories.filter(one => one.category === category),
        day,
      )
      return {
        account: row?.account ?? null,
        vatCode: row?.vat_code ?? null,
        limit: row ? limitOf(row) : null,
        per: row?.per ?? 'receipt',
        withParticipants: row?.participants ?? category === 'representation',
      }
    },
    rateOn,
    ratesOn(day) {
      const keys = new Map<string, readonly [RateOf, string]>()
      for (const { what, country } of [...standardRates.filter(row => row.office === office.country), ...kept.rates])
        keys.set(`${what} ${country}`, [what, country])
      return [...keys.values()].flatMap(([what, country]) => {
        const rate = rateOn(what, country, day)
        return rate ? [{ what, country, rate }] : []
      })
    },
  }
}

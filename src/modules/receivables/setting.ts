/** What stands on every paper of the office, as it is set, with what is usual in its country where it is not. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Standing } from '../../kernel/implement.ts'
import { type Money, moneyFromDecimal } from '../../kernel/money.ts'
import type { setInvoicing } from './contract.ts'
import type { RateFrom } from './interest.ts'

/** The setting as it is kept: on the wire's terms. */
export type SettingFacts = z.input<(typeof setInvoicing)['input']>
type Reading = Pick<Standing, 'office'> & { db(): unknown }

export interface Setting extends Omit<SettingFacts, 'reminderFee' | 'interestRates'> {
  readonly paymentDays: number
  readonly quoteDays: number
  readonly referenceWay: 'none' | 'ocr' | 'kid' | 'rf'
  readonly wholeUnits: boolean
  readonly foot: string
  readonly reminderAfterDays: number
  readonly reminderEveryDays: number
  readonly feeFromStep: number
  readonly reminderFee: Money | null
  readonly interestRates: readonly RateFrom[]
}

const references: Readonly<Record<string, Setting['referenceWay']>> = { SE: 'ocr', NO: 'kid' }
/** Sweden: förordning (1981:1057), 60 kronor for a reminder. Elsewhere the office says. */
const fees: Readonly<Record<string, { amount: string; currency: string }>> = {
  SE: { amount: '60.00', currency: 'SEK' },
}

export async function keptFacts(at: Reading): Promise<SettingFacts> {
  const { rows } = await sql<{ facts: SettingFacts }>`
    select facts from receivables.setting where organisation_id = ${at.office.id}`.execute(at.db() as never)
  return rows[0]?.facts ?? {}
}

export async function settingOf(at: Reading): Promise<Setting> {
  const { reminderFee, interestRates, ...facts } = await keptFacts(at)
  const { country } = at.office
  const fee = reminderFee === undefined ? (fees[country] ?? null) : reminderFee
  return {
    ...facts,
    paymentDays: facts.paymentDays ?? 30,
    quoteDays: facts.quoteDays ?? 30,
    referenceWay: facts.referenceWay ?? references[country] ?? 'none',
    wholeUnits: facts.wholeUnits ?? false,
    foot: facts.foot ?? '',
    reminderAfterDays: facts.reminderAfterDays ?? 5,
    reminderEveryDays: facts.reminderEveryDays ?? 14,
    feeFromStep: facts.feeFromStep ?? 1,
    reminderFee: fee && moneyFromDecimal(fee.amount, fee.currency),
    interestRates: (interestRates ?? []).map(({ fromOn, percent }) => ({
      fromOn: Temporal.PlainDate.from(fromOn),
      percent,
    })),
  }
}

/** The yearly rate of interest on a day; null before the first that is set. */
export function rateOn(rates: readonly RateFrom[], on: Temporal.PlainDate): string | null {
  const ordered = rates.toSorted((a, b) => Temporal.PlainDate.compare(a.fromOn, b.fromOn))
  return ordered.findLast(rate => Temporal.PlainDate.compare(rate.fromOn, on) <= 0)?.percent ?? null
}

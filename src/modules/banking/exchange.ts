/** Money that is paid in one currency from an account in another: what it is worth, and how that is shared out. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { minorDigits, type Money } from '../../kernel/money.ts'
import { type Reading, dbOf } from './account-row.ts'
import { rateMissing } from './contract.ts'

/** The currency in which the office's books are kept; null where they are kept elsewhere. */
export async function booksCurrency(at: Reading): Promise<string | null> {
  const { rows } = await sql<{ currency: string }>`
    select currency from ledger.settings_fact where organisation_id = ${at.office.id} and mode = 'books'`.execute(
    dbOf(at),
  )
  return rows[0]?.currency ?? null
}

/** Whether a bank account pays in a currency: its own, or another where one of the two is that of the books. */
export async function paysIn(at: Reading, account: { readonly currency: string }, currency: string): Promise<boolean> {
  if (account.currency === currency) return true
  const books = await booksCurrency(at)
  return books === null || books === account.currency || books === currency
}

/** What one unit of these currencies is worth in the books on a day, as ten-thousand-millionths; the books' own is one. */
export async function ratesOn(
  at: Reading,
  currencies: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, bigint>> {
  const books = (await booksCurrency(at)) ?? at.office.currency
  const { rows } = await sql<{ currency: string; rate: string }>`
    select distinct on (currency) currency, (rate * 10000000000)::bigint::text as rate from ledger.rate_fact
    where organisation_id = ${at.office.id} and currency = any(${[...new Set(currencies)]}::text[]) and rate_on <= ${on}
    order by currency, rate_on desc`.execute(dbOf(at))
  return new Map([[books, unit], ...rows.map(row => [row.currency, BigInt(row.rate)] as const)])
}

const unit = 10_000_000_000n

const nearest = (dividend: bigint, divisor: bigint): bigint => {
  const half = divisor / 2n
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor
}

/** An amount in another currency, by the rates of a day; null where one of them is not known. */
export function exchanged({ minor, currency }: Money, into: string, rates: ReadonlyMap<string, bigint>): bigint | null {
  if (currency === into) return minor
  const [from, to] = [rates.get(currency), rates.get(into)]
  if (!from || !to) return null
  const shift = minorDigits(into) - minorDigits(currency)
  const [times, over] = shift >= 0 ? [10n ** BigInt(shift), 1n] : [1n, 10n ** BigInt(-shift)]
  return nearest(minor * from * times, to * over)
}

/** What a payment takes from an account in another currency, by the rate of a day. */
export async function takenFrom(act: Act, account: string, amount: Money, on: Temporal.PlainDate): Promise<bigint> {
  const rates = await ratesOn(act, [account, amount.currency], on)
  return (
    exchanged(amount, account, rates) ??
    act.refuse(rateMissing, { currency: rates.has(amount.currency) ? account : amount.currency, on: String(on) })
  )
}

/** A sum shared out as the parts stand to their whole; what rounding leaves goes to the last. */
export function sharedOut(sum: bigint, parts: readonly bigint[]): bigint[] {
  const whole = parts.reduce((all, part) => all + part, 0n)
  if (whole === 0n) return parts.map((_part, index) => (index === parts.length - 1 ? sum : 0n))
  const sign = whole < 0n ? -1n : 1n
  const shares = parts.map(part => nearest(sum * part * sign, whole * sign))
  const rest = sum - shares.reduce((all, share) => all + share, 0n)
  return shares.map((share, index) => (index === shares.length - 1 ? share + rest : share))
}

/** What the items of a payment, and the discounts of them, are worth together `sum`. */
export interface ItemWorth {
  readonly paid: bigint
  readonly discount: bigint
}
export function worthOfItems(
  items: readonly { readonly amount_minor: bigint; readonly discount_minor: bigint }[],
  sum: bigint,
): ItemWorth[] {
  const whole = items.reduce((all, one) => all + one.amount_minor - one.discount_minor, 0n)
  const paid = sharedOut(
    sum,
    items.map(one => one.amount_minor - one.discount_minor),
  )
  return items.map((one, index) => ({
    paid: paid[index]!,
    discount: whole === 0n ? 0n : nearest(one.discount_minor * sum, whole),
  }))
}

/** Reckoning with decimals that are written, never with floats. */
import { minorDigits, type Money } from '../../kernel/money.ts'
import { divided } from './allowance-days.ts'

/** A decimal number as an integer over a power of ten. */
export function decimalOf(text: string): { readonly value: bigint; readonly scale: bigint } {
  const [whole = '0', fraction = ''] = text.split('.')
  return { value: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) }
}

/** An amount in another currency, by what one unit of its own costs there. */
export function converted(amount: Money, rate: string, currency: string): bigint {
  const { value, scale } = decimalOf(rate)
  const [from, to] = [10n ** BigInt(minorDigits(amount.currency)), 10n ** BigInt(minorDigits(currency))]
  return divided(amount.minor * value * to, scale * from)
}

/** Tenths of a unit times a rate: kilometres driven. */
export function distanceAmount(tenths: number, rate: string, currency: string): bigint {
  const { value, scale } = decimalOf(rate)
  return divided(BigInt(tenths) * value * 10n ** BigInt(minorDigits(currency)), scale * 10n)
}

/** A rate for one unit in minor units of the currency. */
export function minorOf(rate: string, currency: string): bigint {
  const { value, scale } = decimalOf(rate)
  return divided(value * 10n ** BigInt(minorDigits(currency)), scale)
}

export const tenthsOf = (kilometres: string): number => {
  const { value, scale } = decimalOf(kilometres)
  return Number((value * 10n) / scale)
}
export const kilometresOf = (tenths: number): string =>
  tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`

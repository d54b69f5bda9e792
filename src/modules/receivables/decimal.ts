/** What invoicing asks of exact decimals beside `src/formats/decimal.ts`: minor units, rounded as people round. */
import { type Decimal, decimal as read, times } from '../../formats/decimal.ts'

export { type Decimal, times }

/** Reads "12.5" or "-3"; throws RangeError for what is no decimal. */
export function decimal(text: string): Decimal {
  const value = read(text)
  if (!value) throw new RangeError(`not a decimal: ${text}`)
  return value
}

/** Units at a scale, rounded half away from nothing, as invoices and tax authorities round. */
export function rounded({ units, scale }: Decimal, to: number): bigint {
  if (scale <= to) return units * 10n ** BigInt(to - scale)
  return divided(units, 10n ** BigInt(scale - to))
}

/** A quotient rounded half away from nothing; the divisor is above nothing. */
export function divided(units: bigint, by: bigint): bigint {
  const magnitude = units < 0n ? -units : units
  const quotient = (2n * magnitude + by) / (2n * by)
  return units < 0n ? -quotient : quotient
}

/** Without decimals that say nothing: "12.50" is "12.5". */
export function plain(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Money is integer minor units with a currency, never a float (ISO 4217). */
export interface Money {
  readonly minor: bigint
  readonly currency: string
}

const digitsCache = new Map<string, number>()

/** How many decimals a currency has: 2 for SEK, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let digits = digitsCache.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digitsCache.set(currency, digits)
  }
  return digits
}

/** Reads a decimal string ("13980.00", "-4.5"); throws RangeError where it has more decimals than the currency. */
export function moneyFromDecimal(decimal: string, currency: string): Money {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new RangeError(`not a decimal amount: ${decimal}`)
  const digits = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) throw new RangeError(`${currency} has ${digits} decimals: ${decimal}`)
  const minor = BigInt(match[2]! + fraction.padEnd(digits, '0'))
  return { minor: match[1] ? -minor : minor, currency }
}

/** Writes the amount as a decimal string with all its decimals: 1398000 SEK is "13980.00". */
export function decimalOfMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = digits ? `.${text.slice(-digits)}` : ''
  return `${minor < 0n ? '-' : ''}${whole}${fraction}`
}

/** Adds amounts of one currency; throws RangeError when currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}

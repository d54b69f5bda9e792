/** An exact decimal number: `units` · 10^−`scale`. Nothing here ever passes through a float. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export const zero: Decimal = { units: 0n, scale: 0 }

/** xs:decimal (XML Schema part 2, 3.2.3): sign, digits, a point; no exponent, no grouping. Null for anything else. */
export function decimal(text: string): Decimal | null {
  const match = /^\s*([+-]?)(\d{0,40})(?:\.(\d{0,40}))?\s*$/.exec(text)
  if (!match || (match[2] === '' && !match[3])) return null
  const fraction = match[3] ?? ''
  const units = BigInt(`${match[2]}${fraction}`)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

export function whole(value: number | bigint): Decimal {
  return { units: BigInt(value), scale: 0 }
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.units, b.units, a.scale]
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { units: x + y, scale }
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { units: x - y, scale }
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** The quotient to 20 decimals further than the dividend has, cut; the divisor must not be zero. */
export function dividedBy(a: Decimal, b: Decimal): Decimal {
  const more = 20 + b.scale
  return { units: (a.units * 10n ** BigInt(more)) / b.units, scale: a.scale + more - b.scale }
}

export function absolute(a: Decimal): Decimal {
  return a.units < 0n ? { units: -a.units, scale: a.scale } : a
}

/** Negative, zero or positive as a − b. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function equal(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(plus, zero)
}

/** Rounded to so many decimals; a half goes towards positive infinity, as fn:round does (XPath functions, 6.4.4). */
export function round(a: Decimal, places: number): Decimal {
  if (a.scale <= places) return a
  const unit = 10n ** BigInt(a.scale - places)
  const raised = a.units * 2n + unit
  const double = unit * 2n
  const floor = raised / double - (raised < 0n && raised % double !== 0n ? 1n : 0n)
  return { units: floor, scale: places }
}

/** `-12.50`: with the decimals it has, at least `least`. */
export function decimalText(a: Decimal, least = 0): string {
  const scale = Math.max(a.scale, least)
  const units = a.units * 10n ** BigInt(scale - a.scale)
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale ? `.${digits.slice(point)}` : ''}`
}

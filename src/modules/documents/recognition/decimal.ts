/**
 * Exact decimals. Amounts on paper are held in hundredths as bigint; what an e-invoice states with more decimals is
 * kept as its digits. Nothing here ever passes through a float.
 */

/** Hundredths → `-12.50`. */
export function fromHundredths(value: bigint): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `-12.5` → hundredths, or null when it is not a plain decimal or would lose digits. */
export function toHundredths(text: string): bigint | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,10}))?$/.exec(text.trim())
  if (!match) return null
  const fraction = match[3] ?? ''
  if (/[1-9]/.test(fraction.slice(2))) return null
  const value = BigInt(match[2] ?? '0') * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  return match[1] === '-' ? -value : value
}

/** An xs:decimal as people write it: at least two decimals, further ones only where they say something. */
export function normalDecimal(text: string): string | null {
  const match = /^\s*([+-]?)0*(\d{1,20}?)(?:\.(\d{0,20}))?\s*$/.exec(text)
  if (!match) return null
  const fraction = (match[3] ?? '').replace(/0+$/, '').padEnd(2, '0')
  const zero = /^0*$/.test(match[2] ?? '') && /^0*$/.test(fraction)
  return `${match[1] === '-' && !zero ? '-' : ''}${match[2] || '0'}.${fraction}`
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** `base` times `rate` (percent in hundredths: 25 % is 2500), rounded half up, in hundredths. */
export function percentOf(base: bigint, rate: bigint): bigint {
  const product = base * rate
  const half = product < 0n ? -5000n : 5000n
  return (product + half) / 10000n
}

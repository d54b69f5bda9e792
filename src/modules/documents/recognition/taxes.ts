import type { Value } from './value.ts'

/** Tax said rate by rate and never as a whole: two or three amounts called VAT that fill what lies between net and total. */
export function sumOfTaxes(vats: readonly Value[], rest: bigint): Value | null {
  const parts = vats.filter(one => (one.weights.vat ?? 0) >= 0.4 && one.value !== 0n).slice(0, 6)
  for (const [index, first] of parts.entries()) {
    for (const [next, second] of parts.entries()) {
      if (next <= index) continue
      const third = parts.slice(next + 1).find(one => first.value + second.value + one.value === rest)
      const terms = first.value + second.value === rest ? [first, second] : third ? [first, second, third] : null
      if (terms) return joined(terms, rest)
    }
  }
  return null
}

function joined(terms: readonly Value[], value: bigint): Value {
  const vat = Math.min(...terms.map(term => term.weights.vat ?? 0))
  return { value, places: terms.flatMap(term => term.places), weights: { vat: 0.9 * vat }, columnAddsUp: false }
}

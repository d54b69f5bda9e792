import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codedFrom } from '../commands/take-lines.ts'

const decimal = (minor: bigint): string => {
  const text = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  return `${minor < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}

test('the lines of an e-invoice always add up to its sum, whatever rounding leaves; another sum is not taken over', () => {
  const line = fc.record({ minor: fc.bigInt(1n, 9_999_999n), rate: fc.constantFrom('25', '12.00', '6', '0') })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), lines => {
      // tax is computed on the sum of a rate, as the standard has it, and rounds otherwise than line by line
      const byRate = Map.groupBy(lines, ({ rate }) => rate)
      const taxes = [...byRate].map(([rate, of]) => {
        const base = of.reduce((sum, { minor }) => sum + minor, 0n)
        return (base * BigInt(Math.round(Number(rate) * 100)) + 5_000n) / 10_000n
      })
      const net = lines.reduce((sum, { minor }) => sum + minor, 0n)
      const total = taxes.reduce((sum, tax) => sum + tax, net)
      const stated = lines.map(({ minor, rate }) => ({ text: null, net: decimal(minor), rate }))
      const coded = codedFrom({ currency: 'SEK', total_minor: total }, stated)
      assert.ok(coded)
      assert.equal(
        coded.reduce((sum, one) => sum + one.net + one.vat, 0n),
        total,
      )
      assert.equal(codedFrom({ currency: 'SEK', total_minor: total + 5_000n }, stated), null)
    }),
    { numRuns: 300 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPattern, skeletonOf, standardPattern, writeNumber, yearOf } from './numbering.ts'

const day = Temporal.PlainDate.from('2026-11-24')

test('numbers are written as the pattern says', () => {
  assert.equal(writeNumber(standardPattern, day, 14n), '2026-014')
  assert.equal(writeNumber('A{yy}/{n}', day, 3n), 'A26/3')
  assert.equal(writeNumber('KS-{nn}', day, 1234n), 'KS-1234')
  assert.equal(yearOf('KS-{nn}', day), 0)
  assert.equal(yearOf('A{yy}/{n}', day), 2026)
})

test('what is no pattern is told', () => {
  for (const wrong of [
    '{yyyy}',
    '2026',
    '{n}{nn}',
    '{yyyy}{yy}{n}',
    '{x}-{n}',
    'a b {n}',
    '{nnnnnnn}',
    '{yyyy}-{n',
    `${'a'.repeat(40)}{n}`,
  ])
    assert.equal(isPattern(wrong), false, wrong)
  for (const right of [standardPattern, 'A{yy}/{n}', 'Å.{nn}_x', '{n}']) assert.equal(isPattern(right), true, right)
})

const pattern = fc
  .tuple(
    fc.constantFrom('', 'A', 'KS-', 'B/', 'x.'),
    fc.constantFrom('', '{yyyy}', '{yy}'),
    fc.constantFrom('-', '/', '.', '_'),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([mark, year, between, width]) => `${mark}${year}${between}{${'n'.repeat(width)}}`)

test('within a series and year no two numbers are alike, whatever the width', () => {
  fc.assert(
    fc.property(pattern, fc.uniqueArray(fc.bigInt({ min: 1n, max: 99_999n }), { maxLength: 50 }), (one, serials) => {
      assert.ok(isPattern(one))
      const numbers = new Set(serials.map(serial => writeNumber(one, day, serial)))
      assert.equal(numbers.size, serials.length)
      assert.ok([...numbers].every(number => !/[\s{}]/.test(number)))
    }),
  )
})

test('two series of one skeleton would write the same numbers; the width does not tell them apart', () => {
  fc.assert(
    fc.property(pattern, fc.integer({ min: 1, max: 6 }), (one, width) => {
      const other = one.replace(/\{n+\}/, `{${'n'.repeat(width)}}`)
      assert.equal(skeletonOf(other), skeletonOf(one))
      assert.equal(writeNumber(other, day, 1_234_567n), writeNumber(one, day, 1_234_567n))
    }),
  )
})

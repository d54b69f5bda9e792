import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAmount, unconfuse } from './amount.ts'
import { fromHundredths, normalDecimal, percentOf, toHundredths } from './decimal.ts'

const marks = [
  [' ', ','],
  ['.', ','],
  [',', '.'],
  ["'", '.'],
  ['\u00a0', ','],
  ['\u202f', ','],
  ['’', '.'],
  ['', ','],
  ['', '.'],
] as const

function write(value: bigint, [group, mark]: readonly [string, string]): string {
  const [whole = '', fraction = ''] = fromHundredths(value < 0n ? -value : value).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + mark + fraction
}

test('every amount comes back from every national writing, with sign and currency', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 99_999_999_999n }),
      fc.constantFrom(...marks),
      fc.constantFrom('', '€', 'EUR', 'kr', 'SEK', '$', 'RON', 'lei', '£'),
      fc.boolean(),
      fc.constantFrom('front', 'minus', 'back'),
      (value, mark, currency, before, sign) => {
        const digits = write(value, mark)
        const negative = sign !== 'front' && value > 0n
        const signed = negative ? (sign === 'minus' ? `-${digits}` : `${digits}-`) : digits
        const text =
          currency === '' ? signed : before && !signed.endsWith('-') ? `${currency} ${signed}` : `${signed} ${currency}`
        const amount = parseAmount(text)
        assert.equal(amount?.value, negative ? -value : value, text)
        assert.equal(amount?.marked, currency !== '', text)
      },
    ),
  )
})

test('what tills and printers write for whole amounts', () => {
  for (const [text, value] of [
    ['100:-', 10000n],
    ['1 250:-', 125000n],
    ['100,-', 10000n],
    ['1.250,-', 125000n],
    ['€593,36', 59336n],
    ['$-4.11', -411n],
    ['-$4.11', -411n],
    ['(12.00)', -1200n],
    ['RM12.50', 1250n],
    ['1 234:50', 123450n],
    ['12 500 kr', 1250000n],
    ['Rs 1939', 193900n],
    ['1.234.567,89', 123456789n],
  ] as const) {
    assert.equal(parseAmount(text)?.value, value, text)
  }
})

test('what is no amount', () => {
  for (const text of [
    '',
    'abc',
    '12-34',
    '1.2.3',
    '1,23,4',
    '12.34.56',
    '5%',
    '3,3333',
    '1.234,5678',
    'A12',
    '12A',
    '10:30:00',
    '1..2',
    ',',
    '530-2195',
    '2026-01-17',
    '1,2,3',
    '12.345.67',
  ])
    assert.equal(parseAmount(text), null, text)
})

test('a thousand or one and a fraction: doubted', () => {
  assert.equal(parseAmount('1.234')?.doubtful, true)
  assert.equal(parseAmount('1.234,00')?.doubtful, false)
  assert.equal(parseAmount('12,5')?.doubtful, true)
})

test('letters read as digits only where digits stand', () => {
  assert.equal(unconfuse('1O,5O'), '10,50')
  assert.equal(unconfuse('total'), null)
  assert.equal(unconfuse('12,50'), null)
})

test('hundredths and decimals go there and back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), value =>
      assert.equal(toHundredths(fromHundredths(value)), value),
    ),
  )
  assert.equal(toHundredths('1.005'), null)
  assert.equal(normalDecimal('43.2'), '43.20')
  assert.equal(normalDecimal('-0.00'), '0.00')
  assert.equal(normalDecimal('007.1250'), '7.125')
  assert.equal(normalDecimal('1e5'), null)
  assert.equal(normalDecimal('0'), '0.00')
})

test('percentages are rounded half away from nothing', () => {
  assert.equal(percentOf(99970n, 2500n), 24993n)
  assert.equal(percentOf(-485n, 1900n), -92n)
  assert.equal(percentOf(10n, 500n), 1n)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalsOf, formatAmount, formatMoney, readAmount, sumMoney } from './money.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const sek = (amount: string) => ({ amount, currency: 'SEK' })

test('money stands as on paper in its country', () => {
  assert.equal(plain(formatMoney(sek('48312.50'), 'SE')), '48 312,50 SEK')
  assert.equal(plain(formatMoney(sek('-12475.00'), 'NO')), '−12 475,00 SEK')
  assert.equal(plain(formatMoney({ amount: '1284.60', currency: 'EUR' }, 'NL')), '1.284,60 EUR')
  assert.equal(plain(formatMoney({ amount: '1284.60', currency: 'EUR' }, 'PT')), '1 284,60 EUR')
  assert.equal(plain(formatMoney({ amount: '1284.60', currency: 'GBP' }, 'GB')), '1,284.60 GBP')
  assert.equal(plain(formatMoney({ amount: '13980', currency: 'JPY' }, 'SE')), '13 980 JPY')
})

test('amounts beyond what a float holds are exact', () => {
  assert.equal(plain(formatAmount(sek('9007199254740993.07'), 'SE')), '9 007 199 254 740 993,07')
})

const typed: readonly (readonly [string, string | null])[] = [
  ['1 234,50', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1,234.50', '1234.50'],
  ["1'234.50", '1234.50'],
  ['1234', '1234.00'],
  ['1234,5', '1234.50'],
  ['-12', '-12.00'],
  ['−12,00', '-12.00'],
  ['1.234', '1234.00'],
  ['12.345.678', '12345678.00'],
  ['0,05', '0.05'],
  ['007', '7.00'],
  ['1,23,4567', null],
  ['12 kr', null],
  ['', null],
]
for (const [text, amount] of typed)
  test(`“${text}” is ${amount ?? 'no amount'}`, () => assert.equal(readAmount(text, 'SEK'), amount))

test('what is written is read back, in every country', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      fc.constantFrom('SE', 'NO', 'NL', 'RO', 'PT', 'GB'),
      fc.constantFrom('SEK', 'EUR', 'JPY'),
      (minor, country, currency) => {
        const digits = decimalsOf(currency)
        const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
        const amount = `${minor < 0n ? '-' : ''}${digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text}`
        assert.equal(readAmount(formatAmount({ amount, currency }, country), currency), amount)
      },
    ),
  )
})

test('sums are exact and by currency', () => {
  assert.deepEqual(sumMoney([sek('0.10'), sek('0.20'), { amount: '1284.60', currency: 'EUR' }, sek('-0.05')]), [
    sek('0.25'),
    { amount: '1284.60', currency: 'EUR' },
  ])
  assert.deepEqual(sumMoney([]), [])
})

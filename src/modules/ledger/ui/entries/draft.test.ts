import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VatCode } from '../words.ts'
import { decimalOf, emptyLine, linesOf, minorOfDecimal, sumsOf } from './draft.ts'

const code = (vatRate: string, vatKind: VatCode['vatKind']) => ({ vatRate, vatKind }) as VatCode
const codes = new Map([
  ['I25', code('25', 'purchase')],
  ['S13', code('13.5', 'sale')],
  ['RC', code('25', 'reverse-charge')],
])
const line = (facts: object) => ({ ...emptyLine(), ...facts })

test('tax by its code counts in the difference, reverse charge does not', () => {
  const lines = [
    line({ account: '7690 Coffee', debit: '200', vatCode: 'I25' }),
    line({ account: '6540', debit: '99,99', vatCode: 'RC' }),
    line({ account: '1930', credit: '250' }),
  ]
  assert.deepEqual(sumsOf(lines, codes, 'SEK'), { tax: 5000n, difference: 9999n, unreadable: false })
  assert.equal(sumsOf([line({ credit: '100.00', vatCode: 'S13' })], codes, 'EUR').tax, -1350n)
  assert.equal(sumsOf([line({ debit: 'abc' })], codes, 'SEK').unreadable, true)
})

test('lines become what the command takes, once two are whole', () => {
  const whole = [
    line({ account: '7690 Coffee', debit: '200', vatCode: 'I25' }),
    line({ account: '1930', credit: '250' }),
  ]
  assert.deepEqual(linesOf([...whole, emptyLine()], 'SEK'), [
    { account: '7690', amount: { amount: '200.00', currency: 'SEK' }, vatCode: 'I25' },
    { account: '1930', amount: { amount: '-250.00', currency: 'SEK' } },
  ])
  assert.equal(linesOf([whole[0]!], 'SEK'), null)
  assert.equal(linesOf([...whole, line({ account: '1910' })], 'SEK'), null)
})

test('decimals go there and back', () => {
  for (const text of ['0.00', '-0.05', '123456789012.34'])
    assert.equal(decimalOf(minorOfDecimal(text, 'SEK'), 'SEK'), text)
})

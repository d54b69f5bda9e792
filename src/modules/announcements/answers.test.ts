import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAnswer, sumOf } from './answers.ts'

const asked = (answer_kind: 'yes-no' | 'choice' | 'text' | 'number' | 'date', options: string[] = []) => ({
  answer_kind,
  options,
})

test('answers are kept as what they are, or not at all', () => {
  assert.equal(readAnswer(asked('number'), '1 234,50'), '1234.50')
  assert.equal(readAnswer(asked('number'), '1.2.3'), null)
  assert.equal(readAnswer(asked('date'), '2028-02-29'), '2028-02-29')
  assert.equal(readAnswer(asked('date'), '2027-02-29'), null)
  assert.equal(readAnswer(asked('choice', ['A', 'B']), 'B'), 'B')
  assert.equal(readAnswer(asked('choice', ['A', 'B']), 'C'), null)
  assert.equal(readAnswer(asked('yes-no'), 'yes'), 'yes')
  assert.equal(readAnswer(asked('yes-no'), 'Yes'), null)
  assert.equal(readAnswer(asked('text'), '  '), null)
})

test('sums of decimals are exact, in any order, with no floats', () => {
  const hundredths = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 40 })
  fc.assert(
    fc.property(hundredths, values => {
      const text = (n: number) => {
        const digits = String(Math.abs(n)).padStart(3, '0')
        return `${n < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      }
      const wanted = values.reduce((sum, one) => sum + one, 0)
      const got = sumOf(values.map(text))
      const [whole, fraction = ''] = got.replace('-', '').split('.')
      const back = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
      assert.equal(got.startsWith('-') ? -back : back, wanted === 0 ? 0 : wanted)
    }),
  )
})

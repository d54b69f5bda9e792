import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notations } from './notations.ts'
import { lineKeys, numberMeant } from './meant.ts'
import { numberDialled, numberShown } from './shown.ts'

test('500 made notations of six countries mean the number they were made from (seed 7)', t => {
  const made = notations(500, 7)
  const wrong = made.filter(({ written, home, digits }) => !numberMeant(written, home).whole.includes(digits))
  const first = made.filter(({ written, home, digits }) => numberMeant(written, home).whole[0] === digits)
  t.diagnostic(`${made.length - wrong.length} of ${made.length} meant, ${first.length} of them first`)
  assert.ok(wrong.length <= made.length / 100, JSON.stringify(wrong.slice(0, 10)))
  assert.ok(first.length >= made.length * 0.97, JSON.stringify(made.filter(one => !first.includes(one)).slice(0, 10)))
})

test('what surrounds a number is not of it; what is none means nothing', () => {
  for (const written of [
    'sip:+46313900655@pbx.example',
    'tel:+46-31-390-06-55;phone-context=x',
    '"Gunilla" <sip:031-3900655@h>',
    '+46 (0)31-390 06 55',
    '0046313900655',
    '46313900655',
    '031-390 06 55 ankn 12',
    '00313900655',
  ])
    assert.equal(numberMeant(written, 'SE').whole.includes('46313900655'), true, written)
  for (const nothing of ['anonymous', '', '-', 'unknown', '1'.repeat(40)])
    assert.deepEqual(numberMeant(nothing, 'SE').whole, [], nothing)
  assert.deepEqual(numberMeant('214', 'SE').whole.at(-1), '214')
  assert.equal(numberMeant('390 06 55', 'SE').end, '3900655')
})

test('it is shown as one dials it from here', () => {
  assert.equal(numberShown('46313900655', 'SE'), '031-390 06 55')
  assert.equal(numberShown('+40213123456', 'SE'), '+40 21 312 3456')
  assert.equal(numberShown('214', 'SE'), '214')
  assert.equal(numberShown(null, 'SE'), null)
  assert.equal(numberDialled('031-390 06 55', 'SE'), '+46313900655')
  assert.equal(numberDialled('214', 'SE'), '214')
})

test('a line is known by its number in any notation, or by its name', () => {
  assert.ok(lineKeys('031-390 06 00', 'SE').includes('46313900600'))
  assert.ok(lineKeys('+46313900600', 'SE').includes('46313900600'))
  assert.deepEqual(lineKeys('Reception', 'SE'), ['reception'])
  assert.deepEqual(lineKeys('e12', 'SE'), ['e12'])
})

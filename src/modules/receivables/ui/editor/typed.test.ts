import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, figureOf, linesGiven, newLine } from './typed.ts'

test('figures are read as people type them', () => {
  for (const [typed, wanted] of [
    ['1 250,50', '1250.50'],
    ['1250.5', '1250.5'],
    ['−3', '-3'],
    ['', null],
    ['x', null],
    ['1.2.3', null],
  ] as const)
    assert.equal(figureOf(typed), wanted, typed)
})

test('empty lines are left out, a line that lacks its price is not sent, and what was given comes back the same', () => {
  assert.deepEqual(linesGiven([newLine()]), [])
  assert.equal(linesGiven([newLine({ text: 'Hours' })]), null)
  const [given] = linesGiven([newLine({ text: ' Hours ', price: '900,5', discount: '10', vatCode: 'U25' })])!
  assert.deepEqual(given, {
    text: 'Hours',
    quantity: '1',
    unit: 'piece',
    price: '900.5',
    discount: '10',
    vatCode: 'U25',
    account: null,
    interest: null,
  })
  assert.deepEqual(linesGiven([draftOf(given!)]), [given])
})

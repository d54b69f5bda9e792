import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fit, pieces } from './match.ts'

test('the beginnings of words find, without regard to accents', () => {
  assert.ok(fit('hisi ven', 'Hisings Ventilation AB') > 0)
  assert.ok(fit('angstrom', 'Ångström & Sønner') > 0)
  assert.ok(fit('brasov', 'Primăria Brașov') > 0)
  assert.equal(fit('xyz', 'Hisings Ventilation AB'), 0)
})

test('the whole beginning is better than a word’s, a word’s than within', () => {
  assert.ok(fit('ver', 'Verify account') > fit('ver', 'Read over'))
  assert.ok(fit('acc', 'Verify account') > fit('count', 'Verify account'))
})

test('what was typed is marked where it stands', () => {
  assert.deepEqual(pieces('hisi', 'Call Hisings'), [
    { text: 'Call ', hit: false },
    { text: 'Hisi', hit: true },
    { text: 'ngs', hit: false },
  ])
})

test('pieces always make up the whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (typed, words) =>
      assert.equal(
        pieces(typed, words)
          .map(({ text }) => text)
          .join(''),
        words,
      ),
    ),
  )
})

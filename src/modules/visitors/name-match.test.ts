import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchOf, slips } from './name-match.ts'

test('a name that was typed at the door is known in spite of marks, order and slips, and no other is taken for it', () => {
  const cases: readonly [string, string, ReturnType<typeof matchOf>][] = [
    ['Lars Ekdahl', 'lars  EKDAHL', 'same'],
    ['Ekdahl, Lars', 'Lars Ekdahl', 'same'],
    ['Bjorn Ostlund', 'Björn Östlund', 'same'],
    ['Ioana Stefanescu', 'Ioana Ștefănescu', 'same'],
    ['Lars Ekdal', 'Lars Ekdahl', 'like'],
    ['Lras Ekdahl', 'Lars Ekdahl', 'like'],
    ['Anna Maria Lund', 'Anna Lund', 'like'],
    ['Kirsten Haug', 'Kristen Haug', 'like'],
    ['Lars Ekström', 'Lars Ekdahl', null],
    ['Per Lund', 'Pia Lund', null],
    ['Lars', 'Lars Ekdahl', null],
    ['Lars Lars', 'Lars Ekdahl', null],
    ['', 'Lars Ekdahl', null],
    ['!!', '??', null],
    ['Madonna', 'Madonna', 'same'],
    ['Madona', 'Madonna', 'like'],
  ]
  for (const [typed, expected, match] of cases) assert.equal(matchOf(typed, expected), match, `${typed} · ${expected}`)
})

test('slips are counted alike from both sides, none between equal words, never more than the longer word', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const count = slips(a, b)
      assert.equal(count, slips(b, a))
      assert.equal(count === 0, a === b)
      assert.ok(count <= Math.max(a.length, b.length) && count >= Math.abs(a.length - b.length))
    }),
    { numRuns: 200 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pour } from './pour.ts'

const breaks = [{ from: 12, until: 13 }]

test('work goes around the break and stops at the end of the day', () => {
  const lines = [
    { id: 'a', title: 'a', effortMinutes: 120 },
    { id: 'b', title: 'b', effortMinutes: 600 },
  ]
  assert.deepEqual(
    pour(lines, 11, 17, breaks).map(({ id, from, until }) => [id, from, until]),
    [
      ['a', 11, 12],
      ['a', 13, 14],
      ['b', 14, 17],
    ],
  )
})

test('pieces never overlap, never lie in a break, never exceed the work', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 500 }))),
      fc.double({ min: 0, max: 24, noNaN: true }),
      (efforts, from) => {
        const lines = efforts.map((effortMinutes, i) => ({ id: String(i), title: '', effortMinutes }))
        const pieces = pour(lines, from, 17, breaks)
        for (const [i, piece] of pieces.entries()) {
          assert.ok(piece.from >= from && piece.until <= 17 && piece.until > piece.from)
          assert.ok(piece.until <= 12 || piece.from >= 13)
          if (i > 0) assert.ok(piece.from >= pieces[i - 1]!.until - 1e-9)
        }
      },
    ),
  )
})

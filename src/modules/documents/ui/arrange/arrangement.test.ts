import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { begin, beginnings, differs, leaveOut, move, pagesToKeep, tilesOf, turn } from './arrangement.ts'

const listed = (numbers: readonly (number | null)[]) =>
  numbers.map((number, index) => ({
    page: index + 1,
    number,
    turned: 0,
    width: 595,
    height: 842,
    blank: number === null,
  }))

test('left-out pages stand where they lie in the file', () => {
  const tiles = tilesOf(listed([2, null, 1, null]))
  assert.deepEqual(
    tiles.map(({ page, shown }) => (shown ? page : -page)),
    [3, -4, 1, -2],
  )
  assert.deepEqual(pagesToKeep(tiles), [
    { page: 3, turned: 0 },
    { page: 1, turned: 0 },
  ])
})

test('whatever is done to them, no page is lost or doubled, and one is always shown', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('turn', 'leave', 'begin', 'move'), fc.nat(7), fc.nat(7)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(steps, acts => {
      const saved = tilesOf(listed([1, 2, null, 3, 4, 5, null, 6]))
      let tiles = saved
      for (const [act, at, to] of acts)
        tiles =
          act === 'turn'
            ? turn(tiles, at, 90)
            : act === 'leave'
              ? leaveOut(tiles, at)
              : act === 'begin'
                ? begin(tiles, at)
                : move(tiles, at, to)
      assert.deepEqual(
        tiles.map(({ page }) => page).toSorted((a, b) => a - b),
        [1, 2, 3, 4, 5, 6, 7, 8],
      )
      const kept = pagesToKeep(tiles)
      assert.ok(kept.length >= 1)
      assert.ok(beginnings(tiles).every(number => number > 1 && number <= kept.length))
      assert.equal(differs(tiles, saved), JSON.stringify(kept) !== JSON.stringify(pagesToKeep(saved)))
    }),
  )
})

test('four quarter turns are none; a split counts pages as they will be shown', () => {
  const saved = tilesOf(listed([1, 2, 3, 4]))
  assert.equal(
    differs(
      [0, 1, 2, 3].reduce(tiles => turn(tiles, 1, 90), saved),
      saved,
    ),
    false,
  )
  const tiles = begin(leaveOut(saved, 1), 2)
  assert.deepEqual(beginnings(tiles), [2])
  assert.deepEqual(begin(saved, 0), saved)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withNewest, withOlder } from './heldLines.ts'

/** A journal of so many lines, as the query answers it: newest first, `after` a number. */
const sliceOf = (count: number, after: number | null, limit: number) => {
  const from = after === null ? count : after - 1
  const rows = Array.from({ length: Math.min(limit, from) }, (_, index) => ({ seq: from - index }))
  const last = rows.at(-1)?.seq ?? 1
  return { rows, total: count, next: last > 1 ? String(last) : null }
}

test('what is written meanwhile is laid on top, what is older stays', () => {
  let held = withNewest(null, sliceOf(10, null, 4))
  held = withOlder(held, sliceOf(10, 7, 4))
  held = withNewest(held, sliceOf(12, null, 4))
  assert.deepEqual(
    held.lines.map(({ seq }) => seq),
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3],
  )
  assert.equal(held.next, '3')
})

test('a gap is never shown as if nothing were missing', () => {
  const held = withNewest(withNewest(null, sliceOf(10, null, 4)), sliceOf(20, null, 4))
  assert.deepEqual(
    held.lines.map(({ seq }) => seq),
    [20, 19, 18, 17],
  )
})

test('however lines come and are scrolled to, what is held is without gaps and goes on where it ends', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('older'))), steps => {
      let count = 6
      let held = withNewest(null, sliceOf(count, null, 4))
      for (const step of steps) {
        if (typeof step === 'number') held = withNewest(held, sliceOf((count += step), null, 4))
        else if (held.next !== null) held = withOlder(held, sliceOf(count, Number(held.next), 4))
      }
      const seqs = held.lines.map(({ seq }) => seq)
      assert.equal(seqs[0], count)
      for (const [index, seq] of seqs.entries()) assert.equal(seq, count - index)
      assert.equal(held.next, (seqs.at(-1) ?? 1) > 1 ? String(seqs.at(-1)) : null)
    }),
  )
})

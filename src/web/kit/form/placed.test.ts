import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placed } from './placed.ts'

const field = (top: number) => ({ left: 20, top, bottom: top + 32, width: 300 })

test('beneath where it fits, above where there is more room', () => {
  assert.deepEqual(placed(field(100), 200, 800), { left: 20, width: 300, top: 136, maxHeight: 200 })
  assert.deepEqual(placed(field(700), 200, 800), { left: 20, width: 300, top: 496, maxHeight: 200 })
})

test('it never leaves the window nor covers its field', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 2000 }), (top, height) => {
      const one = field(top)
      const at = placed(one, height, 932)
      assert.ok(at.top >= 0 && at.top + at.maxHeight <= 932)
      assert.ok(at.top >= one.bottom || at.top + at.maxHeight <= one.top)
    }),
  )
})

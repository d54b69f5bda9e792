import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { skewOf } from './deskew.ts'
import { turned } from './picture.ts'
import type { Raster } from './raster.ts'

/** A page of rows of "words": black strokes of seeded lengths on white. */
function strokes(seed: number): Raster {
  const [width, height] = [1000, 1300]
  const data = Buffer.alloc(width * height, 255)
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  for (let top = 120; top < 1150; top += 34) {
    for (let left = 120; left < 850; ) {
      const length = 20 + next(90)
      for (let y = top; y < top + 14; y++) data.fill(20, y * width + left, y * width + left + length)
      left += length + 16
    }
  }
  return { data, width, height, channels: 1 }
}

test('a page is brought level from any slant up to 15 degrees, to a tenth of a degree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -150, max: 150 }), fc.nat(10_000), async (tenths, seed) => {
      const askew = await turned(strokes(seed), 0, tenths / 10)
      const skew = await skewOf(askew, null)
      assert.ok(Math.abs(skew + tenths / 10) <= 0.15, `lies ${tenths / 10}, found ${skew}`)
    }),
    { numRuns: 25 },
  )
})

test('a blank page is left alone', async () => {
  const data = Buffer.alloc(500 * 700, 250)
  assert.equal(await skewOf({ data, width: 500, height: 700, channels: 1 }, null), 0)
})

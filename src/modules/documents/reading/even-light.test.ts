import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evenLight } from './even-light.ts'
import type { Raster } from './raster.ts'

/** Strokes of ink on paper whose brightness falls from left to right by `fall`. */
function sheet(fall: number): Raster {
  const [width, height] = [600, 800]
  const data = Buffer.alloc(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = 240 - (fall * x) / width
      const ink = y % 40 < 8 && x % 50 < 38
      data[y * width + x] = ink ? paper * 0.3 : paper
    }
  }
  return { data, width, height, channels: 1 }
}

test('a shaded sheet becomes evenly white, its ink stays dark', () => {
  const { data, width } = evenLight(sheet(130))
  for (const x of [45, 295, 545]) {
    assert.ok((data[220 * width + x] ?? 0) > 225, `paper at ${x}: ${data[220 * width + x]}`)
    assert.ok((data[(200 + 4) * width + x - 20] ?? 255) < 110, `ink at ${x}: ${data[204 * width + x - 20]}`)
  }
})

test('an even sheet is given back as it is', () => {
  const even = sheet(5)
  assert.equal(evenLight(even), even)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packPage, type RasterPage, rasterPage, rasterSync } from './raster.ts'

/** As PWG 5102.4 says a reader does it; gives the pixels. */
function unpack(bytes: Uint8Array, { width, height, channels }: Omit<RasterPage, 'pixels'>): Uint8Array {
  const out = new Uint8Array(width * height * channels)
  let [at, y] = [0, 0]
  while (y < height) {
    const repeat = bytes[at++]! + 1
    const line: number[] = []
    while (line.length < width * channels) {
      const code = bytes[at++]!
      const pixel = (n: number) => [...bytes.subarray(at + n * channels, at + (n + 1) * channels)]
      if (code < 128) {
        for (let n = 0; n <= code; n++) line.push(...pixel(0))
        at += channels
      } else {
        for (let n = 0; n < 257 - code; n++) line.push(...pixel(n))
        at += (257 - code) * channels
      }
    }
    for (let n = 0; n < repeat; n++) out.set(line, y++ * width * channels)
  }
  assert.equal(at, bytes.length, 'nothing is left')
  return out
}

test('pages are packed without loss, runs and lines that repeat once', () => {
  const page = fc
    .record({
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 12 }),
      channels: fc.constantFrom(1 as const, 3 as const),
    })
    .chain(size =>
      fc.uint8Array({ minLength: 8, maxLength: 8 }).map(seed => ({
        ...size,
        pixels: Uint8Array.from(
          { length: size.width * size.height * size.channels },
          (_, n) => seed[(n >> (seed[0]! % 5)) % 8]! % 3,
        ),
      })),
    )
  fc.assert(
    fc.property(page, one => assert.deepEqual(unpack(packPage(one), one), one.pixels)),
    { numRuns: 200 },
  )
})

test('a white page is small; its header says what a printer must know', () => {
  const page: RasterPage = { width: 2480, height: 3508, channels: 1, pixels: new Uint8Array(2480 * 3508).fill(255) }
  const bytes = rasterPage(page, {
    dpi: [300, 300],
    points: [595, 842],
    media: 'iso_a4_210x297mm',
    duplex: true,
    tumble: false,
    totalPages: 1,
  })
  assert.ok(bytes.length < 1796 + 1000, `${bytes.length}`)
  assert.equal(rasterSync.toString(), 'RaS2')
  assert.equal(bytes.subarray(0, 9).toString(), 'PwgRaster')
  const number = (at: number) => bytes.readUInt32BE(at)
  assert.deepEqual([276, 372, 376, 388, 392, 400, 452].map(number), [300, 2480, 3508, 8, 2480, 18, 1])
  assert.equal(bytes.subarray(1732, 1748).toString(), 'iso_a4_210x297mm')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { decodePicture } from './picture.ts'
import { pixelShape } from './tiff-shape.ts'

/** A fax of white paper with a black frame, so many dots per inch across and down. */
const fax = (down: number) =>
  sharp({ create: { width: 204, height: down, channels: 3, background: '#fff' } })
    .greyscale()
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: down / 25.4 })
    .toBuffer()

test('a fax in standard resolution has its true shape; a fine one is left as it is', async () => {
  const standard = await decodePicture(await fax(98), 0, 'grey')
  assert.deepEqual([standard.raster.width, standard.raster.height], [204, 204])
  const fine = await decodePicture(await fax(196), 0, 'grey')
  assert.deepEqual([fine.raster.width, fine.raster.height], [204, 196])
})

test('bytes of any kind give a shape that can be drawn', () => {
  const head = fc.constantFrom([0x49, 0x49, 42, 0], [0x4d, 0x4d, 0, 42])
  fc.assert(
    fc.property(head, fc.uint8Array({ minLength: 4, maxLength: 200 }), fc.nat(3), (start, rest, page) => {
      const shape = pixelShape(Uint8Array.from([...start, ...rest]), page)
      assert.ok(shape >= 0.3 && shape <= 4)
    }),
    { numRuns: 500 },
  )
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { decodeHeic, heifKind } from './heic.ts'
import { identify } from './identify.ts'
import { closeReaders, readInChild, renderPageInChild } from './in-child.ts'
import { decodePicture, pictureCount } from './picture.ts'

/** A receipt as a phone keeps it: the pixels lie on their side, `irot` and EXIF each say how to turn them. Drawn for this test. */
let phone: Buffer
before(async () => {
  phone = await readFile(new URL('./fixtures/phone.heic', import.meta.url))
})
after(closeReaders)

test('a HEIC is known by its brands, whatever its name says', () => {
  assert.deepEqual(identify(phone, 'IMG_0001.jpg'), { mediaKind: 'image', mediaType: 'image/heic' })
  const box = (...brands: string[]) => {
    const bytes = Buffer.alloc(8 + 4 * (brands.length + 1))
    bytes.writeUInt32BE(bytes.length, 0)
    bytes.write(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 4, 'latin1')
    return bytes
  }
  assert.equal(heifKind(box('mif1', 'mif1', 'heic')), 'heic')
  assert.equal(heifKind(box('mif1', 'avif')), 'avif')
  assert.equal(heifKind(box('mif1', 'mif1')), 'heic')
  assert.equal(heifKind(box('isom', 'mp42')), null)
})

test('its picture stands upright, turned once and not twice', async () => {
  assert.equal(await pictureCount(phone), 1)
  const { raster, camera } = await decodePicture(phone, 0, 'grey')
  assert.deepEqual([raster.width, raster.height, raster.channels, camera], [480, 640, 1, true])
  const darkIn = (from: number, to: number) => {
    let dark = 0
    for (let y = from; y < to; y++)
      for (let x = 0; x < raster.width; x++) if (raster.data[y * raster.width + x]! < 100) dark++
    return dark
  }
  // The words stand in the upper two thirds; turned twice, they would stand elsewhere.
  assert.ok(darkIn(70, 120) > 400, `${darkIn(70, 120)} dark`)
  assert.equal(darkIn(450, 640), 0)
})

test('it is read and drawn in the child', async () => {
  const reading = await readInChild(phone, 'IMG_0001.HEIC', { language: 'sv' })
  assert.deepEqual([reading.error, reading.mediaKind, reading.pages.length], [null, 'image', 1])
  assert.match(reading.text, /KVITTO/)
  assert.match(reading.text, /128[,.]50/)
  const picture = await renderPageInChild(phone, 'image', { page: 1, width: 120 })
  const { width, height } = await sharp(picture).metadata()
  assert.deepEqual([width, height], [120, 160])
})

test('too many pixels are refused before they are decoded', () => {
  assert.throws(() => decodeHeic(phone, 100_000), { message: 'picture-too-large' })
})

test('cut and damaged anywhere, it gives a reading that says so', async () => {
  assert.equal((await readInChild(phone.subarray(0, 900), 'x.heic')).error?.name, 'file-damaged')
  const damage = fc.array(fc.tuple(fc.nat(phone.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(damage, async places => {
      const bytes = Buffer.from(phone)
      for (const [at, byte] of places) bytes[at] = byte
      const reading = await readInChild(bytes, 'x.heic', { ocr: 'none' })
      assert.ok(
        !['reading-crashed', 'reading-took-too-long'].includes(reading.error?.name ?? ''),
        String(reading.error?.name),
      )
    }),
    { numRuns: 60 },
  )
})

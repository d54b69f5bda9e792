import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { makePdf } from './fixtures/pdf.ts'
import { scanOf } from './fixtures/scan.ts'
import { read } from './read.ts'
import type { Reading } from './types.ts'

const LINES = [
  'Invoice 88213 of 12 November 2026',
  'Dear colleagues, thank you for the order of last Tuesday morning.',
  'The paper and the toner were delivered to your reception in time.',
  'Please pay the amount below before the tenth of December.',
  'Total to pay 7609.38 to account 33917526',
]

const letter = () =>
  makePdf(document => {
    for (const [index, line] of LINES.entries())
      document.fontSize(13).text(line, 60, 120 + index * 40, { lineBreak: false })
    document.rect(60, 500, 30, 30).fill()
  })

const lettersOf = (text: string) => text.replace(/\s+/g, ' ').trim()

function assertReadsLetter(reading: Reading): void {
  assert.equal(reading.error, null)
  const text = lettersOf(reading.text)
  for (const line of LINES) assert.ok(text.includes(line), `"${line}" in "${text}"`)
}

test('a scan that lies askew and on its head is read upright, with places', async () => {
  const reading = await read(await scanOf(await letter(), 200, 4, 180, 'png'), 'x', { ocr: 'wasm', picture: 'page' })
  assertReadsLetter(reading)
  const page = reading.pages[0]
  assert.equal(page?.turn, 180)
  assert.ok(Math.abs((page?.skew ?? 0) + 4) < 0.2)
  assert.equal(page?.source, 'ocr')
  const total = page?.lines.flatMap(line => line.words).find(word => word.text === '7609.38')
  assert.ok(total && total.confidence > 0.5)
  assert.ok(total.box[1] > 0.2 && total.box[1] < 0.5, String(total.box))
})

test('a TIFF of two pages is read, both of them', async () => {
  const page = await sharp(await scanOf(await letter(), 120, 0, 0, 'png'))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = page.info
  const both = Buffer.concat([page.data, page.data])
  const raw = { width, height: height * 2, channels, pageHeight: height }
  const tiff = await sharp(both, { raw }).tiff({ compression: 'lzw' }).withMetadata({ density: 120 }).toBuffer()
  const reading = await read(tiff, 'x.tif', { picture: 'page', language: 'en' })
  assert.equal(reading.mediaType, 'image/tiff')
  assert.equal(reading.pages.length, 2)
  assertReadsLetter(reading)
})

test('JPEG, PNG and WebP are pictures of one page', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const reading = await read(await scanOf(await letter(), 50, 0, 0, format), 'x', { ocr: 'none' })
    assert.equal(reading.mediaType, `image/${format}`)
    assert.equal(reading.pages.length, 1)
    assert.equal(reading.error, null)
  }
})

test('a PDF without a text layer is recognised, unless that is not wanted', async () => {
  const picture = await scanOf(await letter(), 150, 0, 0, 'jpeg')
  const pdf = await makePdf(document => void document.image(picture, 0, 0, { width: 595 }))
  assertReadsLetter(await read(pdf, 'x.pdf'))
  assert.equal((await read(pdf, 'x.pdf', { ocr: 'none' })).text, '')
  const limited = await read(pdf, 'x.pdf', { maxOcrPages: 0 })
  assert.deepEqual(limited.warnings, [{ name: 'pages-not-recognised', data: { pages: 1, total: 1 } }])
})

test('a blank sheet is a page without words, not a fault', async () => {
  const blank = await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fdfdfa' } })
    .png()
    .toBuffer()
  const reading = await read(blank, 'x.png')
  assert.equal(reading.error, null)
  assert.equal(reading.pages.length, 1)
  assert.equal(reading.text, '')
})

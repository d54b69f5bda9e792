import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toBuffer } from 'bwip-js/node'
import { makePdf, manyPages } from './fixtures/pdf.ts'
import { read } from './read.ts'
import type { Reading, Word } from './types.ts'

const words = (reading: Reading): Word[] => reading.pages.flatMap(page => page.lines.flatMap(line => line.words))
const find = (reading: Reading, text: string): Word => {
  const found = words(reading).find(word => word.text === text)
  assert.ok(found, `${text} among ${words(reading).map(word => word.text)}`)
  return found
}
const near = (actual: number, wanted: number, within = 0.02) =>
  assert.ok(Math.abs(actual - wanted) < within, `${actual} is not near ${wanted}`)

test('the text layer gives words where they stand', async () => {
  const pdf = await makePdf(document => {
    document.fontSize(12).text('Faktura 88213', 100, 200, { lineBreak: false })
    document.text('7 609,38', 400, 600, { lineBreak: false })
  })
  const reading = await read(pdf, 'x.pdf')
  assert.equal(reading.error, null)
  assert.equal(reading.pages[0]?.source, 'text-layer')
  const [x, y, width, height] = find(reading, 'Faktura').box
  near(x, 100 / 595)
  near(y, 200 / 842)
  near(width, 42 / 595)
  near(height, 14 / 842)
  assert.equal(reading.text, 'Faktura 88213\n\n7 609,38')
})

test('a page that is stored turned is upright, its boxes too', async () => {
  for (const rotation of [90, 180, 270]) {
    const pdf = (
      await makePdf(document => {
        document.text('Corner', 20, 20, { lineBreak: false })
      })
    ).toString('latin1')
    const turned = Buffer.from(pdf.replace('/Type /Page\n', `/Type /Page\n/Rotate ${rotation}\n`), 'latin1')
    const reading = await read(turned, 'x.pdf')
    const page = reading.pages[0]
    assert.ok(page)
    assert.equal((page.turn + rotation) % 360, 0, `turned by ${rotation}`)
    const [x, y] = find(reading, 'Corner').box
    near(x, 20 / 595)
    near(y, 20 / 842)
  }
})

test('text that is written sideways is turned upright', async () => {
  for (const [angle, turn] of [
    [90, 270],
    [-90, 90],
    [180, 180],
  ] as const) {
    const pdf = await makePdf(document => {
      document.rotate(angle, { origin: [300, 400] }).text('Sideways words in a row', 200, 400, { lineBreak: false })
    })
    const reading = await read(pdf, 'x.pdf')
    assert.equal(reading.pages[0]?.turn, turn)
    assert.equal(reading.pages[0]?.lines.length, 1)
    const [x, , width, height] = find(reading, 'Sideways').box
    assert.ok(width > height, 'lies level')
    assert.ok(x < find(reading, 'row').box[0], 'reads from left to right')
  }
})

test('a letter with hidden files gives them as parts', async () => {
  const pdf = await makePdf(document => {
    document.file(Buffer.from('<a/>'), { name: 'factur-x.xml' })
    document.text('Hybrid')
  })
  const reading = await read(pdf, 'x.pdf')
  assert.deepEqual(
    reading.parts.map(part => [part.name, part.mediaType, Buffer.from(part.bytes).toString()]),
    [['factur-x.xml', 'application/xml', '<a/>']],
  )
})

test('codes beside a text layer are read where they stand', async () => {
  const text = 'BCD\n002\n1\nSCT\n\nKantoorhuis\nNL91ABNA0417164300\nEUR787.23'
  const picture = await toBuffer({ bcid: 'qrcode', text, scale: 3 })
  const pdf = await makePdf(document => {
    document.text('Scan om te betalen')
    document.image(picture, 400, 600, { width: 90 })
  })
  const [code] = (await read(pdf, 'x.pdf')).codes
  assert.equal(code?.text, text)
  near(code?.box[0] ?? 0, 400 / 595)
  near(code?.box[1] ?? 0, 600 / 842)
})

test('an encrypted file asks for its password, and opens with it', async () => {
  const pdf = await makePdf(document => void document.text('Lönelista'), { userPassword: 'å7', ownerPassword: 'o' })
  assert.deepEqual((await read(pdf, 'x.pdf')).error, { name: 'password-needed' })
  assert.deepEqual((await read(pdf, 'x.pdf', { password: 'wrong' })).error, { name: 'password-wrong' })
  assert.equal((await read(pdf, 'x.pdf', { password: 'å7' })).text, 'Lönelista')
})

test('a cut file is read as far as it goes or says that it is damaged', async () => {
  const pdf = await makePdf(document => void document.text('Whole'))
  for (const share of [0.2, 0.5, 0.9, 0.99]) {
    const reading = await read(pdf.subarray(0, pdf.length * share), 'x.pdf')
    assert.ok(reading.text === 'Whole' || reading.error?.name === 'file-damaged' || reading.pages.length > 0)
  }
})

test('a very long file is read up to its limit, and says so', async () => {
  const reading = await read(manyPages(3000), 'long.pdf', { maxPages: 40 })
  assert.equal(reading.pages.length, 40)
  assert.deepEqual(reading.warnings, [{ name: 'pages-not-read', data: { read: 40, total: 3000 } }])
  assert.equal(reading.pages[39]?.lines[0]?.words[1]?.text, '40')
})

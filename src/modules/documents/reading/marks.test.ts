import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { labelsPdf, separatorPdf } from '../pages/sheets-pdf.ts'
import { isBlankSheet } from './blank-sheet.ts'
import { makePdf } from './fixtures/pdf.ts'
import { scanOf } from './fixtures/scan.ts'
import { decodePicture } from './picture.ts'
import { survey } from './survey.ts'

const words = {
  title: 'Skiljeblad',
  under: [['Arkiveras under', '4.2 Avtal']] as const,
  use: 'Lägg före varje papper.',
}

for (const [dpi, angle, turn, format] of [
  [200, 0, 0, 'png'],
  [200, 2.4, 180, 'jpeg'],
  [150, -3, 90, 'jpeg'],
  [300, 1, 270, 'tiff'],
] as const)
  test(`a separator sheet scanned at ${dpi} dpi, ${angle}° askew, turned by ${turn}, is found`, async () => {
    const scan = await scanOf(await separatorPdf('ABCDEFGH2345', words), dpi, angle, turn, format)
    const { marks } = await survey(scan, `scan.${format}`)
    assert.deepEqual(marks, [{ page: 1, text: 'KTR:ABCDEFGH2345' }])
  })

for (const format of ['L4731', 'L4732', 'L7651', 'L7160'] as const)
  test(`a label ${format} on a letter scanned at 200 dpi and askew is found`, async () => {
    const label = await scanOf(
      await labelsPdf({ token: 'ABCDEFGH', first: 412, last: 412, format, skip: 0 }),
      200,
      0,
      0,
      'png',
    )
    const letter = await scanOf(
      await makePdf(pdf => {
        pdf.fontSize(11)
        for (let line = 0; line < 30; line++) pdf.text(`Rad ${line} i ett brev om ventilationen`)
      }),
      200,
      1.7,
      0,
      'png',
    )
    const cut = await sharp(label)
      .extract({ left: 40, top: 60, width: 600, height: 400 })
      .rotate(-1.5, { background: '#fff' })
      .png()
      .toBuffer()
    const scan = await sharp(letter)
      .composite([{ input: cut, left: 900, top: 1500 }])
      .jpeg({ quality: 70 })
      .withMetadata({ density: 200 })
      .toBuffer()
    assert.deepEqual((await survey(scan, 'letter.jpg')).marks, [{ page: 1, text: 'KTR:ABCDEFGH:412' }])
  })

test('codes of strangers are no marks', async () => {
  const { default: bwipjs } = await import('bwip-js/node')
  for (const text of [
    'https://evil.example/KTR:ABCDEFGH',
    'KTR:',
    'KTR:abcdefgh',
    'KTR:ABCDEFGH:12345678',
    ' KTR:ABCDEFGH',
  ]) {
    const png = await bwipjs.toBuffer({
      bcid: 'qrcode',
      text,
      scale: 6,
      paddingwidth: 40,
      paddingheight: 40,
      backgroundcolor: 'ffffff',
    })
    assert.deepEqual((await survey(png, 'code.png')).marks, [], text)
  }
})

const sheet = (draw: (pdf: PDFKit.PDFDocument) => void) => makePdf(draw)
const blankness = async (pdf: Buffer, noise = 0) => {
  const scan = await scanOf(pdf, 200, 0.6, 0, 'png')
  const { raster, dpi } = await decodePicture(scan, 0, 'grey')
  let seed = 7
  if (noise > 0)
    for (let at = 0; at < raster.data.length; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      raster.data[at] = Math.max(0, (raster.data[at] ?? 255) - (seed % noise))
    }
  return isBlankSheet(raster, dpi)
}

test('an empty back is blank, also with scanner noise, punched holes, and the front shining through', async () => {
  assert.equal(await blankness(await sheet(() => {})), true)
  assert.equal(await blankness(await sheet(() => {}), 24), true)
  const punched = (pdf: PDFKit.PDFDocument) => {
    for (const y of [308, 535]) pdf.circle(34, y, 8).fill('#555')
    pdf.fillColor('#eeeeee').fontSize(12)
    for (let line = 0; line < 40; line++) pdf.text('Text på framsidan som skiner igenom papperet')
  }
  assert.equal(await blankness(await sheet(punched)), true)
})

test('a page number, a signature in pencil or one short line is not nothing', async () => {
  const word = (text: string, colour = '#000', size = 10) =>
    sheet(pdf => void pdf.fillColor(colour).fontSize(size).text(text, 280, 700))
  assert.equal(await blankness(await word('– 2 –')), false)
  assert.equal(await blankness(await word('Se nästa sida')), false)
  assert.equal(await blankness(await word('A. Lindholm', '#888', 18)), false)
})

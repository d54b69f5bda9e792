import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { makePdf } from '../fixtures/pdf.ts'
import { read } from '../read.ts'
import type { Word } from '../types.ts'
import { fold, withAccents } from './accents.ts'
import { models } from './models.ts'
import { scanOf } from '../fixtures/scan.ts'

const word = (text: string, x = 0.1): Word => ({ text, box: [x, 0.1, 0.1, 0.02], confidence: 0.9 })

test('a second reading lends its accents, and nothing else', () => {
  const first = [word('FORFALLODATUM:'), word('12.50', 0.3), word('Kopstad', 0.5), word('Bjorvika', 0.7)]
  const second = [word('FÖRFALLODATUM'), word('€12.50', 0.3), word('Köpstad', 0.9), word('Bjørvik', 0.7)]
  const texts = withAccents(first, second).map(each => each.text)
  assert.deepEqual(texts, ['FÖRFALLODATUM:', '12.50', 'Kopstad', 'Bjorvika'])
})

test('folding makes spellings with and without accents equal', () => {
  assert.equal(fold('Ærø Țară Straße'), fold('AERO tara strasse'))
})

test('a photographed receipt is read by PP-OCR', async t => {
  if ((await models()) === null) return t.skip('optional models absent')
  const pdf = await makePdf(
    document => {
      document.fontSize(11)
      for (const [index, line] of [
        'CORNER SHOP LTD',
        '12/11/2026 09:41',
        'COPY PAPER   18.40',
        'RING BINDER   2.15',
        'TOTAL   20.55',
        'THANK YOU',
      ].entries()) {
        document.text(line, 30, 40 + index * 24, { lineBreak: false })
      }
    },
    { size: [226, 260] },
  )
  const strip = await scanOf(pdf, 200, 3, 0, 'png')
  const photo = await sharp(strip)
    .extend({ top: 60, bottom: 60, left: 90, right: 90, background: '#6b5a48' })
    .jpeg({ quality: 80 })
    .toBuffer()
  const reading = await read(photo, 'IMG_1.jpg')
  assert.match(reading.text, /12\/11\/2026 09:41/)
  assert.match(reading.text, /TOTAL\s+20\.55/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Page, Word } from './types.ts'
import { flowPage, linesOf, textOfPage, union } from './words.ts'

const word = (text: string, x: number, y: number, width = 0.05): Word => ({
  text,
  box: [x, y, width, 0.012],
  confidence: 1,
})

const pageOf = (words: readonly Word[]): Page => ({
  number: 1,
  width: 595,
  height: 842,
  lines: linesOf(words, 595 / 842),
  source: 'ocr',
  turn: 0,
  skew: 0,
})

test('words of one row become a line, and a wide gap parts two columns', () => {
  const page = pageOf([
    word('Total', 0.1, 0.5),
    word('due', 0.155, 0.5),
    word('703,38', 0.7, 0.501),
    word('Date', 0.1, 0.1),
  ])
  const texts = page.lines.map(line => line.words.map(each => each.text).join(' '))
  assert.deepEqual(texts, ['Date', 'Total due', '703,38'])
  assert.equal(textOfPage(page), 'Date\n\nTotal due  703,38')
})

test('a row that climbs, as on a photograph, stays one row', () => {
  const words = Array.from({ length: 12 }, (_, n) => word(`w${n}`, 0.05 + n * 0.06, 0.5 - n * 0.003))
  assert.equal(pageOf(words).lines.length, 1)
})

test('no word is lost or doubled, wherever it stands, and lines hold their words', () => {
  const place = fc.double({ min: 0, max: 0.95, noNaN: true })
  const any = fc.record({ x: place, y: place, width: fc.double({ min: 0.005, max: 0.3, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), places => {
      const words = places.map(({ x, y, width }, index) => word(`w${index}`, x, y, width))
      const lines = linesOf(words, 0.7)
      const found = lines.flatMap(line => line.words.map(each => each.text))
      assert.deepEqual([...found].sort(), words.map(each => each.text).sort())
      for (const line of lines) assert.deepEqual(line.box, union(line.words.map(each => each.box)))
    }),
  )
})

test('text without places keeps its rows', () => {
  const page = flowPage(1, 'Hej!\r\n\r\nVi ses  på tisdag.')
  assert.equal(page.source, 'flow')
  assert.deepEqual(
    page.lines.map(line => line.words.length),
    [1, 4],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Box, Page, Reading } from '../reading/types.ts'
import { between, layOut, splitBefore, turnedBox } from './lay-out.ts'

const box = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .chain(([x, y]) =>
    fc.tuple(
      fc.constant(x),
      fc.constant(y),
      fc.double({ min: 0, max: 1 - x, noNaN: true }),
      fc.double({ min: 0, max: 1 - y, noNaN: true }),
    ),
  )
const near = (a: Box, b: Box) => a.every((value, index) => Math.abs(value - (b[index] ?? Number.NaN)) < 1e-9)

test('a place that is turned and turned back stands where it stood, and never leaves the page', () => {
  fc.assert(
    fc.property(box, fc.constantFrom(90, 180, 270), (place, by) => {
      const there = turnedBox(place, by)
      assert.ok(there.every(value => value > -1e-9 && value < 1 + 1e-9))
      assert.ok(near(turnedBox(there, -by), place))
      assert.ok(near(turnedBox(turnedBox(place, 90), by - 90), there))
    }),
  )
})

test('a word at the head of a page that lies on its left side stands at the right after a quarter turn', () => {
  assert.deepEqual(turnedBox([0, 0, 0.2, 0.1], 90), [0.9, 0, 0.1, 0.2])
})

const pages = (count: number, blank: readonly number[] = []): Page[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    width: 595,
    height: 842,
    lines: [],
    source: 'ocr',
    turn: 0,
    skew: 0,
    ...(blank.includes(index + 1) ? { blank: true as const } : {}),
  }))
const readingOf = (all: Page[]): Reading => ({
  mediaKind: 'pdf',
  mediaType: 'application/pdf',
  pages: all,
  text: all.map(page => `p${page.number}`).join('\f'),
  parts: [],
  codes: [{ page: 3, format: 'QRCode', text: 'x', box: [0, 0, 1, 1] }],
  mail: null,
  language: 'sv',
  warnings: [],
  error: null,
})

test('blank backs are left out by themselves and stay at hand; a scan of nothing but blanks keeps them', () => {
  const { reading, left } = layOut(readingOf(pages(4, [2, 4])), null)
  assert.deepEqual(
    reading.pages.map(page => [page.number, page.origin]),
    [
      [1, 1],
      [2, 3],
    ],
  )
  assert.equal(reading.text, 'p1\fp3')
  assert.equal(reading.codes[0]?.page, 2)
  assert.deepEqual(
    left.map(({ page, text }) => [page.number, text]),
    [
      [2, 'p2'],
      [4, 'p4'],
    ],
  )
  assert.equal(layOut(readingOf(pages(2, [1, 2])), null).left.length, 0)
})

test('whatever plan: every page is shown or left out, once, and none is invented', () => {
  const plan = fc.record({
    kept: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1 }),
    left: fc.uniqueArray(fc.integer({ min: 1, max: 14 })),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), plan, (count, { kept, left }) => {
      const out = layOut(readingOf(pages(count)), {
        kept: kept.map(page => [page, 0]),
        left: left.filter(page => !kept.includes(page)),
      })
      const all = [
        ...out.reading.pages.map(page => page.origin ?? page.number),
        ...out.left.map(({ page }) => page.number),
      ]
      assert.deepEqual(
        all.toSorted((a, b) => a - b),
        Array.from({ length: count }, (_, index) => index + 1),
      )
      assert.equal(out.reading.text.split('\f').length, out.reading.pages.length)
    }),
  )
})

test('what lies between separators: the sheets are in no paper, and every other page is in one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.uniqueArray(fc.integer({ min: 1, max: 80 })), (count, sheets) => {
      const marks = new Map(sheets.filter(page => page <= count).map(page => [page, page]))
      const stretches = between(count, marks)
      const inside = stretches.flatMap(stretch => stretch.pages)
      assert.deepEqual(
        inside,
        Array.from({ length: count }, (_, index) => index + 1).filter(page => !marks.has(page)),
      )
      for (const { pages: within, mark } of stretches) if (mark !== null) assert.ok(within[0]! > mark)
    }),
  )
  assert.deepEqual(splitBefore(5, [2, 4]), [[1], [2, 3], [4, 5]])
})

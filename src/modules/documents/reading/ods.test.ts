import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeZip } from './fixtures/zip.ts'
import { read } from './read.ts'

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
const ods = (content: string | Uint8Array) =>
  makeZip({ mimetype, 'content.xml': content, 'META-INF/manifest.xml': '<manifest/>' })
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const book = (...sheets: string[]) =>
  `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>${sheets.map(rows => `<table:table>${rows}</table:table>`).join('')}</office:spreadsheet></office:body></office:document-content>`

test('a spreadsheet is read row by row, days as they are meant, sheets as pages, notes left out', async () => {
  const reading = await read(
    ods(
      book(
        row(cell('Hyra &amp; värme'), cell('12 500,00', 'office:value="12500"')) +
          row(cell('3 mars', 'office:value-type="date" office:date-value="2026-03-03T00:00:00"'), cell('')) +
          row('<table:table-cell table:number-columns-repeated="16384"/>') +
          row(
            '<table:table-cell><office:annotation><text:p>dold</text:p></office:annotation><text:p>Rad</text:p><text:p>två</text:p></table:table-cell>',
          ),
        row(cell('Blad två')),
      ),
    ),
    'budget.ods',
  )
  assert.equal(reading.error, null)
  assert.equal(reading.mediaKind, 'ods')
  assert.equal(reading.text, 'Hyra & värme  12 500,00\n2026-03-03\nRad två\fBlad två')
  assert.equal(reading.pages.length, 2)
})

test('a file that claims a million rows and cells stays small; a bomb is told; anything else ends', async () => {
  const claims = book(
    row(cell('x', 'table:number-columns-repeated="16384"')).replace(
      '<table:table-row>',
      '<table:table-row table:number-rows-repeated="1048576">',
    ),
  )
  assert.equal((await read(ods(claims), 'x.ods')).text, 'x')
  const many = await read(ods(book(row(cell('y')).repeat(25_000))), 'many.ods')
  assert.equal(many.text.split('\n').length, 20_000)
  const bomb = await read(ods(Buffer.alloc(30_000_000, 32)), 'bomb.ods')
  assert.equal(bomb.error?.name, 'zip-bomb')
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300 }), async noise => {
      const { error, mediaKind } = await read(ods(book(row(cell('a'))).slice(0, 120) + noise), 'noise.ods')
      assert.deepEqual([error, mediaKind], [null, 'ods'])
    }),
    { numRuns: 60 },
  )
})

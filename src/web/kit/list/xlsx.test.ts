import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import yauzl from 'yauzl'
import { sheetCell, toldColumns } from './sheet.ts'
import type { Column } from './types.ts'
import { columnName, type SheetCell, serialOf, xlsxOf } from './xlsx.ts'
import { crc32 } from './zip.ts'

/** The files of an archive, as another program reads them; it checks lengths and sums. */
async function unpacked(blob: Blob): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(await blob.arrayBuffer()), {
    lazyEntries: true,
    validateEntrySizes: true,
  })
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const content = await text(await zip.openReadStreamPromise(entry))
    assert.equal(crc32(new TextEncoder().encode(content)), (entry as unknown as { readonly crc32: number }).crc32)
    files.set(entry.fileName, content)
  }
  return files
}

const sheetOf = async (rows: readonly (readonly SheetCell[])[]) => {
  const files = await unpacked(await xlsxOf('Bills / 2026', ['Name', 'Sum'], rows))
  for (const [name, content] of files) {
    const parsed = XmlDocument.fromString(content)
    assert.ok(parsed.root, name)
    parsed.dispose()
  }
  return files
}

test('a sheet holds amounts with their currency, days as days, and text that nothing runs', async () => {
  const files = await sheetOf([
    ['=cmd|1', { money: { amount: '48312.50', currency: 'SEK' } }],
    ['Å & <ș>', { money: { amount: '-1284.60', currency: 'EUR' } }],
    [{ day: '2026-11-24' }, { number: 7 }],
    ['', { money: { amount: '1200', currency: 'JPY' } }],
  ])
  assert.deepEqual(
    [...files.keys()].toSorted(),
    [
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ].toSorted(),
  )
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  assert.match(sheet, /<c r="A2" t="inlineStr"><is><t xml:space="preserve">=cmd\|1</)
  assert.match(sheet, /<c r="B2" s="3"><v>48312\.50</)
  assert.match(sheet, /<c r="B3" s="4"><v>-1284\.60</)
  assert.match(sheet, /<c r="A4" s="2"><v>46350</)
  assert.match(sheet, /<c r="B4"><v>7</)
  assert.match(sheet, /Å &amp; &lt;ș&gt;/)
  const styles = files.get('xl/styles.xml') ?? ''
  assert.match(styles, /#,##0\.00\\ &quot;SEK&quot;/)
  assert.match(styles, /#,##0\\ &quot;JPY&quot;/)
  assert.match(files.get('xl/workbook.xml') ?? '', /name="Bills   2026"/)
})

test('any text is one cell of well-formed XML', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async texts => {
      const files = await sheetOf(texts.map(one => [one, '']))
      const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
      assert.equal(sheet.match(/<row /g)?.length, texts.length + 1)
    }),
    { numRuns: 40 },
  )
})

test('the sum is the CRC-32 that others compute', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926)
})

test('columns are named as in a spreadsheet, days counted as there', () => {
  assert.deepEqual([0, 25, 26, 701, 702].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA'])
  assert.equal(serialOf('1900-03-01'), 61)
  assert.equal(serialOf('2026-11-24'), 46_350)
})

test('a telephone number stays text; figures of a column of figures are numbers', () => {
  interface Line {
    readonly phone: string
    readonly effort: string
    readonly due: string
  }
  const columns: readonly Column<Line>[] = [
    { key: 'phone', label: 'Phone', text: ({ phone }) => phone, cell: () => null },
    { key: 'effort', label: 'Work', align: 'end', text: ({ effort }) => effort, cell: () => null },
    { key: 'due', label: 'Due', text: ({ due }) => due, cell: () => null },
    { key: 'mark', label: '', cell: () => null },
  ]
  const line = { phone: '0313900641', effort: '20', due: '2026-11-24' }
  assert.deepEqual(
    toldColumns(columns).map(column => sheetCell(column, line)),
    ['0313900641', { number: 20 }, { day: '2026-11-24' }],
  )
})

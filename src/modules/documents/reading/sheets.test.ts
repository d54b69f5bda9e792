import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeZip } from './fixtures/zip.ts'
import { read } from './read.ts'

const xlsx = (sheet: string, strings: readonly string[] = [], names: readonly string[] = ['Blad1']) =>
  makeZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${names.map(name => `<sheet name="${name}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  })

test('a workbook gives its cells where they stand, gaps and all; numbers and days as one reads them', async () => {
  const reading = await read(
    xlsx(
      '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
        '<row><c r="B2"><v>0.30000000000000004</v></c><c r="C2" s="1"><v>46000</v></c><c r="AA2"><v>7</v></c></row>' +
        '<row/><row><c t="inlineStr"><is><t>Sist</t></is></c><c><v>12</v></c></row>',
      ['Namn', 'Dag &amp; tid'],
      ['Lager'],
    ),
    'lager.xlsx',
  )
  const [sheet] = reading.sheets ?? []
  assert.deepEqual([sheet?.name, sheet?.cut], ['Lager', false])
  assert.deepEqual(sheet?.rows, [
    ['Namn', '', 'Dag & tid'],
    ['', '0.3', '2025-12-09', ...Array(23).fill(''), '7'],
    ['Sist', '12'],
  ])
  assert.equal(reading.text, 'Lager\nNamn  Dag & tid\n0.3  2025-12-09  7\nSist  12')
})

test('cells that claim to stand far out, and sheets without end, are cut and say so', async () => {
  const far = await read(xlsx('<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'), 'x.xlsx')
  assert.deepEqual([far.sheets?.[0]?.rows, far.sheets?.[0]?.cut], [[['1']], true])
  const wide = `<row>${'<c r="ALL1"><v>1</v></c>'}</row>`.repeat(30_000)
  const [sheet] = (await read(xlsx(wide), 'x.xlsx')).sheets ?? []
  assert.equal(sheet?.cut, true)
  assert.ok(sheet.rows.length <= 2001, `${sheet.rows.length} rows of a thousand cells`)
})

test('plain text is a table where its lines part alike; prose is none', async () => {
  const csv = await read(Buffer.from('Namn,Ort\n"Öberg, Karin",Göteborg\nLars,Mölndal\n'), 'kunder.csv')
  assert.deepEqual(csv.sheets, [
    {
      name: '',
      rows: [
        ['Namn', 'Ort'],
        ['Öberg, Karin', 'Göteborg'],
        ['Lars', 'Mölndal'],
      ],
      cut: false,
    },
  ])
  assert.equal((await read(Buffer.from('a;b;c\n1;2;3\n4;5;6\n'), 'export.txt')).sheets?.[0]?.rows.length, 3)
  for (const prose of ['Hej, hur mår du?\nBra, tack.\nBra, det.', 'En rad;\nen till;\noch en\n'])
    assert.equal((await read(Buffer.from(prose), 'brev.txt')).sheets, undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf } from './csv.ts'

const column = [{ label: 'Name', text: (row: string) => row }]

test('separators, quotes and line ends are kept inside quotes', () => {
  assert.equal(csvOf(column, ['a;b', 'say "no"', 'two\nlines'], ';'), 'Name\r\n"a;b"\r\n"say ""no"""\r\n"two\nlines"')
})

test('what a spreadsheet would run stands as text; figures keep their sign', () => {
  assert.equal(
    csvOf(column, ['=1+1', '@cmd', '-2+3', '-12 475,00'], ';'),
    "Name\r\n'=1+1\r\n'@cmd\r\n'-2+3\r\n-12 475,00",
  )
})

test('any text is one cell again when read by RFC 4180', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const [, cell = ''] = csvOf(column, [text], ';').split(/(?<=^Name)\r\n/)
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      assert.equal(read.replace(/^'/, ''), text.replaceAll('\u00a0', ' ').replace(/^'/, ''))
    }),
  )
})

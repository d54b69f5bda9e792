import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstColumnAsName, textOf } from './askPreview.ts'

test('where no column is a name, the first is taken for it and the others wait to be named', () => {
  assert.deepEqual(firstColumnAsName('12\t34\t56\n7\t8\t9'), {
    separator: '\t',
    header: false,
    columns: ['name', 'ignore', 'ignore'],
  })
  assert.deepEqual(firstColumnAsName('12;34,5;6'), {
    separator: ';',
    header: false,
    columns: ['name', 'ignore', 'ignore'],
  })
  assert.deepEqual(firstColumnAsName('12'), { separator: '\t', header: false, columns: ['name'] })
})

test('a file keeps its marks, whether saved as UTF-8 or as spreadsheets used to', async () => {
  assert.equal(await textOf(new File(['Ștefan Åkesson'], 'a.csv')), 'Ștefan Åkesson')
  assert.equal(await textOf(new File([new Uint8Array([0xc5, 0x6b, 0x65])], 'a.csv')), 'Åke')
})

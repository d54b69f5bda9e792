import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languagesFor } from './tesseract-languages.ts'
import { wordsOfTsv } from './tesseract-tsv.ts'

test('only word rows of the table are words; places are fractions, confidence too', () => {
  const tsv = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '4\t1\t1\t1\t1\t0\t100\t50\t400\t40\t-1\t',
    '5\t1\t1\t1\t1\t1\t100\t50\t200\t40\t91.5\tFaktura',
    '5\t1\t1\t1\t1\t2\t320\t50\t10\t40\t-1\t ',
  ].join('\n')
  assert.deepEqual(wordsOfTsv(tsv, 1000, 500), [{ text: 'Faktura', box: [0.1, 0.1, 0.2, 0.08], confidence: 0.915 }])
})

test('a known language is read by its own model, any other by all six', () => {
  assert.equal(languagesFor('ro'), 'ron')
  assert.equal(languagesFor('da'), 'nor')
  for (const other of [null, 'de', 'en']) assert.equal(languagesFor(other).split('+').length, 6)
})

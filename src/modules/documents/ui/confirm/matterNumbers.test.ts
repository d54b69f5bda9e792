import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matterNumbers } from './matterNumbers.ts'

test('numbers of matters stand in a text as written, each once, within bounds', () => {
  assert.deepEqual(matterNumbers('Angående M26-014, er ref. 2026/17 (M26-014). Ring 5.'), ['M26-014', '2026/17'])
  assert.equal(matterNumbers(Array.from({ length: 500 }, (_, n) => `A-${n}`).join(' ')).length, 80)
  assert.deepEqual(matterNumbers('ord-ord och 12345'), [])
})

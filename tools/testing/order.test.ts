import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { batchesOf } from './batches.ts'
import { longestFirst } from './order.ts'

test('the longest come first, the others by name, and none is lost; who is called long is there', () => {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'])
  const ordered = longestFirst(files)
  assert.equal(ordered[0], 'test/journeys/axe.test.ts')
  assert.deepEqual([...ordered].sort(), [...files].sort())
  const plain = longestFirst(['z.test.ts', 'test/crash.test.ts', 'a.test.ts', 'test/journeys/axe.test.ts'])
  assert.deepEqual(plain, ['test/journeys/axe.test.ts', 'test/crash.test.ts', 'a.test.ts', 'z.test.ts'])
})

test('small files of one place run together, a dozen at most; walks, journeys and long ones alone; each once', () => {
  const files = longestFirst(globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts']))
  const batches = batchesOf(files)
  assert.deepEqual(batches.flat().sort(), [...files].sort())
  assert.ok(batches.length < files.length / 2)
  for (const batch of batches.filter(({ length }) => length > 1)) {
    assert.ok(batch.length <= 12)
    assert.ok(batch.every(file => !file.startsWith('test/')))
  }
  assert.ok(batches.some(([only, more]) => only === 'src/modules/documents/pages/marks.test.ts' && !more))
})

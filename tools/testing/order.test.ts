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

test('files of one place run together, two dozen at most; walks and what changes its process alone; each once', () => {
  const files = longestFirst(globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts']))
  const batches = batchesOf(files)
  assert.deepEqual(batches.flat().sort(), [...files].sort())
  assert.ok(batches.length < files.length / 4)
  for (const batch of batches.filter(({ length }) => length > 1)) {
    assert.ok(batch.length <= 22)
    assert.equal(new Set(batch.map(file => file.startsWith('test/journeys/'))).size, 1)
  }
  for (const own of ['src/modules/documents/pages/marks.test.ts', 'test/crash.test.ts', 'src/app/https.test.ts']) {
    assert.ok(files.includes(own))
    assert.ok(batches.some(([only, more]) => only === own && !more))
  }
})

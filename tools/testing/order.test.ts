import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { longestFirst } from './order.ts'

test('the longest come first, the others by name, and none is lost; who is called long is there', () => {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'])
  const ordered = longestFirst(files)
  assert.equal(ordered[0], 'test/journeys/axe.test.ts')
  assert.deepEqual([...ordered].sort(), [...files].sort())
  const plain = longestFirst(['z.test.ts', 'test/crash.test.ts', 'a.test.ts', 'test/journeys/axe.test.ts'])
  assert.deepEqual(plain, ['test/journeys/axe.test.ts', 'test/crash.test.ts', 'a.test.ts', 'z.test.ts'])
})

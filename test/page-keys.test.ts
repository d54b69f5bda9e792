import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allPages } from './journeys/pages.ts'

test('no two pages are opened by the same keys', async () => {
  const pages = (await allPages()).filter(page => page.keys)
  const twice = [...Map.groupBy(pages, page => page.keys)].filter(([, some]) => some.length > 1)
  assert.deepEqual(
    twice.map(([keys, some]) => [keys, some.map(page => page.path)]),
    [],
  )
})

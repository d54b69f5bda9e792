import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { termOf } from './terms.ts'

test('every term that a rule is about has a word', () => {
  const folder = path.join(import.meta.dirname, 'rules')
  const source = readdirSync(folder)
    .map(name => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  const named = [...source.matchAll(/\['[a-z-]+', '((?:B[TG]-\d+)|ID)'\]|'(B[TG]-\d+)'/g)].map(
    match => match[1] ?? match[2] ?? '',
  )
  assert.ok(named.length > 300)
  assert.deepEqual(
    [...new Set(named)].filter(id => !termOf(id)),
    [],
  )
  assert.deepEqual(termOf('BT-37'), { word: 'town', part: 'seller' })
  assert.equal(termOf('BT-9999'), null)
})

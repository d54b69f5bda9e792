import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detailQueries } from './detailQueries.ts'

const kinds = [
  { kind: 'person', listQuery: 'directory.list-parties', detailQuery: 'directory.get-party' },
  { kind: 'organisation', listQuery: 'directory.list-parties', detailQuery: 'directory.get-party' },
  { kind: 'task', detailQuery: 'work.get-task' },
  { kind: 'line', detailQuery: null },
]

test('a field of one kind asks that kind; one of any kind asks each query once', () => {
  assert.deepEqual(detailQueries(kinds, 'task'), ['work.get-task'])
  assert.deepEqual(detailQueries(kinds, ''), ['directory.get-party', 'work.get-task'])
  assert.deepEqual(detailQueries(kinds, 'line'), [])
})

test('a field with a list of its own asks the kinds of that list, and nobody where it shows none', () => {
  assert.deepEqual(detailQueries(kinds, '', 'directory.list-parties'), ['directory.get-party'])
  assert.deepEqual(detailQueries(kinds, '', 'cases.list-kinds'), [])
})

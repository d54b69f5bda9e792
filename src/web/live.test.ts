import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Registry } from './answers.ts'
import { staleQueries } from './useLive.ts'

const registry: Registry = {
  commands: [],
  queries: [
    { name: 'work.desk', kinds: ['task'] },
    { name: 'work.list-tasks', kinds: ['task'] },
    { name: 'documents.stack', kinds: ['document'] },
    { name: 'kernel.list-jobs' },
  ],
  kinds: [{ kind: 'document', listQuery: 'documents.list-documents', detailQuery: 'documents.get-document' }],
}

test('a change makes stale what declares its kind, and the kind’s own list and detail', () => {
  assert.deepEqual(staleQueries({ seq: 1, kinds: ['task'], ids: [] }, registry), ['work.desk', 'work.list-tasks'])
  assert.deepEqual(staleQueries({ seq: 2, kinds: ['document'], ids: [] }, registry), [
    'documents.stack',
    'documents.list-documents',
    'documents.get-document',
  ])
  assert.deepEqual(staleQueries({ seq: 3, kinds: [], ids: [] }, registry), [])
})

test('after an interruption everything is', () => assert.deepEqual(staleQueries('all', registry), ['*']))

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { wordsSorter } from './firstWords.ts'

test('the frame, the rail and the desk have their words at first; other pages, forms and refusals bring theirs', async () => {
  const sort = wordsSorter(join(import.meta.dirname, '../../..'))
  const read = async (module: string) =>
    (await import(`../../modules/${module}/messages/en.ts`)).en as Record<string, string>
  const { first, apart } = sort({
    ...(await read('work')),
    ...(await read('documents')),
    ...(await read('notifications')),
    ...(await read('presence')),
  })
  for (const key of [
    'page.desk',
    'page.desk.empty',
    'page.quick.hint',
    'page.in',
    'page.presence.here',
    'choice.presence.state.lunch',
    'page.notices.all',
    'work.create-task',
    'kind.task',
    'reason.urgent',
  ])
    assert.ok(key in first, key)
  for (const key of [
    'page.goals.empty',
    'page.presence.find',
    'page.confirm.pile',
    'refusal.task-not-open',
    'refusal.task-not-open.todo',
    'field.effortMinutes',
    'documents.record-reading',
  ])
    assert.ok(key in apart && !(key in first), key)
  assert.ok(!Object.keys({ ...first, ...apart }).some(key => key.startsWith('event.')))
})

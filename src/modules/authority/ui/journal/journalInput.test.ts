import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journalInput } from './journalInput.ts'

test('days of the address are whole days of the office', () => {
  assert.deepEqual(journalInput({ from: '2026-11-24', until: '2026-11-24' }, 'Europe/Stockholm'), {
    from: '2026-11-23T23:00:00Z',
    until: '2026-11-24T23:00:00Z',
  })
  // The day on which summer time ends has 25 hours.
  const { from, until } = journalInput({ from: '2026-10-25', until: '2026-10-25' }, 'Europe/Stockholm')
  assert.equal((Date.parse(until!) - Date.parse(from!)) / 3_600_000, 25)
})

test('only what filters is asked', () => {
  assert.deepEqual(journalInput({ who: 'a', act: 'work.create-task', record: 'b', sort: 'x' }, 'Europe/Oslo'), {
    who: 'a',
    command: 'work.create-task',
    recordId: 'b',
  })
  assert.deepEqual(journalInput({}, 'Europe/Oslo'), {})
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesOf } from './changes.ts'

test('only what differs is sent; what was emptied is null, a note is emptied to no words', () => {
  const before = {
    title: 'Call',
    dueOn: '2026-11-24',
    note: 'At nine',
    why: null,
    repeat: { every: 'week', weekdays: [2] },
  }
  assert.deepEqual(changesOf(before, before), {})
  assert.deepEqual(changesOf(before, { ...before, why: undefined, repeat: { every: 'week', weekdays: [2] } }), {})
  assert.deepEqual(changesOf(before, { ...before, dueOn: undefined, note: undefined, repeat: null }), {
    dueOn: null,
    note: '',
    repeat: null,
  })
  assert.deepEqual(changesOf(before, { ...before, title: 'Call them' }), { title: 'Call them' })
})

test('the changes, laid over what was, give what is', () => {
  const values = fc.record({
    title: fc.string({ minLength: 1 }),
    dueOn: fc.option(fc.string({ minLength: 1 })),
    note: fc.string(),
    minutes: fc.option(fc.nat()),
  })
  fc.assert(
    fc.property(values, values, (before, now) =>
      assert.deepEqual({ ...before, ...changesOf(before, now) }, { ...now }),
    ),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endAfter } from './ends.ts'

const moment = { type: 'string', format: 'date-time' } as const
const schema = { type: 'object', properties: { startsAt: moment, endsAt: moment, title: { type: 'string' } } } as const

test('an end that is not said yet comes an hour after its beginning', () => {
  assert.deepEqual(endAfter(schema, {}, 'startsAt', '2026-12-01T09:00:00Z'), { endsAt: '2026-12-01T10:00:00Z' })
})

test('a beginning that moves takes its end along', () => {
  const before = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T11:30:00Z' }
  assert.deepEqual(endAfter(schema, before, 'startsAt', '2026-12-03T13:00:00Z'), { endsAt: '2026-12-03T15:30:00Z' })
})

test('an end before its beginning is put right; what has no end, or no moment, changes nothing else', () => {
  const before = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-11-30T09:00:00Z' }
  assert.deepEqual(endAfter(schema, before, 'startsAt', '2026-12-01T08:00:00Z'), { endsAt: '2026-12-01T09:00:00Z' })
  assert.deepEqual(endAfter(schema, before, 'title', 'Board'), {})
  assert.deepEqual(endAfter(schema, before, 'startsAt', undefined), {})
  assert.deepEqual(
    endAfter({ type: 'object', properties: { startsAt: moment } }, {}, 'startsAt', '2026-12-01T08:00:00Z'),
    {},
  )
})

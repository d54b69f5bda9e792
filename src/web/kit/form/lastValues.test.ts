import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonSchema } from '../../answers.ts'
import { lastOf, stillHolding } from './lastValues.ts'

const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', control: 'record', hidden: true },
    name: { type: 'string' },
    country: { anyOf: [{ type: 'string', control: 'country' }, { type: 'null' }] },
    role: { enum: ['client', 'supplier'] },
    urgency: { enum: ['low', 'high'], default: 'low' },
    ownerId: { type: 'string', control: 'person' },
    amount: { type: 'object', control: 'money' },
  },
  required: ['name'],
}
const sent = {
  id: '1',
  name: 'Kustfast',
  country: 'SE',
  role: 'supplier',
  urgency: 'high',
  ownerId: 'p1',
  amount: { amount: '1', currency: 'SEK' },
}
const minute_ms = 60_000

test('what repeats is kept; names, amounts and what has a usual value are not', () => {
  assert.deepEqual(lastOf(schema, sent), { country: 'SE', role: 'supplier', ownerId: 'p1' })
})

test('people stay for the pile, choices for good', () => {
  const last = { at: 0, value: lastOf(schema, sent) }
  assert.deepEqual(stillHolding(schema, last, 5 * minute_ms), { country: 'SE', role: 'supplier', ownerId: 'p1' })
  assert.deepEqual(stillHolding(schema, last, 31 * minute_ms), { country: 'SE', role: 'supplier' })
})

test('a choice that the form no longer offers is forgotten', () => {
  const last = { at: 0, value: { role: 'visitor', gone: 'x' } }
  assert.deepEqual(stillHolding(schema, last, 0), {})
})

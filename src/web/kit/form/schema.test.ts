import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonSchema } from '../../answers.ts'
import {
  asksSomething,
  controlOf,
  emptied,
  inputOf,
  isComplete,
  missingFields,
  shownProperties,
  startOf,
} from './schema.ts'

const uuid: JsonSchema = { type: 'string', format: 'uuid', control: 'record' }
const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { ...uuid, hidden: true },
    title: { type: 'string', control: 'text' },
    dueOn: { anyOf: [{ type: 'string', format: 'date', control: 'date' }, { type: 'null' }] },
    urgent: { type: 'boolean' },
    note: { type: 'string', control: 'longtext', folded: true },
    urgency: { enum: ['low', 'high'], default: 'low' },
  },
  required: ['id', 'title', 'urgent'],
}

test('the control is what the meaning asks for', () => {
  assert.equal(controlOf({ type: 'string', control: 'money' }), 'money')
  assert.equal(controlOf({ anyOf: [{ type: 'string', format: 'date', control: 'date' }, { type: 'null' }] }), 'date')
  assert.equal(controlOf({ type: 'array', items: uuid }), 'records')
  assert.equal(controlOf({ type: 'array', items: { enum: ['a', 'b'] } }), 'choices')
  assert.equal(controlOf({ type: 'array', items: { type: 'object', properties: {} } }), 'rows')
  assert.equal(controlOf({ enum: ['a'] }), 'choice')
  assert.equal(controlOf({ type: 'integer' }), 'number')
  assert.equal(controlOf({ type: 'string', maxLength: 20_000 }), 'longtext')
})

test('hidden properties are the page’s; defaults are begun with', () => {
  assert.deepEqual(
    shownProperties(schema).map(([name]) => name),
    ['title', 'dueOn', 'urgent', 'note', 'urgency'],
  )
  assert.deepEqual(startOf(schema), { urgency: 'low' })
})

test('what is blank and needed is missing; a tick is never missing', () => {
  assert.deepEqual(missingFields(schema, { id: '1', title: '' }), ['title'])
  assert.ok(isComplete(schema, { id: '1', title: 'Call' }))
})

test('blank optional fields are left out, an untouched tick is no', () => {
  assert.deepEqual(inputOf(schema, { id: '1', title: 'Call', dueOn: '', note: undefined }), {
    id: '1',
    title: 'Call',
    urgent: false,
  })
})

test('an emptied field goes as null where it may be none, and only there', () => {
  const dueOn = schema.properties?.['dueOn']
  assert.equal(emptied(dueOn, undefined), null)
  assert.equal(emptied(dueOn, '2026-11-24'), '2026-11-24')
  assert.equal(emptied(schema.properties?.['note'], undefined), undefined)
  const value = { id: '1', title: 'Call', dueOn: emptied(dueOn, undefined), note: emptied(uuid, undefined) }
  assert.deepEqual(inputOf(schema, value), { id: '1', title: 'Call', dueOn: null, urgent: false })
})

test('a needed field that was emptied is answered where none is an answer', () => {
  const owner: JsonSchema = { properties: { ownerId: { anyOf: [uuid, { type: 'null' }] } }, required: ['ownerId'] }
  assert.deepEqual(missingFields(owner, {}), ['ownerId'])
  assert.deepEqual(missingFields(owner, { ownerId: null }), [])
  assert.deepEqual(inputOf(owner, { ownerId: null }), { ownerId: null })
})

test('a command asks while anything open is unanswered, not for what is folded', () => {
  assert.ok(asksSomething(schema, { id: '1' }))
  const simple: JsonSchema = {
    properties: { id: { ...uuid, hidden: true }, note: { type: 'string', folded: true } },
    required: ['id'],
  }
  assert.ok(!asksSomething(simple, { id: '1' }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenOf, rruleOf, ruleKinds } from './rules.ts'

test('what is chosen comes back as it was chosen', () => {
  const fromOn = '2026-11-24'
  for (const kind of ruleKinds) {
    const n = kind === 'last-workday' ? -1 : kind === 'quarter' || kind === 'year' || kind === 'own' ? 0 : 3
    const rrule = rruleOf({ kind, n }, fromOn, 'FREQ=DAILY')
    assert.deepEqual(chosenOf({ rrule, fromOn }), { kind, n }, rrule)
  }
  assert.equal(chosenOf({ rrule: 'FREQ=MONTHLY;BYDAY=-1TH', fromOn }).kind, 'own')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guestsIn, linesIn } from './programmeLines.ts'

test('a programme as people write it', () => {
  assert.deepEqual(linesIn('9:30 Boat\n12.00 Lunch\nat the quay\n\n14 Walk'), [
    { time: '09:30', what: 'Boat' },
    { time: '12:00', what: 'Lunch at the quay' },
    { time: '14:00', what: 'Walk' },
  ])
  fc.assert(
    fc.property(fc.string(), text => {
      for (const { time, what } of linesIn(text))
        assert.ok(/^([01]\d|2[0-3]):[0-5]\d$/.test(time) && what.trim() !== '')
    }),
  )
})

test('guests pasted from a mail or a sheet', () => {
  assert.deepEqual(guestsIn('Eva Lindholm <eva@x.example>\nana@y.example; Piet\tpiet@z.example\nnobody'), [
    { name: 'Eva Lindholm', email: 'eva@x.example' },
    { name: 'ana', email: 'ana@y.example' },
    { name: 'Piet', email: 'piet@z.example' },
  ])
})

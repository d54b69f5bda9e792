import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMinutes, officeHours } from '../../office-hours.ts'
import { workdayOf } from './workday.ts'

test('eight to five with an hour at noon, unless the office says otherwise', () => {
  assert.deepEqual(workdayOf({}), { from: 8, until: 17, breaks: [{ from: 12, until: 13 }] })
  const early = {
    'workday.from': '07:30',
    'workday.until': '16:00',
    'workday.breakFrom': '11:30',
    'workday.breakUntil': '12:00',
  }
  assert.deepEqual(workdayOf(early), { from: 7.5, until: 16, breaks: [{ from: 11.5, until: 12 }] })
  assert.equal(workdayOf({ 'workday.from': '09:00' }).from, 9)
})

test('it is the day that the server counts with, whatever stands in the settings', () => {
  const clock = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':')),
    fc.constantFrom('', '25:00', 'noon'),
  )
  const day = fc.record(
    { 'workday.from': clock, 'workday.until': clock, 'workday.breakFrom': clock, 'workday.breakUntil': clock },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(day, settings => {
      const { from, until, breaks } = workdayOf(settings)
      const rest = breaks.reduce((sum, pause) => sum + pause.until - pause.from, 0)
      assert.equal(Math.round((until - from - rest) * 60), dayMinutes(officeHours(settings)))
    }),
  )
})

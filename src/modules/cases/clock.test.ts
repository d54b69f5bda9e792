import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeHours, workingCalendar } from '../work/contract.ts'
import { afterWorking, workingBetween, type WorkingTime } from './clock.ts'

const time: WorkingTime = {
  zone: 'Europe/Stockholm',
  hours: officeHours(undefined),
  calendar: workingCalendar('SE'),
}
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()
const local = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString({ smallestUnit: 'minute' })

test('it runs in working hours, past lunch, night, weekend and Christmas', () => {
  assert.equal(local(afterWorking(at('2026-11-24T09:42'), 480, time)), '2026-11-25T09:42')
  assert.equal(local(afterWorking(at('2026-11-24T11:30'), 60, time)), '2026-11-24T13:30')
  assert.equal(local(afterWorking(at('2026-11-27T16:30'), 60, time)), '2026-11-30T08:30')
  assert.equal(local(afterWorking(at('2026-12-23T16:00'), 120, time)), '2026-12-28T09:00')
  assert.equal(local(afterWorking(at('2026-11-22T03:00'), 30, time)), '2026-11-23T08:30')
  assert.equal(workingBetween(at('2026-11-27T16:30'), at('2026-11-30T08:30'), time), 60)
  assert.equal(workingBetween(at('2026-11-30T08:30'), at('2026-11-27T16:30'), time), -60)
  assert.equal(workingBetween(at('2026-11-28T08:00'), at('2026-11-29T20:00'), time), 0)
})

test('what is added is what lies between, and it is what counting minute by minute gives', () => {
  const moment = fc.integer({ min: 0, max: 60 * 24 * 400 }).map(n => at('2026-01-01T00:00').add({ minutes: n }))
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 4000 }), (from, minutes) => {
      assert.equal(workingBetween(from, afterWorking(from, minutes, time), time), minutes)
    }),
    { numRuns: 100 },
  )
  const works = (moment_: Temporal.Instant) => {
    const { hour } = moment_.toZonedDateTimeISO(time.zone)
    const day = moment_.toZonedDateTimeISO(time.zone).toPlainDate()
    return time.calendar.isWorkday(day) && hour >= 8 && hour < 17 && hour !== 12
  }
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 600 }), (from, quarters) => {
      // quarters of an hour: the office's hours begin and end on them
      const begin = from.round({ smallestUnit: 'hour', roundingMode: 'floor' })
      let sum = 0
      for (let n = 0; n < quarters; n++) if (works(begin.add({ minutes: 15 * n }))) sum += 15
      assert.equal(workingBetween(begin, begin.add({ minutes: 15 * quarters }), time), sum)
    }),
    { numRuns: 30 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingCalendar } from '../work/contract.ts'
import { appealPeriod, decisionPeriod, lastDayIn, nextCheck } from './periods.ts'

const { compare, from } = Temporal.PlainDate
const day = fc.integer({ min: 0, max: 3000 }).map(n => from('2024-01-01').add({ days: n }))
const country = fc.constantFrom('SE', 'NO', 'NL', 'RO', 'PT', 'GB', 'DE')

test('days that the law gives', () => {
  // three weeks from Thursday 3 December 2026 end on Christmas Eve, when no Swedish office works
  assert.equal(String(lastDayIn(from('2026-12-03'), appealPeriod('SE'), 'SE')), '2026-12-28')
  assert.equal(String(lastDayIn(from('2026-11-02'), appealPeriod('NL'), 'NL')), '2026-12-14')
  assert.equal(String(lastDayIn(from('2026-11-02'), decisionPeriod('RO'), 'RO')), '2026-12-02')
  // thirty working days in Portugal, without 1 and 8 December
  assert.equal(String(lastDayIn(from('2026-11-02'), appealPeriod('PT'), 'PT')), '2026-12-16')
})

test('a period ends on a day when people work, never early, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(day, country, fc.integer({ min: 1, max: 200 }), fc.boolean(), (start, land, days, plain) => {
      const period = { days, unit: plain ? ('day' as const) : ('workday' as const) }
      const end = lastDayIn(start, period, land)
      assert.ok(workingCalendar(land).isWorkday(end))
      assert.ok(compare(end, start.add({ days })) >= 0)
      assert.ok(compare(lastDayIn(start.add({ days: 1 }), period, land), end) >= 0)
    }),
  )
})

test('checks keep the day of the month of the first, and lie ahead', () => {
  assert.equal(String(nextCheck(from('2026-01-31'), 'month', from('2026-02-28'))), '2026-03-31')
  assert.equal(nextCheck(from('2026-01-31'), 'once', from('2026-02-28')), null)
  fc.assert(
    fc.property(day, fc.constantFrom('month', 'quarter', 'half-year', 'year'), fc.nat(2000), (first, every, later) => {
      const after = first.add({ days: later })
      const next = nextCheck(first, every, after)!
      assert.ok(compare(next, after) > 0)
      assert.equal(next.day, Math.min(first.day, next.daysInMonth))
    }),
  )
})

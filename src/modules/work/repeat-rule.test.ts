import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { repeatRule } from './contract.ts'
import { lastStart, minutesLeft, officeHours } from './office-hours.ts'
import { firstOccurrence, nextOccurrence } from './repeat-rule.ts'
import { easter, orthodoxEaster, workingCalendar } from './working-days.ts'

const sweden = workingCalendar('SE')
const date = (text: string) => Temporal.PlainDate.from(text)
const next = (rule: Parameters<typeof repeatRule.decode>[0], from: string, count: number, calendar = sweden) => {
  const decoded = repeatRule.decode(rule)
  const found: string[] = []
  let [anchor, after] = [date(from), date(from)]
  for (let n = 0; n < count; n++) {
    const occurrence = nextOccurrence(decoded, anchor, after, calendar)
    if (!occurrence) break
    found.push(occurrence.dueOn.toString())
    anchor = occurrence.anchorOn
    after = occurrence.dueOn
  }
  return found
}

test('Easter, and holidays that follow it (dates of the almanacs)', () => {
  assert.deepEqual(
    [2024, 2025, 2026, 2027, 2038].map(year => easter(year).toString()),
    ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'],
  )
  assert.deepEqual(
    [2024, 2025, 2026, 2027].map(year => orthodoxEaster(year).toString()),
    ['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02'],
  )
})

test('holidays of the countries: known free days are no working days, the days beside them are', () => {
  const free: readonly (readonly [string, readonly string[], string])[] = [
    ['SE', ['2026-06-19', '2026-12-24', '2026-05-14', '2026-01-06'], '2026-06-18'],
    ['NO', ['2027-05-17', '2026-04-02', '2026-05-25', '2026-05-14'], '2026-12-24'],
    ['NL', ['2026-04-27', '2026-05-25', '2025-05-05'], '2026-05-05'],
    ['RO', ['2026-04-13', '2026-06-01', '2026-12-01', '2026-01-06'], '2026-04-06'],
    ['PT', ['2026-06-04', '2026-06-10', '2026-12-08', '2026-04-03'], '2026-04-06'],
    ['GB', ['2026-08-31', '2026-12-28', '2027-12-27', '2027-12-28'], '2026-12-29'],
    ['IE', ['2026-03-17', '2026-02-02', '2026-10-26', '2026-06-01'], '2026-04-03'],
  ]
  for (const [country, days, workday] of free) {
    const calendar = workingCalendar(country)
    for (const day of days) assert.equal(calendar.isWorkday(date(day)), false, `${country} ${day}`)
    assert.equal(calendar.isWorkday(date(workday)), true, `${country} ${workday}`)
  }
})

test('rules give the days that a calendar shows', () => {
  assert.deepEqual(next({ every: 'week', weekdays: [1, 4] }, '2026-11-23', 4), [
    '2026-11-26',
    '2026-11-30',
    '2026-12-03',
    '2026-12-07',
  ])
  assert.deepEqual(next({ every: 'week', interval: 2, weekdays: [1, 4] }, '2026-11-26', 3), [
    '2026-12-07',
    '2026-12-10',
    '2026-12-21',
  ])
  assert.deepEqual(next({ every: 'month' }, '2026-01-31', 3), ['2026-02-28', '2026-03-28', '2026-04-28'])
  assert.deepEqual(next({ every: 'month', dayOfMonth: 31 }, '2026-01-31', 3), [
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ])
  assert.deepEqual(next({ every: 'month', nth: { n: -1, weekday: 5 } }, '2026-11-01', 3), [
    '2026-11-27',
    '2026-12-25',
    '2027-01-29',
  ])
  // the third working day: Christmas and Epiphany are not among them
  assert.deepEqual(next({ every: 'month', workday: 3 }, '2026-11-30', 3), ['2026-12-03', '2027-01-07', '2027-02-03'])
  assert.deepEqual(next({ every: 'month', dayOfMonth: 25, shift: 'before' }, '2026-10-25', 3), [
    '2026-11-25',
    '2026-12-23',
    '2027-01-25',
  ])
  assert.deepEqual(next({ every: 'workday' }, '2026-12-23', 3), ['2026-12-28', '2026-12-29', '2026-12-30'])
  assert.deepEqual(next({ every: 'year' }, '2024-02-29', 2), ['2025-02-28', '2026-02-28'])
  assert.deepEqual(next({ every: 'day', until: '2026-11-26' }, '2026-11-24', 5), ['2026-11-25', '2026-11-26'])
})

const anyRule = fc.oneof(
  fc.record({
    every: fc.constantFrom('day' as const, 'workday' as const, 'week' as const, 'month' as const, 'year' as const),
    interval: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    every: fc.constant('week' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    nth: fc.record({ n: fc.constantFrom(-1, 1, 2, 3, 4, 5), weekday: fc.integer({ min: 1, max: 7 }) }),
  }),
  fc.record({ every: fc.constant('month' as const), workday: fc.constantFrom(-1, 1, 2, 3, 10, 23) }),
)

test('the next one is always later, on a working day where so asked, and the first is not before its start', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.constantFrom('none' as const, 'before' as const, 'after' as const),
      fc.integer({ min: 0, max: 1500 }),
      (given, shift, days) => {
        const rule = repeatRule.decode({ ...given, shift })
        const start = date('2026-01-01').add({ days })
        const first = firstOccurrence(rule, start, sweden)
        const second = nextOccurrence(rule, first.anchorOn, first.dueOn, sweden)
        assert.ok(shift === 'before' || Temporal.PlainDate.compare(first.dueOn, start) >= 0)
        assert.ok(second && Temporal.PlainDate.compare(second.dueOn, first.dueOn) > 0)
        if (shift !== 'none') assert.ok(sweden.isWorkday(second!.dueOn))
      },
    ),
  )
})

test('working hours: what is left of a day, and the last moment to begin', () => {
  const hours = officeHours({ 'workday.from': '08:00', 'workday.until': '17:00' })
  const moment = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`)
  assert.equal(minutesLeft(moment('2026-11-24T09:42'), hours, sweden), 378)
  assert.equal(minutesLeft(moment('2026-11-24T12:30'), hours, sweden), 240)
  assert.equal(minutesLeft(moment('2026-11-21T09:42'), hours, sweden), 0)
  assert.equal(lastStart(moment('2026-11-24T15:00'), 120, hours, sweden).toString(), '2026-11-24T13:00:00')
  assert.equal(lastStart(moment('2026-11-24T15:00'), 180, hours, sweden).toString(), '2026-11-24T11:00:00')
  assert.equal(lastStart(moment('2026-11-23T09:00'), 120, hours, sweden).toString(), '2026-11-20T16:00:00')
  assert.deepEqual(officeHours({ 'workday.from': '18:00', 'workday.until': '09:00' }), officeHours(undefined))
})

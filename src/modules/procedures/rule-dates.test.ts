import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingCalendar } from '../work/contract.ts'
import type { Shift } from './contract/shapes.ts'
import { daysBetween, dueDay, nextDay, nextDays, UnreadableRule } from './rule-dates.ts'

const sweden = workingCalendar('SE')
const d = (text: string) => Temporal.PlainDate.from(text)
const rule = (rrule: string, fromOn = '2026-01-01', shift: Shift = 'none') => ({ rrule, fromOn: d(fromOn), shift })
const texts = (days: readonly Temporal.PlainDate[]) => days.map(String)

test('rules as offices have them', () => {
  const cases: readonly (readonly [ReturnType<typeof rule>, string, readonly string[]])[] = [
    [rule('FREQ=MONTHLY;BYMONTHDAY=26'), '2026-11-22', ['2026-11-26', '2026-12-26', '2027-01-26']],
    // the 26th of December is Boxing Day, a Saturday: Monday the 28th
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=26', '2026-01-01', 'after'),
      '2026-12-01',
      ['2026-12-28', '2027-01-26', '2027-02-26'],
    ],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=26', '2026-01-01', 'before'),
      '2026-12-01',
      ['2026-12-23', '2027-01-26', '2027-02-26'],
    ],
    // the third working day: January begins on a holiday and a weekend, and Twelfth Day is one too
    [rule('FREQ=MONTHLY;BYWORKDAY=3'), '2026-12-01', ['2026-12-03', '2027-01-07', '2027-02-03']],
    [rule('FREQ=MONTHLY;BYWORKDAY=-1'), '2026-12-01', ['2026-12-30', '2027-01-29', '2027-02-26']],
    [rule('FREQ=WEEKLY;BYDAY=FR'), '2026-11-22', ['2026-11-27', '2026-12-04', '2026-12-11']],
    [rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-02'), '2026-11-22', ['2026-11-30', '2026-12-14', '2026-12-28']],
    [rule('FREQ=MONTHLY;BYDAY=-1TH'), '2026-11-22', ['2026-11-26', '2026-12-31', '2027-01-28']],
    [rule('FREQ=YEARLY;BYYEARDAY=150'), '2026-11-22', ['2027-05-30', '2028-05-29', '2029-05-30']],
    [
      rule('FREQ=YEARLY;BYMONTH=2,3,4,5,6,7,9,10,11,12;BYMONTHDAY=12\nFREQ=YEARLY;BYMONTH=1,8;BYMONTHDAY=17'),
      '2026-11-22',
      ['2026-12-12', '2027-01-17', '2027-02-12'],
    ],
    [rule('FREQ=MONTHLY;UNTIL=20261226;BYMONTHDAY=26'), '2026-11-22', ['2026-11-26', '2026-12-26']],
    [rule('FREQ=DAILY;COUNT=3', '2026-11-20'), '2026-11-21', ['2026-11-21', '2026-11-22']],
    [rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), '2026-11-22', []],
  ]
  for (const [given, from, wanted] of cases)
    assert.deepEqual(texts(nextDays(given, d(from), wanted.length || 1, sweden)), wanted, given.rrule)
})

test('what is no rule of days is not read', () => {
  for (const text of [
    '',
    'hello',
    'FREQ=HOURLY',
    'FREQ=SECONDLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYWORKDAY=3',
    'FREQ=MONTHLY;BYWORKDAY=0',
    'FREQ=MONTHLY;BYWORKDAY=3;BYMONTHDAY=4',
  ])
    assert.throws(() => nextDay(rule(text), d('2026-11-22'), sweden), UnreadableRule, text)
})

const someDay = fc.integer({ min: 0, max: 4_000 }).map(days => d('2024-01-01').add({ days }))
const someRule = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map(n => `FREQ=MONTHLY;BYMONTHDAY=${n}`),
  fc.integer({ min: 1, max: 23 }).map(n => `FREQ=MONTHLY;BYWORKDAY=${n}`),
  fc.constantFrom('MO', 'WE', 'FR', 'SU').map(day => `FREQ=WEEKLY;BYDAY=${day}`),
  fc.integer({ min: 1, max: 12 }).map(month => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=1`),
)

test('property: moved days are working days near their own, in order, within the stretch, and any stretch gives the same days', () => {
  fc.assert(
    fc.property(
      someRule,
      someDay,
      fc.constantFrom<Shift>('before', 'after'),
      fc.integer({ min: 1, max: 400 }),
      (rrule, from, shift, length) => {
        const given = { rrule, fromOn: d('2024-01-01'), shift }
        const to = from.add({ days: length })
        const days = daysBetween(given, from, to, sweden)
        for (const [index, day] of days.entries()) {
          assert.ok(sweden.isWorkday(day))
          assert.ok(Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0)
          if (index > 0) assert.equal(Temporal.PlainDate.compare(days[index - 1]!, day), -1)
        }
        const middle = from.add({ days: Math.floor(length / 2) })
        const halves = [
          ...daysBetween(given, from, middle, sweden),
          ...daysBetween(given, middle.add({ days: 1 }), to, sweden),
        ]
        assert.deepEqual(texts(halves), texts(days))
      },
    ),
    { numRuns: 60 },
  )
})

test('property: so many working days away has just so many working days between', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -30, max: 30 }), (date, days) => {
      const due = dueDay(date, { days, unit: 'workday', shift: 'none' }, sweden)
      let between = 0
      const step = days < 0 ? -1 : 1
      for (let day = date; !day.equals(due); ) {
        day = day.add({ days: step })
        if (sweden.isWorkday(day)) between++
      }
      assert.equal(between, Math.abs(days))
    }),
    { numRuns: 200 },
  )
  assert.equal(String(dueDay(d('2026-12-25'), { days: -2, unit: 'workday', shift: 'none' }, sweden)), '2026-12-22')
  assert.equal(String(dueDay(d('2026-11-21'), { days: 0, unit: 'day', shift: 'after' }, sweden)), '2026-11-23')
})

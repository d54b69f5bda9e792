import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOf, dayNumber, instantOf, minutesOf, wallClock } from './clock.ts'
import { clashing, stretchesOf } from './hours.ts'

const zones = ['Europe/Stockholm', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe']
const someDay = fc.integer({
  min: dayNumber(Temporal.PlainDate.from('2020-01-01')),
  max: dayNumber(Temporal.PlainDate.from('2030-12-31')),
})

test('a wall clock tells what Temporal tells, on days that a clock changes too', () => {
  // the last Sundays of March and October, and whatever else is drawn
  const changes = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05'].map(date =>
    dayNumber(Temporal.PlainDate.from(date)),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.oneof(someDay, fc.constantFrom(...changes)),
      fc.integer({ min: 0, max: 1439 }),
      (zone, day, minute) => {
        const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
        const told = dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: time })
        const at = wallClock(zone).minuteOf(day, minute)
        assert.equal(at, minutesOf(told.toInstant()))
        const local = wallClock(zone).localOf(at)
        const back = instantOf(at).toZonedDateTimeISO(zone)
        assert.deepEqual(
          [dateOf(local.day).toString(), local.minute],
          [back.toPlainDate().toString(), back.hour * 60 + back.minute],
        )
      },
    ),
    { numRuns: 400 },
  )
})

test('hours of the week become stretches by the clock of the zone, without days that do not count', () => {
  const window = [
    minutesOf(Temporal.Instant.from('2026-10-23T00:00:00Z')),
    minutesOf(Temporal.Instant.from('2026-10-27T00:00:00Z')),
  ] as const
  const week = [1, 5].map(weekday => ({ weekday, from: 480, until: 1020 }))
  const at = (counts: (date: Temporal.PlainDate) => boolean) =>
    stretchesOf(week, { zone: 'Europe/Stockholm', window, counts }).map(([from, until]) => [
      String(instantOf(from)),
      String(instantOf(until)),
    ])
  // Friday in summer time, Monday in winter time
  assert.deepEqual(
    at(() => true),
    [
      ['2026-10-23T06:00:00Z', '2026-10-23T15:00:00Z'],
      ['2026-10-26T07:00:00Z', '2026-10-26T16:00:00Z'],
    ],
  )
  assert.equal(at(date => date.dayOfWeek !== 1).length, 1)
})

test('hours that overlap or end before they begin are found', () => {
  assert.equal(
    clashing([
      { weekday: 1, from: 480, until: 720 },
      { weekday: 1, from: 720, until: 1020 },
    ]),
    null,
  )
  assert.equal(
    clashing([
      { weekday: 1, from: 480, until: 721 },
      { weekday: 1, from: 720, until: 1020 },
    ])?.from,
    720,
  )
  assert.equal(clashing([{ weekday: 2, from: 600, until: 600 }])?.weekday, 2)
})

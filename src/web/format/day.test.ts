import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  fullDay,
  longDay,
  mondayOf,
  relativeDay,
  shortDay,
  weekdayDay,
  weekdayOf,
  weekOf,
} from './day.ts'
import { momentOf, readTime } from './moment.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('weeks are those of ISO 8601 at the turn of the year', () => {
  assert.deepEqual(weekOf('2026-11-24'), { year: 2026, week: 48 })
  assert.deepEqual(weekOf('2027-01-03'), { year: 2026, week: 53 })
  assert.deepEqual(weekOf('2024-12-30'), { year: 2025, week: 1 })
  assert.equal(mondayOf(2026, 48), '2026-11-23')
})

test('days and weeks agree with Temporal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: -60, max: 60 }), (days, months) => {
      const day = addDays('2020-01-31', days)
      const known = Temporal.PlainDate.from('2020-01-31').add({ days })
      assert.equal(day, known.toString())
      assert.equal(weekdayOf(day), known.dayOfWeek)
      assert.deepEqual(weekOf(day), { year: known.yearOfWeek, week: known.weekOfYear })
      assert.equal(addMonths(day, months), known.add({ months }).toString())
      assert.equal(daysBetween('2020-01-31', day), days)
    }),
  )
})

test('the office’s clock gives the moment, in summer and winter, as Temporal does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7000 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom('Europe/Stockholm', 'Europe/Bucharest', 'Europe/Lisbon', 'UTC'),
      (days, minute, zone) => {
        const day = addDays('2020-01-01', days)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const known = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
        const moment = momentOf(day, time, zone)
        const isAmbiguous = !Temporal.PlainDateTime.from(`${day}T${time}`)
          .toZonedDateTime(zone, { disambiguation: 'earlier' })
          .equals(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'later' }))
        if (!isAmbiguous) assert.equal(Temporal.Instant.from(moment).epochMilliseconds, known.epochMilliseconds)
      },
    ),
  )
})

test('the office’s day is that of its zone', () => {
  assert.equal(dayIn('Europe/Stockholm', new Date('2026-11-23T23:30:00Z')), '2026-11-24')
  assert.equal(dayIn('America/New_York', new Date('2026-11-24T02:00:00Z')), '2026-11-23')
})

test('days are written as the design writes them', () => {
  const today = '2026-11-24'
  assert.equal(plain(weekdayDay('2026-11-27', 'en', today)), 'Fri 27 Nov')
  assert.equal(plain(shortDay('2025-09-25', 'en', today)), '25 Sep 2025')
  assert.equal(plain(fullDay('2026-11-20', 'sv')), '20 nov 2026')
  assert.equal(plain(fullDay('2026-11-20', 'nb')), '20. nov 2026')
  assert.equal(plain(longDay('2026-11-24', 'en', today)), 'Tuesday 24 November')
  assert.equal(plain(longDay('2026-11-24', 'pt', today)), 'Terça-feira 24 de novembro')
  assert.equal(relativeDay('2026-11-27', 'en', '2026-11-24'), 'in 3 days')
  assert.equal(relativeDay('2026-11-27', 'nb', '2026-11-24'), 'om 3 dager')
})

test('times are read as typed', () => {
  const said = {
    '9': '09:00',
    '930': '09:30',
    '9:30': '09:30',
    '14.30': '14:30',
    '0:05': '00:05',
    '24': null,
    '9:75': null,
    noon: null,
  }
  for (const [text, time] of Object.entries(said)) assert.equal(readTime(text), time, text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, weekdayOf } from '../../../web/format/day.ts'
import { daysShown, readSaidDay, stepped } from './calendar/range.ts'
import { workingCalendar } from '../../work/working-days.ts'
import { holidaysIn } from '../days/own-holidays.ts'
import { nthOf, readRule, type SaidRule, writeRule } from './event/rule.ts'
import { readSaid } from './event/said.ts'
import { inZone, localIn, momentFrom, stretchIn, stretchOfWhen, whenOf } from './zones.ts'

/** A Tuesday. */
const today = '2026-11-24'

test('an event is read out of a line as it is said, in each language', () => {
  const of = (text: string, language = 'en') => readSaid(text, today, language)
  assert.deepEqual(of('Lunch with Karin fri 12-13 @ Klippan'), {
    title: 'Lunch with Karin',
    day: '2026-11-27',
    from: '12:00',
    until: '13:00',
    place: 'Klippan',
  })
  assert.deepEqual(of('Budget review on 3 dec at 9'), {
    title: 'Budget review',
    day: '2026-12-03',
    from: '09:00',
    until: null,
    place: null,
  })
  assert.deepEqual(of('Möte med Gunilla på fredag kl 14.30', 'sv'), {
    title: 'Möte med Gunilla',
    day: '2026-11-27',
    from: '14:30',
    until: null,
    place: null,
  })
  assert.equal(of('Overleg morgen 9:00-9:30', 'nl').day, '2026-11-25')
  assert.equal(of('Reunião amanhã às 15', 'pt').from, '15:00')
  assert.equal(of('Ședință vineri 10-11', 'ro').day, '2026-11-27')
})

test('what only looks like a day or an hour stays in the title', () => {
  for (const title of ['Marta and Jan', 'Quarter 3 report', 'Room 14', 'Kv. Hajen', 'Rounds 12', 'March', '9', ''])
    assert.deepEqual(readSaid(title, today, 'en'), { title, day: null, from: null, until: null, place: null }, title)
  assert.equal(readSaid('Score 14-12', today, 'en').title, 'Score 14-12')
  assert.equal(readSaid('Party 24.12', today, 'en').day, '2026-12-24')
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), text => {
      const { from, until, day } = readSaid(text, today, 'sv')
      assert.ok(from === null || /^\d\d:\d\d$/.test(from))
      assert.ok(until === null || (from !== null && until > from))
      assert.ok(day === null || /^\d{4}-\d\d-\d\d$/.test(day))
    }),
    { numRuns: 300 },
  )
})

test('a day is gone to as it is said: a week, a date, the next one of a weekday', () => {
  assert.equal(readSaidDay('v 47', today, 'sv'), '2027-11-22')
  assert.equal(readSaidDay('w 49', today, 'en'), '2026-11-30')
  assert.equal(readSaidDay('3 dec', today, 'en'), '2026-12-03')
  assert.equal(readSaidDay('fri', today, 'en'), '2026-11-27')
  assert.equal(readSaidDay('next fri', today, 'en'), '2026-12-04')
  assert.equal(readSaidDay('nästa tis', today, 'sv'), '2026-12-01')
  assert.equal(readSaidDay('nonsense', today, 'en'), null)
})

const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('1990-01-01', days))
const ends = fc.record({
  interval: fc.integer({ min: 1, max: 12 }),
  count: fc.constantFrom(null, 5),
  until: fc.constantFrom(null, '2051-12-18'),
})
const weekdays = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
  .map(days => days.toSorted((a, b) => a - b))

test('a rule that was said is read again as it was said', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('day', 'week', 'month', 'nth', 'year'),
      ends,
      weekdays,
      (first, every, end, on) => {
        const said: SaidRule = {
          every: every === 'nth' ? 'month' : every,
          weekdays: every === 'week' ? on : [],
          nth: every === 'nth' ? nthOf(first) : null,
          ...end,
          until: end.count ? null : end.until,
        }
        assert.deepEqual(readRule(writeRule(said, first), first), said)
      },
    ),
    { numRuns: 300 },
  )
})

test('rules with more to them are left as they are; working days are a week’s', () => {
  for (const rule of [
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=DAILY;BYHOUR=9,15',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=SECONDLY',
  ])
    assert.equal(readRule(rule, today), null, rule)
  assert.deepEqual(readRule('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', today)?.weekdays, [1, 2, 3, 4, 5])
  assert.equal(nthOf('2026-11-24'), 4)
  assert.equal(nthOf('2026-11-30'), 5)
})

test('moments stand on the clock of the zone and come back, also where clocks change', () => {
  assert.equal(localIn('Europe/Stockholm', '2026-07-01T08:00:00Z'), '2026-07-01T10:00')
  assert.equal(inZone('2026-03-29T09:00', 'Europe/Stockholm', 'America/New_York'), '2026-03-29T03:00')
  const zones = ['Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'Europe/Lisbon', 'Australia/Lord_Howe']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000 }), (zone, minutes) => {
      const at = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000).toISOString().replace('.000Z', 'Z')
      const local = localIn(zone, at)
      assert.equal(localIn(zone, momentFrom(local, zone)), local)
    }),
    { numRuns: 200 },
  )
  const stretch = { from: '2026-11-25T10:00', until: '2026-11-25T11:00', allDay: false }
  const when = whenOf(stretch, 'Europe/Stockholm', 'Europe/London')
  assert.deepEqual(when, { allDay: false, start: '2026-11-25T09:00', end: '2026-11-25T10:00', zone: 'Europe/London' })
  assert.deepEqual(stretchOfWhen(when, 'Europe/Stockholm'), stretch)
  assert.deepEqual(stretchIn('Europe/Stockholm', { allDay: true, from: today, until: today, start: '', end: '' }), {
    from: today,
    until: today,
    allDay: true,
  })
})

test('each view shows its days and walks to the next without leaving one out', () => {
  assert.deepEqual(daysShown('week', today, 1, false).map(weekdayOf), [1, 2, 3, 4, 5])
  assert.equal(daysShown('month', today, 1, true)[0], '2026-10-26')
  fc.assert(
    fc.property(day, fc.constantFrom('day' as const, 'week' as const, 'list' as const), (from, view) => {
      const last = daysShown(view, from, 1, true).at(-1) ?? ''
      assert.equal(daysShown(view, stepped(view, from, 1), 1, true)[0], addDays(last, 1))
      assert.equal(stepped(view, stepped(view, from, 1), -1), from)
    }),
    { numRuns: 100 },
  )
})

test('public holidays are the days on which the office’s calendar of work does not work, and those of weekends', () => {
  for (const country of ['SE', 'NO', 'NL', 'RO', 'PT', 'GB', 'IE']) {
    const calendar = workingCalendar(country)
    const named = holidaysIn(country, 2024, 2031)
    for (let at = '2024-01-01'; at < '2032-01-01'; at = addDays(at, 1)) {
      if (weekdayOf(at) > 5) continue
      const off = !calendar.isWorkday(Temporal.PlainDate.from(at))
      if (off) assert.ok(named.has(at), `${country} ${at} has no name`)
      // Liberation Day is free in the Netherlands only every fifth year.
      else assert.ok(!named.has(at) || named.get(at) === 'page.holiday.liberation-day', `${country} ${at} is worked on`)
    }
  }
  assert.equal(holidaysIn('FR', 2026, 2026).size, 0)
})

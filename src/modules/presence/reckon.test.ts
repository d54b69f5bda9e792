import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stretchesAround } from './hours.ts'
import { isReachable, type Known, reachableFrom, type Span, standingAt } from './reckon.ts'

const zone = 'Europe/Stockholm'
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const span = (from: string, until: string): Span => ({
  from: at(`2026-11-24T${from}`),
  until: at(`2026-11-24T${until}`),
})
const office = [1, 2, 3, 4, 5].flatMap(weekday => [
  { weekday, from: 480, until: 720 },
  { weekday, from: 780, until: 1020 },
])
const now = Temporal.Instant.from('2026-11-24T08:42:00Z')
const hours = stretchesAround(now, zone, office, () => false)
const plain: Known = { word: null, leave: [], trips: [], busy: [], hours }
const told = (known: Known, time: string) => {
  const { state, until } = standingAt(known, at(`2026-11-24T${time}`))
  return [
    state,
    until === null
      ? null
      : Temporal.Instant.fromEpochMilliseconds(until)
          .toZonedDateTimeISO(zone)
          .toPlainTime()
          .toString({ smallestUnit: 'minute' }),
  ]
}

test('hours alone: in, at lunch between the stretches of a day, off at night', () => {
  assert.deepEqual(told(plain, '09:42'), ['in', '12:00'])
  assert.deepEqual(told(plain, '12:10'), ['lunch', '13:00'])
  assert.deepEqual(told(plain, '19:00'), ['off', '08:00'])
  assert.deepEqual(told({ ...plain, hours: [] }, '09:42'), ['off', null])
})

test('meetings that follow on one another are one; the next one ends being in', () => {
  const busy = [span('10:30', '11:00'), span('11:00', '11:30'), span('15:00', '15:30')].map(one => ({
    ...one,
    away: false,
  }))
  const known = { ...plain, busy }
  assert.deepEqual(told(known, '09:42'), ['in', '10:30'])
  assert.deepEqual(told(known, '10:31'), ['meeting', '11:30'])
  assert.equal(reachableFrom(known, at('2026-11-24T10:31')), at('2026-11-24T11:30'))
  assert.deepEqual(told({ ...plain, busy: [{ ...span('09:00', '12:00'), away: true }] }, '10:00'), ['off', '12:00'])
})

test('leave counts before a trip, a trip before the calendar; a word before all, but that one is in or at home leaves meetings', () => {
  const meeting = [{ ...span('10:00', '11:00'), away: false }]
  const known = { ...plain, busy: meeting, trips: [span('00:00', '18:00')] }
  assert.deepEqual(told(known, '10:10'), ['travelling', '18:00'])
  assert.deepEqual(told({ ...known, leave: [span('00:00', '16:00')] }, '10:10'), ['leave', '16:00'])
  const word = (state: 'home' | 'lunch') => ({ state, ...span('08:00', '17:00') })
  assert.deepEqual(told({ ...known, word: word('lunch') }, '10:10'), ['lunch', '17:00'])
  assert.deepEqual(told({ ...known, word: word('home') }, '10:10'), ['meeting', '11:00'])
  assert.deepEqual(told({ ...known, word: word('home') }, '09:10'), ['home', '10:00'])
  assert.deepEqual(told({ ...known, word: word('home') }, '17:10'), ['travelling', '18:00'])
})

test('eight is eight on the days the clocks change', () => {
  for (const day of ['2026-10-25', '2027-03-28']) {
    const around = Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant()
    const week = stretchesAround(around, zone, [{ weekday: 7, from: 480, until: 1440 }], () => false)
    assert.ok(
      week.some(
        one =>
          one.from === at(`${day}T08:00`) && one.until === at(`${Temporal.PlainDate.from(day).add({ days: 1 })}T00:00`),
      ),
    )
  }
})

test('whatever is known, who is told reachable from a moment is so then, and was not before', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: -300, max: 3000 }), fc.integer({ min: 5, max: 600 })).map(([from, long]) => ({
      from: now.epochMilliseconds + from * 60_000,
      until: now.epochMilliseconds + (from + long) * 60_000,
    })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(spans, spans, spans, fc.option(spans), (leave, trips, busy, said) => {
      const word = said?.[0] ? { ...said[0], state: 'lunch' as const } : null
      const known: Known = {
        ...plain,
        word,
        leave,
        trips,
        busy: busy.map(one => ({ ...one, away: false })).sort((a, b) => a.from - b.from),
      }
      const from = reachableFrom(known, now.epochMilliseconds)
      if (from === null) return true
      if (!isReachable(standingAt(known, from).state)) return false
      for (let t = now.epochMilliseconds; t < from; t += 7 * 60_000)
        if (isReachable(standingAt(known, t).state) && !leaves(known, t)) return false
      return true
    }),
    { numRuns: 300 },
  )
})

/** A word that begins later takes effect then: until its beginning nothing of it is known to end what holds. */
const leaves = ({ word }: Known, at: number): boolean => word !== null && at < word.from

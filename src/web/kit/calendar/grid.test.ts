import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, weekdayOf } from '../../format/day.ts'
import { daysOf, type GridEvent, movedBy, segmentOn } from './gridEvent.ts'
import { inRows, sideBySide } from './lanes.ts'
import { addMinutes, localFrom, minutesBetween, minutesInDay, minutesOfLocal } from './locals.ts'
import { firstWeekdayIn, mondayIn, type Weekday, weeksOfMonth, weekStart } from './weeks.ts'

const span = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]) => ({ from, until: Math.min(from + length, minutesInDay) }))

test('what overlaps is laid side by side, inside the column, and nothing lies on anything else', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 14 }), spans => {
      const laid = sideBySide(spans)
      assert.equal(laid.length, spans.length)
      for (const [index, one] of laid.entries()) {
        assert.ok(one.left >= 0 && one.width > 0 && one.left + one.width <= 1 + 1e-9)
        for (const other of laid.slice(index + 1)) {
          const meets = one.item.from < other.item.until && other.item.from < one.item.until
          const covers = one.left < other.left + other.width - 1e-9 && other.left < one.left + one.width - 1e-9
          assert.ok(!(meets && covers), JSON.stringify([one, other]))
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('one that overlaps nothing has the whole width; of two each has half; a third fills the lane that is free', () => {
  const at = (from: number, until: number) => ({ from: from * 60, until: until * 60 })
  const widths = (...spans: { from: number; until: number }[]) =>
    sideBySide(spans).map(({ left, width }) => [left, width])
  assert.deepEqual(widths(at(8, 9), at(9, 10)), [
    [0, 1],
    [0, 1],
  ])
  assert.deepEqual(widths(at(8, 10), at(9, 11)), [
    [0, 0.5],
    [0.5, 0.5],
  ])
  assert.deepEqual(widths(at(8, 12), at(8, 9), at(9, 10)), [
    [0, 0.5],
    [0.5, 0.5],
    [0.5, 0.5],
  ])
})

test('bars of whole days share rows and never a day', () => {
  const bar = fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 12 }), bars => {
      const rows = inRows(bars)
      for (const [index, one] of rows.entries())
        for (const other of rows.slice(index + 1))
          if (one.row === other.row) assert.ok(one.item.last < other.item.first || other.item.last < one.item.first)
      const most = Math.max(
        0,
        ...Array.from({ length: 7 }, (_, day) => bars.filter(b => b.first <= day && b.last >= day).length),
      )
      assert.equal(Math.max(0, ...rows.map(({ row }) => row + 1)), most)
    }),
    { numRuns: 200 },
  )
})

const event = (from: string, until: string, allDay = false): GridEvent => ({
  key: 'a',
  title: 'a',
  from,
  until,
  allDay,
  hue: 'blue',
  look: 'busy',
})

test('the parts of an event on its days add up to its length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (start, length) => {
      const from = localFrom('2026-02-26', start)
      const one = event(from, addMinutes(from, length))
      assert.equal(minutesBetween(one.from, one.until), length)
      const [first, last] = daysOf(one)
      let total = 0
      for (let day = first; day <= last; day = addDays(day, 1)) {
        const part = segmentOn(one, day)
        assert.ok(part && part.until > part.from, day)
        total += part.until - part.from
      }
      assert.equal(total, length)
      assert.equal(segmentOn(one, addDays(first, -1)), null)
      assert.equal(segmentOn(one, addDays(last, 1)), null)
    }),
    { numRuns: 200 },
  )
})

test('what is moved keeps its length and its hour', () => {
  const moved = movedBy(event('2026-03-28T23:30', '2026-03-29T01:00'), 1, 45)
  assert.deepEqual(moved, { from: '2026-03-30T00:15', until: '2026-03-30T01:45', allDay: false })
  assert.deepEqual(movedBy(event('2026-02-27', '2026-03-01', true), 7, 0), {
    from: '2026-03-06',
    until: '2026-03-08',
    allDay: true,
  })
  assert.equal(minutesOfLocal(localFrom('2026-03-01', -15)), 23 * 60 + 45)
})

test('weeks begin where the country begins them, and are numbered by their Monday', () => {
  assert.equal(firstWeekdayIn('SE'), 1)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 7 }), (days, first) => {
      const day = addDays('1990-01-01', days)
      const start = weekStart(day, first as Weekday)
      assert.equal(weekdayOf(start), first)
      assert.ok(start <= day && addDays(start, 6) >= day)
      assert.equal(weekdayOf(mondayIn(start)), 1)
      const weeks = weeksOfMonth(day, first as Weekday)
      assert.ok(weeks[0]! <= `${day.slice(0, 7)}-01` && weeks.length >= 4 && weeks.length <= 6)
      assert.ok(weeks.some(week => week === start))
    }),
    { numRuns: 300 },
  )
})

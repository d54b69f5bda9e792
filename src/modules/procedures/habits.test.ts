import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingCalendar } from '../work/contract.ts'
import { type Done, habitsOf, likeTitle, remembering, rhythmOf, tail } from './habits.ts'

const calendar = remembering(workingCalendar('SE'))
const today = Temporal.PlainDate.from('2026-11-24')
const d = (text: string) => Temporal.PlainDate.from(text)
const seed = Number(process.env['HABITS_SEED'] ?? 20261122)

const found = (days: readonly Temporal.PlainDate[]) => {
  const rhythm = rhythmOf(days, today, calendar)
  return rhythm && [rhythm.rhythm, rhythm.n, rhythm.weekday, rhythm.times]
}

test('titles of the same work are alike, whatever month or number stands in them', () => {
  const alike: readonly (readonly [string, string])[] = [
    ['Petty cash, October 2026', 'Petty cash – november'],
    ['Lönekörning 10/2026', 'Lönekörning 11/2026'],
    ['Closing Q3', 'Closing Q4'],
    ['Verslag week 44', 'Verslag week 45'],
    ['Declarația 112 octombrie', 'Declarația 112 noiembrie'],
  ]
  for (const [a, b] of alike) assert.equal(likeTitle(a), likeTitle(b), a)
  assert.notEqual(likeTitle('Pay the rent'), likeTitle('Pay the wages'))
})

test('the third working day, four months running; every Friday; the 25th', () => {
  const month = (m: number) => Temporal.PlainYearMonth.from({ year: 2026, month: m })
  assert.deepEqual(found([8, 9, 10, 11].map(m => calendar.nthOfMonth(month(m), 3))), ['workday-of-month', 3, null, 4])
  const fridays = [0, 1, 2, 3, 4, 5].map(n => d('2026-10-16').add({ weeks: n }))
  assert.deepEqual(found(fridays), ['week', 5, null, 6])
  assert.deepEqual(
    found([7, 8, 9, 10].map(m => d(`2026-${String(m).padStart(2, '0')}-25`)).map(day => calendar.onOrBefore(day))),
    ['day-of-month', 25, null, 4],
  )
  assert.equal(found([8, 9, 10].map(m => calendar.nthOfMonth(month(m), 3))), null, 'three months prove nothing')
  assert.equal(found(fridays.map(day => day.subtract({ days: 70 }))), null, 'what has stopped is no habit')
})

/** Days of a planted rhythm, the last of them not long before today. */
const planted = fc
  .record({
    kind: fc.constantFrom('workday-of-month', 'week', 'two-weeks', 'day-of-month', 'workdays'),
    n: fc.integer({ min: 1, max: 10 }),
    times: fc.integer({ min: 6, max: 12 }),
  })
  .map(({ kind, n, times }) => {
    const back = Array.from({ length: times }, (_, index) => times - 1 - index)
    const month = (ago: number) => today.toPlainYearMonth().subtract({ months: ago + 1 })
    const weekday = (n % 5) + 1
    const base = today.subtract({ days: today.dayOfWeek - weekday + (weekday > today.dayOfWeek ? 7 : 0) })
    const days = {
      'workday-of-month': () => back.map(ago => calendar.nthOfMonth(month(ago), n)),
      'day-of-month': () => back.map(ago => calendar.onOrAfter(month(ago).toPlainDate({ day: n + 8 }))),
      week: () => back.map(ago => base.subtract({ weeks: ago })),
      'two-weeks': () => back.map(ago => base.subtract({ weeks: ago * 2 })),
      workdays: () => {
        const some: Temporal.PlainDate[] = []
        for (
          let day = today.subtract({ days: 28 });
          Temporal.PlainDate.compare(day, today) < 0;
          day = day.add({ days: 1 })
        )
          if (calendar.isWorkday(day)) some.push(day)
        return some
      },
    }[kind]!()
    return {
      kind,
      n: kind === 'workdays' ? 1 : kind === 'day-of-month' ? n + 8 : kind.includes('week') ? weekday : n,
      days,
    }
  })

test(`property: planted rhythms are found as what they are (seed ${seed})`, () => {
  let exact = 0
  const cases = fc.sample(planted, { seed, numRuns: 300 })
  for (const { kind, n, days } of cases) {
    const rhythm = rhythmOf(days, today, calendar)
    assert.ok(rhythm, `${kind} ${n}: ${days.join(' ')}`)
    // another rhythm may fit the same days as well: then it must give just these days
    if (rhythm.rhythm === kind && rhythm.n === n) exact++
    else assert.ok(rhythm.times >= days.length * 0.8, `${kind} ${n} was told as ${JSON.stringify(rhythm)}`)
  }
  assert.ok(exact >= cases.length * 0.9, `${exact} of ${cases.length}`)
})

test(`property: a planted rhythm is found with one of seven days missed or done a day late (seed ${seed})`, () => {
  const cases = fc.sample(
    fc.record({ month: fc.integer({ min: 1, max: 8 }), off: fc.integer({ min: 1, max: 6 }), late: fc.boolean() }),
    { seed, numRuns: 100 },
  )
  for (const { month: n, off, late } of cases) {
    const days = Array.from({ length: 8 }, (_, index) =>
      calendar.nthOfMonth(today.toPlainYearMonth().subtract({ months: 8 - index }), n),
    ).flatMap((day, index) => (index !== off ? [day] : late ? [calendar.onOrAfter(day.add({ days: 1 }))] : []))
    assert.ok(rhythmOf(days, today, calendar), `${n} without ${off}: ${days.join(' ')}`)
  }
})

test(`property: days without a rhythm are hardly ever taken for one (seed ${seed})`, () => {
  const some = fc
    .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 40 })
    .map(agos =>
      [
        ...new Map(
          agos.map(ago => calendar.onOrBefore(today.subtract({ days: ago }))).map(day => [String(day), day]),
        ).values(),
      ].sort(Temporal.PlainDate.compare),
    )
  const cases = fc.sample(some, { seed, numRuns: 1_000 })
  const mistaken = cases.filter(days => rhythmOf(days, today, calendar))
  assert.ok(
    mistaken.length <= cases.length * 0.005,
    `${mistaken.length} of ${cases.length}, as ${mistaken[0]?.join(' ')}`,
  )
})

test(`property: a weekly rhythm that gives way to public holidays is found all the same (seed ${seed})`, () => {
  const some = fc.record({
    country: fc.constantFrom('SE', 'NO', 'NL', 'RO', 'PT', 'GB', 'IE'),
    weekday: fc.integer({ min: 1, max: 5 }),
    until: fc.integer({ min: 0, max: 700 }),
    weeks: fc.integer({ min: 6, max: 14 }),
    before: fc.boolean(),
  })
  let moved = 0
  for (const { country, weekday, until, weeks, before } of fc.sample(some, { seed, numRuns: 400 })) {
    const here = remembering(workingCalendar(country))
    const last = d('2026-01-05').add({ days: until })
    const first = last.subtract({ days: last.dayOfWeek - weekday }).subtract({ weeks })
    const wanted = Array.from({ length: weeks }, (_, week) => first.add({ weeks: week }))
    const days = wanted.map(day => (before ? here.onOrBefore(day) : here.onOrAfter(day)))
    // around Christmas and Easter whole weeks are moved: what lies in the week of its day counts
    const own = days.filter((day, at) => Math.abs(day.until(wanted[at]!).days) < 4)
    if (new Set(own.map(String)).size < 6 || own.length < wanted.length) continue
    moved += own.filter((day, at) => !day.equals(wanted[at]!)).length
    const rhythm = rhythmOf(own, last, here)
    assert.ok(rhythm, `${country} ${weekday}: ${own.join(' ')}`)
    if (rhythm.rhythm === 'week') assert.equal(rhythm.n, weekday)
  }
  assert.ok(moved > 20, `${moved} were moved`)
})

test('habits are told by the title of the last time, and only of what has a rhythm', () => {
  const done: Done[] = []
  for (let n = 0; n < 8; n++)
    done.push({ title: `Send the weekly report ${n + 40}`, on: d('2026-10-02').add({ weeks: n }) })
  for (const on of ['2026-08-03', '2026-09-17', '2026-10-28', '2026-11-11', '2026-11-13'])
    done.push({ title: 'Call the landlord', on: d(on) })
  const habits = habitsOf(done, today, calendar)
  assert.deepEqual(
    habits.map(({ title, rhythm, n, times }) => [title, rhythm, n, times]),
    [['Send the weekly report 47', 'week', 5, 8]],
  )
})

test('the tail of the binomial is what it is by the book', () => {
  assert.ok(Math.abs(tail(10, 8, 0.5) - 56 / 1024) < 1e-12)
  assert.ok(Math.abs(tail(4, 0, 0.3) - 1) < 1e-12)
  assert.ok(Math.abs(tail(3, 3, 0.2) - 0.008) < 1e-12)
})

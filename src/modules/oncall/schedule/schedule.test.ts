import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { finalRow, gaps, type Override } from './final.ts'
import { type Layer, layerRow, localOf, momentOf } from './layers.ts'
import { loadOf, nightRows, nightsOf } from './load.ts'
import { problemsOf } from './problems.ts'

const zones = ['Europe/Stockholm', 'Europe/Lisbon', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'] as const
const clock = fc
  .tuple(fc.nat(23), fc.constantFrom(0, 15, 30))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const day = fc.nat(700).map(days => Temporal.PlainDate.from('2025-09-01').add({ days }).toString())
const people = (most: number) =>
  fc.integer({ min: 1, max: most }).map(n => Array.from({ length: n }, (_, i) => `p${i}`))
const layer: fc.Arbitrary<Layer> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('Layer'),
  people: people(5),
  unit: fc.constantFrom('hour', 'day', 'week'),
  every: fc.integer({ min: 1, max: 14 }),
  startsOn: day,
  handOver: clock,
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: clock,
  until: clock,
})
const quarter = 900_000
const window = fc.tuple(day, fc.integer({ min: 1, max: 9 })).map(([from, days]): [number, number] => {
  const start = Temporal.PlainDate.from(from).toZonedDateTime('UTC').epochMilliseconds
  return [start, start + days * 86_400_000]
})

/** Whose it is at a moment, as one would say it by looking at the wall. */
function saidByTheWall(one: Layer, zone: string, at: number): string | null {
  const covers = [0, 1].some(back => {
    const date = localOf(at, zone).toPlainDate().subtract({ days: back })
    if (!one.days.includes(date.dayOfWeek)) return false
    const from = momentOf(date.toPlainDateTime(one.from), zone)
    const until = momentOf(date.add({ days: one.until <= one.from ? 1 : 0 }).toPlainDateTime(one.until), zone)
    return from <= at && at < until
  })
  const always = one.days.length === 7 && one.from === one.until
  if (!covers && !always) return null
  const first = Temporal.PlainDate.from(one.startsOn).toPlainDateTime(one.handOver)
  let turn = -1
  while (momentOf(first.add({ [`${one.unit}s`]: (turn + 1) * one.every }), zone) <= at) turn++
  return turn < 0 ? null : one.people[turn % one.people.length]!
}

test('at each moment the final row says what the wall says: the last override, else the first layer that covers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(layer, { minLength: 1, maxLength: 3 }),
      window,
      fc.array(fc.tuple(fc.nat(800), fc.integer({ min: 1, max: 200 })), { maxLength: 4 }),
      fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }),
      (zone, given, [from, until], cuts, moments) => {
        const layers = given.map((one, n) => ({
          ...one,
          id: `l${n}`,
          startsOn: one.startsOn < '2025-09-20' ? one.startsOn : '2025-09-10',
        }))
        const overrides: Override[] = cuts.map(([start, length], n) => ({
          id: `o${n}`,
          personId: `x${n}`,
          start: from + start * quarter,
          end: from + (start + length) * quarter,
        }))
        const final = finalRow({ zone, layers }, overrides, [from, until])
        for (let n = 1; n < final.length; n++) assert.ok(final[n - 1]!.end <= final[n]!.start)
        assert.ok(final.every(one => one.end > one.start && one.start >= from && one.end <= until))
        for (const number of moments) {
          const at = from + (number % Math.max(1, Math.floor((until - from) / 60_000))) * 60_000
          const given = overrides.findLast(one => one.start <= at && at < one.end)?.personId
          const wanted = given ?? layers.map(one => saidByTheWall(one, zone, at)).find(one => one !== null) ?? null
          const has = final.filter(one => one.start <= at && at < one.end)
          assert.ok(has.length <= 1)
          assert.equal(has[0]?.personId ?? null, wanted)
        }
        const free = gaps(final, [from, until]).reduce((sum, [a, b]) => sum + b - a, 0)
        const had = final.reduce((sum, one) => sum + one.end - one.start, 0)
        assert.equal(free + had, until - from)
      },
    ),
    { numRuns: 150 },
  )
})

test('hand-overs keep to the clock on the wall when it changes; no hour is lost or had twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 2, max: 5 }),
      clock,
      fc.constantFrom('day', 'week'),
      (zone, count, handOver, unit) => {
        const one: Layer = {
          id: 'l',
          name: 'L',
          people: Array.from({ length: count }, (_, n) => `p${n}`),
          unit: unit as 'day',
          every: 1,
          startsOn: '2026-01-05',
          handOver,
          days: [1, 2, 3, 4, 5, 6, 7],
          from: '00:00',
          until: '00:00',
        }
        const span: [number, number] = [
          momentOf(Temporal.PlainDateTime.from(`2026-03-16T${handOver}`), zone),
          momentOf(Temporal.PlainDateTime.from(`2026-11-30T${handOver}`), zone),
        ]
        const row = layerRow(one, zone, span)
        assert.equal(row[0]!.start, span[0])
        assert.equal(row.at(-1)!.end, span[1])
        for (let n = 1; n < row.length; n++) {
          assert.equal(row[n]!.start, row[n - 1]!.end)
          assert.equal(
            momentOf(localOf(row[n]!.start, zone).toPlainDate().toPlainDateTime(handOver), zone),
            row[n]!.start,
          )
          assert.equal(row[n]!.turn, row[n - 1]!.turn + 1)
        }
      },
    ),
    { numRuns: 60 },
  )
  const week: Layer = {
    id: 'l',
    name: 'L',
    people: ['a', 'b'],
    unit: 'week',
    every: 1,
    startsOn: '2026-01-05',
    handOver: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    from: '00:00',
    until: '00:00',
  }
  const hours = (from: string) => {
    const start = momentOf(Temporal.PlainDateTime.from(`${from}T08:00`), 'Europe/Stockholm')
    const [first] = layerRow(week, 'Europe/Stockholm', [start, start + 8 * 86_400_000])
    return (first!.end - first!.start) / 3_600_000
  }
  assert.deepEqual([hours('2026-03-16'), hours('2026-03-23'), hours('2026-10-19')], [168, 167, 169])
})

test('over a whole cycle each has as many turns as the others', () => {
  fc.assert(
    fc.property(layer, fc.integer({ min: 1, max: 3 }), (given, cycles) => {
      const one = { ...given, id: 'l', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' }
      const first = Temporal.PlainDate.from(one.startsOn).toPlainDateTime(one.handOver)
      const many = cycles * one.people.length
      const span: [number, number] = [
        momentOf(first, 'UTC'),
        momentOf(first.add({ [`${one.unit}s`]: many * one.every }), 'UTC'),
      ]
      const by = Map.groupBy(layerRow(one, 'UTC', span), stretch => stretch.personId)
      assert.equal(by.size, one.people.length)
      for (const own of by.values()) {
        assert.equal(new Set(own.map(stretch => stretch.turn)).size, cycles)
        assert.equal(
          own.reduce((sum, { start, end }) => sum + end - start, 0),
          (span[1] - span[0]) / one.people.length,
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('what is wrong is said: gaps, whoever is away or elsewhere, too many nights, who left or cannot be reached', () => {
  const zone = 'Europe/Stockholm'
  const one: Layer = {
    id: 'l',
    name: 'L',
    people: ['a', 'b'],
    unit: 'week',
    every: 1,
    startsOn: '2026-12-07',
    handOver: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    from: '17:00',
    until: '08:00',
  }
  const at = (local: string) => momentOf(Temporal.PlainDateTime.from(local), zone)
  const window: [number, number] = [at('2026-12-07T17:00'), at('2026-12-28T08:00')]
  const final = finalRow({ zone, layers: [one] }, [], window)
  const isWorkday = (date: Temporal.PlainDate) =>
    date.dayOfWeek <= 5 && !['2026-12-24', '2026-12-25'].includes(String(date))
  const looked = {
    spec: { zone, layers: [one] },
    final,
    window,
    always: true,
    steps: 1,
    reachable: new Set(['a']),
    here: new Set(['a', 'b']),
    away: [
      { personId: 'a', start: at('2026-12-09T00:00'), end: at('2026-12-10T00:00'), rotaId: null },
      { personId: 'b', start: at('2026-12-15T00:00'), end: at('2026-12-15T01:00'), rotaId: 'r' },
    ],
    mostNights: 6,
    isWorkday,
  }
  const found = problemsOf(looked)
  const count = (code: string) => found.filter(problem => problem.code === code).length
  assert.deepEqual(
    ['unreachable', 'gap', 'away', 'double', 'nights', 'holiday', 'left', 'no-steps'].map(count),
    [1, 20, 2, 1, 3, 2, 0, 0],
  )
  assert.ok(found.every(problem => problem.hard === ['unreachable', 'gap'].includes(problem.code)))
  assert.deepEqual(
    problemsOf({
      ...looked,
      always: false,
      steps: 0,
      here: new Set(['a']),
      away: [],
      mostNights: null,
      isWorkday: () => true,
    }).map(({ code }) => code),
    ['no-steps', 'left'],
  )
  const own = final.filter(stretch => stretch.personId === 'a')
  assert.deepEqual(
    nightRows(nightsOf(own, zone)).map(row => row.count),
    [7, 7],
  )
  assert.deepEqual(loadOf(own, zone, isWorkday), { minutes: 2 * 7 * 15 * 60, nights: 14, freeMinutes: expectedFree() })
  /** Two weekends with their mornings and evenings, Christmas Eve and Day with theirs, and the last Monday's morning is worked. */
  function expectedFree(): number {
    return (2 * 2 + 2) * 15 * 60
  }
})

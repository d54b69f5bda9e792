import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allowanceAmount, allowanceDays } from './allowance-days.ts'
import { converted, distanceAmount, kilometresOf, tenthsOf } from './amounts.ts'

const at = (text: string) => Temporal.PlainDateTime.from(text)
const shares = (country: string, left: string, back: string) =>
  allowanceDays(country, { left: at(left), back: at(back) }).map(({ on, share }) => `${on} ${share}`)

test('Sweden: whole before noon and after seven, half otherwise, nothing without a night', () => {
  assert.deepEqual(shares('SE', '2026-11-16T11:59', '2026-11-18T19:01'), [
    '2026-11-16 100',
    '2026-11-17 100',
    '2026-11-18 100',
  ])
  assert.deepEqual(shares('SE', '2026-11-16T12:00', '2026-11-17T19:00'), ['2026-11-16 50', '2026-11-17 50'])
  assert.deepEqual(shares('SE', '2026-11-16T06:00', '2026-11-16T23:00'), [])
})

test('Norway counts from six hours, Romania by 24, Portugal by the hour, others each day begun', () => {
  assert.deepEqual(shares('NO', '2026-11-16T08:00', '2026-11-16T13:59'), [])
  assert.deepEqual(shares('NO', '2026-11-16T08:00', '2026-11-17T14:00'), ['2026-11-16 100', '2026-11-17 100'])
  assert.deepEqual(shares('RO', '2026-11-16T08:00', '2026-11-17T19:00'), ['2026-11-16 100', '2026-11-17 50'])
  assert.deepEqual(shares('PT', '2026-11-16T14:00', '2026-11-18T12:59'), ['2026-11-16 75', '2026-11-17 100'])
  assert.deepEqual(shares('NL', '2026-11-16T14:00', '2026-11-17T09:00'), ['2026-11-16 100', '2026-11-17 100'])
})

test('meals paid by others are taken off: a Swedish day of 300 with breakfast and dinner is 135', () => {
  const meals = { breakfast: true, lunch: false, dinner: true }
  assert.equal(allowanceAmount(30_000n, 100, meals, { office: 'SE', country: 'SE' }), 13_500n)
  assert.equal(allowanceAmount(75_000n, 50, meals, { office: 'SE', country: 'DE' }), 18_750n)
  assert.equal(allowanceAmount(10_000n, 100, { ...meals, lunch: true }, { office: 'NO', country: 'NO' }), 0n)
})

test('days lie within the journey, each once, and a longer journey never gives less', () => {
  const start = at('2026-01-01T00:00')
  fc.assert(
    fc.property(
      fc.constantFrom('SE', 'NO', 'PT', 'RO', 'NL'),
      fc.integer({ min: 0, max: 60 * 24 * 20 }),
      fc.integer({ min: 1, max: 60 * 24 * 20 }),
      fc.integer({ min: 0, max: 60 * 24 }),
      (country, from, length, more) => {
        const left = start.add({ minutes: from })
        const back = left.add({ minutes: length })
        const days = allowanceDays(country, { left, back })
        const sum = (of: typeof days) => of.reduce((all, { share }) => all + share, 0)
        assert.equal(new Set(days.map(({ on }) => on.toString())).size, days.length)
        for (const { on, share } of days) {
          assert.ok(share > 0 && share <= 100)
          assert.ok(Temporal.PlainDate.compare(on, left.toPlainDate()) >= 0)
          assert.ok(Temporal.PlainDate.compare(on, back.toPlainDate()) <= 0)
        }
        assert.ok(sum(allowanceDays(country, { left, back: back.add({ minutes: more }) })) >= sum(days))
      },
    ),
    { numRuns: 300 },
  )
})

test('kilometres and currencies are reckoned without floats', () => {
  assert.equal(distanceAmount(tenthsOf('128.4'), '2.50', 'SEK'), 32_100n)
  assert.equal(kilometresOf(1284), '128.4')
  assert.equal(converted({ minor: 10_050n, currency: 'EUR' }, '11.4235', 'SEK'), 114_806n)
  assert.equal(converted({ minor: 5_000n, currency: 'JPY' }, '0.0712', 'SEK'), 35_600n)
})

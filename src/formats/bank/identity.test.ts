/** Files that overlap neither double nor drop a line, however the history was cut; genuine twins are kept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identitiesOf, lineIdentity } from './identity.ts'
import type { Statement, StatementLine } from './model.ts'

interface Booking {
  readonly day: string
  readonly minor: bigint
  readonly text: string
  readonly ref: string | null
}

const line = (one: Booking, position: number): StatementLine => ({
  position,
  fileLine: position,
  bookedOn: one.day,
  valueOn: one.day,
  amount: { minor: one.minor, currency: 'SEK' },
  exchange: null,
  fee: null,
  bankRef: one.ref,
  endToEndId: null,
  instructionId: null,
  code: null,
  counterparty: null,
  references: [],
  reference: null,
  text: one.text,
  reversal: false,
  batch: null,
})
const statement = (bookings: readonly Booking[], more: Partial<Statement> = {}): Statement => ({
  kind: 'statement',
  account: { scheme: 'account', number: '1', bic: null, name: null, currency: 'SEK' },
  id: '',
  sequence: null,
  from: bookings[0]?.day ?? null,
  to: bookings.at(-1)?.day ?? null,
  opening: null,
  closing: null,
  lines: bookings.map((one, index) => line(one, index + 1)),
  ...more,
})

/** Few amounts and texts, so that twins and triplets are common. */
const booking = fc.record({
  day: fc.integer({ min: 1, max: 6 }).map(day => `2026-11-0${day}`),
  minor: fc.constantFrom(-100n, 100n, 250n),
  text: fc.constantFrom('Kaffe', 'Hyra'),
  ref: fc.constantFrom(null, 'B1'),
})
const history = fc
  .array(booking, { minLength: 1, maxLength: 30 })
  .map(list => list.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)))

test('windows of whole days, the last one perhaps not over yet, in any order and number', () => {
  const windows = fc.array(
    fc.record({ from: fc.integer({ min: 1, max: 6 }), length: fc.integer({ min: 0, max: 5 }), cut: fc.nat(4) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(history, windows, (bookings, cuts) => {
      const stored = new Map<string, Booking>()
      const take = (part: readonly Booking[]): void => {
        for (const [index, identity] of identitiesOf(statement(part)).entries())
          if (!stored.has(identity)) stored.set(identity, part[index]!)
      }
      for (const { from, length, cut } of cuts) {
        const days = bookings.filter(
          one => Number(one.day.slice(-1)) >= from && Number(one.day.slice(-1)) <= from + length,
        )
        // A file that is fetched in the middle of a day ends within it.
        take(days.slice(0, days.length - Math.min(cut, days.length)))
      }
      take(bookings)
      assert.equal(stored.size, bookings.length)
      const told = (list: Iterable<Booking>): string[] =>
        [...list].map(one => `${one.day} ${one.minor} ${one.text} ${one.ref}`).sort()
      assert.deepEqual(told(stored.values()), told(bookings))
    }),
    { numRuns: 300 },
  )
})

test('a bank that cuts its days: each statement counts on from those it follows, and a file of the whole agrees', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.nat(29), { maxLength: 6 }),
      fc.array(fc.nat(6), { maxLength: 6 }),
      (bookings, at, again) => {
        const edges = [...new Set([0, ...at.filter(one => one < bookings.length), bookings.length])].sort(
          (a, b) => a - b,
        )
        const parts = edges.slice(0, -1).map((from, index) => bookings.slice(from, edges[index + 1]))
        const stored = new Set<string>()
        const given: string[][] = []
        const read = (index: number): void => {
          const part = parts[index]!
          // What was given out of statements before it, on the day on which it begins.
          const earlier = given
            .slice(0, index)
            .flat()
            .filter(one => one.startsWith(`${part[0]!.day}/`))
          given[index] = identitiesOf(statement(part), earlier)
          for (const identity of given[index]!) stored.add(identity)
        }
        parts.forEach((_, index) => read(index))
        for (const index of again) if (index < parts.length) read(index)
        assert.equal(stored.size, bookings.length)
        assert.deepEqual(new Set(identitiesOf(statement(bookings))), stored)
      },
    ),
    { numRuns: 300 },
  )
})

test('the bank’s own reference makes the line, whatever else it says of it; a sum is not what stands in it', () => {
  const one = line({ day: '2026-11-01', minor: 5n, text: 'Kaffe', ref: 'B7' }, 1)
  const other = { ...one, text: 'KAFFE  GÖTEBORG', position: 9 }
  const as = (kind: 'statement' | 'advice') => ({ kind })
  assert.equal(lineIdentity(as('statement'), one, 1), lineIdentity(as('statement'), other, 1))
  assert.notEqual(lineIdentity(as('statement'), one, 1), lineIdentity(as('advice'), one, 1))
  assert.notEqual(lineIdentity(as('statement'), one, 1), lineIdentity(as('statement'), one, 2))
  assert.notEqual(lineIdentity(as('statement'), one, 1), lineIdentity(as('statement'), { ...one, bankRef: 'B8' }, 1))
})

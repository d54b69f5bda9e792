import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysOf, upNext } from './days.ts'
import { contactsIn, contactText, thingsIn, thingText } from './record/listLines.ts'
import type { Leg, Stay, Visit } from './words.ts'

const leg = (id: string, departs: string, arrives: string, departsAt: string, arrivesAt: string) =>
  ({ id, departs, arrives, departsAt, arrivesAt }) as Leg
const stay = {
  id: 's',
  name: 'Hotel',
  checkIn: '2026-12-01T15:00',
  checkInAt: '2026-12-01T15:00:00Z',
  checkOut: '2026-12-03T11:00',
  checkOutAt: '2026-12-03T11:00:00Z',
} as Stay
const trip = {
  legs: [
    leg('a', '2026-12-01T08:00', '2026-12-01T10:00', '2026-12-01T07:00:00Z', '2026-12-01T09:00:00Z'),
    leg('b', '2026-12-01T10:05', '2026-12-01T13:20', '2026-12-01T10:05:00Z', '2026-12-01T13:20:00Z'),
    leg('c', '2026-12-03T14:10', '2026-12-03T19:25', '2026-12-03T14:10:00Z', '2026-12-03T18:25:00Z'),
  ],
  stays: [stay],
  visits: [
    {
      eventId: 'v',
      start: '2026-12-02T10:00',
      startAt: '2026-12-02T10:00:00Z',
      endAt: '2026-12-02T11:00:00Z',
    } as Visit,
  ],
  checks: [{ code: 'night-without-bed' as const, loud: true, params: { on: '2026-12-03' }, itemId: null }],
}

test('day by day: on the clock of each place, with what one waits and where one sleeps', () => {
  assert.deepEqual(
    daysOf(trip).map(day => [day.on, day.entries.map(entry => entry.key), day.night]),
    [
      ['2026-12-01', ['a', 'b', 's in'], 'Hotel'],
      ['2026-12-02', ['v'], 'Hotel'],
      ['2026-12-03', ['s out', 'c'], null],
    ],
  )
  const [first] = daysOf(trip)
  assert.deepEqual(
    first!.entries.map(entry => (entry.what === 'leg' ? entry.wait : null)),
    [null, 65, null],
  )
  assert.equal(upNext(trip, '2026-12-01T08:00:00Z').current?.key, 'a')
  assert.equal(upNext(trip, '2026-12-01T09:30:00Z').next?.key, 'b')
  assert.equal(upNext(trip, '2026-12-02T10:30:00Z').current?.key, 'v')
  assert.deepEqual(upNext(trip, '2026-12-05T00:00:00Z'), { current: null, next: null })
  assert.deepEqual(daysOf({ legs: [], stays: [], visits: [], checks: [] }), [])
})

/** Generated records have no prototype. */
const plain = <T>(rows: readonly T[]): T[] => rows.map(row => ({ ...row }))

test('lists as lines: what is written comes back; ticks stay; a line without a number is no contact', () => {
  const word = fc.stringMatching(/^[A-Za-zå-ö][A-Za-zå-ö ]{0,18}[a-z]$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ text: word, sort: fc.constantFrom('do' as const, 'bring' as const), done: fc.boolean() }),
        { maxLength: 8, selector: one => one.text },
      ),
      fc.array(
        fc.record({
          name: word,
          phone: fc.constantFrom('+351 21', '112'),
          what: fc.option(word),
          sort: fc.constantFrom('person' as const, 'emergency' as const),
        }),
        { maxLength: 8 },
      ),
      (things, contacts) => {
        assert.deepEqual(thingsIn(thingText(things), things), plain(things))
        assert.deepEqual(contactsIn(contactText(contacts)), plain(contacts))
      },
    ),
    { numRuns: 50 },
  )
  assert.deepEqual(contactsIn('Ana\n\n! , 112'), [])
})

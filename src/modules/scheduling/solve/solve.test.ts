import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { naive } from './naive-for-tests.ts'
import type { Busy, Person, Problem, Room } from './problem.ts'
import { blockedStarts, fitting, readyFor } from './fitting.ts'
import { solve } from './solve.ts'
import type { Span } from './spans.ts'

const day = 1440
const hour = 60
const nine = 9 * hour

const person = (facts: Partial<Person> = {}): Person => ({
  id: 'karin',
  must: true,
  known: true,
  busy: [],
  work: [
    [8 * hour, 12 * hour],
    [13 * hour, 17 * hour],
  ],
  avoid: [],
  onCall: [],
  rest: 0,
  ...facts,
})
const busy = (from: number, until: number, facts: Partial<Busy> = {}): Busy => ({
  from,
  until,
  kind: 'fixed',
  event: null,
  room: null,
  site: null,
  ...facts,
})
const room = (facts: Partial<Room> = {}): Room => ({
  id: 'klippan',
  seats: 12,
  equipment: ['screen'],
  site: null,
  booked: [],
  setup: 0,
  cleanup: 0,
  ...facts,
})
const problem = (facts: Partial<Problem> = {}): Problem => ({
  window: [0, day],
  beyond: 8 * day,
  minutes: hour,
  step: 15,
  stretch: 0,
  people: [person()],
  rooms: [],
  needs: { room: false, seats: 0, equipment: [], site: null },
  travel: () => 0,
  instances: start => [start],
  dayOf: start => Math.floor(start / day),
  ...facts,
})
const needsRoom = { room: true, seats: 4, equipment: ['screen'], site: null }

test('within hours, beside what stands, and never over the break', () => {
  const starts = [...fitting(readyFor(problem()), blockedStarts(problem()))].map(({ start }) => start)
  assert.equal(starts[0], 8 * hour)
  assert.equal(starts.at(-1), 16 * hour)
  assert.ok(!starts.includes(11 * hour + 15))
  const full = problem({ people: [person({ busy: [busy(8 * hour, 16 * hour)] })] })
  assert.deepEqual(
    solve(full).slots.map(({ start }) => start),
    [16 * hour],
  )
})

test('the room that fits is taken; set-up and clean-up keep it, and a large one for few costs', () => {
  const hall = room({ id: 'hall', seats: 60 })
  const small = room({ id: 'hamnen', seats: 3 })
  const told = solve(problem({ rooms: [hall, small, room()], needs: needsRoom }))
  assert.equal(told.slots[0]!.room, 'klippan')
  const booked = room({ booked: [[nine, 10 * hour]], setup: 15, cleanup: 30 })
  const people = [person({ work: [[7 * hour, 17 * hour]] })]
  const starts = [...fitting(readyFor(problem({ people, rooms: [booked], needs: needsRoom })), [])].map(
    ({ start }) => start,
  )
  assert.ok(!starts.includes(10 * hour) && starts.includes(10 * hour + 15))
  assert.ok(!starts.includes(nine - hour - 15) && starts.includes(nine - hour - 30))
})

test('what it costs is told: whose focus moves, who cannot, who is on the train until when', () => {
  const people = [
    person({ id: 'karin', busy: [busy(nine - hour, nine, { room: 'klippan' })] }),
    person({ id: 'mira', busy: [busy(nine, 12 * hour, { kind: 'movable', event: 'focus' })] }),
    person({ id: 'johan', must: false, busy: [busy(8 * hour, nine + 30, { event: 'train' })] }),
  ]
  const window: Span = [nine, nine + hour]
  const { slots } = solve(problem({ people, rooms: [room()], needs: needsRoom, window }))
  assert.deepEqual(
    slots[0]!.reasons.map(({ key, person, count, until }) => [key, person, count ?? until]),
    [
      ['already-there', 'karin', undefined],
      ['busy-until', 'johan', nine + 30],
      ['moves', 'mira', 60],
    ],
  )
})

test('a way too long between two sites keeps whoever must come', () => {
  const people = [person({ busy: [busy(8 * hour, nine, { site: 'city' })] })]
  const far = problem({
    people,
    rooms: [room({ site: 'harbour' })],
    needs: needsRoom,
    travel: () => 40,
    window: [nine, 11 * hour],
  })
  assert.equal([...fitting(readyFor(far), blockedStarts(far))][0]!.start, nine + 45)
})

test('the same time for some weeks: every one of them must be free, in one room', () => {
  const week = 7 * day
  const work = [0, 1, 2].map((n): Span => [n * week + nine, n * week + 12 * hour])
  const weekly = problem({
    people: [person({ work, busy: [busy(week + nine, week + 10 * hour)] })],
    rooms: [room({ booked: [[2 * week + 10 * hour, 2 * week + 11 * hour]] })],
    needs: needsRoom,
    instances: start => [start, start + week, start + 2 * week],
  })
  assert.deepEqual(
    [...fitting(readyFor(weekly), blockedStarts(weekly))].map(({ start }) => start),
    [11 * hour],
  )
})

test('when nothing fits, each single change that would do is told, and does', () => {
  const people = [
    person({
      id: 'karin',
      busy: [busy(8 * hour, 16 * hour + 15)],
      work: [
        [8 * hour, 17 * hour],
        [day + nine, day + 10 * hour],
      ],
    }),
    person({
      id: 'samir',
      work: [
        [8 * hour, 17 * hour],
        [day + nine, day + 10 * hour],
      ],
    }),
  ]
  const full = problem({ people, rooms: [room()], needs: needsRoom })
  const { changes, slots } = solve(full)
  assert.deepEqual(slots, [])
  assert.deepEqual(
    changes.map(one => [one.change, one.start]),
    [
      ['later', day + nine],
      ['shorter', 16 * hour + 15],
      ['move', 8 * hour],
      ['without', 8 * hour],
      ['hours', 5 * hour],
    ],
  )
  const noScreen = problem({ rooms: [room({ equipment: [] })], needs: needsRoom })
  assert.deepEqual(solve(noScreen).changes[0], { change: 'equipment', equipment: 'screen', start: 8 * hour })
})

const spans = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * day }), fc.integer({ min: 1, max: 300 })), { maxLength: most })
const joinedOf = (list: readonly (readonly [number, number])[]): Span[] => {
  const found: Span[] = []
  for (const [from, length] of list.toSorted((a, b) => a[0] - b[0]))
    if (from > (found.at(-1)?.[1] ?? -1)) found.push([from, from + length])
  return found
}
const somebody = fc
  .record({
    must: fc.boolean(),
    known: fc.integer({ min: 0, max: 9 }).map(n => n > 0),
    busy: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 96 * 2 }).map(n => n * 15 + 5),
        length: fc.integer({ min: 5, max: 200 }),
        kind: fc.constantFrom('fixed' as const, 'fixed' as const, 'tentative' as const, 'movable' as const),
        room: fc.constantFrom(null, 'r0', 'r1'),
        site: fc.constantFrom(null, 'city', 'harbour'),
      }),
      { maxLength: 6 },
    ),
    shift: fc.integer({ min: -8, max: 8 }),
    avoid: spans(2),
    onCall: spans(1),
    rest: fc.constantFrom(0, 10, 30),
  })
  .map(({ busy: list, shift, avoid, onCall, ...rest }) => ({
    ...rest,
    busy: list
      .map(({ from, length, ...facts }) => ({ ...facts, from, until: from + length, event: null }))
      .toSorted((a, b) => a.from - b.from),
    work: [0, 1].flatMap((n): Span[] => [
      [n * day + (8 + shift) * hour, n * day + (12 + shift) * hour],
      [n * day + (13 + shift) * hour, n * day + (17 + shift) * hour],
    ]),
    avoid: joinedOf(avoid),
    onCall: joinedOf(onCall),
  }))
const drawn = fc
  .record({
    people: fc.array(somebody, { minLength: 1, maxLength: 4 }),
    rooms: fc.array(
      fc.record({
        seats: fc.constantFrom(null, 4, 30),
        equipment: fc.constantFrom(['screen'], []),
        site: fc.constantFrom(null, 'city', 'harbour'),
        booked: spans(4),
        setup: fc.constantFrom(0, 10),
        cleanup: fc.constantFrom(0, 20),
      }),
      { maxLength: 3 },
    ),
    minutes: fc.constantFrom(15, 50, 90),
    step: fc.constantFrom(15, 30),
    stretch: fc.constantFrom(0, 30, 60),
    room: fc.boolean(),
    seats: fc.constantFrom(0, 3),
    site: fc.constantFrom(null, null, 'city'),
    weekly: fc.boolean(),
    way: fc.integer({ min: 0, max: 60 }),
    open: fc.option(spans(3), { nil: null }),
  })
  .map(
    ({ people, rooms, minutes, step, stretch, room: needed, seats, site, weekly, way, open }): Problem =>
      problem({
        window: [0, weekly ? day : 2 * day],
        minutes,
        step,
        stretch,
        people: people.map((one, n) => ({ ...one, id: `p${n}` })),
        rooms: rooms.map((one, n) => ({ ...one, booked: joinedOf(one.booked), id: `r${n}` })),
        needs: { room: needed, seats, equipment: [], site },
        open: open && joinedOf(open),
        travel: () => way,
        instances: start => (weekly ? [start, start + day] : [start]),
      }),
  )

test('finds what looking at every minute finds, in the same rooms, at the same cost', () => {
  fc.assert(
    fc.property(drawn, one => {
      const found = [...fitting(readyFor(one), blockedStarts(one))]
      assert.deepEqual(found, naive(one))
    }),
    { numRuns: 150 },
  )
})

test('what is told of each is what it costs, and no two of the best overlap', () => {
  fc.assert(
    fc.property(drawn, one => {
      const { slots, changes, total } = solve(one)
      assert.equal(slots.length === 0, total === 0)
      assert.ok(slots.every((slot, n) => n === 0 || slot.cost >= slots[n - 1]!.cost))
      for (const a of slots) for (const b of slots) assert.ok(a === b || Math.abs(a.start - b.start) >= one.minutes)
      for (const change of changes.filter(({ change }) => change === 'without')) {
        const people = one.people.map(who =>
          'person' in change && who.id === change.person ? { ...who, must: false } : who,
        )
        assert.ok(naive({ ...one, people }).some(({ start }) => start === change.start))
      }
      for (const change of changes)
        if (change.change === 'shorter')
          assert.equal(naive({ ...one, minutes: change.minutes })[0]?.start, change.start)
    }),
    { numRuns: 60 },
  )
})

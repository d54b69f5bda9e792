import { stretched } from './feasible.ts'
import type { Busy, Person, Problem, Reason, Room } from './problem.ts'
import { firstAfter, firstFrom, type Span, within } from './spans.ts'

/** What costs how much. An hour of somebody's evening weighs about as much as two days of waiting. */
export const costs = {
  missing: 30,
  moves: 8,
  movesQuarter: 1,
  tentative: 12,
  outside: 4,
  outsideQuarter: 2,
  ratherNot: 15,
  onCall: 6,
  noRest: 5,
  inARow: 4,
  alreadyThere: -2,
  laterDay: 4,
  spareSeats: 8,
} as const

/** Meetings with less than this between them are one after the other. */
const rowGap = 10
/** Somebody is still there so long after a meeting in the same room. */
const stillThere = 30

/** A person made ready to be asked about many starts. */
export interface Reckoned {
  readonly person: Person
  readonly hours: readonly Span[]
  readonly longest: number
}

export const reckoned = (person: Person, stretch: number): Reckoned => ({
  person,
  hours: stretched(person.work, stretch),
  longest: person.busy.reduce((most, { from, until }) => Math.max(most, until - from), 0),
})

const quarters = (minutes: number): number => Math.ceil(minutes / 15)

/** What of somebody's day lies around a meeting: what overlaps it, and the last thing before and the first after it. */
interface Around {
  readonly over: readonly Busy[]
  readonly before: Busy | null
  readonly after: Busy | null
}

function around({ person, longest }: Reckoned, start: number, end: number): Around {
  const over: Busy[] = []
  let before: Busy | null = null
  let after: Busy | null = null
  for (let n = firstFrom(person.busy, start - longest - neighbourly); n < person.busy.length; n++) {
    const busy = person.busy[n]!
    if (busy.from >= end) {
      if (busy.kind !== 'movable' && busy.from - end <= neighbourly) {
        after = busy
        break
      }
      if (busy.from - end > neighbourly) break
    } else if (busy.until > start) over.push(busy)
    else if (busy.kind !== 'movable' && start - busy.until <= neighbourly && (!before || busy.until > before.until))
      before = busy
  }
  return { over, before, after }
}

/** Only what ends or begins within four hours has to do with a meeting. */
export const neighbourly = 240

const isTooFar = (problem: Problem, site: string | null, { before, after }: Around, start: number, end: number) =>
  site !== null &&
  ((before?.site && before.site !== site && problem.travel(before.site, site) > start - before.until) ||
    (after?.site && after.site !== site && problem.travel(site, after.site) > after.from - end))

/** The one that ends last before a moment, within the gap that makes a row. */
function justBefore({ person, longest }: Reckoned, at: number): Busy | null {
  let found: Busy | null = null
  for (let n = firstFrom(person.busy, at - longest - rowGap); n < person.busy.length; n++) {
    const one = person.busy[n]!
    if (one.from >= at) break
    if (one.kind !== 'movable' && one.until <= at && at - one.until < rowGap && (!found || one.until > found.until))
      found = one
  }
  return found
}

function justAfter({ person: { busy } }: Reckoned, at: number): Busy | null {
  for (let n = firstFrom(busy, at); n < busy.length && busy[n]!.from - at < rowGap; n++)
    if (busy[n]!.kind !== 'movable') return busy[n]!
  return null
}

/** How many meetings stand one after the other with this one among them. */
function row(one: Reckoned, start: number, end: number): number {
  let count = 1
  for (let near = justBefore(one, start); near; near = justBefore(one, near.from)) count++
  for (let near = justAfter(one, end); near; near = justAfter(one, near.until)) count++
  return count
}

/** What a person's coming costs; null where one who must come cannot. `tell` gathers the reasons. */
export function personCost(
  problem: Problem,
  one: Reckoned,
  start: number,
  site: string | null,
  room: string | null,
  tell: ((reason: Reason) => void) | null = null,
): number | null {
  const { person } = one
  if (!person.known) return 0
  const end = start + problem.minutes
  const near = around(one, start, end)
  const id = person.id
  let sum = 0
  const add = (cost: number, reason: Omit<Reason, 'good' | 'cost' | 'person'>) => {
    sum += cost
    tell?.({ good: cost < 0, cost, person: id, ...reason })
  }
  const missing = (reason: Omit<Reason, 'good' | 'cost' | 'person'>) => {
    if (person.must) return null
    tell?.({ good: false, cost: costs.missing, person: id, ...reason })
    return costs.missing
  }
  const fixed = near.over.find(({ kind }) => kind === 'fixed')
  if (fixed)
    return fixed.until < end && fixed.from <= start
      ? missing({ key: 'busy-until', event: fixed.event, until: fixed.until })
      : missing({ key: 'cannot-come', event: fixed.event })
  const hours = one.hours[firstAfter(one.hours, start)]
  if (!hours || hours[0] > start || hours[1] < end) return missing({ key: 'away' })
  if (isTooFar(problem, site, near, start, end)) return missing({ key: 'too-far' })

  for (const busy of near.over) {
    const overlap = Math.min(busy.until, end) - Math.max(busy.from, start)
    if (busy.kind === 'movable')
      add(costs.moves + quarters(overlap) * costs.movesQuarter, { key: 'moves', event: busy.event, count: overlap })
    else add(costs.tentative, { key: 'tentative', event: busy.event })
  }
  const outside = problem.minutes - within(person.work, start, end)
  if (outside > 0) {
    const [early, late] = [hours[0] + problem.stretch - start, end - (hours[1] - problem.stretch)]
    const key = early > 0 ? 'before-day' : late > 0 ? 'after-day' : 'over-break'
    add(costs.outside + quarters(outside) * costs.outsideQuarter, { key, count: outside })
  }
  if (within(person.avoid, start, end) > 0) add(costs.ratherNot, { key: 'rather-not' })
  if (within(person.onCall, start, end) > 0) add(costs.onCall, { key: 'on-call' })
  const closest = Math.min(
    near.before ? start - near.before.until : neighbourly,
    near.after ? near.after.from - end : neighbourly,
  )
  if (closest < person.rest) add(costs.noRest, { key: 'no-rest', count: closest })
  const inARow = row(one, start, end)
  if (inARow > 2) add(costs.inARow * (inARow - 2), { key: 'in-a-row', count: inARow })
  if (room !== null && near.before?.room === room && start - near.before.until <= stillThere)
    add(costs.alreadyThere, { key: 'already-there' })
  return sum
}

/** The room somebody comes from, and is in still. */
export function comesFrom(one: Reckoned, start: number): string | null {
  const { before } = around(one, start, start)
  return one.person.known && before && start - before.until <= stillThere ? before.room : null
}

/** The shortest pause around a meeting of somebody who has one near it. */
export function pauseOf(one: Reckoned, start: number, end: number): number | null {
  const { before, after } = around(one, start, end)
  const pauses = [before && start - before.until, after && after.from - end].filter(
    pause => pause !== null && pause <= 60,
  )
  return pauses.length > 0 ? Math.min(...(pauses as number[])) : null
}

/** What a large room for few costs: others may need it. */
export const roomCost = (room: Room | null, seats: number): number =>
  room?.seats ? Math.min(5, Math.floor(Math.max(0, room.seats - seats) / costs.spareSeats)) : 0

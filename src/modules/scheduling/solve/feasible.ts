import type { Person, Problem, Room } from './problem.ts'
import { gaps, joined, type Span, union } from './spans.ts'

/** Before every start that is asked for, and after: blocks reach over the whole of it. */
const far = 2 ** 40

/** What was reckoned of a person: when nothing fits, one and the same is asked about many times over. */
const reckonedOf = new WeakMap<Person, Map<string, Span[]>>()

/** The starts at which somebody cannot come: what stands in the way, and whatever lies too far outside their hours. */
export function blockedBy(person: Person, problem: Pick<Problem, 'minutes' | 'stretch'>): Span[] {
  const key = `${problem.minutes} ${problem.stretch}`
  let known = reckonedOf.get(person)
  if (!known) reckonedOf.set(person, (known = new Map()))
  let blocked = known.get(key)
  if (!blocked) known.set(key, (blocked = blocksOf(person, problem)))
  return blocked
}

function blocksOf(person: Person, { minutes, stretch }: Pick<Problem, 'minutes' | 'stretch'>): Span[] {
  if (!person.known) return []
  const taken = joined(
    person.busy.filter(({ kind }) => kind === 'fixed').map(({ from, until }): Span => [from - minutes + 1, until]),
  )
  const hours = stretched(person.work, stretch).map(([from, until]): Span => [from, until - minutes + 1])
  return union(taken, gaps(joined(hours), [-far, far]))
}

/** Working hours with what one may go beyond them; a break that is shorter closes. */
export const stretched = (work: readonly Span[], stretch: number): Span[] =>
  joined(work.map(([from, until]): Span => [from - stretch, until + stretch]))

/** The starts at which a room is taken, its own set-up and clean-up reckoned with. */
export const takenOf = (room: Room, minutes: number): Span[] =>
  joined(room.booked.map(([from, until]): Span => [from - minutes - room.cleanup + 1, until + room.setup]))

/** Rooms that are large enough, at the place and with what is needed. */
export const fittingRooms = ({ rooms, needs }: Pick<Problem, 'rooms' | 'needs'>): Room[] =>
  needs.room
    ? rooms.filter(
        room =>
          (needs.seats === 0 || (room.seats ?? 0) >= needs.seats) &&
          (needs.site === null || room.site === needs.site) &&
          needs.equipment.every(thing => room.equipment.includes(thing)),
      )
    : []

/** The starts on the grid, within the window, that no block holds. */
export function* startsOutside(blocked: readonly Span[], { window, minutes, step }: Problem): Generator<number> {
  for (const [from, until] of gaps(blocked, [window[0], window[1] - minutes + 1]))
    for (let start = Math.ceil(from / step) * step; start < until; start += step) yield start
}

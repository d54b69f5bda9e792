/** The same answer minute by minute, without sweeps, unions or searches: what the solver is held against. */
import { costs } from './cost.ts'
import type { Busy, Person, Problem, Room, Slot } from './problem.ts'
import type { Span } from './spans.ts'

const minutesOf = function* (from: number, until: number) {
  for (let minute = from; minute < until; minute++) yield minute
}
const inAny = (spans: readonly Span[], minute: number) =>
  spans.some(([from, until]) => from <= minute && minute < until)
const anyMinute = (from: number, until: number, is: (minute: number) => boolean) => [...minutesOf(from, until)].some(is)

/** Within the hours once each span is made longer at both ends. */
const inHours = ({ work }: Person, stretch: number, minute: number) =>
  work.some(([from, until]) => from - stretch <= minute && minute < until + stretch)

function rowOf(busy: readonly Busy[], start: number, end: number): number {
  const meetings = busy.filter(({ kind }) => kind !== 'movable')
  let [count, from, until] = [1, start, end]
  for (;;) {
    const near = meetings.filter(one => one.from < from && one.until <= from && from - one.until < 10)
    if (near.length === 0) break
    const last = Math.max(...near.map(one => one.until))
    from = near.find(one => one.until === last)!.from
    count++
  }
  for (;;) {
    const near = meetings.find(one => one.from >= until && one.from - until < 10)
    if (!near) break
    until = near.until
    count++
  }
  return count
}

function costOf(problem: Problem, person: Person, start: number, room: Room | null): number | null {
  if (!person.known) return 0
  const end = start + problem.minutes
  const site = room ? room.site : problem.needs.site
  const missing = person.must ? null : costs.missing
  const over = person.busy.filter(one => one.from < end && one.until > start)
  if (over.some(({ kind }) => kind === 'fixed')) return missing
  if (anyMinute(start, end, minute => !inHours(person, problem.stretch, minute))) return missing
  const meetings = person.busy.filter(({ kind }) => kind !== 'movable')
  const ended = meetings.filter(({ until }) => until <= start && start - until <= 240)
  const before = ended.find(({ until }) => until === Math.max(...ended.map(one => one.until)))
  const after = meetings.find(({ from }) => from >= end && from - end <= 240)
  if (site && before?.site && before.site !== site && problem.travel(before.site, site) > start - before.until)
    return missing
  if (site && after?.site && after.site !== site && problem.travel(site, after.site) > after.from - end) return missing
  let sum = 0
  for (const one of over) {
    const shared = [...minutesOf(start, end)].filter(minute => one.from <= minute && minute < one.until).length
    sum += one.kind === 'movable' ? costs.moves + Math.ceil(shared / 15) * costs.movesQuarter : costs.tentative
  }
  const outside = [...minutesOf(start, end)].filter(minute => !inAny(person.work, minute)).length
  if (outside > 0) sum += costs.outside + Math.ceil(outside / 15) * costs.outsideQuarter
  if (anyMinute(start, end, minute => inAny(person.avoid, minute))) sum += costs.ratherNot
  if (anyMinute(start, end, minute => inAny(person.onCall, minute))) sum += costs.onCall
  const rests = [before && start - before.until, after && after.from - end].filter(rest => rest !== undefined)
  if (rests.some(rest => rest < person.rest)) sum += costs.noRest
  const inARow = rowOf(person.busy, start, end)
  if (inARow > 2) sum += costs.inARow * (inARow - 2)
  if (room && before?.room === room.id && start - before.until <= 30) sum += costs.alreadyThere
  return sum
}

function roomFree(problem: Problem, room: Room, start: number): boolean {
  const { needs } = problem
  if (needs.seats > 0 && (room.seats === null || room.seats < needs.seats)) return false
  if (needs.site !== null && room.site !== needs.site) return false
  if (needs.equipment.some(thing => !room.equipment.includes(thing))) return false
  return !anyMinute(start - room.setup, start + problem.minutes + room.cleanup, minute => inAny(room.booked, minute))
}

/** Every start that fits, with the first of the cheapest rooms. */
export function naive(problem: Problem): Slot[] {
  const found: Slot[] = []
  for (const start of minutesOf(problem.window[0], problem.window[1] - problem.minutes + 1)) {
    if (start % problem.step !== 0) continue
    const starts = problem.instances(start)
    const isOpen = (one: number) => problem.open!.some(([from, until]) => from <= one && one + problem.minutes <= until)
    if (problem.open && !starts.every(isOpen)) continue
    const rooms: readonly (Room | null)[] = problem.needs.room
      ? problem.rooms.filter(room => starts.every(one => roomFree(problem, room, one)))
      : [null]
    let best: Slot | null = null
    for (const room of rooms) {
      const each = starts.flatMap(one => problem.people.map(person => costOf(problem, person, one, room)))
      if (each.includes(null)) continue
      const spare = room?.seats ? Math.min(5, Math.floor(Math.max(0, room.seats - problem.needs.seats) / 8)) : 0
      const days = problem.dayOf(start) - problem.dayOf(found[0]?.start ?? start)
      const cost = each.reduce((sum: number, one) => sum + one!, 0) + spare + days * costs.laterDay
      if (!best || cost < best.cost) best = { start, room: room?.id ?? null, cost }
    }
    if (best) found.push(best)
  }
  return found
}

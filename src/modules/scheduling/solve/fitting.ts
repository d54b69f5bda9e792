/** Every start that fits, with the room that costs least. */
import { comesFrom, costs, personCost, type Reckoned, reckoned, roomCost } from './cost.ts'
import { blockedBy, fittingRooms, startsOutside, takenOf } from './feasible.ts'
import type { Problem, Room, Slot } from './problem.ts'
import { gaps, holds, type Span, union } from './spans.ts'

/** A problem made ready: who, how far, and which rooms are taken when. */
export interface Ready {
  readonly problem: Problem
  readonly people: readonly Reckoned[]
  readonly rooms: readonly { readonly room: Room; readonly taken: readonly Span[] }[]
}

export const readyFor = (problem: Problem): Ready => ({
  problem,
  people: problem.people.map(person => reckoned(person, problem.stretch)),
  rooms: fittingRooms(problem).map(room => ({ room, taken: takenOf(room, problem.minutes) })),
})

/** The starts at which it would not lie within the times of day that were asked for. */
export const closedStarts = ({ open, minutes, window, beyond }: Problem): Span[] =>
  open
    ? gaps(
        open.flatMap(([from, until]): Span[] => (until - minutes >= from ? [[from, until - minutes + 1]] : [])),
        [Math.min(window[0], beyond) - farAway, Math.max(window[1], beyond) + farAway],
      )
    : []

/** A series goes on so long after the window at most. */
const farAway = 400 * 1440

/** The starts at which any of those who must come cannot, or it is not to be. */
export const blockedStarts = (problem: Problem): Span[] =>
  problem.people
    .filter(({ must }) => must)
    .map(person => blockedBy(person, problem))
    .reduce(union, closedStarts(problem))

/** Every start that fits, with its cheapest room; in order. */
export function* fitting(ready: Ready, blocked: readonly Span[]): Generator<Slot> {
  let first: number | null = null
  for (const start of startsOutside(blocked, ready.problem)) {
    const starts = ready.problem.instances(start)
    if (starts.some(one => one !== start && holds(blocked, one))) continue
    const best = bestRoom(ready, starts)
    if (!best) continue
    first ??= start
    const days = ready.problem.dayOf(start) - ready.problem.dayOf(first)
    yield { start, room: best.room, cost: best.cost + days * costs.laterDay }
  }
}

/** What everybody's coming to a site costs, and how many are in which of its rooms already. */
interface AtSite {
  readonly cost: number
  readonly there: ReadonlyMap<string, number>
}

/** The room that costs least at these starts, the first of equals; null where there is none, or somebody cannot get there. */
function bestRoom(ready: Ready, starts: readonly number[]): { room: string | null; cost: number } | null {
  const { problem, rooms } = ready
  if (!problem.needs.room) {
    const all = atSite(ready, starts, problem.needs.site)
    return all && { room: null, cost: all.cost }
  }
  const sites = new Map<string | null, AtSite | null>()
  let best: { room: string | null; cost: number } | null = null
  for (const { room, taken } of rooms) {
    if (starts.some(start => holds(taken, start))) continue
    if (!sites.has(room.site)) sites.set(room.site, atSite(ready, starts, room.site))
    const all = sites.get(room.site)
    if (!all) continue
    const cost = all.cost + roomCost(room, problem.needs.seats) + (all.there.get(room.id) ?? 0) * costs.alreadyThere
    if (!best || cost < best.cost) best = { room: room.id, cost }
  }
  return best
}

function atSite({ problem, people }: Ready, starts: readonly number[], site: string | null): AtSite | null {
  let cost = 0
  const there = new Map<string, number>()
  for (const start of starts)
    for (const one of people) {
      const own = personCost(problem, one, start, site, null)
      if (own === null) return null
      cost += own
      const from = problem.needs.room ? comesFrom(one, start) : null
      if (from !== null && personCost(problem, one, start, site, from)! < own)
        there.set(from, (there.get(from) ?? 0) + 1)
    }
  return { cost, there }
}

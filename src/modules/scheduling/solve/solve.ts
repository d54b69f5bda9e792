import { changesThatFit } from './changes.ts'
import { type Reckoned, comesFrom, costs, pauseOf, personCost, reckoned, roomCost } from './cost.ts'
import { blockedBy, fittingRooms, startsOutside, takenOf } from './feasible.ts'
import type { Problem, RankedSlot, Reason, Room, Slot, Solution } from './problem.ts'
import { holds, type Span, union } from './spans.ts'

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

/** The starts at which any of those who must come cannot. */
export const blockedStarts = (problem: Problem): Span[] =>
  problem.people
    .filter(({ must }) => must)
    .map(person => blockedBy(person, problem))
    .reduce(union, [])

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

/** The best times, best first, none overlapping another and not all of one day; or what would have to change. */
export function solve(problem: Problem, wanted = 4): Solution {
  const ready = readyFor(problem)
  const blocked = blockedStarts(problem)
  const all = [...fitting(ready, blocked)]
  if (all.length === 0) return { slots: [], total: 0, changes: changesThatFit(problem) }
  return {
    slots: pick(all, problem, wanted).map(slot => ({ ...slot, reasons: reasonsOf(ready, slot, all[0]!) })),
    total: all.length,
    changes: [],
  }
}

const perDay = 2

function pick(all: readonly Slot[], { minutes, dayOf }: Problem, wanted: number): Slot[] {
  const ranked = all.toSorted((a, b) => a.cost - b.cost || a.start - b.start)
  const chosen: Slot[] = []
  for (const most of [perDay, Infinity])
    for (const slot of ranked) {
      if (chosen.length >= wanted) break
      const overlaps = chosen.some(one => Math.abs(one.start - slot.start) < minutes)
      if (!overlaps && chosen.filter(one => dayOf(one.start) === dayOf(slot.start)).length < most) chosen.push(slot)
    }
  return chosen.toSorted((a, b) => a.cost - b.cost || a.start - b.start)
}

/** What speaks for a slot first, then what it costs, the dearest first. */
export function reasonsOf({ problem, people, rooms }: Ready, slot: Slot, first: Slot): RankedSlot['reasons'] {
  const site = slot.room ? (rooms.find(({ room }) => room.id === slot.room)?.room.site ?? null) : problem.needs.site
  const told: Reason[] = []
  for (const start of problem.instances(slot.start))
    for (const one of people)
      personCost(problem, one, start, site, slot.room, reason => {
        if (!told.some(({ key, person }) => key === reason.key && person === reason.person)) told.push(reason)
      })
  const bad = told.filter(({ good }) => !good).toSorted((a, b) => b.cost - a.cost)
  const days = problem.dayOf(slot.start) - problem.dayOf(first.start)
  const later: Reason[] = days > 0 ? [{ key: 'later', good: false, cost: days * costs.laterDay, count: days }] : []
  return [...goodOf(problem, people, slot, bad), ...told.filter(({ good }) => good), ...bad, ...later]
}

function goodOf(problem: Problem, people: readonly Reckoned[], slot: Slot, bad: readonly Reason[]): Reason[] {
  const known = people.map(({ person }) => person).filter(person => person.known)
  const must = known.filter(person => person.must)
  const hindered = new Set(bad.map(({ person }) => person))
  const good: Reason[] = []
  const say = (key: Reason['key'], count: number) => good.push({ key, good: true, cost: 0, count })
  if (known.length > must.length && known.every(({ id }) => !hindered.has(id))) say('everybody-free', known.length)
  else if (must.length > 0 && must.every(({ id }) => !hindered.has(id))) say('all-free', must.length)
  const pauses = people.flatMap(one =>
    one.person.known ? (pauseOf(one, slot.start, slot.start + problem.minutes) ?? []) : [],
  )
  if (pauses.length > 0 && Math.min(...pauses) >= 10 && !bad.some(({ key }) => key === 'no-rest'))
    say('rested', Math.min(...pauses))
  return good
}

/** The best times for a problem, with what speaks for each and what it costs whom. */
import { changesThatFit } from './changes.ts'
import { costs, pauseOf, personCost, type Reckoned } from './cost.ts'
import { blockedStarts, fitting, type Ready, readyFor } from './fitting.ts'
import type { Problem, RankedSlot, Reason, Slot, Solution } from './problem.ts'

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

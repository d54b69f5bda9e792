/** When nothing fits: which single change would make it fit. */
import { blockedBy, startsOutside } from './feasible.ts'
import type { Busy, Change, Person, Problem } from './problem.ts'
import { blockedStarts, closedStarts, fitting, readyFor } from './fitting.ts'
import { firstFrom, type Span, union } from './spans.ts'

const lengths = [240, 180, 120, 90, 60, 45, 30, 20, 15] as const
/** How far beyond their hours people might be asked to go for once. */
const farStretch = 180

/** Where no start is open at all, nothing is made ready for looking at rooms and ways. */
function firstFit(problem: Problem, blocked: readonly Span[] = blockedStarts(problem)): number | null {
  if (startsOutside(blocked, problem).next().done) return null
  for (const { start } of fitting(readyFor(problem), blocked)) return start
  return null
}

/** Every single change that opens a time, what is easiest asked first. */
export function changesThatFit(problem: Problem): Change[] {
  return [
    ...later(problem),
    ...otherTime(problem),
    ...shorter(problem),
    ...rooms(problem),
    ...moves(problem),
    ...without(problem),
    ...hours(problem),
  ]
}

function later(problem: Problem): Change[] {
  const start = firstFit({ ...problem, window: [problem.window[1] - problem.minutes, problem.beyond] })
  return start === null ? [] : [{ change: 'later', start }]
}

/** At another time of the day than was asked for. */
function otherTime(problem: Problem): Change[] {
  if (!problem.open) return []
  const start = firstFit({ ...problem, open: null })
  return start === null ? [] : [{ change: 'other-time', start }]
}

function shorter(problem: Problem): Change[] {
  for (const minutes of lengths.filter(one => one < problem.minutes)) {
    const start = firstFit({ ...problem, minutes })
    if (start !== null) return [{ change: 'shorter', minutes, start }]
  }
  return []
}

function hours(problem: Problem): Change[] {
  const start = firstFit({ ...problem, stretch: Math.max(problem.stretch, farStretch) })
  return start === null ? [] : [{ change: 'hours', start }]
}

function rooms(problem: Problem): Change[] {
  const { needs } = problem
  if (!needs.room) return []
  const blocked = blockedStarts(problem)
  const found: Change[] = []
  const tried = (change: (start: number) => Change, without: Partial<Problem['needs']>) => {
    const start = firstFit({ ...problem, needs: { ...needs, ...without } }, blocked)
    if (start !== null) found.push(change(start))
  }
  if (needs.site !== null) tried(start => ({ change: 'site', start }), { site: null })
  if (needs.seats > 0) tried(start => ({ change: 'seats', start }), { seats: 0 })
  for (const equipment of needs.equipment)
    tried(start => ({ change: 'equipment', equipment, start }), {
      equipment: needs.equipment.filter(one => one !== equipment),
    })
  if (found.length === 0) tried(start => ({ change: 'room', start }), { room: false })
  return found
}

/** One of those who must come would not have to: unions from either end leave each one out in turn. */
function without(problem: Problem): Change[] {
  const must = problem.people.filter(person => person.must && person.known)
  const blocks = must.map(person => blockedBy(person, problem))
  const ahead: Span[][] = [closedStarts(problem)]
  for (const block of blocks) ahead.push(union(ahead.at(-1)!, block))
  const found: Change[] = []
  let behind: Span[] = []
  for (let n = must.length - 1; n >= 0; n--) {
    const person = must[n]!
    const people = problem.people.map(one => (one === person ? { ...one, must: false } : one))
    const start = firstFit({ ...problem, people }, union(ahead[n]!, behind))
    if (start !== null) found.unshift({ change: 'without', person: person.id, start })
    behind = union(behind, blocks[n]!)
  }
  return found
}

/** What stands fast of somebody's day, ready to be asked about many starts. */
interface Standing {
  readonly person: Person
  readonly fixed: readonly Busy[]
  readonly longest: number
}

const standing = (person: Person): Standing => {
  const fixed = person.busy.filter(({ kind }) => kind === 'fixed')
  return { person, fixed, longest: fixed.reduce((most, { from, until }) => Math.max(most, until - from), 0) }
}

/** The one meeting that stands in the way; null where there is none, or more than one. */
function onlyInWay(people: readonly Standing[], start: number, end: number): { person: Person; busy: Busy } | null {
  let only: { person: Person; busy: Busy } | null = null
  for (const { person, fixed, longest } of people)
    for (let n = firstFrom(fixed, start - longest); n < fixed.length && fixed[n]!.from < end; n++) {
      if (fixed[n]!.until <= start) continue
      if (only) return null
      only = { person, busy: fixed[n]! }
    }
  return only
}

/** One meeting alone stands in the way of a start: if it were moved, it would fit. For each person the earliest is told. */
function moves(problem: Problem): Change[] {
  const free = problem.people.map((person): Person => ({ ...person, busy: [] }))
  const found = new Map<string, Change>()
  const must = problem.people.filter(person => person.must && person.known).map(standing)
  for (const start of startsOutside(blockedStarts({ ...problem, people: free }), problem)) {
    if (problem.instances(start).length > 1) break
    const end = start + problem.minutes
    const only = onlyInWay(must, start, end)
    if (!only || found.has(only.person.id)) continue
    const people = problem.people.map(one =>
      one === only.person ? { ...one, busy: one.busy.filter(busy => busy !== only.busy) } : one,
    )
    if (firstFit({ ...problem, people, window: [start, end] }) !== start) continue
    found.set(only.person.id, { change: 'move', person: only.person.id, event: only.busy.event, start })
  }
  return [...found.values()]
}

/** When nothing fits: which single change would make it fit. */
import { blockedBy, startsOutside } from './feasible.ts'
import type { Change, Person, Problem } from './problem.ts'
import { blockedStarts, fitting, readyFor } from './fitting.ts'
import { type Span, union } from './spans.ts'

const lengths = [240, 180, 120, 90, 60, 45, 30, 20, 15] as const
/** How far beyond their hours people might be asked to go for once. */
const farStretch = 180

function firstFit(problem: Problem, blocked: readonly Span[] = blockedStarts(problem)): number | null {
  for (const { start } of fitting(readyFor(problem), blocked)) return start
  return null
}

/** Every single change that opens a time, what is easiest asked first. */
export function changesThatFit(problem: Problem): Change[] {
  return [
    ...later(problem),
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
  const ahead: Span[][] = [[]]
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

/** One meeting alone stands in the way of a start: if it were moved, it would fit. For each person the earliest is told. */
function moves(problem: Problem): Change[] {
  const free = problem.people.map((person): Person => ({ ...person, busy: [] }))
  const found = new Map<string, Change>()
  const must = problem.people.filter(person => person.must && person.known)
  for (const start of startsOutside(blockedStarts({ ...problem, people: free }), problem)) {
    if (problem.instances(start).length > 1) break
    const end = start + problem.minutes
    const inWay = must.flatMap(person =>
      person.busy.flatMap(busy =>
        busy.kind === 'fixed' && busy.from < end && busy.until > start ? [{ person, busy }] : [],
      ),
    )
    const [only] = inWay
    if (!only || inWay.length > 1 || found.has(only.person.id)) continue
    const people = problem.people.map(one =>
      one === only.person ? { ...one, busy: one.busy.filter(busy => busy !== only.busy) } : one,
    )
    if (firstFit({ ...problem, people, window: [start, end] }) !== start) continue
    found.set(only.person.id, { change: 'move', person: only.person.id, event: only.busy.event, start })
  }
  return [...found.values()]
}

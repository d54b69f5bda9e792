/** What is wrong with a rota, found before it goes live. */
import { gaps, type Spec } from './final.ts'
import type { Stretch, Window } from './layers.ts'
import { nightRows, nightsOf } from './load.ts'
import { momentOf } from './layers.ts'

/** The first five keep a rota from going live. */
export const problemCodes = [
  'no-layers',
  'no-steps',
  'left',
  'unreachable',
  'gap',
  'away',
  'double',
  'nights',
  'holiday',
] as const
export type ProblemCode = (typeof problemCodes)[number]
const hardCodes: ReadonlySet<ProblemCode> = new Set(['no-layers', 'no-steps', 'left', 'unreachable', 'gap'])

export interface Problem {
  readonly code: ProblemCode
  readonly hard: boolean
  readonly personId: string | null
  readonly start: number | null
  readonly end: number | null
  /** How many nights, or the rota that somebody has then. */
  readonly count: number | null
  readonly aboutId: string | null
}

export interface Away {
  readonly personId: string
  readonly start: number
  readonly end: number
  /** The other rota, where it is one. */
  readonly rotaId: string | null
}

export interface Looked {
  readonly spec: Spec
  readonly final: readonly Stretch[]
  readonly window: Window
  /** Somebody has to be there at every moment. */
  readonly always: boolean
  readonly steps: number
  /** People who can be told by one of the ways of the steps at least. */
  readonly reachable: ReadonlySet<string>
  /** Colleagues who are still here. */
  readonly here: ReadonlySet<string>
  readonly away: readonly Away[]
  readonly mostNights: number | null
  readonly isWorkday: (day: Temporal.PlainDate) => boolean
}

const problem = (code: ProblemCode, about: Partial<Problem> = {}): Problem => ({
  code,
  hard: hardCodes.has(code),
  personId: null,
  start: null,
  end: null,
  count: null,
  aboutId: null,
  ...about,
})

export function problemsOf(looked: Looked): Problem[] {
  const { spec, final, window, always, steps, here, reachable } = looked
  const people = [...new Set([...spec.layers.flatMap(layer => layer.people), ...final.map(one => one.personId)])]
  const isEmpty = spec.layers.length === 0 || spec.layers.some(layer => layer.people.length === 0)
  return [
    ...(isEmpty ? [problem('no-layers')] : []),
    ...(steps === 0 ? [problem('no-steps')] : []),
    ...people.filter(id => !here.has(id)).map(personId => problem('left', { personId })),
    ...(steps === 0 ? [] : people.filter(id => here.has(id) && !reachable.has(id))).map(personId =>
      problem('unreachable', { personId }),
    ),
    ...(always && !isEmpty ? gaps(final, window).map(([start, end]) => problem('gap', { start, end })) : []),
    ...clashes(looked),
    ...longRows(looked),
    ...freeDays(looked),
  ]
}

/** Turns of people who are away then, or on call elsewhere. */
function clashes({ final, away }: Looked): Problem[] {
  const byPerson = Map.groupBy(away, one => one.personId)
  return final.flatMap(({ personId, start, end }) =>
    (byPerson.get(personId) ?? [])
      .filter(one => one.start < end && one.end > start)
      .map(one =>
        problem(one.rotaId ? 'double' : 'away', {
          personId,
          start: Math.max(start, one.start),
          end: Math.min(end, one.end),
          aboutId: one.rotaId,
        }),
      ),
  )
}

function longRows({ final, mostNights, spec: { zone } }: Looked): Problem[] {
  if (mostNights === null) return []
  return [...Map.groupBy(final, one => one.personId)].flatMap(([personId, own]) =>
    nightRows(nightsOf(own, zone))
      .filter(({ count }) => count > mostNights)
      .map(({ from, count }) =>
        problem('nights', {
          personId,
          count,
          start: momentOf(from.toPlainDateTime(), zone),
          end: momentOf(from.add({ days: count }).toPlainDateTime(), zone),
        }),
      ),
  )
}

/** Public holidays on weekdays: whoever has them may wish to know. */
function freeDays({ final, isWorkday, window, spec: { zone } }: Looked): Problem[] {
  const dayOf = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const found: Problem[] = []
  const last = dayOf(window[1])
  for (let day = dayOf(window[0]); Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5 || isWorkday(day)) continue
    const [start, end] = [momentOf(day.toPlainDateTime(), zone), momentOf(day.add({ days: 1 }).toPlainDateTime(), zone)]
    const own = final.filter(one => one.start < end && one.end > start)
    for (const personId of new Set(own.map(one => one.personId)))
      found.push(problem('holiday', { personId, start, end }))
  }
  return found
}

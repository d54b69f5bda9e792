/** Puts a question to the solver with what stands in the office's calendars, and tells the answer. */
import { namesOf, naming } from '../../kernel/named.ts'
import { dayNumber, instantOf, minutesOf, wallClock } from './clock.ts'
import { type Between, windowTooLong } from './contract.ts'
import { stretchesOf, weeklyOf } from './hours.ts'
import { peopleOf, roomsOf, travelOf } from './days.ts'
import type { Reader } from './people-rows.ts'
import { solve } from './solve/solve.ts'
import type { Change, Needs, Problem, RankedSlot, Reason } from './solve/problem.ts'
import type { Span } from './solve/spans.ts'

/** A search looks no further than this. */
const mostDays = 190
/** When nothing fits, later days are looked at as well. */
const beyondDays = 14
export const step = 15
/** How far beyond somebody's hours one may go at all. */
export const stretch = 60

export interface Asked {
  readonly minutes: number
  readonly from?: Temporal.Instant | undefined
  readonly until: Temporal.Instant
  readonly between?: Between | undefined
  readonly must: readonly string[]
  readonly may?: readonly string[] | undefined
  readonly outside?: readonly unknown[] | undefined
  readonly needs?:
    | {
        readonly room: boolean
        readonly seats?: number | undefined
        readonly equipment?: readonly string[] | undefined
        readonly site?: string | null | undefined
      }
    | undefined
  readonly weeks?: number | undefined
  readonly wanted?: number | undefined
  /** Holds of one's own that stand in nobody's way. */
  readonly past?: readonly string[]
  readonly stretch?: number
  readonly zone?: string
}

type Coming = Pick<Asked, 'needs' | 'must' | 'may' | 'outside'>

export const needsOf = ({ needs, must, may = [], outside = [] }: Coming): Needs => ({
  room: needs?.room ?? false,
  seats: needs?.seats ?? Math.max(1, must.length + may.length + outside.length),
  equipment: needs?.equipment ?? [],
  site: needs?.site ?? null,
})

/** The problem as it stands now. Nothing begins in the past, and what begins soon begins at the next quarter. */
export async function problemOf(view: Reader, asked: Asked): Promise<Problem> {
  const now = minutesOf(view.at) + 1
  const from = Math.max(now, asked.from ? minutesOf(asked.from) : now)
  const until = minutesOf(asked.until)
  const weeks = asked.weeks ?? 1
  if (until - from + (weeks - 1) * 7 * 1440 > mostDays * 1440) view.refuse(windowTooLong, { days: mostDays })
  const beyond = Math.max(from, until) + beyondDays * 1440
  const window: Span = [from, Math.max(from, until)]
  const known: Span = [from - 1440, beyond + (weeks - 1) * 7 * 1440 + 1440]
  const zone = asked.zone ?? view.office.zone
  const clock = wallClock(zone)
  const needs = needsOf(asked)
  return {
    window,
    beyond,
    minutes: asked.minutes,
    open: asked.between ? openOf(asked.between, zone, known) : null,
    step,
    stretch: asked.stretch ?? stretch,
    people: await peopleOf(view, { must: asked.must, may: asked.may ?? [] }, known, {
      past: asked.past,
      rooms: needs.room || needs.site !== null,
    }),
    rooms: needs.room ? await roomsOf(view, asked.minutes, known, { past: asked.past }) : [],
    needs,
    travel: needs.room || needs.site !== null ? await travelOf(view) : () => 0,
    instances: start => {
      if (weeks === 1) return [start]
      const { day, minute } = clock.localOf(start)
      return Array.from({ length: weeks }, (_, n) => (n === 0 ? start : clock.minuteOf(day + n * 7, minute)))
    },
    dayOf: start => clock.localOf(start).day,
  }
}

/** The part of every day that was asked for. */
function openOf({ from, until }: Between, zone: string, window: Span): Span[] {
  const week = [1, 2, 3, 4, 5, 6, 7].map(weekday => weeklyOf({ weekday, from, until }))
  return stretchesOf(week, { zone, window, counts: () => true })
}

/** The best times, told with names. */
export async function found(view: Reader, asked: Asked) {
  const problem = await problemOf(view, asked)
  const { slots, total, changes } = solve(problem, asked.wanted)
  const name = naming(
    await namesOf(view, [
      ...slots.flatMap(slot => [slot.room, ...slot.reasons.flatMap(({ person, event }) => [person, event])]),
      ...changes.flatMap(change => [
        'person' in change ? change.person : null,
        'event' in change ? change.event : null,
      ]),
    ]),
  )
  const slot = (one: RankedSlot) => ({
    start: instantOf(one.start),
    end: instantOf(one.start + problem.minutes),
    starts: problem.instances(one.start).map(instantOf),
    room: name(one.room),
    cost: one.cost,
    reasons: one.reasons.map(reason),
  })
  const reason = (one: Reason) => ({
    key: one.key,
    good: one.good,
    cost: Math.max(0, one.cost),
    person: name(one.person),
    title: name(one.event)?.title ?? null,
    count: one.count ?? null,
    until: one.until === undefined ? null : instantOf(one.until),
  })
  const change = (one: Change) => ({
    change: one.change,
    person: 'person' in one ? name(one.person) : null,
    title: one.change === 'move' ? (name(one.event)?.title ?? null) : one.change === 'equipment' ? one.equipment : null,
    minutes: one.change === 'shorter' ? one.minutes : null,
    start: instantOf(one.start),
  })
  return { slots: slots.map(slot), total, changes: changes.map(change), zone: asked.zone ?? view.office.zone }
}

/** A whole day by the office's clock. */
export function dayWindow(view: Reader, on: Temporal.PlainDate): Span {
  const clock = wallClock(view.office.zone)
  const day = dayNumber(on)
  return [clock.minuteOf(day, 0), clock.minuteOf(day, 1440)]
}

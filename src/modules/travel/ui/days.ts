/** A trip day by day, on the clock of wherever one is. */
import { addDays } from '../../../web/format/day.ts'
import type { Leg, Stay, TripDetail, Visit } from './words.ts'

export type Entry =
  | { readonly what: 'leg'; readonly key: string; readonly at: string; readonly leg: Leg; readonly wait: number | null }
  | { readonly what: 'in' | 'out'; readonly key: string; readonly at: string; readonly stay: Stay }
  | { readonly what: 'visit'; readonly key: string; readonly at: string; readonly visit: Visit }

export interface Day {
  readonly on: string
  readonly entries: readonly Entry[]
  /** Where one sleeps after it; null where that is missing, undefined where nothing is to be said. */
  readonly night: string | null | undefined
}

export const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

/** Minutes that the clock at the end of a leg is ahead of the one at its beginning. */
export const shiftOf = ({ departs, arrives, departsAt, arrivesAt }: Leg): number =>
  minutesBetween(`${departs}:00Z`, `${arrives}:00Z`) - minutesBetween(departsAt, arrivesAt)

/** The longest wait between two legs that belongs to a change. */
const longestWait = 6 * 60

function entriesOf({ legs, stays, visits }: Pick<TripDetail, 'legs' | 'stays' | 'visits'>): [string, Entry][] {
  const waitBefore = (leg: Leg, index: number) => {
    const before = legs[index - 1]
    const minutes = before ? minutesBetween(before.arrivesAt, leg.departsAt) : null
    return minutes !== null && minutes > 0 && minutes <= longestWait ? minutes : null
  }
  return [
    ...legs.map((leg, index): [string, Entry] => [
      leg.departs.slice(0, 10),
      { what: 'leg', key: leg.id, at: leg.departsAt, leg, wait: waitBefore(leg, index) },
    ]),
    ...stays.flatMap((stay): [string, Entry][] => [
      [stay.checkIn.slice(0, 10), { what: 'in', key: `${stay.id} in`, at: stay.checkInAt, stay }],
      [stay.checkOut.slice(0, 10), { what: 'out', key: `${stay.id} out`, at: stay.checkOutAt, stay }],
    ]),
    ...visits.map((visit): [string, Entry] => [
      visit.start.slice(0, 10),
      { what: 'visit', key: visit.eventId, at: visit.startAt, visit },
    ]),
  ]
}

/** The days on which something happens or somebody sleeps somewhere, in their order. */
export function daysOf(trip: Pick<TripDetail, 'legs' | 'stays' | 'visits' | 'checks'>): Day[] {
  const byDay = Map.groupBy(entriesOf(trip), ([on]) => on)
  const bedless = new Set(
    trip.checks.filter(check => check.code === 'night-without-bed').map(check => String(check.params['on'])),
  )
  const nightOf = (on: string) => {
    const stay = trip.stays.find(one => one.checkIn.slice(0, 10) <= on && on < one.checkOut.slice(0, 10))
    return stay ? stay.name : bedless.has(on) ? null : undefined
  }
  const known = [...byDay.keys(), ...bedless].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  const days: Day[] = []
  for (let on = first; on && last && on <= last && days.length < 400; on = addDays(on, 1)) {
    const entries = (byDay.get(on) ?? []).map(([, entry]) => entry).toSorted((a, b) => (a.at < b.at ? -1 : 1))
    const night = nightOf(on)
    if (entries.length > 0 || night !== undefined) days.push({ on, entries, night })
  }
  return days
}

/** What comes next, and what is going on: of legs, check-ins and visits. */
export function upNext(
  trip: Pick<TripDetail, 'legs' | 'stays' | 'visits'>,
  now: string,
): { current: Entry | null; next: Entry | null } {
  const ends = (entry: Entry): string =>
    entry.what === 'leg' ? entry.leg.arrivesAt : entry.what === 'visit' ? entry.visit.endAt : entry.at
  const entries = entriesOf(trip)
    .map(([, entry]) => entry)
    .filter(entry => entry.what !== 'out')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const at = Date.parse(now)
  return {
    current: entries.find(entry => Date.parse(entry.at) <= at && at < Date.parse(ends(entry))) ?? null,
    next: entries.find(entry => Date.parse(entry.at) > at) ?? null,
  }
}

/** `Europe/Lisbon` as people say it: `Lisbon`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

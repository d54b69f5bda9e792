/** A trip day by day, on the clock of wherever one is: what the itinerary on paper is drawn from. */
import type { z } from 'zod'
import type { getTrip } from './contract.ts'
import { minutesBetween, shiftBetween } from './clock.ts'

export type Trip = z.output<(typeof getTrip)['output']>
export type Leg = Trip['legs'][number]
export type Stay = Trip['stays'][number]
export type Visit = Trip['visits'][number]

export type Entry =
  | {
      readonly what: 'leg'
      readonly at: Temporal.Instant
      readonly leg: Leg
      readonly minutes: number
      readonly shift: number
    }
  | { readonly what: 'in' | 'out'; readonly at: Temporal.Instant; readonly stay: Stay }
  | { readonly what: 'visit'; readonly at: Temporal.Instant; readonly visit: Visit }

export interface Day {
  readonly on: Temporal.PlainDate
  readonly entries: readonly Entry[]
}

const dayOf = (local: string): Temporal.PlainDate => Temporal.PlainDate.from(local.slice(0, 10))

/** Each entry on the day that its own place's clock shows. */
export function daysOf(trip: Pick<Trip, 'legs' | 'stays' | 'visits'>): Day[] {
  const entries: [Temporal.PlainDate, Entry][] = [
    ...trip.legs.map((leg): [Temporal.PlainDate, Entry] => [
      dayOf(leg.departs),
      {
        what: 'leg',
        at: leg.departsAt,
        leg,
        minutes: minutesBetween(leg.departsAt, leg.arrivesAt),
        shift: shiftBetween(leg.arrivesAt, leg.fromZone, leg.toZone),
      },
    ]),
    ...trip.stays.flatMap((stay): [Temporal.PlainDate, Entry][] => [
      [dayOf(stay.checkIn), { what: 'in', at: stay.checkInAt, stay }],
      [dayOf(stay.checkOut), { what: 'out', at: stay.checkOutAt, stay }],
    ]),
    ...trip.visits.map((visit): [Temporal.PlainDate, Entry] => [
      dayOf(visit.start),
      { what: 'visit', at: visit.startAt, visit },
    ]),
  ]
  const byDay = Map.groupBy(entries, ([on]) => on.toString())
  return [...byDay.keys()].toSorted().map(on => ({
    on: Temporal.PlainDate.from(on),
    entries: byDay
      .get(on)!
      .map(([, entry]) => entry)
      .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
  }))
}

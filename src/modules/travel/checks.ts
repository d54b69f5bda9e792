/** What is wrong with a trip, in the order of how much it would spoil: pure, from legs, stays, visits and documents. */
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { minutesBetween } from './clock.ts'
import type { CheckCode, CheckLine, IdentitySort, KeptState, Mode } from './contract/shapes.ts'

type Moment = Temporal.Instant

export interface CheckedLeg {
  readonly id: string
  readonly mode: Mode
  readonly from: string
  readonly fromZone: string
  readonly departsAt: Moment
  readonly to: string
  readonly toZone: string
  readonly toCountry: string | null
  readonly arrivesAt: Moment
  readonly reference: string | null
}
export interface CheckedStay {
  readonly id: string
  readonly name: string
  readonly checkInAt: Moment
  readonly checkOutAt: Moment
  readonly country: string | null
  readonly reference: string | null
}
export interface CheckedVisit {
  readonly eventId: string
  readonly title: string
  readonly startAt: Moment
  readonly endAt: Moment
}
/** A passport or visa that whoever asks may see. */
export interface CheckedIdentity {
  readonly personId: string
  readonly name: string
  readonly sort: IdentitySort
  readonly country: string | null
  readonly expiresOn: Temporal.PlainDate | null
}
export interface CheckedTrip {
  readonly state: KeptState
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly homeZone: string
  readonly homeCountry: string
  readonly country: string | null
  readonly visaFor: readonly string[]
  readonly hasVisaPaper: boolean
  readonly legs: readonly CheckedLeg[]
  readonly stays: readonly CheckedStay[]
  readonly visits: readonly CheckedVisit[]
  readonly travellers: readonly { readonly id: string; readonly name: string }[]
  readonly identities: readonly CheckedIdentity[]
  readonly budgetMinor: bigint | null
  readonly costMinor: bigint | null
}

const compare = Temporal.Instant.compare
const check = (
  code: CheckCode,
  loud: boolean,
  params: CheckLine['params'],
  itemId: string | null = null,
): CheckLine => ({ code, loud, params, itemId })

const byDeparture = (legs: readonly CheckedLeg[]): CheckedLeg[] =>
  legs.toSorted((a, b) => compare(a.departsAt, b.departsAt) || (a.id < b.id ? -1 : 1))

/** Minutes between getting off one and onto the next that nobody should plan below. */
export function minutesToChange(off: Mode, on: Mode): number {
  if (on === 'flight') return off === 'flight' ? 45 : 75
  if (on === 'ferry') return 40
  if (off === 'flight') return on === 'train' || on === 'bus' ? 40 : 20
  return on === 'train' || on === 'bus' ? 10 : 0
}

/** Cities go by their first word: `Lisboa LIS` and `Lisboa Oriente` are one. */
const cityOf = (place: string): string => foldInPlace(place).split(/[\s,(–-]+/)[0] ?? ''

function betweenLegs(legs: readonly CheckedLeg[]): CheckLine[] {
  return legs.slice(1).flatMap((next, at) => {
    const before = legs[at]!
    const params = { first: `${before.from} – ${before.to}`, second: `${next.from} – ${next.to}` }
    const minutes = minutesBetween(before.arrivesAt, next.departsAt)
    if (minutes < 0) return [check('legs-overlap', true, params, next.id)]
    const needed = minutesToChange(before.mode, next.mode)
    const apart = cityOf(before.to) !== cityOf(next.from)
    return [
      ...(minutes < needed ? [check('no-time-to-change', true, { ...params, minutes, needed }, next.id)] : []),
      ...(apart ? [check('elsewhere', false, { arrives: before.to, departs: next.from }, next.id)] : []),
    ]
  })
}

function aroundVisits(legs: readonly CheckedLeg[], visits: readonly CheckedVisit[]): CheckLine[] {
  return visits.flatMap(visit =>
    legs.flatMap(leg => {
      const meets = compare(leg.departsAt, visit.endAt) < 0 && compare(leg.arrivesAt, visit.startAt) > 0
      if (!meets) return []
      const leaves = compare(leg.departsAt, visit.startAt) > 0
      const params = {
        visit: visit.title,
        leg: `${leg.from} – ${leg.to}`,
        minutes: leaves ? minutesBetween(leg.departsAt, visit.endAt) : minutesBetween(visit.startAt, leg.arrivesAt),
      }
      return [check(leaves ? 'leaves-during-visit' : 'late-for-visit', true, params, visit.eventId)]
    }),
  )
}

/** The hour at which one should be in bed. */
const nightHour = new Temporal.PlainTime(3)
/** Where no way back is known, one leaves by day. */
const noon = new Temporal.PlainTime(12)

/** Nights away of which it is not said where one sleeps: no stay covers three o'clock there, and one is not on the way then. */
export function nightsWithoutBed(
  trip: Pick<CheckedTrip, 'legs' | 'stays' | 'startsOn' | 'endsOn' | 'homeZone'>,
): Temporal.PlainDate[] {
  const legs = byDeparture(trip.legs)
  const first = legs[0]
  if (!first) return []
  const end = isBack(legs)
    ? legs.at(-1)!.arrivesAt
    : trip.endsOn.toZonedDateTime({ timeZone: legs.at(-1)!.toZone, plainTime: noon }).toInstant()
  const missing: Temporal.PlainDate[] = []
  let night = first.departsAt.toZonedDateTimeISO(first.fromZone).toPlainDate().subtract({ days: 1 })
  for (let days = 0; days < 400; days++, night = night.add({ days: 1 })) {
    const morning = night.add({ days: 1 })
    // on the clock of wherever the last leg before that night went
    let zone = trip.homeZone
    for (const leg of legs) {
      const here = morning.toZonedDateTime({ timeZone: leg.toZone, plainTime: nightHour }).toInstant()
      if (compare(leg.arrivesAt, here) <= 0) zone = leg.toZone
    }
    const at = morning.toZonedDateTime({ timeZone: zone, plainTime: nightHour }).toInstant()
    if (compare(at, end) >= 0) break
    if (compare(at, first.departsAt) < 0) continue
    const travels = legs.some(leg => compare(leg.departsAt, at) <= 0 && compare(at, leg.arrivesAt) <= 0)
    const sleeps = trip.stays.some(stay => compare(stay.checkInAt, at) <= 0 && compare(at, stay.checkOutAt) <= 0)
    if (!travels && !sleeps) missing.push(night)
  }
  return missing
}

/**
 * Countries that ask of nearly everybody a passport valid for six months from the day of arrival. Those only of which that is
 * well known: elsewhere it depends on who travels, and a false alarm costs more than it saves.
 */
export const sixMonthCountries: ReadonlySet<string> = new Set([
  'AE',
  'CN',
  'EG',
  'ID',
  'IN',
  'KE',
  'MY',
  'PH',
  'SA',
  'SG',
  'TH',
  'TZ',
  'VN',
])

/** Where to and when one arrives, countries other than one's own. */
export function countriesOf(trip: CheckedTrip): Map<string, Temporal.PlainDate> {
  const found = new Map<string, Temporal.PlainDate>()
  const put = (country: string | null, on: Temporal.PlainDate) => {
    if (!country || country === trip.homeCountry) return
    const known = found.get(country)
    if (!known || Temporal.PlainDate.compare(on, known) < 0) found.set(country, on)
  }
  put(trip.country, trip.startsOn)
  for (const leg of trip.legs) put(leg.toCountry, leg.arrivesAt.toZonedDateTimeISO(leg.toZone).toPlainDate())
  for (const stay of trip.stays) put(stay.country, stay.checkInAt.toZonedDateTimeISO(trip.homeZone).toPlainDate())
  return found
}

function atBorders(trip: CheckedTrip): CheckLine[] {
  const countries = countriesOf(trip)
  if (countries.size === 0) return []
  return trip.travellers.flatMap(({ id, name }) => {
    const own = trip.identities.filter(one => one.personId === id)
    const passports = own
      .filter(one => one.sort === 'passport' || one.sort === 'id-card')
      .flatMap(one => one.expiresOn ?? [])
    const longest = passports.toSorted(Temporal.PlainDate.compare).at(-1)
    const found: CheckLine[] = []
    if (longest && Temporal.PlainDate.compare(longest, trip.endsOn) < 0)
      found.push(check('passport-expires', true, { name, on: longest.toString() }))
    else if (longest)
      for (const [country, on] of countries)
        if (sixMonthCountries.has(country) && Temporal.PlainDate.compare(longest, on.add({ months: 6 })) < 0)
          found.push(check('passport-short', true, { name, on: longest.toString(), country }))
    return found
  })
}

function visas(trip: CheckedTrip): CheckLine[] {
  if (trip.hasVisaPaper) return []
  return trip.visaFor.flatMap(country =>
    trip.travellers.flatMap(({ id, name }) => {
      const has = trip.identities.some(
        one =>
          one.personId === id &&
          one.sort === 'visa' &&
          one.country === country &&
          (one.expiresOn === null || Temporal.PlainDate.compare(one.expiresOn, trip.endsOn) >= 0),
      )
      return has ? [] : [check('visa-missing', true, { name, country })]
    }),
  )
}

/** Days ahead from which a missing booking reference is said; and from which it is loud. */
const referenceDays = 14
const loudDays = 3
const withReference = new Set<Mode>(['flight', 'train', 'bus', 'ferry'])

function unbooked(trip: CheckedTrip, at: Moment): CheckLine[] {
  const within = (moment: Moment, days: number) =>
    compare(moment, at) > 0 && compare(moment, at.add({ hours: 24 * days })) <= 0
  const begins = byDeparture(trip.legs)[0]?.departsAt ?? trip.startsOn.toZonedDateTime(trip.homeZone).toInstant()
  const items = [
    ...trip.legs
      .filter(leg => withReference.has(leg.mode))
      .map(leg => ({ id: leg.id, what: `${leg.from} – ${leg.to}`, at: leg.departsAt, reference: leg.reference })),
    ...trip.stays.map(stay => ({ id: stay.id, what: stay.name, at: stay.checkInAt, reference: stay.reference })),
  ]
  return [
    ...(trip.state !== 'booked' && within(begins, loudDays) ? [check('not-booked', true, {})] : []),
    ...items
      .filter(item => !item.reference && within(item.at, referenceDays))
      .map(item => check('reference-missing', within(item.at, loudDays), { what: item.what }, item.id)),
  ]
}

/** Everything that is wrong, loud first. */
export function checksOf(trip: CheckedTrip, at: Moment): CheckLine[] {
  if (trip.state === 'cancelled') return []
  const legs = byDeparture(trip.legs)
  const lastNight = (night: Temporal.PlainDate) => check('night-without-bed', true, { on: night.toString() })
  const over =
    trip.budgetMinor !== null && trip.costMinor !== null && trip.costMinor > trip.budgetMinor
      ? [check('over-budget', false, {})]
      : []
  const found = [
    ...betweenLegs(legs),
    ...aroundVisits(legs, trip.visits),
    ...nightsWithoutBed(trip).map(lastNight),
    ...atBorders(trip),
    ...visas(trip),
    ...unbooked(trip, at),
    ...over,
  ]
  return [...found.filter(one => one.loud), ...found.filter(one => !one.loud)]
}

/** Whether the last leg ends in the city that the first began in. */
const isBack = (legs: readonly CheckedLeg[]): boolean =>
  legs.length > 1 && cityOf(legs.at(-1)!.to) === cityOf(legs[0]!.from)

/** From the first departure to the arrival back; the days of the trip where these are not known. */
export function spanOf(trip: Pick<CheckedTrip, 'legs' | 'startsOn' | 'endsOn' | 'homeZone'>): {
  readonly from: Moment
  readonly until: Moment
} {
  const legs = byDeparture(trip.legs)
  const dayStart = (day: Temporal.PlainDate) => day.toZonedDateTime(trip.homeZone).toInstant()
  const last = legs
    .map(leg => leg.arrivesAt)
    .toSorted(compare)
    .at(-1)
  const ends = dayStart(trip.endsOn.add({ days: 1 }))
  const until = last && (isBack(legs) || compare(last, ends) > 0) ? last : ends
  return { from: legs[0]?.departsAt ?? dayStart(trip.startsOn), until }
}

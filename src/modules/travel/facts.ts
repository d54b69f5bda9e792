/** A trip with all that belongs to it, as whoever asks may see it. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { type CheckedIdentity, type CheckedTrip, checksOf, spanOf } from './checks.ts'
import { localOf } from './clock.ts'
import type { CheckLine, TripState } from './contract/shapes.ts'
import { asksApproval, stateAt } from './states.ts'
import {
  type LegRow,
  legsOf,
  policyOf,
  recordsFor,
  type StayRow,
  staysOf,
  travellersOf,
  type TripRow,
} from './trip-row.ts'

export type Looking = Pick<View, 'office' | 'principal' | 'db' | 'at'>

export interface Visit {
  readonly event_id: string
  readonly title: string
  readonly zone: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly place: string | null
}

/** Events by their ids, or those in the travellers' main calendars; the instance that falls into the trip. */
async function eventsThen(
  view: Looking,
  trip: TripRow,
  which: 'visits' | 'others',
  people: readonly string[],
): Promise<Visit[]> {
  const zone = view.office.zone
  // what belongs to it may lie on the day before or after on another clock
  const spare = which === 'visits' ? 1 : 0
  const from = trip.starts_on.subtract({ days: spare }).toZonedDateTime(zone).toInstant()
  const until = trip.ends_on
    .add({ days: 1 + spare })
    .toZonedDateTime(zone)
    .toInstant()
  const mine = sql`exists (select from travel.visit v where v.organisation_id = o.organisation_id and v.trip_id = ${trip.id} and v.event_id = o.event_id)`
  const other = sql`o.show_as <> 'free' and k.type = 'main' and k.owner_id = any(${[...people]}::uuid[]) and not ${mine}
    and not exists (select from travel.entry e where e.organisation_id = o.organisation_id and e.event_id = o.event_id)`
  const { rows } = await sql<Visit>`
    select * from (
      select distinct on (o.event_id) o.event_id, r.title, coalesce(f.zone, ${zone}) as zone, o.start_at, o.end_at,
        coalesce(w.place, (select string_agg(p.title, ', ' order by p.title) from calendar.guest_fact g
          join kernel.record p on p.organisation_id = g.organisation_id and p.id = g.calendar_id
          where g.organisation_id = o.organisation_id and g.event_id = o.event_id)) as place
      from calendar.occurrence_fact o
      join calendar.event_fact f on f.organisation_id = o.organisation_id and f.event_id = o.event_id
      join calendar.event_place_fact w on w.organisation_id = o.organisation_id and w.event_id = o.event_id
      join calendar.calendar_fact k on k.organisation_id = o.organisation_id and k.calendar_id = o.calendar_id
      join ${recordsFor(view, 'event')} r on r.id = o.event_id
      where o.organisation_id = ${view.office.id} and not o.all_day and o.status <> 'cancelled'
        and o.start_at < ${until} and o.end_at > ${from} and ${which === 'visits' ? mine : other}
      order by o.event_id, o.start_at) l
    order by l.start_at, l.event_id limit 100`.execute(view.db())
  return rows
}

export interface Met {
  readonly event_id: string
  readonly name: string
  readonly principal_id: string | null
  readonly email: string | null
  readonly party_id: string | null
}

/** Whoever comes to these events and does not travel. */
export async function peopleMet(
  view: Pick<Act, 'office'> & { db(): unknown },
  events: readonly string[],
  travellers: readonly string[],
): Promise<Met[]> {
  if (events.length === 0) return []
  const { rows } = await sql<Met>`
    select g.event_id, coalesce(g.name, p.title, g.email) as name, g.principal_id, g.email, g.party_id
    from calendar.guest_fact g
    left join kernel.record p on p.organisation_id = g.organisation_id and p.id = g.principal_id
    where g.organisation_id = ${view.office.id} and g.event_id = any(${[...events]}::uuid[]) and g.calendar_id is null
      and g.answer <> 'declined' and g.role <> 'informed' and (g.principal_id is null or not g.principal_id = any(${[...travellers]}::uuid[]))
    order by g.event_id, g.position`.execute((view as Act).db())
  return rows
}

async function identitiesOf(view: Looking, people: readonly string[]): Promise<CheckedIdentity[]> {
  const { rows } = await sql<CheckedIdentity>`
    select i.person_id as "personId", n.title as name, i.sort, i.country, i.expires_on as "expiresOn"
    from travel.identity i join ${recordsFor(view, 'travel-document')} r on r.id = i.id
    join kernel.record n on n.organisation_id = i.organisation_id and n.id = i.person_id
    where i.organisation_id = ${view.office.id} and i.removed_at is null and i.person_id = any(${[...people]}::uuid[])`.execute(
    view.db(),
  )
  return rows
}

export const legOf = (row: LegRow) => ({
  id: row.id,
  mode: row.mode,
  from: row.from_place,
  fromZone: row.from_zone,
  departs: row.departs,
  departsAt: row.departs_at,
  to: row.to_place,
  toZone: row.to_zone,
  arrives: row.arrives,
  arrivesAt: row.arrives_at,
  toCountry: row.to_country,
  carrier: row.carrier,
  number: row.number,
  seat: row.seat,
  reference: row.reference,
  kilometres: row.kilometres,
  note: row.note,
})

export const stayOf = (row: StayRow) => ({
  id: row.id,
  name: row.name,
  address: row.address,
  zone: row.zone,
  checkIn: row.check_in,
  checkInAt: row.check_in_at,
  checkOut: row.check_out,
  checkOutAt: row.check_out_at,
  country: row.country,
  reference: row.reference,
  phone: row.phone,
  note: row.note,
})

export const visitOf = (row: Visit, met: readonly Met[]) => ({
  eventId: row.event_id,
  title: row.title,
  zone: row.zone,
  start: localOf(row.start_at, row.zone),
  end: localOf(row.end_at, row.zone),
  startAt: row.start_at,
  endAt: row.end_at,
  place: row.place,
  people: met
    .filter(one => one.event_id === row.event_id)
    .map(one => ({ name: one.name, outside: one.principal_id === null })),
})

export interface Whole {
  readonly row: TripRow
  readonly people: readonly string[]
  readonly legs: readonly LegRow[]
  readonly stays: readonly StayRow[]
  readonly visits: readonly Visit[]
  readonly needsApproval: boolean
  readonly state: TripState
  readonly until: Temporal.Instant
  readonly checks: readonly CheckLine[]
}

interface Sum {
  readonly currency: string | null
  readonly cost: bigint | null
}

/** What it came to as far as it is known, else what is reckoned with; null where that is in several currencies. */
export async function costOf(
  view: Pick<Act, 'office'> & { db(): unknown },
  id: string,
): Promise<{ minor: bigint; currency: string } | null> {
  const { rows } = await sql<Sum>`
    select min(currency) as currency, sum(coalesce(actual_minor, planned_minor, 0))::bigint as cost from travel.cost
    where organisation_id = ${view.office.id} and trip_id = ${id} having count(distinct currency) = 1`.execute(
    (view as Act).db(),
  )
  const [sum] = rows
  return sum?.currency && sum.cost !== null ? { minor: BigInt(sum.cost), currency: sum.currency } : null
}

/** Everything of a trip, and what is wrong with it. */
export async function wholeTrip(view: Looking, row: TripRow): Promise<Whole> {
  const people = await travellersOf(view, row.id)
  const legs = await legsOf(view, row.id)
  const stays = await staysOf(view, row.id)
  const visits = await eventsThen(view, row, 'visits', people)
  const cost = await costOf(view, row.id)
  const { rows: visaPapers } =
    await sql`select from travel.paper where organisation_id = ${view.office.id} and trip_id = ${row.id} and what = 'visa' limit 1`.execute(
      view.db(),
    )
  const { rows: names } = await sql<{ id: string; name: string }>`
    select id, title as name from kernel.record where organisation_id = ${view.office.id} and id = any(${people}::uuid[])`.execute(
    view.db(),
  )
  const checked: CheckedTrip = {
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    homeZone: view.office.zone,
    homeCountry: view.office.country,
    country: row.country,
    visaFor: row.visa_for,
    hasVisaPaper: visaPapers.length > 0,
    legs: legs.map(legOf),
    stays: stays.map(stayOf),
    visits: visits.map(one => ({ eventId: one.event_id, title: one.title, startAt: one.start_at, endAt: one.end_at })),
    travellers: names,
    identities: await identitiesOf(view, people),
    budgetMinor: row.budget_minor === null || cost?.currency !== row.budget_currency ? null : row.budget_minor,
    costMinor: cost?.minor ?? null,
  }
  const countries = [row.country, ...legs.map(leg => leg.to_country), ...stays.map(stay => stay.country)]
  const needsApproval = asksApproval(await policyOf(view), view.office.country, countries)
  const span = spanOf(checked)
  return {
    row,
    people,
    legs,
    stays,
    visits,
    needsApproval,
    state: stateAt({ state: row.state, needsApproval }, span, view.at),
    until: span.until,
    // what is over is not worried about
    checks: Temporal.Instant.compare(view.at, span.until) >= 0 ? [] : checksOf(checked, view.at),
  }
}

export const alsoThen = (view: Looking, { row, people }: Pick<Whole, 'row' | 'people'>): Promise<Visit[]> =>
  eventsThen(view, row, 'others', people)

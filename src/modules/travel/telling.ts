/** Who hears of what happens to a trip. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { NotificationWish } from '../notifications/contract.ts'
import { tellChangesJob } from './contract.ts'
import { type Met, peopleMet, wholeTrip } from './facts.ts'
import { type Held, type LegRow, legsOf, travellersOf } from './trip-row.ts'

export type Told =
  | 'planned'
  | 'approved'
  | 'unapproved'
  | 'booked'
  | 'cancelled'
  | 'restored'
  | 'changed'
  | 'meets-late'

/** Notices for these people, but for whoever did it. */
export function noticesOf(
  act: Pick<Act, 'principal'>,
  id: string,
  people: readonly (string | null)[],
  what: Told,
  params: Readonly<Record<string, string>>,
  urgency: NotificationWish['urgency'] = 'today',
): NotificationWish[] {
  return [...new Set(people)]
    .filter(one => one !== null && one !== act.principal.id)
    .map(toId => ({
      key: `travel.${what}:${id}`,
      toId,
      titleKey: `notice.travel.${what}`,
      params: { ...params },
      // those who are met see the event, not the trip
      ...(what === 'meets-late' ? {} : { recordId: id }),
      urgency,
    }))
}

/** `TP783 10:05–13:20, 1 December`, on each place's clock: plain enough for every language. */
export const timesOf = (leg: Pick<LegRow, 'departs' | 'arrives'>): string => {
  const [from, until] = [leg.departs.split('T'), leg.arrives.split('T')]
  return from[0] === until[0] ? `${from.join(' ')}–${until[1]}` : `${from.join(' ')} – ${until.join(' ')}`
}

/** How near a departure is for its change to interrupt. */
const nearHours = 24

/** Those whom a changed leg concerns: who travels and arranges; colleagues met after it; guests outside where that is asked for. */
export async function tellOfLeg(
  act: Act,
  trip: Held,
  before: LegRow,
  after: LegRow,
  tellGuests: boolean,
): Promise<NotificationWish[]> {
  const people = await travellersOf(act, trip.id)
  const params = {
    title: trip.title,
    what: `${after.from_place} – ${after.to_place}`,
    was: timesOf(before),
    now: timesOf(after),
  }
  const isNear = Temporal.Instant.compare(after.departs_at, act.at.add({ hours: nearHours })) < 0
  const own = noticesOf(act, trip.id, [...people, trip.arranger_id], 'changed', params, isNear ? 'now' : 'today')
  if (before.arrives_at.equals(after.arrives_at) || trip.state !== 'booked') return own
  const met = await metAfter(act, trip, before, after)
  const names = await namesOfPeople(act, people)
  const inside = met.filter(one => one.principal_id !== null).map(one => one.principal_id)
  if (tellGuests) await queueLetters(act, trip.id, met, { was: clockOf(before), now: clockOf(after) })
  const others = inside.filter(one => one !== trip.arranger_id)
  return [
    ...own,
    ...noticesOf(act, trip.id, others, 'meets-late', { name: names, was: clockOf(before), now: clockOf(after) }),
  ].slice(0, 200)
}

/** When one is there: `2126-12-01 13:20 Lisboa LIS`. */
const clockOf = (leg: Pick<LegRow, 'arrives' | 'to_place'>): string =>
  `${leg.arrives.replace('T', ' ')} ${leg.to_place}`

async function namesOfPeople(act: Act, ids: readonly string[]): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) order by title`.execute(
    act.db(),
  )
  return rows
    .map(row => row.title)
    .join(', ')
    .slice(0, 300)
}

/** Those met first after a leg arrives: before the next leg goes, and within a day. */
async function metAfter(act: Act, trip: Held, before: LegRow, after: LegRow): Promise<Met[]> {
  const { visits, people, legs } = await wholeTrip(act, trip)
  const earlier =
    Temporal.Instant.compare(before.arrives_at, after.arrives_at) < 0 ? before.arrives_at : after.arrives_at
  const next = legs.find(leg => leg.id !== after.id && Temporal.Instant.compare(leg.departs_at, after.departs_at) > 0)
  const until = earlier.add({ hours: 24 })
  const concerned = visits.filter(
    visit =>
      Temporal.Instant.compare(visit.end_at, earlier) > 0 &&
      Temporal.Instant.compare(visit.start_at, until) < 0 &&
      (!next || Temporal.Instant.compare(visit.start_at, next.departs_at) < 0),
  )
  return peopleMet(
    act,
    concerned.map(visit => visit.event_id),
    people,
  )
}

async function queueLetters(
  act: Act,
  tripId: string,
  met: readonly Met[],
  said: { was: string; now: string },
): Promise<void> {
  const outside = met.filter(one => one.email !== null && one.principal_id === null)
  if (outside.length === 0) return
  for (const one of outside) {
    const language = await languageOf(act, one.party_id)
    await sql`
      insert into travel.message (organisation_id, trip_id, id, event_id, name, email, language, was, now)
      values (${act.office.id}, ${tripId}, ${act.newId()}, ${one.event_id}, ${one.name}, ${one.email}, ${language}, ${said.was}, ${said.now})`.execute(
      act.db(),
    )
  }
  act.enqueue(tellChangesJob, { id: tripId })
}

async function languageOf(act: Act, partyId: string | null): Promise<string> {
  if (!partyId) return nearestLanguage(act.office.language)
  const { rows } = await sql<{ language: string | null }>`
    select language from directory.correspondent_fact where organisation_id = ${act.office.id} and party_id = ${partyId}`.execute(
    act.db(),
  )
  return nearestLanguage(rows[0]?.language ?? act.office.language)
}

/** The leg of a trip by its id, as it was before an act; undefined where there is none. */
export const legIn = async (act: Act, tripId: string, itemId: string): Promise<LegRow | undefined> =>
  (await legsOf(act, tripId)).find(leg => leg.id === itemId)

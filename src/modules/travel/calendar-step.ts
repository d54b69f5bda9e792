/**
 * The trip as it stands in the calendars of those who travel: its days, its legs, its stays, one event each, written by the
 * calendar's own commands in the traveller's name, in the act that changed the trip.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Act } from '../../kernel/implement.ts'
import { cancelEvent, changeEvent, createEvent } from '../calendar/contract.ts'
import { localOf } from './clock.ts'
import { type Held, type LegRow, legsOf, type StayRow, staysOf, travellersOf } from './trip-row.ts'
import type { TravelTables } from './tables.ts'
import { officeWords } from './words.ts'

type Wire = typeof createEvent extends { readonly input: z.ZodType<unknown, infer W> } ? W : never
interface Wanted {
  readonly itemId: string
  readonly wire: Wire
}
/** From this class on what is in the calendar is confidential too. */
const quietFrom = 2

const stretch = (from: string, until: string) => ({ allDay: true, from, until: until < from ? from : until }) as const

/** A leg on the clock of where it begins; on that of UTC where that clock is turned back on the way. */
export function timeOfLeg(leg: Pick<LegRow, 'departs' | 'from_zone' | 'departs_at' | 'arrives_at'>) {
  const end = localOf(leg.arrives_at, leg.from_zone)
  if (end > leg.departs) return { allDay: false, start: leg.departs, end, zone: leg.from_zone } as const
  return {
    allDay: false,
    start: localOf(leg.departs_at, 'UTC'),
    end: localOf(leg.arrives_at, 'UTC'),
    zone: 'UTC',
  } as const
}

export const routeOf = (leg: Pick<LegRow, 'from_place' | 'to_place' | 'number'>): string =>
  [leg.number, `${leg.from_place} – ${leg.to_place}`].filter(Boolean).join(' ')

const lines = (...parts: readonly (readonly [string, string | number | null])[]): string =>
  parts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n')

function legEvent(act: Act, leg: LegRow): Wire {
  const say = (key: Parameters<typeof officeWords>[1]) => officeWords(act, key, {})
  return {
    title: `${say(`choice.travel.mode.${leg.mode}`)} ${routeOf(leg)}`.slice(0, 300),
    when: timeOfLeg(leg),
    place: leg.from_place,
    notes:
      lines(
        [say('page.trip.arrives'), `${leg.arrives.replace('T', ' ')} ${leg.to_place}`],
        [say('field.travel.carrier'), leg.carrier],
        [say('field.travel.seat'), leg.seat],
        [say('field.travel.reference'), leg.reference],
      ) || null,
    showAs: 'away',
  }
}

const stayEvent = (act: Act, stay: StayRow): Wire => ({
  title: stay.name.slice(0, 300),
  when: stretch(stay.check_in.slice(0, 10), stay.check_out.slice(0, 10)),
  place: stay.address ?? stay.name,
  notes:
    lines(
      [officeWords(act, 'field.travel.reference', {}), stay.reference],
      [officeWords(act, 'field.travel.phone', {}), stay.phone],
    ) || null,
  showAs: 'free',
})

async function wantedOf(act: Act, trip: Held): Promise<Wanted[]> {
  if (trip.state === 'cancelled') return []
  const days: Wire = {
    title: [trip.title, trip.destination].filter(Boolean).join(', ').slice(0, 300),
    when: stretch(trip.starts_on.toString(), trip.ends_on.toString()),
    place: trip.destination,
    showAs: trip.days_as,
  }
  const legs = (await legsOf(act, trip.id)).map(leg => ({ itemId: leg.id, wire: legEvent(act, leg) }))
  const stays = (await staysOf(act, trip.id)).map(stay => ({ itemId: stay.id, wire: stayEvent(act, stay) }))
  const privacy = trip.class >= quietFrom ? { privacy: 'confidential' as const } : {}
  return [{ itemId: trip.id, wire: days }, ...legs, ...stays].map(({ itemId, wire }) => ({
    itemId,
    wire: { ...wire, category: officeWords(act, 'kind.trip', {}), ...privacy },
  }))
}

const digestOf = (wire: Wire): string => createHash('sha1').update(JSON.stringify(wire)).digest('base64url')
const keyOf = (itemId: string, personId: string): string => `${itemId} ${personId}`

interface Entry {
  readonly item_id: string
  readonly person_id: string
  readonly event_id: string
  readonly digest: string
}

/** Brings the calendars into step with the trip. Somebody whose calendar cannot be written has none of it there; the trip stands. */
export async function stepCalendars(act: Act, trip: Held): Promise<void> {
  const db = act.db<TravelTables>()
  const { rows } = await sql<Entry>`
    select item_id, person_id, event_id, digest from travel.entry
    where organisation_id = ${act.office.id} and trip_id = ${trip.id}`.execute(db)
  const had = new Map(rows.map(row => [keyOf(row.item_id, row.person_id), row]))
  const people = await travellersOf(act, trip.id)
  const wanted = await wantedOf(act, trip)
  for (const personId of people)
    for (const one of wanted) {
      const key = keyOf(one.itemId, personId)
      await stepOne(act, trip.id, personId, one, had.get(key))
      had.delete(key)
    }
  for (const gone of had.values()) await leave(act, trip.id, gone)
}

async function leave(act: Act, tripId: string, gone: Entry): Promise<void> {
  await act.actAs(gone.person_id, cancelEvent, { id: gone.event_id })
  await sql`delete from travel.entry where organisation_id = ${act.office.id} and trip_id = ${tripId}
    and item_id = ${gone.item_id} and person_id = ${gone.person_id}`.execute(act.db())
}

/** Out of the calendars of those who do not travel any more, while they may still see it. */
export async function leaveCalendars(act: Act, tripId: string, people: readonly string[]): Promise<void> {
  const { rows } = await sql<Entry>`
    select item_id, person_id, event_id, digest from travel.entry
    where organisation_id = ${act.office.id} and trip_id = ${tripId} and person_id = any(${[...people]}::uuid[])`.execute(
    act.db(),
  )
  for (const gone of rows) await leave(act, tripId, gone)
}

async function stepOne(
  act: Act,
  tripId: string,
  personId: string,
  wanted: Wanted,
  had: Entry | undefined,
): Promise<void> {
  const digest = digestOf(wanted.wire)
  if (had?.digest === digest) return
  const eventId =
    (had && (await changed(act, personId, had.event_id, wanted.wire))) ??
    (await made(act, tripId, personId, wanted.wire))
  if (!eventId) return
  await sql`
    insert into travel.entry (organisation_id, trip_id, item_id, person_id, event_id, digest)
    values (${act.office.id}, ${tripId}, ${wanted.itemId}, ${personId}, ${eventId}, ${digest})
    on conflict (organisation_id, trip_id, item_id, person_id) do update set event_id = excluded.event_id, digest = excluded.digest`.execute(
    act.db(),
  )
}

async function made(act: Act, sourceId: string, personId: string, wire: Wire): Promise<string | null> {
  const outcome = await act.actAs(personId, createEvent, { ...wire, sourceId })
  return outcome.status === 'done' ? outcome.output.id : null
}

/** Null where the person has taken it out of the calendar. */
async function changed(act: Act, personId: string, id: string, wire: Wire): Promise<string | null> {
  const outcome = await act.actAs(personId, changeEvent, { id, change: wire as object })
  return outcome.status === 'done' ? id : null
}

/** Whom an event brings to the house: its guests from outside, one visit for each instance within the horizon. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { fold } from '../../kernel/language/fold.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { Settings } from './settings.ts'

/** So far ahead guests of a series are expected; the night goes on. */
export const horizonDays = 14

export interface Wanted {
  readonly recurrence: string
  readonly guest: string
  readonly name: string
  readonly partyId: string | null
  readonly language: string
  readonly hostId: string | null
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  readonly place: string | null
}

interface EventRow {
  readonly class: number
  readonly organiser_id: string | null
  readonly place: string | null
  readonly rooms: string[] | null
  readonly first_guest: string | null
}

async function eventOf(act: Act, eventId: string): Promise<EventRow | null> {
  const { rows } = await sql<EventRow>`
    select r.class, e.organiser_id, p.place,
      (select array_agg(k.title order by g.position) from calendar.guest_fact g
        join calendar.place_fact f on f.organisation_id = g.organisation_id and f.calendar_id = g.calendar_id and f.type = 'room'
        join kernel.record k on k.organisation_id = g.organisation_id and k.id = g.calendar_id
        where g.organisation_id = e.organisation_id and g.event_id = e.event_id and g.answer <> 'declined') as rooms,
      (select g.principal_id from calendar.guest_fact g
        where g.organisation_id = e.organisation_id and g.event_id = e.event_id and g.principal_id is not null
        order by g.position limit 1) as first_guest
    from calendar.event_fact e
    join kernel.record r on r.organisation_id = e.organisation_id and r.id = e.event_id
    left join calendar.event_place_fact p on p.organisation_id = e.organisation_id and p.event_id = e.event_id
    where e.organisation_id = ${act.office.id} and e.event_id = ${eventId} and e.status <> 'cancelled' and not e.all_day`.execute(
    act.db(),
  )
  return rows[0] ?? null
}

/** Where in the house it is: its rooms, or the place that is written where that is the house's address. Null: it is elsewhere. */
function placeOf(event: EventRow, settings: Settings): string | null {
  if (event.rooms?.length) return event.rooms.join(', ').slice(0, 300)
  const [street = ''] = fold(settings.address).split(/[,\n]/)
  const isHouse = street.trim().length >= 4 && fold(event.place ?? '').includes(street.trim())
  return isHouse ? event.place : null
}

interface GuestRow {
  readonly email: string
  readonly name: string | null
  readonly party_id: string | null
  readonly language: string | null
  readonly known_name: string | null
}

async function guestsOf(act: Act, eventId: string): Promise<GuestRow[]> {
  const { rows } = await sql<GuestRow>`
    select distinct on (lower(g.email)) lower(g.email) as email, g.name, coalesce(g.party_id, m.party_id) as party_id, m.language, m.name as known_name
    from calendar.guest_fact g
    left join directory.mail_fact m on m.organisation_id = g.organisation_id and m.email = lower(g.email)
    where g.organisation_id = ${act.office.id} and g.event_id = ${eventId} and g.email is not null and g.principal_id is null
      and g.answer <> 'declined' and g.role <> 'informed'
      and not exists (select from authority.address_fact a where a.organisation_id = g.organisation_id and lower(a.email) = lower(g.email))
    order by lower(g.email), g.position`.execute(act.db())
  return rows
}

async function instancesOf(act: Act, eventId: string) {
  const { rows } = await sql<{ recurrence: string; start_at: Temporal.Instant; end_at: Temporal.Instant }>`
    select distinct on (1) case when o.repeats then o.recurrence::text else '' end as recurrence, o.start_at, o.end_at
    from calendar.occurrence_fact o
    where o.organisation_id = ${act.office.id} and o.event_id = ${eventId} and o.end_at > ${act.at} and o.end_at > o.start_at
      and o.start_at < ${act.at.add({ hours: 24 * horizonDays })}
    order by 1, 2`.execute(act.db())
  return rows
}

/** Who is to be expected, with the class of the event; nobody where it is not in the house. */
export async function wantedOf(
  act: Act,
  eventId: string,
  settings: Settings,
): Promise<{ class: number; wanted: Wanted[] }> {
  const event = await eventOf(act, eventId)
  const place = event && placeOf(event, settings)
  if (!event || !place) return { class: 1, wanted: [] }
  const guests = await guestsOf(act, eventId)
  const instances = guests.length > 0 ? await instancesOf(act, eventId) : []
  const hostId = event.organiser_id ?? event.first_guest
  const wanted = instances.flatMap(({ recurrence, start_at, end_at }) =>
    guests.map(one => ({
      recurrence,
      guest: one.email,
      name: (one.name?.trim() || one.known_name || one.email).slice(0, 200),
      partyId: one.party_id,
      language: nearestLanguage(one.language ?? act.office.language),
      hostId,
      start: start_at,
      end: end_at,
      place,
    })),
  )
  return { class: event.class, wanted }
}

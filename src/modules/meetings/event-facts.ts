/** What the calendar publishes of an event: when its instances are, where, and who is asked to come. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { NewAttendee } from './meeting-row.ts'
import { attendeeOf } from './people.ts'

export interface Instance {
  /** The local time that it was planned for; null of what does not repeat. */
  readonly recurrence: string | null
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
}

const instances = (act: Act, eventId: string) => sql`
  (select distinct o.recurrence, o.start_at, o.end_at from calendar.occurrence_fact o
    where o.organisation_id = ${act.office.id} and o.event_id = ${eventId} and o.end_at > o.start_at) l`

/** One instance, by the time it was planned for; without that the next one, else the last. */
export async function instanceOf(act: Act, eventId: string, recurrence?: string): Promise<Instance | null> {
  const { rows } = await sql<Instance>`
    select * from ${instances(act, eventId)}
    where ${recurrence === undefined ? sql`true` : sql`l.recurrence = ${recurrence}`}
    order by (l.end_at > ${act.at}) desc, case when l.end_at > ${act.at} then l.start_at end, l.start_at desc limit 1`.execute(
    act.db(),
  )
  return rows[0] ?? null
}

export async function instanceAfter(act: Act, eventId: string, after: Temporal.Instant): Promise<Instance | null> {
  const { rows } = await sql<Instance>`
    select * from ${instances(act, eventId)} where l.start_at > ${after} order by l.start_at limit 1`.execute(act.db())
  return rows[0] ?? null
}

interface GuestRow {
  readonly principal_id: string | null
  readonly calendar_id: string | null
  readonly party_id: string | null
  readonly email: string | null
  readonly name: string | null
  readonly role: string
  readonly room: string | null
}

/** Who leads it, where it is, who comes: rooms and things are the place, everybody else takes part. */
export async function eventFacts(
  act: Act,
  eventId: string,
): Promise<{ chairId: string | null; place: string | null; guests: NewAttendee[] }> {
  const { rows: events } = await sql<{ organiser_id: string | null }>`
    select organiser_id from calendar.event_fact where organisation_id = ${act.office.id} and event_id = ${eventId}`.execute(
    act.db(),
  )
  const { rows } = await sql<GuestRow>`
    select g.*, p.title as room from calendar.guest_fact g
    left join kernel.record p on p.organisation_id = g.organisation_id and p.id = g.calendar_id
    where g.organisation_id = ${act.office.id} and g.event_id = ${eventId} order by g.position`.execute(act.db())
  const guests: NewAttendee[] = []
  for (const row of rows.filter(one => one.calendar_id === null)) {
    const personId = row.principal_id ?? row.party_id
    const known = personId ? await attendeeOf(act, personId) : null
    const role = row.role === 'optional' || row.role === 'informed' ? row.role : 'required'
    const email = row.email ?? known?.email ?? null
    guests.push({ personId, name: known?.name ?? row.name ?? email ?? '–', email, role })
  }
  const leads = rows.find(row => row.role === 'chair')?.principal_id ?? null
  const rooms = rows.flatMap(row => row.room ?? [])
  return {
    chairId: leads ?? events[0]?.organiser_id ?? null,
    place: rooms.join(', ').slice(0, 200) || null,
    guests,
  }
}

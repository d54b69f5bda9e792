/** Events as they are stored. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Guest, GuestRef } from './contract/shapes.ts'
import type { EventFacts, InstanceChange } from './facts.ts'
import type { EventTable, GuestTable, PlacingTable } from './tables.ts'
import { dayOfSeconds, secondsOf, spanOf, startText, textOfSeconds } from './wall.ts'

type Reading = { readonly office: { readonly id: string }; db(): unknown }

export interface StoredPlacing
  extends Pick<PlacingTable, 'calendar_id' | 'laying' | 'href' | 'etag' | 'reminders' | 'waiting' | 'ics'> {}

export interface StoredEvent {
  readonly facts: EventFacts
  readonly placings: readonly StoredPlacing[]
  readonly answeredAt: ReadonlyMap<string, Temporal.Instant>
  readonly laidFrom: Temporal.Instant | null
  readonly laidUntil: Temporal.Instant | null
}

const refOf = (row: Pick<GuestTable, 'principal_id' | 'calendar_id' | 'email' | 'name' | 'party_id'>): GuestRef =>
  row.principal_id
    ? { principalId: row.principal_id }
    : row.calendar_id
      ? { calendarId: row.calendar_id }
      : { email: row.email!, name: row.name!, partyId: row.party_id }

const guestOf = (row: GuestTable): Guest => ({ who: refOf(row), role: row.role, answer: row.answer, note: row.note })

type EventRow = EventTable & { readonly title: string }

function factsOf(
  row: EventRow,
  guests: readonly Guest[],
  instances: ReadonlyMap<string, InstanceChange>,
  reminders: readonly number[],
): EventFacts {
  return {
    id: row.id,
    uid: row.uid,
    sequence: row.sequence,
    calendarId: row.home_id,
    title: row.title,
    when: row.all_day
      ? {
          allDay: true,
          from: row.start_local.slice(0, 10),
          until: dayOfSeconds(secondsOf(row.end_local) - 86_400),
        }
      : { allDay: false, start: row.start_local, end: row.end_local, zone: row.zone! },
    repeat:
      row.rule !== null || row.added.length > 0 || row.left_out.length > 0
        ? { rule: row.rule, added: row.added, leftOut: row.left_out }
        : null,
    place: row.place,
    notes: row.notes,
    category: row.category,
    privacy: row.privacy,
    showAs: row.show_as,
    status: row.status,
    guests: [...guests],
    reminders: [...reminders],
    setupMinutes: row.setup_minutes,
    cleanupMinutes: row.cleanup_minutes,
    travelBeforeMinutes: row.travel_before_minutes,
    travelAfterMinutes: row.travel_after_minutes,
    conferenceUrl: row.conference_url,
    documentIds: row.document_ids,
    organiser: row.organiser_id
      ? { principalId: row.organiser_id, sentBy: row.sent_by_id }
      : { email: row.organiser_email!, name: row.organiser_name! },
    instances,
    splitFromId: row.split_from_id,
  }
}

/** The events of these ids with all that belongs to them, in no order. */
export async function loadEvents(act: Reading, ids: readonly string[]): Promise<Map<string, StoredEvent>> {
  const db = act.db() as never
  const { rows } = await sql<
    EventRow & {
      guests: (Omit<GuestTable, 'answered_at'> & { answered_at: string | null })[]
      instances: { recurrence: string; change: InstanceChange }[]
      placings: StoredPlacing[]
    }
  >`
    select e.*, r.title,
      coalesce((select jsonb_agg(to_jsonb(g) order by g.position) from calendar.guest g
        where g.organisation_id = e.organisation_id and g.event_id = e.id), '[]') as guests,
      coalesce((select jsonb_agg(jsonb_build_object('recurrence', i.recurrence, 'change', i.change)) from calendar.instance i
        where i.organisation_id = e.organisation_id and i.event_id = e.id), '[]') as instances,
      coalesce((select jsonb_agg(jsonb_build_object('calendar_id', p.calendar_id, 'laying', p.laying, 'href', p.href, 'etag', p.etag,
          'reminders', p.reminders, 'waiting', p.waiting, 'ics', p.ics)) from calendar.placing p
        where p.organisation_id = e.organisation_id and p.event_id = e.id), '[]') as placings
    from calendar.event e join kernel.record r on r.organisation_id = e.organisation_id and r.id = e.id
    where e.organisation_id = ${act.office.id} and e.id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map(row => {
      const home = row.placings.find(({ laying }) => laying === 'home')
      const answeredAt = new Map(
        row.guests.flatMap(guest => {
          const key = guest.principal_id ?? guest.calendar_id ?? guest.email?.toLowerCase()
          return guest.answered_at && key ? [[key, Temporal.Instant.from(guest.answered_at)] as const] : []
        }),
      )
      const instances = new Map(row.instances.map(({ recurrence, change }) => [recurrence, change]))
      const facts = factsOf(
        row,
        row.guests.map(guest => guestOf(guest as unknown as GuestTable)),
        instances,
        home?.reminders ?? [],
      )
      return [
        row.id,
        { facts, placings: row.placings, answeredAt, laidFrom: row.laid_from, laidUntil: row.laid_until },
      ] as const
    }),
  )
}

export async function loadEvent(act: Reading, id: string): Promise<StoredEvent> {
  const found = (await loadEvents(act, [id])).get(id)
  if (!found) throw new Error(`event ${id} has no row`)
  return found
}

/** The row of an event, without its record's title. */
export function rowOf(
  act: Pick<Act, 'office'>,
  facts: EventFacts,
): Omit<EventTable, 'laid_from' | 'laid_until' | 'zones_edition'> {
  const { when, repeat, organiser } = facts
  const span = spanOf(when)
  return {
    organisation_id: act.office.id,
    id: facts.id,
    uid: facts.uid,
    sequence: facts.sequence,
    home_id: facts.calendarId,
    all_day: when.allDay,
    start_local: startText(when),
    end_local: textOfSeconds(span.end),
    zone: when.allDay ? null : when.zone,
    rule: repeat?.rule ?? null,
    added: [...(repeat?.added ?? [])],
    left_out: [...(repeat?.leftOut ?? [])],
    place: facts.place,
    notes: facts.notes,
    category: facts.category,
    privacy: facts.privacy,
    show_as: facts.showAs,
    status: facts.status,
    setup_minutes: facts.setupMinutes,
    cleanup_minutes: facts.cleanupMinutes,
    travel_before_minutes: facts.travelBeforeMinutes,
    travel_after_minutes: facts.travelAfterMinutes,
    conference_url: facts.conferenceUrl,
    document_ids: [...facts.documentIds],
    organiser_id: 'principalId' in organiser ? organiser.principalId : null,
    sent_by_id: 'principalId' in organiser ? organiser.sentBy : null,
    organiser_email: 'email' in organiser ? organiser.email : null,
    organiser_name: 'email' in organiser ? organiser.name : null,
    split_from_id: facts.splitFromId,
  }
}

export function guestRow(
  act: Pick<Act, 'office'>,
  eventId: string,
  position: number,
  guest: Guest,
  answeredAt: Temporal.Instant | null,
): GuestTable {
  const { who } = guest
  return {
    organisation_id: act.office.id,
    event_id: eventId,
    position,
    principal_id: 'principalId' in who ? who.principalId : null,
    calendar_id: 'calendarId' in who ? who.calendarId : null,
    email: 'email' in who ? who.email : null,
    name: 'email' in who ? who.name : null,
    party_id: 'email' in who ? who.partyId : null,
    role: guest.role,
    answer: guest.answer,
    note: guest.note,
    answered_at: answeredAt,
  }
}

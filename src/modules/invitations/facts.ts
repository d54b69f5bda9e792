/** What the calendar, the directory and the accounts publish, as invitations need it. */
import { type Kysely, sql } from 'kysely'
import { type Component, parseIcal } from '../../formats/ical/component.ts'
import type { KernelTables } from '../../kernel/database/tables.ts'
import type { Act, View } from '../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { answers } from '../calendar/contract.ts'
import type { InvitationsTables } from './tables.ts'

export interface EventFact {
  readonly event_id: string
  readonly title: string
  readonly uid: string
  readonly sequence: number
  readonly home_id: string
  readonly zone: string | null
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly organiser_id: string | null
  readonly sent_by_id: string | null
  readonly organiser_email: string | null
  readonly organiser_name: string | null
  /** As the home calendar's file has it; null where it lies in none. */
  readonly ics: string | null
  readonly until_at: Temporal.Instant | null
}

export const dbOf = (at: Pick<Act | View, 'db'>): Kysely<InvitationsTables & KernelTables> => at.db<InvitationsTables>()

const eventColumns = sql`f.event_id, r.title, f.uid, f.sequence, f.home_id, f.zone, f.status, f.organiser_id, f.sent_by_id,
  f.organiser_email, f.organiser_name, o.ics, o.until_at`
const eventFrom = sql`calendar.event_fact f
  join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.event_id and r.merged_into is null
  left join calendar.object_fact o on o.organisation_id = f.organisation_id and o.event_id = f.event_id and o.calendar_id = f.home_id`

export async function eventOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<EventFact | undefined> {
  const { rows } = await sql<EventFact>`
    select ${eventColumns} from ${eventFrom} where f.organisation_id = ${at.office.id} and f.event_id = ${id}`.execute(
    at.db(),
  )
  return rows[0]
}

/** Events of a UID: the same name from two strangers is two events. */
export async function eventsOfUid(at: Pick<Act | View, 'office' | 'db'>, uid: string): Promise<EventFact[]> {
  const { rows } = await sql<EventFact>`
    select ${eventColumns} from ${eventFrom} where f.organisation_id = ${at.office.id} and f.uid = ${uid}
    order by f.event_id`.execute(at.db())
  return rows
}

export interface GuestFact {
  readonly principal_id: string | null
  readonly email: string | null
  readonly name: string | null
  readonly party_id: string | null
  readonly role: string
  readonly answer: (typeof answers)[number]
  readonly note: string | null
  readonly answered_at: Temporal.Instant | null
}

/** Guests of an event; outside ones by their address in small letters. Rooms and things are none. */
export async function guestsOf(at: Pick<Act | View, 'office' | 'db'>, eventId: string): Promise<GuestFact[]> {
  const { rows } = await sql<GuestFact>`
    select principal_id, lower(email) as email, name, party_id, role, answer, note, answered_at from calendar.guest_fact
    where organisation_id = ${at.office.id} and event_id = ${eventId} and calendar_id is null order by position`.execute(
    at.db(),
  )
  return rows
}

export interface Correspondent {
  readonly partyId: string | null
  readonly name: string | null
  readonly language: Language
  readonly country: string | null
  /** Other addresses of the same person. */
  readonly others: readonly string[]
}

/** How somebody outside is written to; in the office's language where the directory does not know them. */
export async function correspondents(
  at: Pick<Act | View, 'office' | 'db'>,
  emails: readonly string[],
): Promise<(email: string) => Correspondent> {
  const { rows } = await sql<{
    email: string
    party_id: string
    name: string
    language: string | null
    country: string | null
    others: string[]
  }>`
    select m.email, m.party_id, m.name, m.language, m.country,
      array(select o.email from directory.mail_fact o where o.organisation_id = m.organisation_id and o.party_id = m.party_id) as others
    from directory.mail_fact m where m.organisation_id = ${at.office.id} and m.email = any(${emails}::text[])
    order by m.party_id`.execute(at.db())
  const known = new Map(rows.map(row => [row.email, row]))
  return email => {
    const row = known.get(email)
    return {
      partyId: row?.party_id ?? null,
      name: row?.name ?? null,
      language: nearestLanguage(row?.language ?? at.office.language),
      country: row?.country ?? null,
      others: row?.others.filter(one => one !== email) ?? [],
    }
  }
}

/** Accounts of the office: who signs in under which address. */
export async function accountsOf(
  at: Pick<Act | View, 'db'>,
): Promise<readonly { principalId: string; email: string }[]> {
  const { rows } = await sql<{ principalId: string; email: string }>`
    select m.id as "principalId", lower(a.email) as email
    from platform.members() as m(id), platform.account_of_principal(m.id) a order by m.id`.execute(at.db())
  return rows
}

export async function nameOf(at: Pick<Act | View, 'office' | 'db'>, id: string | null): Promise<string | null> {
  if (!id) return null
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]?.title ?? null
}

/** The main calendar of a person; null where they have none. */
export async function mainCalendarOf(
  at: Pick<Act | View, 'office' | 'db'>,
  principalId: string,
): Promise<string | null> {
  const { rows } = await sql<{ calendar_id: string }>`
    select calendar_id from calendar.calendar_fact
    where organisation_id = ${at.office.id} and owner_id = ${principalId} and type = 'main' and retired_at is null`.execute(
    at.db(),
  )
  return rows[0]?.calendar_id ?? null
}

export async function answersAddressOf(at: Pick<Act | View, 'office' | 'db'>): Promise<string | null> {
  const row = await dbOf(at)
    .selectFrom('invitations.settings')
    .select('answers_address')
    .where('organisation_id', '=', at.office.id)
    .executeTakeFirst()
  return row?.answers_address ?? null
}

/** A calendar's text as components; null for none. */
export const calendarIn = (ics: string | null): Component | null => (ics === null ? null : (parseIcal(ics)[0] ?? null))

/** Whether whoever acts may write in the calendar that an event is at home in, as its organiser's or by a share. */
export async function mayWrite(act: Pick<Act, 'office' | 'principal' | 'db'>, event: EventFact): Promise<boolean> {
  const { id, kind, audiences } = act.principal
  if (kind === 'system' || id === event.organiser_id || id === event.sent_by_id) return true
  const { rows } = await sql`
    select 1 from calendar.calendar_fact c where c.organisation_id = ${act.office.id} and c.calendar_id = ${event.home_id}
      and (c.everyone = 'write' or exists (select from calendar.reader_fact f where f.organisation_id = c.organisation_id
        and f.calendar_id = c.calendar_id and f.degree in ('write', 'manage') and f.audience_id = any(${[...audiences]}::uuid[])))`.execute(
    act.db(),
  )
  return rows.length > 0
}

/** Those who are told what a guest outside says: whose meeting it is, and who arranges it. */
export const hostsOf = (event: Pick<EventFact, 'organiser_id' | 'sent_by_id'>): string[] => [
  ...new Set([event.organiser_id, event.sent_by_id].filter(id => id !== null)),
]

/** Names and addresses of those an event names, for the files that tell of them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { CalendarFacts } from './calendars.ts'
import { allGuests, type EventFacts } from './facts.ts'
import type { Directory, Known, Named } from './ics/address.ts'

/** Colleagues by id and by address. */
export async function colleagues(
  act: Pick<Act, 'office'> & { db(): unknown },
  ids: readonly string[],
  emails: readonly string[] = [],
): Promise<{ id: string; name: string; email: string | null }[]> {
  if (ids.length === 0 && emails.length === 0) return []
  const { rows } = await sql<{ id: string; name: string; email: string | null }>`
    select r.id, r.title as name, lower(f.email) as email from kernel.record r
    left join authority.address_fact f on f.organisation_id = r.organisation_id and f.principal_id = r.id
    where r.organisation_id = ${act.office.id} and r.kind = 'principal'
      and (r.id = any(${[...ids]}::uuid[]) or r.id in (select a.principal_id from authority.address_fact a
        where a.organisation_id = ${act.office.id} and lower(a.email) = any(${[...emails]}::text[])))`.execute(
    act.db() as never,
  )
  return rows
}

export const peopleOf = (facts: EventFacts): string[] => {
  const { organiser } = facts
  const guests = allGuests(facts).flatMap(({ who }) => ('principalId' in who ? [who.principalId] : []))
  const own = 'principalId' in organiser ? [organiser.principalId, organiser.sentBy] : []
  return [...new Set([...guests, ...own])].filter(id => id !== null)
}

/** Everybody and every place that a file names; nobody is asked for where it names nobody. */
export async function knownOf(
  act: Act,
  facts: EventFacts,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<Known> {
  const known = new Map<string, Named>()
  if (allGuests(facts).length === 0) return known
  for (const { id, name, email } of await colleagues(act, peopleOf(facts))) known.set(id, { name, email })
  for (const calendar of calendars.values())
    if (calendar.place) known.set(calendar.id, { name: calendar.title, email: null })
  return known
}

/** How a file written of an event is read again: by the same people and places. */
export function directoryOf(known: Known, facts: EventFacts): Directory {
  const people = peopleOf(facts)
  const places = allGuests(facts).flatMap(({ who }) => ('calendarId' in who ? [who.calendarId] : []))
  return {
    principalsByEmail: new Map(
      people.flatMap(id => (known.get(id)?.email ? [[known.get(id)!.email!, id] as const] : [])),
    ),
    principals: new Set(people),
    places: new Set(places),
  }
}

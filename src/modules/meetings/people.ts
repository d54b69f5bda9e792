/** Who takes part: what is known of a colleague or of somebody of the directory. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { peopleNamed } from '../work/contract.ts'
import type { AttendeeRow, NewAttendee } from './meeting-row.ts'

/** A colleague, or a person or firm of the directory, as an attendee. */
export async function attendeeOf(act: Act, personId: string): Promise<NewAttendee> {
  const name = await requireVisible(act, personId, ['principal', 'person', 'organisation'])
  return { personId, name, email: await emailOf(act, personId) }
}

export async function attendeesNamed(act: Act, ids: readonly string[]): Promise<NewAttendee[]> {
  const people = []
  for (const id of ids) people.push(await attendeeOf(act, id))
  return people
}

/** Where mail reaches somebody: the address a colleague signs in with, or that of the directory. */
async function emailOf(act: Act, id: string): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`
    select coalesce((select email from platform.account_of_principal(${id})),
      (select email from directory.correspondent_fact where organisation_id = ${act.office.id} and party_id = ${id})) as email`.execute(
    act.db(),
  )
  return rows[0]?.email ?? null
}

/** The language in which somebody is written to; null where it is not known. */
export async function languagesOf(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; language: string | null }>`
    select i.id, coalesce(platform.member_language(i.id),
      (select language from directory.correspondent_fact c where c.organisation_id = ${view.office.id} and c.party_id = i.id)) as language
    from unnest(${[...ids]}::uuid[]) as i(id)`.execute(view.db())
  return new Map(rows.flatMap(row => (row.language ? [[row.id, row.language] as const] : [])))
}

/** Whom a name of the minutes means: somebody who takes part before anybody else; null where it is not clear. */
export async function meant(act: Act, who: string, attendees: readonly AttendeeRow[]): Promise<string | null> {
  const wanted = foldInPlace(who)
  const named = attendees.filter(
    one => one.person_id && ` ${foldInPlace(one.name)}`.replaceAll('-', ' ').includes(` ${wanted}`),
  )
  if (named.length === 1) return named[0]!.person_id
  if (named.length > 1) return null
  const known = await peopleNamed(act, who)
  return known.length === 1 ? known[0]!.id : null
}

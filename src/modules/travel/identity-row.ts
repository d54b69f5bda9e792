/** Passports and visas: rows, who may know of them, what they are called. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { requireColleague } from '../../kernel/named.ts'
import * as c from './contract.ts'
import { dbOf, looksAfterTravel, type Reading } from './trip-row.ts'
import type { IdentityTable, TravelTables } from './tables.ts'
import { officeWords } from './words.ts'

export type IdentityRow = Selectable<IdentityTable>

export const identityOf = (at: Reading, id: string): Promise<IdentityRow> =>
  dbOf(at)
    .selectFrom('travel.identity')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateIdentity(act: Act, id: string, change: Updateable<IdentityTable>): Promise<void> {
  await act
    .db<TravelTables>()
    .updateTable('travel.identity')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** How long ahead one is reminded where nothing else is said: renewing a passport takes months, and many countries ask for six. */
export const remindDays = (sort: c.IdentitySort): number => (sort === 'passport' ? 240 : sort === 'visa' ? 60 : 90)

/** Confidential from the first day. */
export const identityClass = 2

/** The person, those the person names, and whoever looks after travel: by role where the role is the house's, else by name. */
export async function identityReaders(act: Act, personId: string, named: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct principal_id as id from authority.permission_holder
    where organisation_id = ${act.office.id} and permission in (${c.setPolicy.permission}, 'travel.*', '*')
      and from_at <= ${act.at} and (until_at is null or until_at > ${act.at})`.execute(act.db())
  return [
    ...new Set([personId, ...named, ...rows.map(row => row.id), ...(looksAfterTravel(act) ? [act.principal.id] : [])]),
  ]
}

/** One keeps one's own; whoever looks after travel, everybody's. */
export async function requireKeeper(act: Act, personId: string): Promise<void> {
  await requireColleague(act, personId, c.tripPersonUnknown)
  if (personId !== act.principal.id && !looksAfterTravel(act)) act.refuse(c.identityNotTheirs)
}

/** `Passport SE, Elin Almgren`: the person's name stands with the person as well. */
export async function identityTitle(
  act: Act,
  row: Pick<IdentityRow, 'sort' | 'country' | 'person_id'>,
): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${row.person_id}`.execute(
    act.db(),
  )
  const what = [officeWords(act, `choice.travel.sort.${row.sort}`, {}), row.country].filter(Boolean).join(' ')
  return `${what}, ${rows[0]?.title ?? act.principal.name}`.slice(0, 300)
}

export const expiryKey = (id: string): string => `travel.expires:${id}`

/** How it stands on a day. */
export function standingOf(
  row: Pick<IdentityRow, 'expires_on' | 'remind_days' | 'removed_at'>,
  today: Temporal.PlainDate,
): 'valid' | 'soon' | 'expired' | 'removed' {
  if (row.removed_at) return 'removed'
  if (!row.expires_on) return 'valid'
  if (Temporal.PlainDate.compare(row.expires_on, today) < 0) return 'expired'
  return Temporal.PlainDate.compare(row.expires_on.subtract({ days: row.remind_days }), today) <= 0 ? 'soon' : 'valid'
}

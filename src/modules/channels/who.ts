/** Whose number or address it is, of the directory's published facts. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Named } from '../../kernel/shapes.ts'
import { visibleRecords } from '../../kernel/visibility.ts'

export interface Known {
  readonly number: string | null
  readonly email: string | null
  readonly name: string
}

/** Whoever is secret is not named by a machine. */
const namedClass = 1
/** So many last digits are seldom alike by chance. */
const endDigits = 7
const most = 5

/** The one party with exactly this number or address; null where there is none, or more than one. */
export async function partyOf(act: Act, { number, email }: Known): Promise<{ id: string; title: string } | null> {
  if (!number && !email) return null
  const { rows } = await sql<{ id: string; title: string; class: number; audience: string[] | null }>`
    select r.id, r.title, r.class, r.audience from kernel.record r where r.organisation_id = ${act.office.id} and r.id in (
      select party_id from directory.phone_fact where organisation_id = ${act.office.id} and digits = ${number}
      union select party_id from directory.mail_fact where organisation_id = ${act.office.id} and email = ${email}) limit 2`.execute(
    act.db(),
  )
  const [only] = rows
  return rows.length === 1 && only && only.class <= namedClass && only.audience === null ? only : null
}

/** Who it may be, as far as the reader may see them: the same number or address of several, the same end, the same name. */
export async function maybeOf(view: View, { number, email, name }: Known): Promise<Named[]> {
  const end = number && number.length >= endDigits + 2 ? [...number.slice(-endDigits)].reverse().join('') : null
  const { rows } = await sql<Named>`
    select r.id, r.kind, r.title from ${visibleRecords(view).selectAll()} r
    where r.kind in ('person', 'organisation') and (r.id in (
      select party_id from directory.phone_fact where organisation_id = ${view.office.id}
        and (digits = ${number} or backwards >= ${end} and backwards < ${end && `${end}:`})
      union select party_id from directory.mail_fact where organisation_id = ${view.office.id} and email = ${email})
      or ${name} <> '' and lower(r.title) = lower(${name}))
    order by r.kind desc, r.title, r.id limit ${most}`.execute(view.db())
  return rows
}

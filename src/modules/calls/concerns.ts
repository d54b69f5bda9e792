/** Whom a call or a message concerns: the office's own people by their lines and telephones, and who is outside by their number. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { lineKeys } from './numbers/meant.ts'
import { whoIs } from './numbers/who.ts'

/** Whom calls to any of these concern: by line, and by the telephone on their desk. */
export async function membersOf(act: Act, told: readonly (string | null | undefined)[]): Promise<string[]> {
  const keys = told.flatMap(one => (one ? lineKeys(one, act.office.country) : []))
  if (keys.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct m.id from (
      select unnest(member_ids) as id from calls.line
      where organisation_id = ${act.office.id} and retired_at is null and key = any(${keys}::text[])
      union all
      select x.person_id from calls.extension x
      join calls.wire w on w.organisation_id = x.organisation_id and w.id = x.wire_id and w.retired_at is null
      where x.organisation_id = ${act.office.id} and x.key = any(${keys}::text[])) m order by m.id`.execute(act.db())
  return rows.map(row => row.id)
}

/** Whoever is secret is not named by a machine: who may know them sees them on the card. */
const namedClass = 1

export async function partyOf(act: Act, number: string | null): Promise<{ id: string; title: string } | null> {
  if (number === null) return null
  const found = (await whoIs(act, number)).filter(one => one.by === 'number')
  const only = found.length === 1 ? found[0]! : null
  return only && only.class <= namedClass ? only : null
}

const withheld = /^(anonymous|unknown|private|unavailable|withheld|restricted)?$/i
export const numberOf = (told: string | null | undefined): string | null => {
  const number = told?.trim() ?? ''
  return withheld.test(number) ? null : number
}

/** Whom a call or a message concerns: the office's own people by their lines and telephones, and who is outside by their number. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { lineKeys } from './numbers/meant.ts'
import { surelyOf } from './numbers/who.ts'

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

/** Whose number it is, as a machine may say it. */
export const partyOf = async (act: Act, number: string | null): Promise<{ id: string; title: string } | null> =>
  number === null ? null : surelyOf(act, number)

const withheld = /^(anonymous|unknown|private|unavailable|withheld|restricted)?$/i
export const numberOf = (told: string | null | undefined): string | null => {
  const number = told?.trim() ?? ''
  return withheld.test(number) ? null : number
}

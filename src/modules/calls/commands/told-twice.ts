/** One call is told of by a telephone system and by telephones in the page, in whichever order: it is found by its number. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { numberMeant } from '../numbers/meant.ts'

/** It is the same call if it began to ring no longer ago than this. */
const sameCall = { seconds: 45 } as const

interface Rung {
  readonly direction: 'in' | 'out'
  readonly number: string | null | undefined
  /** Told by whom so far: anybody at all, or telephones in the page alone. */
  readonly by: 'anybody' | 'pages'
}

/**
 * The call with that number that rings or is spoken now; null for none, and for a number that is withheld. Whoever else would begin one
 * with that number waits until this act is over.
 */
export async function toldBefore(act: Act, { direction, number, by }: Rung): Promise<string | null> {
  const digits = number ? numberMeant(number, act.office.country).whole[0] : undefined
  if (!digits) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.office.id} ${digits}`}, 590))`.execute(act.db())
  const isPerson = act.principal.kind !== 'system'
  const { rows } = await sql<{ id: string; number: string | null }>`
    select c.id, c.number from calls.call c join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.id
    where c.organisation_id = ${act.office.id} and c.direction = ${direction} and c.ended_at is null and c.removed_at is null
      and c.rang_at > ${act.at.subtract(sameCall)}
      and (not ${isPerson} or (r.class <= ${act.principal.clearance} and (r.audience is null or r.audience && ${[...act.principal.audiences]}::uuid[])))
      and (${direction} = 'in' or not ${isPerson} or c.taken_by_id is null or c.taken_by_id = ${act.principal.id})
      and (${by} = 'anybody' or (c.wire_id is null and exists (
        select from calls.phone_leg l where l.organisation_id = c.organisation_id and l.call_id = c.id)))
    order by c.rang_at desc limit 20`.execute(act.db())
  const isSame = (written: string | null) =>
    written !== null && numberMeant(written, act.office.country).whole.includes(digits)
  return rows.find(row => isSame(row.number))?.id ?? null
}

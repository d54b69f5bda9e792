/** What a call is called, and how confidential it is. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { numberShown } from './numbers/shown.ts'
import { wordsIn } from './words.ts'

export const titleOfCall = (act: Act, { caller, number }: { caller: string; number: string | null }): string =>
  caller || numberShown(number, act.office.country) || wordsIn(act.office.language, 'page.calls.withheld')

/** Named as somebody's, a call is as confidential as they are. */
export async function secretsOf(act: Act, call: { class: number }, partyId: string): Promise<{ class?: number }> {
  const { rows } = await sql<{ class: number }>`
    select class from kernel.record where organisation_id = ${act.office.id} and id = ${partyId}`.execute(act.db())
  const level = rows[0]?.class ?? 0
  return level > call.class ? { class: level } : {}
}

/** `4:07` */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

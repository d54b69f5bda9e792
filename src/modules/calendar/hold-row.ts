/** Pencilled times: exclusive in places, tentative in people's calendars, until they end. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import * as c from './contract.ts'

export interface Hold {
  readonly id: string
  readonly title: string
  readonly by_id: string
  readonly until_at: Temporal.Instant
}

/** The hold, held for this act; of others' it is said that there is none. */
export async function holdOf(act: Act, id: string): Promise<Hold> {
  const { rows } = await sql<Hold>`
    select id, title, by_id, until_at from calendar.hold where organisation_id = ${act.office.id} and id = ${id} for update`.execute(
    act.db(),
  )
  const [hold] = rows
  if (!hold || (hold.by_id !== act.principal.id && act.principal.id !== systemPrincipalId))
    act.refuse(c.holdUnknown, { holdId: id })
  return hold
}

/** Frees one of its times, or all; a hold without times is no more. Gives how many were freed. */
export async function freeTimes(act: Act, hold: Hold, start: Temporal.Instant | null): Promise<number> {
  const { rows } = await sql<{ calendar_id: string }>`
    delete from calendar.occurrence where organisation_id = ${act.office.id} and source_id = ${hold.id}
      and (${start === null} or start_at = ${start}) returning calendar_id`.execute(act.db())
  await sql`
    delete from calendar.hold h where h.organisation_id = ${act.office.id} and h.id = ${hold.id}
      and not exists (select from calendar.occurrence o where o.organisation_id = ${act.office.id} and o.source_id = ${hold.id})`.execute(
    act.db(),
  )
  return rows.length
}

/** All of a hold gives way to the event that is made of it. */
export async function freeHold(act: Act, id: string): Promise<void> {
  const hold = await holdOf(act, id)
  await freeTimes(act, hold, null)
  act.emit(c.holdReleased, { holdId: id, title: hold.title, until: hold.until_at })
}

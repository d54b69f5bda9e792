/** Rows of mirrors as acts read them. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import type { MirrorProblem } from './provider.ts'
import type { AccountTable, MirrorsTables, MirrorTable } from './tables.ts'

export type Account = Selectable<AccountTable>
export type Mirror = Selectable<MirrorTable>

export const db = (act: Act) => act.db<MirrorsTables>()

/** An account whose connection stands. Whoever is no job must be its owner. */
export async function standingAccount(act: Act, id: string): Promise<Account> {
  const row = await db(act)
    .selectFrom('mirrors.account')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (act.principal.kind !== 'system' && row.owner_id !== act.principal.id))
    return act.refuse(kernelRefusals.notFound, { kind: 'calendar-account', id })
  if (row.ended_at) act.refuse(c.accountEnded, { title: row.username })
  return row
}

export async function changeAccount(act: Act, id: string, changes: Updateable<AccountTable>): Promise<void> {
  await db(act)
    .updateTable('mirrors.account')
    .set(changes)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** A mirror with its account: of whoever asks, or for Kontor itself. */
export async function mirrorOf(
  act: Act,
  calendarId: string,
): Promise<{ mirror: Mirror; account: Account; title: string }> {
  const mirror = await db(act)
    .selectFrom('mirrors.mirror')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('calendar_id', '=', calendarId)
    .forUpdate()
    .executeTakeFirst()
  if (!mirror) return act.refuse(c.mirrorUnknown, { id: calendarId })
  const account = await db(act)
    .selectFrom('mirrors.account')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', mirror.account_id)
    .executeTakeFirstOrThrow()
  if (act.principal.kind !== 'system' && account.owner_id !== act.principal.id)
    return act.refuse(c.mirrorUnknown, { id: calendarId })
  return { mirror, account, title: await titleOf(act, calendarId) }
}

export async function titleOf(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? ''
}

export async function changeMirrorRow(act: Act, calendarId: string, changes: Updateable<MirrorTable>): Promise<void> {
  await db(act)
    .updateTable('mirrors.mirror')
    .set(changes)
    .where('organisation_id', '=', act.office.id)
    .where('calendar_id', '=', calendarId)
    .execute()
}

export async function forgetSecret(act: Act, id: string | null): Promise<void> {
  if (id) await sql`select platform.sealed_forget(${id}::uuid)`.execute(act.db())
}

/** Something that was sealed for this office before. */
export async function isSealed(act: Act, id: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select platform.sealed_find(${id}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
  return rows[0]!.kept
}

/** What is of the whole account and not of one calendar. */
export const isOfAccount = (problem: MirrorProblem): boolean =>
  problem !== 'calendar-missing' && problem !== 'many-gone'

const since = (moment: Temporal.Instant | null): string => String(moment?.epochMilliseconds ?? 0)
export const accountKey = ({ id, failing_since }: Pick<Account, 'id' | 'failing_since'>): string =>
  `mirrors.account:${id}:${since(failing_since)}`
export const mirrorKey = ({ calendar_id, failing_since }: Pick<Mirror, 'calendar_id' | 'failing_since'>): string =>
  `mirrors.mirror:${calendar_id}:${since(failing_since)}`

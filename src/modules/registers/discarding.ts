/** Rows taken out and brought back: what must stand once is free in between. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { fieldLacking, valueTaken } from './contract.ts'

export async function discard(act: Act, ids: readonly string[]): Promise<void> {
  const where = sql`where organisation_id = ${act.office.id} and`
  await sql`update registers.row set discarded_at = ${act.at} ${where} id = any(${[...ids]}::uuid[])`.execute(act.db())
  await sql`update registers.value set unique_key = null ${where} row_id = any(${[...ids]}::uuid[]) and unique_key is not null`.execute(
    act.db(),
  )
  await sql`delete from registers.happening ${where} row_id = any(${[...ids]}::uuid[])`.execute(act.db())
}

/** Refuses where another row has taken what must stand once, or where the register now requires what a row lacks. */
export async function bringBack(act: Act, ids: readonly string[]): Promise<void> {
  const { rows: lacking } = await sql<{ name: string; count: number }>`
    select f.name, count(*)::int as count from registers.row w
    join registers.field f on f.organisation_id = w.organisation_id and f.register_id = w.register_id and f.required and f.dropped_at is null
    where w.organisation_id = ${act.office.id} and w.id = any(${[...ids]}::uuid[]) and not exists (
      select from registers.value v where v.organisation_id = w.organisation_id and v.row_id = w.id and v.field_id = f.id)
    group by f.name`.execute(act.db())
  if (lacking[0]) act.refuse(fieldLacking, { name: lacking[0].name, count: lacking[0].count })
  const unique = sql`
    from registers.field f where v.organisation_id = ${act.office.id} and v.row_id = any(${[...ids]}::uuid[])
      and f.organisation_id = v.organisation_id and f.register_id = v.register_id and f.id = v.field_id and f.is_unique and f.dropped_at is null`
  const { rows: taken } = await sql<{ name: string; key: string }>`
    select f.name, f.key from registers.value v, registers.field f
    where v.organisation_id = ${act.office.id} and v.row_id = any(${[...ids]}::uuid[])
      and f.organisation_id = v.organisation_id and f.register_id = v.register_id and f.id = v.field_id and f.is_unique and f.dropped_at is null
      and exists (select from registers.value o where o.organisation_id = v.organisation_id and o.field_id = v.field_id
        and o.unique_key = ${uniqueKeyOf})
    limit 1`.execute(act.db())
  if (taken[0]) act.refuse(valueTaken, { field: taken[0].key, name: taken[0].name })
  await sql`update registers.value v set unique_key = ${uniqueKeyOf} ${unique}`.execute(act.db())
  await sql`update registers.row set discarded_at = null where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(
    act.db(),
  )
}

/** As `uniqueKey` says it of a value that is read. */
export const uniqueKeyOf = sql`coalesce(left(lower(v.words), 300), v.ref_id::text, v.sort_key)`

/** What a matter must have: its lines. */
import { sql, type Selectable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { itemUnknown } from './contract.ts'
import type { MattersTables } from './tables.ts'

export type ItemRow = Selectable<MattersTables['matters.checklist_item']>

export const mostItems = 100

export async function insertItems(act: Act, matterId: string, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return
  await act
    .db<MattersTables>()
    .insertInto('matters.checklist_item')
    .values(texts.map((text, at) => newItem(act, matterId, text, at + 1)))
    .execute()
}

export const newItem = (act: Act, matterId: string, text: string, position: number) => ({
  organisation_id: act.office.id,
  matter_id: matterId,
  id: act.newId(),
  position,
  text,
  ticked_at: null as Temporal.Instant | null,
  ticked_by_id: null as string | null,
  moved_from_id: null,
})

/** A line of a matter; refuses what is not on its list. */
export async function itemOf(act: Act, matterId: string, itemId: string): Promise<ItemRow> {
  const row = await act
    .db<MattersTables>()
    .selectFrom('matters.checklist_item')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('matter_id', '=', matterId)
    .where('id', '=', itemId)
    .executeTakeFirst()
  return row ?? act.refuse(itemUnknown, { id: itemId })
}

/** How many lines there are, the last place taken, and how many are not ticked. */
export async function itemFigures(
  act: Act,
  matterId: string,
): Promise<{ items: number; last: number; missing: number }> {
  const { rows } = await sql<{ items: number; last: number; missing: number }>`
    select count(*)::int as items, coalesce(max(position), 0)::int as last, count(*) filter (where ticked_at is null)::int as missing
    from matters.checklist_item where organisation_id = ${act.office.id} and matter_id = ${matterId}`.execute(act.db())
  return rows[0]!
}

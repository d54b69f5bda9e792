import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { checklistItemUnknown } from './contract.ts'
import type { WorkTables } from './tables.ts'

export const mostItems = 100

export async function itemsOf(act: Act, taskId: string) {
  return act
    .db<WorkTables>()
    .selectFrom('work.checklist_item')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('task_id', '=', taskId)
    .orderBy('position')
    .execute()
}

/** The line of that id; refuses when the checklist has none such. */
export async function itemOf(act: Act, taskId: string, itemId: string) {
  const item = (await itemsOf(act, taskId)).find(line => line.id === itemId)
  return item ?? act.refuse(checklistItemUnknown, { id: taskId, itemId })
}

export async function tickItem(act: Act, taskId: string, itemId: string, ticked: boolean): Promise<void> {
  await act
    .db<WorkTables>()
    .updateTable('work.checklist_item')
    .set({ ticked_at: ticked ? act.at : null, ticked_by_id: ticked ? act.principal.id : null })
    .where('organisation_id', '=', act.office.id)
    .where('task_id', '=', taskId)
    .where('id', '=', itemId)
    .execute()
}

/** Moves the lines from a position on by one, down to make room or up to close a gap. */
export async function shiftItems(act: Act, taskId: string, from: number, by: 1 | -1): Promise<void> {
  await sql`update work.checklist_item set position = position + ${by}
    where organisation_id = ${act.office.id} and task_id = ${taskId} and position >= ${from}`.execute(act.db())
}

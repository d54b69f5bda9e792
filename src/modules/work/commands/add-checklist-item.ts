import { implementCommand } from '../../../kernel/implement.ts'
import { addChecklistItem, checklistChanged, checklistFull } from '../contract.ts'
import { itemsOf, mostItems, shiftItems } from '../checklist.ts'
import { requireState, taskOf } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

export const addChecklistItemBody = implementCommand(addChecklistItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, text, position }, task) {
    requireState(act, task, 'work.add-checklist-item')
    const items = await itemsOf(act, id)
    if (items.length >= mostItems) act.refuse(checklistFull, { most: mostItems })
    const at = Math.min(position ?? mostItems, items.length + 1)
    const itemId = act.newId()
    await shiftItems(act, id, at, 1)
    await act
      .db<WorkTables>()
      .insertInto('work.checklist_item')
      .values({
        organisation_id: act.office.id,
        task_id: id,
        id: itemId,
        position: at,
        text,
        ticked_at: null,
        ticked_by_id: null,
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(checklistChanged, { id, title: act.locked(id).title, itemId, text, how: 'added' }, [id])
    return {
      output: { id, version, itemId },
      undo: { command: 'work.remove-checklist-item', input: { id, expectedVersion: version, itemId } },
    }
  },
})

import { implementCommand } from '../../../kernel/implement.ts'
import { checklistChanged, removeChecklistItem } from '../contract.ts'
import { itemOf, shiftItems } from '../checklist.ts'
import { requireState, taskOf } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

export const removeChecklistItemBody = implementCommand(removeChecklistItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, itemId }, task) {
    requireState(act, task, 'work.remove-checklist-item')
    const { text, position } = await itemOf(act, id, itemId)
    await act
      .db<WorkTables>()
      .deleteFrom('work.checklist_item')
      .where('organisation_id', '=', act.office.id)
      .where('task_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    await shiftItems(act, id, position + 1, -1)
    const version = await act.changeRecord(id)
    act.emit(checklistChanged, { id, title: act.locked(id).title, itemId, text, how: 'removed' }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.add-checklist-item', input: { id, expectedVersion: version, text, position } },
    }
  },
})

import { implementCommand } from '../../../kernel/implement.ts'
import { checklistChanged, tickChecklistItem } from '../contract.ts'
import { itemOf, tickItem } from '../checklist.ts'
import { requireState, taskOf } from '../task-row.ts'

export const tickChecklistItemBody = implementCommand(tickChecklistItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, itemId }, task) {
    requireState(act, task, 'work.tick-checklist-item')
    const item = await itemOf(act, id, itemId)
    await tickItem(act, id, itemId, true)
    const version = await act.changeRecord(id)
    act.emit(checklistChanged, { id, title: act.locked(id).title, itemId, text: item.text, how: 'ticked' }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.untick-checklist-item', input: { id, expectedVersion: version, itemId } },
    }
  },
})

import { implementCommand } from '../../../kernel/implement.ts'
import { checklistChanged, untickChecklistItem } from '../contract.ts'
import { itemOf, tickItem } from '../checklist.ts'
import { requireState, taskOf } from '../task-row.ts'

export const untickChecklistItemBody = implementCommand(untickChecklistItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, itemId }, task) {
    requireState(act, task, 'work.untick-checklist-item')
    const item = await itemOf(act, id, itemId)
    await tickItem(act, id, itemId, false)
    const version = await act.changeRecord(id)
    act.emit(checklistChanged, { id, title: act.locked(id).title, itemId, text: item.text, how: 'unticked' }, [id])
    return {
      output: { id, version },
      undo: { command: 'work.tick-checklist-item', input: { id, expectedVersion: version, itemId } },
    }
  },
})

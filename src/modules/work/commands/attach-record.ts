import { implementCommand } from '../../../kernel/implement.ts'
import { attachRecord, recordAttached } from '../contract.ts'
import { requireVisible } from '../task-row.ts'

export const attachRecordBody = implementCommand(attachRecord, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  async run(act, { id, recordId }) {
    await requireVisible(act, [recordId])
    await act.link(id, recordId, 'attachment')
    const version = await act.changeRecord(id)
    act.emit(recordAttached, { id, title: act.locked(id).title, recordId }, [id, recordId])
    return {
      output: { id, version },
      undo: { command: 'work.detach-record', input: { id, expectedVersion: version, recordId } },
    }
  },
})

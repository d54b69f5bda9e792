import { implementCommand } from '../../../kernel/implement.ts'
import { detachRecord, recordDetached } from '../contract.ts'
import { requireVisible } from '../task-row.ts'

export const detachRecordBody = implementCommand(detachRecord, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  async run(act, { id, recordId }) {
    await requireVisible(act, [recordId])
    await act.unlink(id, recordId, 'attachment')
    const version = await act.changeRecord(id)
    act.emit(recordDetached, { id, title: act.locked(id).title, recordId }, [id, recordId])
    return {
      output: { id, version },
      undo: { command: 'work.attach-record', input: { id, expectedVersion: version, recordId } },
    }
  },
})

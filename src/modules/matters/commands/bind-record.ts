import { implementCommand } from '../../../kernel/implement.ts'
import { bindRecord, recordBoundEvent, recordUnbound, unbindRecord } from '../contract.ts'
import { bind, unbind } from '../binding.ts'

export const bindRecordBody = implementCommand(bindRecord, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  async run(act, { id, recordId }) {
    await bind(act, id, recordId)
    const version = await act.changeRecord(id)
    act.emit(recordBoundEvent, { id, title: act.locked(id).title, recordId }, [id, recordId])
    return {
      output: { id, version },
      undo: { command: 'matters.unbind-record', input: { id, expectedVersion: version, recordId } },
    }
  },
})

export const unbindRecordBody = implementCommand(unbindRecord, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  async run(act, { id, recordId }) {
    await unbind(act, id, recordId)
    const version = await act.changeRecord(id)
    act.emit(recordUnbound, { id, title: act.locked(id).title, recordId }, [id, recordId])
    return {
      output: { id, version },
      undo: { command: 'matters.bind-record', input: { id, expectedVersion: version, recordId } },
    }
  },
})

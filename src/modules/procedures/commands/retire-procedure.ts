import { implementCommand } from '../../../kernel/implement.ts'
import { procedureRetired, procedureRetiredEvent, retireProcedure } from '../contract.ts'
import { procedureOf, updateProcedure } from '../procedure-row.ts'

export const retireProcedureBody = implementCommand(retireProcedure, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure', id, expectedVersion }],
  load: (act, { id }) => procedureOf(act, id),
  async run(act, { id }, procedure) {
    const { title } = act.locked(id)
    if (procedure.state === 'retired') act.refuse(procedureRetired, { title })
    await updateProcedure(act, id, { state: 'retired' })
    const version = await act.changeRecord(id)
    act.emit(procedureRetiredEvent, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'procedures.restore-procedure', input: { id, expectedVersion: version } },
    }
  },
})

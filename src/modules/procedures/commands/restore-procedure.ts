import { implementCommand } from '../../../kernel/implement.ts'
import { procedureNotRetired, procedureRestored, restoreProcedure } from '../contract.ts'
import { procedureOf, ruleColumns, ruleOf, updateProcedure } from '../procedure-row.ts'

export const restoreProcedureBody = implementCommand(restoreProcedure, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure', id, expectedVersion }],
  load: (act, { id }) => procedureOf(act, id),
  async run(act, { id }, procedure) {
    const { title } = act.locked(id)
    if (procedure.state !== 'retired') act.refuse(procedureNotRetired, { title })
    const rule = ruleOf(procedure)
    // the days that passed while it was retired are not made up for
    const again = rule && procedure.next_on ? ruleColumns(act, rule) : {}
    await updateProcedure(act, id, { ...again, state: procedure.number === null ? 'draft' : 'in-force' })
    const version = await act.changeRecord(id)
    act.emit(procedureRestored, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'procedures.retire-procedure', input: { id, expectedVersion: version } },
    }
  },
})

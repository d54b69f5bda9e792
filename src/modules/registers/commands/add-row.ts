import { implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { addRow, rowAdded, valueTaken } from '../contract.ts'
import { fieldsOf } from '../fields.ts'
import { noteHappenings } from '../happenings.ts'
import { writableRegister } from '../register-row.ts'
import { readRows } from '../row-values.ts'
import { insertRow, refuseProblems, requireUnique } from '../write-rows.ts'

export const addRowBody = implementCommand(addRow, {
  locks: ({ register }) => [{ kind: 'register', id: register }],
  async run(act, input) {
    const register = await writableRegister(act, input.register)
    if ((input.class ?? 0) > act.principal.clearance)
      act.refuse(kernelRefusals.inputInvalid, {
        issues: [{ path: 'class', message: 'above your own', code: 'custom' }],
      })
    const fields = await fieldsOf(act, register.id)
    const [read] = await readRows(act, fields, [input.values], true)
    refuseProblems(act, read!.problems)
    await requireUnique(act, fields, read!.values, null)
    const { id, title } = await insertRow(act, register, fields, read!.values, input.class)
    act.emit(rowAdded, { id, title, register: register.name }, [id])
    await noteHappenings(act, register.id, [id], 'added', [], [])
    return {
      output: { id, version: 1 },
      undo: { command: 'registers.discard-row', input: { id, expectedVersion: 1 } },
    }
  },
  constraints: { value_unique: valueTaken },
})

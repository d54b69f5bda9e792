import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  dropField,
  fieldDropped,
  fieldNotDropped,
  fieldPurged,
  fieldRestored,
  fieldUsed,
  purgeField,
  restoreField,
  valueTaken,
} from '../contract.ts'
import { fieldOf, updateField } from '../field-facts.ts'
import { requireFilled, requireUnused } from '../field-use.ts'
import { allFieldsOf, keyFor } from '../fields.ts'
import { type Register, registerInUse } from '../register-row.ts'
import { loadValues } from '../row-values.ts'
import { rewordRows } from '../write-rows.ts'
import { moveTriggers } from '../rules.ts'

const locks = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'register', id, expectedVersion },
]

export async function reword(act: Act, register: Register): Promise<void> {
  const fields = (await allFieldsOf(act, register.id)).filter(field => !field.dropped)
  await rewordRows(act, register, fields, ids => loadValues(act, ids))
}

export const dropFieldBody = implementCommand(dropField, {
  locks: input => locks(input),
  async run(act, { id, fieldId }) {
    const register = await registerInUse(act, id)
    const fields = (await allFieldsOf(act, id)).filter(field => !field.dropped)
    const field = fieldOf(act, fields, fieldId)
    await requireUnused(act, register, fields, field)
    await updateField(act, id, fieldId, { dropped_at: act.at })
    await reword(act, register)
    const version = await act.changeRecord(id)
    act.emit(fieldDropped, { id, name: register.plural, field: field.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.restore-field', input: { id, fieldId, expectedVersion: version } },
    }
  },
})

export const restoreFieldBody = implementCommand(restoreField, {
  locks: input => locks(input),
  async run(act, { id, fieldId, insteadOf }) {
    const register = await registerInUse(act, id)
    const all = await allFieldsOf(act, id)
    const field = fieldOf(act, all, fieldId)
    if (!field.dropped) act.refuse(fieldNotDropped, { name: field.name })
    const other = insteadOf ? fieldOf(act, all, insteadOf) : null
    if (other) {
      if (other.key !== field.key) await requireUnused(act, register, all, other)
      await updateField(act, id, other.id, { dropped_at: act.at })
      await moveTriggers(act, id, other.id, field.id)
    }
    const taken = all.filter(one => !one.dropped && one.id !== other?.id).map(one => one.key)
    const key = taken.includes(field.key) ? keyFor(field.name, taken) : field.key
    await updateField(act, id, fieldId, { dropped_at: null, key })
    if (field.required) await requireFilled(act, id, field)
    await reword(act, register)
    const version = await act.changeRecord(id)
    act.emit(fieldRestored, { id, name: register.plural, field: field.name }, [id])
    const back = { id, expectedVersion: version }
    return {
      output: { id, version },
      undo: other
        ? { command: 'registers.restore-field', input: { ...back, fieldId: other.id, insteadOf: fieldId } }
        : { command: 'registers.drop-field', input: { ...back, fieldId } },
    }
  },
  constraints: { value_unique: valueTaken },
})

export const purgeFieldBody = implementCommand(purgeField, {
  locks: input => locks(input),
  async run(act, { id, fieldId }) {
    const register = await registerInUse(act, id)
    const all = await allFieldsOf(act, id)
    const field = fieldOf(act, all, fieldId)
    if (!field.dropped) act.refuse(fieldNotDropped, { name: field.name })
    const computed = all.filter(other => other.ofId === fieldId)
    if (computed.length > 0)
      act.refuse(fieldUsed, { name: field.name, uses: computed.map(({ name }) => name).join(', ') })
    const where = sql`where organisation_id = ${act.office.id} and field_id = ${fieldId}`
    await sql`delete from registers.value ${where}`.execute(act.db())
    await sql`delete from registers.reminder ${where}`.execute(act.db())
    await sql`delete from registers.field where organisation_id = ${act.office.id} and register_id = ${id} and id = ${fieldId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(fieldPurged, { id, name: register.plural, field: field.name }, [id])
    return { output: { id, version } }
  },
})

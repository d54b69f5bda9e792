import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { addField, fieldAdded, fieldNotWhole, fieldsFull, fieldsOrdered, orderFields } from '../contract.ts'
import { fieldOf, insertField, mostFields, requirePreset } from '../field-facts.ts'
import { requireFilled } from '../field-use.ts'
import { readValue } from '../field-values.ts'
import { allFieldsOf, type Field } from '../fields.ts'
import { registerInUse } from '../register-row.ts'
import { loadValues } from '../row-values.ts'
import { insertValues, rewordRows } from '../write-rows.ts'

export const addFieldBody = implementCommand(addField, {
  locks: ({ id, expectedVersion }) => [{ kind: 'register', id, expectedVersion }],
  async run(act, { id, expectedVersion: _expected, ...facts }) {
    const register = await registerInUse(act, id)
    const all = await allFieldsOf(act, id)
    if (all.filter(field => !field.dropped).length >= mostFields) act.refuse(fieldsFull, { most: mostFields })
    const { id: fieldId, key } = await insertField(act, id, facts, all)
    const fields = (await allFieldsOf(act, id)).filter(field => !field.dropped)
    const field = fields.find(one => one.id === fieldId)!
    requirePreset(act, field)
    if (field.required) {
      await fillPreset(act, id, field)
      await requireFilled(act, id, field)
      await rewordRows(act, register, fields, ids => loadValues(act, ids))
    }
    const version = await act.changeRecord(id)
    act.emit(fieldAdded, { id, name: register.plural, field: field.name }, [id])
    return {
      output: { id, version, fieldId, key },
      undo: { command: 'registers.drop-field', input: { id, fieldId, expectedVersion: version } },
    }
  },
})

/** Rows that exist get the preset of a field that is required from its beginning. */
async function fillPreset(act: Act, registerId: string, field: Field): Promise<void> {
  if (field.preset === null) return
  const read = readValue(field, field.preset, act.office)
  const stored = 'stored' in read ? read.stored : []
  if (field.unique || stored.some(value => value.ref_id !== null || (value.words !== null && value.sort_key === null)))
    act.refuse(fieldNotWhole, { name: field.name, because: 'preset' })
  const { rows } = await sql<{ id: string }>`
    select id from registers.row where organisation_id = ${act.office.id} and register_id = ${registerId}`.execute(
    act.db(),
  )
  await insertValues(
    act,
    registerId,
    [field],
    rows.map(({ id }) => ({ id, values: new Map([[field.id, stored]]) })),
  )
}

export const orderFieldsBody = implementCommand(orderFields, {
  locks: ({ id, expectedVersion }) => [{ kind: 'register', id, expectedVersion }],
  async run(act, { id, fieldIds }) {
    const register = await registerInUse(act, id)
    const all = await allFieldsOf(act, id)
    for (const fieldId of fieldIds) fieldOf(act, all, fieldId)
    const before = all.filter(field => !field.dropped).map(field => field.id)
    const first = [...new Set(fieldIds)]
    await setPositions(act, id, [...first, ...all.map(field => field.id).filter(one => !first.includes(one))])
    const version = await act.changeRecord(id)
    act.emit(fieldsOrdered, { id, name: register.plural }, [id])
    const undo = { id, fieldIds: before, expectedVersion: version }
    return { output: { id, version }, undo: { command: 'registers.order-fields', input: undo } }
  },
})

/** Positions from 1, in the order given. */
export async function setPositions(act: Act, registerId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update registers.field f set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where f.organisation_id = ${act.office.id} and f.register_id = ${registerId} and f.id = o.id`.execute(act.db())
}

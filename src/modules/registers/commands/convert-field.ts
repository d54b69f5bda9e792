import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { conversionLoses, convertField, fieldConverted, fieldsFull, fieldUsed } from '../contract.ts'
import { convert, mayConvert, optionsFrom } from '../conversion.ts'
import { fieldOf, insertField, mostFields, updateField } from '../field-facts.ts'
import { allFieldsOf } from '../fields.ts'
import { registerInUse } from '../register-row.ts'
import { moveTriggers } from '../rules.ts'
import { insertValues } from '../write-rows.ts'
import { setPositions } from './add-field.ts'
import { reword } from './drop-field.ts'

const mayBeUnique = new Set(['text', 'number', 'date', 'email', 'phone'])

/** The old field is laid aside with all its values; a new one under the same key takes over what its type takes. */
export const convertFieldBody = implementCommand(convertField, {
  locks: ({ id, expectedVersion }) => [{ kind: 'register', id, expectedVersion }],
  async run(act, { id, fieldId, type }) {
    const register = await registerInUse(act, id)
    const all = await allFieldsOf(act, id)
    const live = all.filter(field => !field.dropped)
    const old = fieldOf(act, live, fieldId)
    if (!mayConvert(old.type, type)) act.refuse(conversionLoses, { name: old.name })
    if (all.length >= mostFields * 3) act.refuse(fieldsFull, { most: mostFields })
    const computed = live.filter(other => other.ofId === fieldId)
    if (computed.length > 0)
      act.refuse(fieldUsed, { name: old.name, uses: computed.map(({ name }) => name).join(', ') })
    const isChoice = type === 'choice' || type === 'choices'
    const options = isChoice ? await optionsFrom(act, old) : []
    if (!options || (isChoice && options.length === 0)) return act.refuse(conversionLoses, { name: old.name })
    await updateField(act, id, fieldId, { dropped_at: act.at })
    const facts = { name: old.name, help: old.help, type, inList: old.inList, options: options.map(name => ({ name })) }
    const made = await insertField(act, id, facts, await allFieldsOf(act, id))
    await updateField(act, id, made.id, { key: old.key })
    const to = (await allFieldsOf(act, id)).find(field => field.id === made.id)!
    let [converted, kept] = [0, 0]
    for await (const part of convert(act, old, to)) {
      const rows = part.flatMap(({ rowId, stored }) =>
        stored ? [{ id: rowId, values: new Map([[to.id, stored]]) }] : [],
      )
      await insertValues(act, id, [to], rows)
      converted += rows.length
      kept += part.length - rows.length
    }
    const { rows: counted } = await sql<{ rows: number }>`
      select count(*)::int as rows from registers.row
      where organisation_id = ${act.office.id} and register_id = ${id} and discarded_at is null`.execute(act.db())
    const unique = old.unique && mayBeUnique.has(type) && kept === 0
    if (unique)
      await sql`update registers.value set unique_key = coalesce(left(lower(words), 300), sort_key)
      where organisation_id = ${act.office.id} and field_id = ${to.id}`.execute(act.db())
    await updateField(act, id, to.id, {
      required: old.required && kept === 0 && converted >= counted[0]!.rows,
      is_unique: unique,
    })
    const order = all.map(field => (field.id === fieldId ? to.id : field.id))
    await setPositions(act, id, [...order, fieldId])
    await moveTriggers(act, id, fieldId, to.id)
    await reword(act, register)
    const version = await act.changeRecord(id)
    act.emit(fieldConverted, { id, name: register.plural, field: old.name, kept }, [id])
    return {
      output: { id, version, fieldId: to.id, converted, kept },
      undo: { command: 'registers.restore-field', input: { id, fieldId, insteadOf: to.id, expectedVersion: version } },
    }
  },
})

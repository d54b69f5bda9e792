import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { changeField, fieldChanged, fieldUnknown, optionUsed, valueTaken } from '../contract.ts'
import { uniqueKeyOf } from '../discarding.ts'
import { fieldOf, fieldRow, insertOptions, requirePreset, updateField } from '../field-facts.ts'
import { requireFilled } from '../field-use.ts'
import { textKey } from '../field-values.ts'
import { allFieldsOf, type Field } from '../fields.ts'
import { registerInUse } from '../register-row.ts'
import { loadValues } from '../row-values.ts'
import { rewordRows } from '../write-rows.ts'

type Input = InputOf<typeof changeField>

/** Everything that may be said of a field, as it stands. */
const factsOf = (field: Field, fields: readonly Field[]) => ({
  name: field.name,
  help: field.help,
  required: field.required,
  unique: field.unique,
  inList: field.inList,
  preset: field.preset,
  options: field.options.map(({ id, name }) => ({ id, name })),
  recordKind: field.recordKind as Input['recordKind'] & (string | null),
  remind:
    field.remindDays === null
      ? null
      : {
          days: field.remindDays,
          ...(field.remindOwnerId ? { ownerId: field.remindOwnerId } : {}),
          ...(field.remindRole ? { role: field.remindRole } : {}),
        },
  ...(field.ofId ? { of: fields.find(({ id }) => id === field.ofId)!.key, counts: field.counts! } : {}),
})

export const changeFieldBody = implementCommand(changeField, {
  locks: ({ id, expectedVersion }) => [{ kind: 'register', id, expectedVersion }],
  async run(act, { id, fieldId, expectedVersion: _expected, ...given }) {
    const register = await registerInUse(act, id)
    const fields = (await allFieldsOf(act, id)).filter(field => !field.dropped)
    const field = fieldOf(act, fields, fieldId)
    const before = factsOf(field, fields)
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const {
      type: _type,
      of_id: _of,
      counts: _counts,
      ...row
    } = await fieldRow(act, { ...before, ...said, type: field.type } as never, fields)
    await updateField(act, id, fieldId, row)
    if (given.options) await setOptions(act, id, field, given.options)
    const after = (await allFieldsOf(act, id)).find(one => one.id === fieldId)!
    requirePreset(act, after)
    if (after.required && !field.required) await requireFilled(act, id, after)
    if (after.unique !== field.unique) await setUnique(act, after)
    if (given.options) await rewordRows(act, register, await allLive(act, id), ids => loadValues(act, ids))
    const version = await act.changeRecord(id)
    act.emit(fieldChanged, { id, name: register.plural, field: after.name }, [id])
    const { of: _key, counts: _how, ...undo } = before as typeof before & { of?: string; counts?: string }
    const options = undo.options.length > 0 ? { options: undo.options } : { options: undefined }
    return {
      output: { id, version },
      undo: {
        command: 'registers.change-field',
        input: JSON.parse(JSON.stringify({ id, fieldId, expectedVersion: version, ...undo, ...options })),
      },
    }
  },
  constraints: { value_unique: valueTaken },
})

const allLive = async (act: Act, id: string) => (await allFieldsOf(act, id)).filter(field => !field.dropped)

/** Values that must stand once get their key, or lose it. */
async function setUnique(act: Act, field: Field): Promise<void> {
  await sql`
    update registers.value v set unique_key = ${field.unique ? uniqueKeyOf : sql`null`}
    from registers.row w where v.organisation_id = ${act.office.id} and v.field_id = ${field.id}
      and w.organisation_id = v.organisation_id and w.id = v.row_id and w.discarded_at is null`.execute(act.db())
}

/** Options named by their id are renamed and kept, others are new; those left out go, unless rows have them. */
async function setOptions(
  act: Act,
  registerId: string,
  field: Field,
  wanted: NonNullable<Input['options']>,
): Promise<void> {
  const unknown = wanted.find(option => option.id && !field.allOptions.some(one => one.id === option.id))
  if (unknown) act.refuse(fieldUnknown, { field: unknown.name })
  const kept = wanted.flatMap(option => option.id ?? [])
  const gone = field.options.filter(option => !kept.includes(option.id)).map(option => option.id)
  const ofField = sql`organisation_id = ${act.office.id} and register_id = ${registerId} and field_id = ${field.id}`
  const { rows: used } = await sql<{ name: string; count: number }>`
    select c.name, count(*)::int as count from registers.value v
    join registers.choice c on c.organisation_id = v.organisation_id and c.field_id = v.field_id and c.id = v.choice_id
    where v.organisation_id = ${act.office.id} and v.register_id = ${registerId} and v.field_id = ${field.id}
      and v.choice_id = any(${gone}::uuid[]) group by c.name limit 1`.execute(act.db())
  if (used[0]) act.refuse(optionUsed, { name: used[0].name, count: used[0].count })
  await sql`update registers.choice set retired_at = ${act.at} where ${ofField} and id = any(${gone}::uuid[])`.execute(
    act.db(),
  )
  for (const [at, option] of wanted.entries()) {
    if (!option.id) {
      await insertOptions(act, registerId, field.id, [{ name: option.name, position: at + 1 }])
      continue
    }
    await sql`update registers.choice set name = ${option.name}, position = ${at + 1}, retired_at = null
      where ${ofField} and id = ${option.id}`.execute(act.db())
    await sql`update registers.value set sort_key = ${textKey(option.name)} where ${ofField} and choice_id = ${option.id}`.execute(
      act.db(),
    )
  }
}

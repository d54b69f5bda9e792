/** From what is said of a field to its row: checked so that nothing stands there that its type cannot bear. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { fieldNotWhole, fieldUnknown, type NewField } from './contract.ts'
import { readValue } from './field-values.ts'
import { type Field, keyFor } from './fields.ts'
import type { RegistersTables } from './tables.ts'

export const mostFields = 60
const mayBeUnique = new Set(['text', 'number', 'date', 'party', 'record', 'email', 'phone'])

type Facts = Omit<NewField, 'name'> & { readonly name: string }

/** Refuses what does not go together; gives the columns of the field. */
export async function fieldRow(act: Act, facts: Facts, fields: readonly Field[]) {
  const not = (because: string): never => act.refuse(fieldNotWhole, { name: facts.name, because })
  const isChoice = facts.type === 'choice' || facts.type === 'choices'
  if (facts.unique && !mayBeUnique.has(facts.type)) not('unique')
  if (facts.remind && facts.type !== 'date') not('remind')
  if (facts.recordKind && facts.type !== 'record') not('record-kind')
  if (isChoice && (facts.options ?? []).length === 0) not('options')
  if (!isChoice && (facts.options ?? []).length > 0) not('options')
  const names = (facts.options ?? []).map(option => option.name.toLowerCase())
  if (new Set(names).size < names.length) not('options-twice')
  if (facts.type === 'computed' && (facts.required || facts.unique || (facts.preset ?? null) !== null)) not('computed')
  const of =
    facts.type === 'computed' ? fields.find(field => field.key === facts.of && field.type === 'date') : undefined
  if (facts.type === 'computed' && (!of || !facts.counts)) act.refuse(fieldUnknown, { field: facts.of ?? '' })
  await requireOwner(act, facts)
  return {
    name: facts.name,
    type: facts.type,
    help: facts.help ?? '',
    required: facts.required ?? false,
    is_unique: facts.unique ?? false,
    in_list: facts.inList ?? !['longtext', 'address'].includes(facts.type),
    preset: facts.preset === undefined || facts.preset === null ? null : JSON.stringify(facts.preset),
    record_kind: facts.recordKind ?? null,
    of_id: of?.id ?? null,
    counts: facts.type === 'computed' ? facts.counts! : null,
    remind_days: facts.remind?.days ?? null,
    remind_owner_id: facts.remind?.ownerId ?? null,
    remind_role: facts.remind?.ownerId ? null : (facts.remind?.role ?? null),
  }
}

/** Whoever is reminded is somebody here. */
async function requireOwner(act: Act, { remind, name }: Pick<Facts, 'remind' | 'name'>): Promise<void> {
  if (!remind?.ownerId) return
  const { rows } = await sql`select 1 from kernel.record
    where organisation_id = ${act.office.id} and id = ${remind.ownerId} and kind = 'principal'`.execute(act.db())
  if (rows.length === 0) act.refuse(fieldNotWhole, { name, because: 'owner' })
}

/** The preset must be a value that the field takes. */
export function requirePreset(act: Act, field: Field): void {
  const read = readValue(field, field.preset, act.office)
  if ('because' in read) act.refuse(fieldNotWhole, { name: field.name, because: 'preset' })
}

/** Puts a new field at the end, with its options; gives its id. */
export async function insertField(act: Act, registerId: string, facts: Facts, all: readonly Field[]) {
  const live = all.filter(field => !field.dropped)
  const row = await fieldRow(act, facts, live)
  const id = act.newId()
  const key = keyFor(
    facts.name,
    live.map(field => field.key),
  )
  await act
    .db<RegistersTables>()
    .insertInto('registers.field')
    .values({
      organisation_id: act.office.id,
      register_id: registerId,
      id,
      key,
      ...row,
      position: Math.max(0, ...all.map(field => field.position)) + 1,
      dropped_at: null,
    })
    .execute()
  await insertOptions(
    act,
    registerId,
    id,
    (facts.options ?? []).map((option, at) => ({ ...option, position: at + 1 })),
  )
  return { id, key }
}

export async function insertOptions(
  act: Act,
  registerId: string,
  fieldId: string,
  options: readonly { readonly name: string; readonly position: number }[],
): Promise<void> {
  if (options.length === 0) return
  await act
    .db<RegistersTables>()
    .insertInto('registers.choice')
    .values(
      options.map(({ name, position }) => ({
        organisation_id: act.office.id,
        register_id: registerId,
        field_id: fieldId,
        id: act.newId(),
        name,
        position,
        retired_at: null,
      })),
    )
    .execute()
}

export async function updateField(act: Act, registerId: string, id: string, change: object): Promise<void> {
  await act
    .db<RegistersTables>()
    .updateTable('registers.field')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('register_id', '=', registerId)
    .where('id', '=', id)
    .execute()
}

export function fieldOf(act: Act, fields: readonly Field[], id: string): Field {
  return fields.find(field => field.id === id) ?? act.refuse(fieldUnknown, { field: id })
}

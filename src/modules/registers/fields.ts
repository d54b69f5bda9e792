/** The fields of a register as its acts and lists need them. */
import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import type { FieldLine, FieldType, Given } from './contract.ts'
import type { RegistersTables } from './tables.ts'

export type Reader = Pick<View, 'db'> & Standing

export interface Option {
  readonly id: string
  readonly name: string
}

export interface Field {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly type: FieldType
  readonly help: string
  readonly position: number
  readonly required: boolean
  readonly unique: boolean
  readonly inList: boolean
  readonly preset: Given
  readonly recordKind: string | null
  readonly ofId: string | null
  readonly counts: 'age' | 'until' | null
  readonly remindDays: number | null
  readonly remindOwnerId: string | null
  readonly remindRole: string | null
  readonly dropped: boolean
  /** Those that may be chosen now. */
  readonly options: readonly Option[]
  /** Retired ones too, which values may still bear. */
  readonly allOptions: readonly Option[]
}

/** All fields of a register in their order, dropped ones too. */
export async function allFieldsOf(reader: Reader, registerId: string): Promise<Field[]> {
  const db = reader.db<RegistersTables>()
  const rows = await db
    .selectFrom('registers.field')
    .selectAll()
    .where('organisation_id', '=', reader.office.id)
    .where('register_id', '=', registerId)
    .orderBy('position')
    .execute()
  const choices = await db
    .selectFrom('registers.choice')
    .select(['field_id', 'id', 'name', 'retired_at'])
    .where('organisation_id', '=', reader.office.id)
    .where('register_id', '=', registerId)
    .orderBy('position')
    .execute()
  return rows.map(row => {
    const own = choices.filter(choice => choice.field_id === row.id)
    return {
      id: row.id,
      key: row.key,
      name: row.name,
      type: row.type,
      help: row.help,
      position: row.position,
      required: row.required,
      unique: row.is_unique,
      inList: row.in_list,
      preset: (row.preset ?? null) as Given,
      recordKind: row.record_kind,
      ofId: row.of_id,
      counts: row.counts,
      remindDays: row.remind_days,
      remindOwnerId: row.remind_owner_id,
      remindRole: row.remind_role,
      dropped: row.dropped_at !== null,
      options: own.filter(choice => choice.retired_at === null).map(({ id, name }) => ({ id, name })),
      allOptions: own.map(({ id, name }) => ({ id, name })),
    }
  })
}

export const fieldsOf = async (reader: Reader, registerId: string): Promise<Field[]> =>
  (await allFieldsOf(reader, registerId)).filter(field => !field.dropped)

/** Fields that name other records: their titles never stand in a row's own title, nor are they sorted by. */
export const isLink = (field: Pick<Field, 'type'>): boolean => field.type === 'party' || field.type === 'record'

/** What may stand in the title of a row. */
export const isTitling = (field: Pick<Field, 'type'>): boolean =>
  !isLink(field) && !['longtext', 'computed', 'choices', 'yesno'].includes(field.type)

/** A key for a field's name: letters and digits, unlike those that are taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const squashed = foldInPlace(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 32)
  const base = squashed || 'field'
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}_${n}`
    if (!taken.includes(key)) return key
  }
}

/** The names of principals, for whom a reminder or an audience is meant. */
export async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from kernel.record where organisation_id = ${reader.office.id} and kind in ('principal', 'role')
      and id = any(${wanted}::uuid[])`.execute(reader.db())
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export async function fieldLines(reader: Reader, fields: readonly Field[]): Promise<FieldLine[]> {
  const owners = await namesOf(
    reader,
    fields.map(field => field.remindOwnerId),
  )
  return fields.map(field => ({
    id: field.id,
    key: field.key,
    name: field.name,
    type: field.type,
    help: field.help,
    required: field.required,
    unique: field.unique,
    inList: field.inList,
    preset: field.preset,
    options: [...field.options],
    recordKind: field.recordKind,
    of: fields.find(other => other.id === field.ofId)?.key ?? null,
    counts: field.counts,
    remind:
      field.remindDays === null
        ? null
        : {
            days: field.remindDays,
            ownerId: field.remindOwnerId,
            owner: field.remindOwnerId ? (owners.get(field.remindOwnerId) ?? null) : null,
            role: field.remindRole,
          },
    dropped: field.dropped,
  }))
}

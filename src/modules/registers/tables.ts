/** The tables of registers, as migrations/0070-registers.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { FieldType } from './contract/shapes.ts'

type Json = ColumnType<unknown, string | null, string | null>

export interface RegisterTable {
  organisation_id: string
  id: string
  name: string
  plural: string
  icon: string
  description: Generated<string>
  title_pattern: Generated<string>
  writers: string[] | null
  retired_at: Temporal.Instant | null
}

export interface FieldTable {
  organisation_id: string
  register_id: string
  id: string
  key: string
  name: string
  type: FieldType
  help: string
  position: number
  required: boolean
  is_unique: boolean
  in_list: boolean
  preset: Json
  record_kind: string | null
  of_id: string | null
  counts: 'age' | 'until' | null
  remind_days: number | null
  remind_owner_id: string | null
  remind_role: string | null
  dropped_at: Temporal.Instant | null
}

export interface ValueTable {
  organisation_id: string
  register_id: string
  row_id: string
  field_id: string
  type: FieldType
  ordinal: number
  words: string | null
  number: string | null
  minor: bigint | null
  currency: string | null
  day: Temporal.PlainDate | null
  yes: boolean | null
  choice_id: string | null
  ref_id: string | null
  sort_key: string | null
  unique_key: string | null
}

export interface RegistersTables {
  'registers.register': RegisterTable
  'registers.field': FieldTable
  'registers.choice': {
    organisation_id: string
    register_id: string
    field_id: string
    id: string
    name: string
    position: number
    retired_at: Temporal.Instant | null
  }
  'registers.row': {
    organisation_id: string
    id: string
    register_id: string
    title_key: string
    folded: string
    import_id: string | null
    discarded_at: Temporal.Instant | null
  }
  'registers.value': ValueTable
  'registers.rule': {
    organisation_id: string
    register_id: string
    id: string
    name: string
    author_id: string
    condition: ColumnType<unknown, string, string>
    action: ColumnType<unknown, string, string>
    trigger_on: 'added' | 'changed' | 'date'
    trigger_field_id: string | null
    trigger_days: number | null
    since_on: Temporal.PlainDate
    enabled: Generated<boolean>
    version: Generated<number>
  }
  'registers.happening': {
    organisation_id: string
    id: string
    register_id: string
    row_id: string
    what: 'added' | 'changed' | 'date'
    field_ids: string[]
    rule_id: string | null
    chain: string[]
    at: Temporal.Instant
  }
  'registers.rule_run': {
    organisation_id: string
    register_id: string
    rule_id: string
    id: string
    row_id: string
    at: Temporal.Instant
    outcome: string
    day: Temporal.PlainDate | null
  }
  'registers.reminder': { organisation_id: string; row_id: string; field_id: string; day: Temporal.PlainDate }
}

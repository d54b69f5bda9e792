import type { Generated } from 'kysely'
import type { DocumentKind, FieldName } from '../contract/words.ts'

export interface OwnKindTable {
  organisation_id: string
  id: string
  name: string
  base: DocumentKind
  class_code_id: string | null
  makes_task: Generated<boolean>
  title: string | null
  owner_id: string | null
  days_after_arrival: number | null
  wants: FieldName[]
  retired: Generated<boolean>
}

export interface OwnKindTables {
  'documents.own_kind': OwnKindTable
}

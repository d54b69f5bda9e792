import type { ColumnType, Generated } from 'kysely'

export interface SavedSearchTable {
  organisation_id: string
  id: string
  name: string
  owner_id: string
  shared: Generated<boolean>
  search: ColumnType<Record<string, string>, string, string>
  asks: ColumnType<Record<string, unknown>, string, string>
  kept_at: Temporal.Instant
  dropped_at: Temporal.Instant | null
}

export interface SearchTables {
  'documents.saved_search': SavedSearchTable
}

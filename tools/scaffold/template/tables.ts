/** The tables of sample. Made from the database by `npm run generate`: change a migration, not this file. */
import type { Generated } from 'kysely'

export interface ThingTable {
  organisation_id: string
  id: string
  note: Generated<string>
  state: 'open' | 'closed'
}

export interface SampleTables {
  'sample.thing': ThingTable
}

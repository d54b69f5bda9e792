/** Lists of a trip that are written as a whole: what to do and bring, whom to call, what it costs. */
import type { Selectable } from 'kysely'
import { type Reading, dbOf } from './trip-row.ts'
import type { ContactTable, CostTable, PaperTable, ThingTable } from './tables.ts'

export type CostRow = Selectable<CostTable>

export const thingsOf = (at: Reading, id: string): Promise<Selectable<ThingTable>[]> =>
  dbOf(at)
    .selectFrom('travel.thing')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('position')
    .execute()

export const contactsOf = (at: Reading, id: string): Promise<Selectable<ContactTable>[]> =>
  dbOf(at)
    .selectFrom('travel.contact')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('position')
    .execute()

export const costsOf = (at: Reading, id: string): Promise<CostRow[]> =>
  dbOf(at)
    .selectFrom('travel.cost')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('position')
    .execute()

export const papersOf = (at: Reading, id: string): Promise<Selectable<PaperTable>[]> =>
  dbOf(at)
    .selectFrom('travel.paper')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('trip_id', '=', id)
    .orderBy('document_id')
    .execute()

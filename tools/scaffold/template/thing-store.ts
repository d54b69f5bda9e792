/** Reading and writing the thing of an act: what its commands share. */
import type { Selectable } from 'kysely'
import type { Act } from '../../../src/kernel/implement.ts'
import type { ThingState } from './contract/shapes.ts'
import type { SampleTables, ThingTable } from './tables.ts'

export type ThingRow = Selectable<ThingTable>

/** The thing of a locked record. */
export function thingOf(act: Act, id: string): Promise<ThingRow> {
  return act
    .db<SampleTables>()
    .selectFrom('sample.thing')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Puts a thing into another state and gives its new version. */
export async function setState(act: Act, id: string, state: ThingState): Promise<number> {
  await act
    .db<SampleTables>()
    .updateTable('sample.thing')
    .set({ state })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
  return act.changeRecord(id)
}

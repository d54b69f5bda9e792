import { implementCommand } from '../../../../src/kernel/implement.ts'
import { addThing, thingAdded } from '../contract.ts'
import type { SampleTables } from '../tables.ts'

export const addThingBody = implementCommand(addThing, {
  async run(act, { title, note }) {
    const search = { body: `${title}\n${note}`, language: act.office.language }
    const id = await act.createRecord({ kind: 'thing', title, search })
    await act
      .db<SampleTables>()
      .insertInto('sample.thing')
      .values({ organisation_id: act.office.id, id, note, state: 'open' })
      .execute()
    act.emit(thingAdded, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: 'sample.close-thing', input: { id, expectedVersion: 1 } } }
  },
})

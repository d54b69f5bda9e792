/** Inner steps of what was allowed, done by Kontor itself. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { raiseDoubtful, raiseExpiring } from '../due.ts'
import { heldTrip } from '../trip-row.ts'

export const noteChangesToldBody = implementCommand(c.noteChangesTold, {
  async run(act, { id, sent, failed }) {
    const { title } = await heldTrip(act, id)
    await sql`update travel.message set sent_at = ${act.at}
      where organisation_id = ${act.office.id} and trip_id = ${id} and id = any(${sent}::uuid[])`.execute(act.db())
    act.emit(c.changesTold, { id, title, sent: sent.length, failed }, [id])
    return { output: {} }
  },
})

export const raiseDueBody = implementCommand(c.raiseDue, {
  async run(act) {
    return { output: { documents: await raiseExpiring(act), trips: await raiseDoubtful(act) } }
  },
})

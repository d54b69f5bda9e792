/** What the calendars of those who come say of an outing, and what it hears from them. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { cancelled } from '../cancelled.ts'
import { eventRow, keepEvent } from '../own-event.ts'
import { type Held, heldOuting, tellChanged, updateOuting } from '../outing-row.ts'

export const keepEventBody = implementCommand(c.keepEvent, {
  load: (act, { id }) => heldOuting(act, id),
  async run(act, _, row) {
    await keepEvent(act, row)
    return { output: {} }
  },
})

async function ofEvent(act: Act, eventId: string): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select o.*, r.title from outings.outing o
    join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where o.organisation_id = ${act.office.id} and o.event_id = ${eventId} and o.own_event and o.state <> 'cancelled'
      and o.ends_at > ${act.at} for no key update of r`.execute(act.db())
  return rows[0]
}

/** Whoever moves it in a calendar program moves it for everybody. */
export const followEventBody = implementCommand(c.followEvent, {
  async run(act, { eventId }) {
    const row = await ofEvent(act, eventId)
    if (!row) return { output: {} }
    const event = await eventRow(act, eventId)
    if (!event || event.status === 'cancelled') {
      await updateOuting(act, row.id, { state: 'cancelled' })
      await raiseRecord(act, row.id)
      await cancelled(act, row)
      return { output: {} }
    }
    const { start_at, end_at } = event
    if (!start_at || !end_at || (start_at.equals(row.starts_at) && end_at.equals(row.ends_at))) return { output: {} }
    await updateOuting(act, row.id, { starts_at: start_at, ends_at: end_at })
    await raiseRecord(act, row.id)
    act.emit(c.outingChanged, { id: row.id, title: row.title }, [row.id])
    tellChanged(act, row.id)
    return { output: {} }
  },
})

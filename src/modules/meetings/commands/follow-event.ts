import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { endRun, moveRunDays, pointsMoved } from '../around-run.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { instanceOf } from '../event-facts.ts'
import { type MeetingRow, openKeys, stepKey, updateMeeting } from '../meeting-row.ts'

type Seen = MeetingRow & { readonly title: string }

/** Meetings of an event that have not begun, their records locked in the order that every act locks in. */
async function followers(act: Act, eventId: string): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select m.*, r.title from meetings.meeting m
    join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.id
    where m.organisation_id = ${act.office.id} and m.event_id = ${eventId} and m.state in ('preparing', 'underway')
      and m.ends_at > ${act.at}
    order by r.id for no key update of r`.execute(act.db())
  return rows
}

export const followEventBody = implementCommand(c.followEvent, {
  async run(act, { eventId }) {
    let [moved, cancelled] = [0, 0]
    const { rows: events } = await sql<{ status: string }>`
      select status from calendar.event_fact where organisation_id = ${act.office.id} and event_id = ${eventId}`.execute(
      act.db(),
    )
    for (const row of await followers(act, eventId)) {
      const laid =
        events[0]?.status === 'cancelled' ? null : await instanceOf(act, eventId, row.recurrence || undefined)
      if (!laid) {
        await updateMeeting(act, row.id, { state: 'cancelled' })
        await endRun(act, row)
        const workWithdrawn = await openKeys(act, stepKey('points', row.id))
        act.emit(c.meetingCancelled, { id: row.id, title: row.title, workWithdrawn }, [row.id])
        cancelled++
      } else if (!laid.start_at.equals(row.starts_at) || !laid.end_at.equals(row.ends_at)) {
        await updateMeeting(act, row.id, { starts_at: laid.start_at, ends_at: laid.end_at })
        await moveRunDays(act, row, laid.start_at)
        const points = await pointsMoved(act, row, laid.start_at)
        act.emit(c.meetingChanged, { id: row.id, title: row.title, ...points }, [row.id])
        moved++
      } else continue
      await raiseRecord(act, row.id)
    }
    return { output: { moved, cancelled } }
  },
})

/** Guests of what is held in the house are expected by themselves; moved, cancelled or declined, so are they. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { sendWelcome } from '../arriving.ts'
import * as c from '../contract.ts'
import { type Wanted, wantedOf } from '../event-guests.ts'
import { settingsOf } from '../settings.ts'
import { dayAt, insertVisitor, type VisitorRow, visitorsWhere } from '../visitor-row.ts'

const keyOf = (one: { readonly recurrence: string | null; readonly guest: string | null }): string =>
  `${one.recurrence} ${one.guest}`

/** Whether what stands differs from what the calendar has. */
const differs = (row: VisitorRow, want: Wanted): boolean =>
  Temporal.Instant.compare(row.start_at, want.start) !== 0 ||
  row.end_at === null ||
  Temporal.Instant.compare(row.end_at, want.end) !== 0 ||
  row.place !== want.place ||
  row.host_id !== want.hostId

async function move(act: Act, row: VisitorRow, want: Wanted): Promise<void> {
  await act.lockAlso([{ kind: 'visitor', id: row.id }])
  act.write(sql`
    update visitors.visitor set state = 'expected', dropped = false, start_at = ${want.start}, end_at = ${want.end}, day = ${dayAt(act, want.start)},
      place = ${want.place}, host_id = ${want.hostId}
    where organisation_id = ${act.office.id} and id = ${row.id} and state in ('expected', 'cancelled')`)
  await act.changeRecord(row.id)
}

async function drop(act: Act, row: VisitorRow): Promise<void> {
  await act.lockAlso([{ kind: 'visitor', id: row.id }])
  act.write(sql`
    update visitors.visitor set state = 'cancelled', dropped = true
    where organisation_id = ${act.office.id} and id = ${row.id} and state = 'expected'`)
  await act.changeRecord(row.id)
}

async function add(act: Act, eventId: string, level: number, want: Wanted): Promise<string> {
  const { recurrence, guest } = want
  const event = { id: eventId, recurrence, guest, class: level }
  const id = await insertVisitor(act, { ...want, source: 'calendar', email: guest, event })
  sendWelcome(act, { id, start: want.start, email: guest })
  return id
}

export const followEventBody = implementCommand(c.followEvent, {
  async run(act, { eventId }) {
    const { class: level, wanted } = await wantedOf(act, eventId, await settingsOf(act))
    const there = await visitorsWhere(act, sql`v.event_id = ${eventId} order by v.id`)
    const byKey = new Map(there.map(row => [keyOf(row), row]))
    const changed: string[] = []
    for (const want of wanted) {
      const row = byKey.get(keyOf(want))
      if (!row) changed.push(await add(act, eventId, level, want))
      else if ((row.state === 'expected' && differs(row, want)) || (row.state === 'cancelled' && row.dropped)) {
        await move(act, row, want)
        changed.push(row.id)
      }
    }
    const kept = new Set(wanted.map(keyOf))
    for (const row of there)
      if (row.state === 'expected' && !kept.has(keyOf(row)) && Temporal.Instant.compare(row.start_at, act.at) > 0) {
        await drop(act, row)
        changed.push(row.id)
      }
    if (changed.length > 0) act.emit(c.eventFollowed, { eventId, count: changed.length }, changed)
    return { output: { expected: wanted.length } }
  },
})

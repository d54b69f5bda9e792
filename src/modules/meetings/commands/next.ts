/** The next meeting of a row: what stands on every agenda, what was not finished, the same people, the turns one further. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { beginRun } from '../around-run.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import {
  approversOf,
  attendeesOf,
  insertAttendees,
  insertMeeting,
  type ItemRow,
  itemsOf,
  lockOf,
  meetingFor,
  type MeetingRow,
  papersOf,
  requireOrder,
  turnsOf,
  writeAround,
} from '../meeting-row.ts'
import { instanceAfter } from '../event-facts.ts'
import type { MeetingsTables } from '../tables.ts'

/** Whoever comes after, in the order of those who take turns; the first where the last has had theirs. */
export function turnAfter(turns: readonly string[], current: string | null): string | null {
  if (turns.length === 0) return current
  return turns[(turns.indexOf(current ?? '') + 1) % turns.length]!
}

/** Who leads and who writes next. Where both go round, whoever wrote leads: they know where it was left. */
export function rolesAfter(
  row: Pick<MeetingRow, 'rotates' | 'chair_id' | 'secretary_id'>,
  turns: readonly string[],
): { chair_id: string | null; secretary_id: string | null } {
  if (row.rotates === 'nobody' || turns.length === 0) return { chair_id: row.chair_id, secretary_id: row.secretary_id }
  const secretary_id = turnAfter(turns, row.secretary_id)
  return { chair_id: row.rotates === 'both' ? row.secretary_id : row.chair_id, secretary_id }
}

export const carriesOver = (item: ItemRow): boolean => item.standing || !item.finished

export const createNextBody = implementCommand(c.createNext, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.createNext, id),
  async run(act, { id, startsAt, endsAt }, row) {
    const { title, class: own } = act.locked(id)
    const since = Temporal.Instant.compare(row.starts_at, act.at) > 0 ? row.starts_at : act.at
    const laid = !startsAt && row.event_id ? await instanceAfter(act, row.event_id, since) : null
    const from = startsAt ?? laid?.start_at ?? act.refuse(c.timeUnknown, { title })
    const until = endsAt ?? laid?.end_at ?? from.add(row.starts_at.until(row.ends_at))
    requireOrder(act, row.starts_at, from)
    requireOrder(act, from, until)
    const turns = await turnsOf(act, id)
    const next = await insertMeeting(act, {
      title,
      class: own,
      source: laid && row.event_id ? [id, row.event_id] : id,
      facts: {
        starts_at: from,
        ends_at: until,
        event_id: laid ? row.event_id : null,
        recurrence: laid?.recurrence ?? '',
        previous_id: id,
        place: row.place,
        ...rolesAfter(row, turns),
        agenda_days: row.agenda_days,
        points_days: row.points_days,
        procedure_id: row.procedure_id,
        rotates: row.rotates,
      },
    })
    await writeAround(act, next, {
      approverIds: (await approversOf(act, id)).map(one => one.principal_id),
      turnIds: turns,
    })
    const people = await attendeesOf(act, id)
    await insertAttendees(
      act,
      next,
      people.map(one => ({ personId: one.person_id, name: one.name, email: one.email, role: one.role })),
    )
    const carried = await carryItems(act, id, next)
    // one that is no longer in force keeps nobody from meeting
    await beginRun(act, next, { procedure_id: row.procedure_id, starts_at: from })
    act.emit(c.meetingCreated, { id: next, title, at: from }, [next, id])
    return {
      output: { id: next, version: 1, carried },
      undo: { command: 'meetings.cancel-meeting', input: { id: next, expectedVersion: 1 } },
    }
  },
  constraints: { meeting_next: c.nextThere, meeting_of_event: c.eventHasMeeting },
})

/** Gives how many were not finished; a standing item that was finished begins anew and is none of them. */
async function carryItems(act: Act, from: string, to: string): Promise<number> {
  const items = (await itemsOf(act, from)).filter(carriesOver)
  if (items.length === 0) return 0
  const papers = await papersOf(act, from)
  const db = act.db<MeetingsTables>()
  const rows = items.map((item, at) => ({
    ...item,
    meeting_id: to,
    id: act.newId(),
    position: at + 1,
    finished: false,
    carried_id: item.finished ? null : item.id,
  }))
  await db.insertInto('meetings.item').values(rows).execute()
  const enclosed = rows.flatMap((row, at) =>
    row.carried_id === null
      ? []
      : (papers.get(items[at]!.id) ?? []).map(document_id => ({
          organisation_id: act.office.id,
          meeting_id: to,
          item_id: row.id,
          document_id,
        })),
  )
  if (enclosed.length > 0) await db.insertInto('meetings.item_paper').values(enclosed).execute()
  return rows.filter(row => row.carried_id !== null).length
}

/** What was finished in the minutes need not be taken up again, where the next meeting was prepared before they were. */
export async function settleCarried(act: Act, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select r.id from meetings.meeting m join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.id
    where m.organisation_id = ${act.office.id} and m.previous_id = ${id} and m.state = 'preparing'
    for no key update of r`.execute(act.db())
  const [next] = rows
  if (!next) return
  const done = sql`from meetings.item d where d.organisation_id = n.organisation_id and d.meeting_id = ${id}
    and d.id = n.carried_id and d.finished`
  const own = sql`n.organisation_id = ${act.office.id} and n.meeting_id = ${next.id}`
  // what somebody has changed meanwhile is theirs
  await sql`delete from meetings.item n where ${own} and not n.standing
    and exists (select ${done} and d.title = n.title and d.note = n.note)`.execute(act.db())
  await sql`update meetings.item n set carried_id = null where ${own} and exists (select ${done})`.execute(act.db())
  await raiseRecord(act, next.id)
}

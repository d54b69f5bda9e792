/** The procedure that runs around a meeting: begun when the meeting is prepared, moved and called off with it. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import { cancelRun, changeAnchor, startRun } from '../procedures/contract.ts'
import { type MeetingRow, stepKey, updateMeeting } from './meeting-row.ts'
import { officeWords } from './words.ts'

export async function requireProcedure(act: Act, id: string | null | undefined): Promise<void> {
  if (id) await requireVisible(act, id, ['procedure'])
}

type Around = Pick<MeetingRow, 'procedure_id' | 'starts_at'>

/** Begins it in the name of whoever prepares the meeting; whether it runs, or there is none to run. */
export async function beginRun(act: Act, id: string, { procedure_id, starts_at }: Around): Promise<boolean> {
  if (!procedure_id) return true
  const anchorOn = starts_at.toZonedDateTimeISO(act.office.zone).toPlainDate().toString()
  const begun = await act.actAs(act.principal.id, startRun, { id: procedure_id, anchorOn, aboutId: id })
  if (begun.status !== 'done') return false
  await updateMeeting(act, id, { run_id: begun.output.runId })
  return true
}

/** Calls it off, in the name of whoever may: who acts, or who is in charge of the meeting. */
export async function endRun(act: Act, row: MeetingRow): Promise<void> {
  if (!row.run_id) return
  const wire = { id: row.run_id, because: officeWords(act, 'page.meeting.run.cancelled', {}) }
  for (const principalId of new Set([act.principal.id, row.secretary_id, row.chair_id]))
    if (principalId && (await act.actAs(principalId, cancelRun, wire)).status === 'done') break
  await updateMeeting(act, row.id, { run_id: null })
}

const dayOf = (act: Act, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(act.office.zone).toPlainDate()

/** Its days follow the meeting's: in the name of whoever moves it, or else of whoever is in charge. */
export async function moveRunDays(act: Act, row: MeetingRow, startsAt: Temporal.Instant): Promise<void> {
  if (!row.run_id || dayOf(act, startsAt).equals(dayOf(act, row.starts_at))) return
  const wire = { id: row.run_id, anchorOn: dayOf(act, startsAt).toString() }
  for (const principalId of new Set([act.principal.id, row.secretary_id, row.chair_id]))
    if (principalId && (await act.actAs(principalId, changeAnchor, wire)).status === 'done') return
}

/** Points that colleagues were asked for are due as many days before it as they were. */
export async function pointsMoved(act: Act, row: MeetingRow, startsAt: Temporal.Instant) {
  const by = dayOf(act, row.starts_at).until(dayOf(act, startsAt)).days
  if (by === 0) return {}
  const { rows } = await sql<{ key: string; due_on: Temporal.PlainDate }>`
    select raised_key as key, due_on from work.task_fact where organisation_id = ${act.office.id} and due_on is not null
      and raised_key like ${`${stepKey('points', row.id)}%`} and state in ('open', 'waiting')`.execute(act.db())
  const later = (day: Temporal.PlainDate) => {
    const moved = day.add({ days: by })
    return Temporal.PlainDate.compare(moved, act.today) < 0 ? act.today : moved
  }
  return rows.length > 0 ? { workMoved: rows.map(({ key, due_on }) => ({ key, dueOn: later(due_on) })) } : {}
}

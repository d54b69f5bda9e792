/** The procedure that runs around a meeting: begun when the meeting is prepared, called off with it. */
import type { Act } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import { cancelRun, startRun } from '../procedures/contract.ts'
import { type MeetingRow, updateMeeting } from './meeting-row.ts'
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

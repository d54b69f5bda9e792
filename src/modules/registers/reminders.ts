/** Reminders of days: the keys under which `work` makes each once. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'

export const reminderKey = (rowId: string, fieldId: string, day: Temporal.PlainDate): string =>
  `registers:${rowId}:${fieldId}:${day}`

/** Forgets what was reminded of a row's days, all or those of some fields; gives the keys of the tasks to take back. */
export async function remindersOf(
  act: Act,
  rowId: string,
  fieldIds: readonly string[] | null,
): Promise<{ key: string }[]> {
  const { rows } = await sql<{ field_id: string; day: Temporal.PlainDate }>`
    delete from registers.reminder where organisation_id = ${act.office.id} and row_id = ${rowId}
      and (${fieldIds === null} or field_id = any(${[...(fieldIds ?? [])]}::uuid[])) returning field_id, day`.execute(
    act.db(),
  )
  return rows.map(({ field_id, day }) => ({ key: reminderKey(rowId, field_id, day) }))
}

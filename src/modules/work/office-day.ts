import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { officeHours } from './office-hours.ts'
import type { QueueDay } from './queue-rule.ts'
import { workingCalendar } from './working-days.ts'

/** The office's day at the instant of a view: its clock, its working hours and its holidays. */
export async function officeDay(view: Pick<View, 'db' | 'office' | 'at'>): Promise<QueueDay> {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`
    select settings from kernel.organisation where organisation_id = ${view.office.id}`.execute(view.db())
  return {
    now: view.at.toZonedDateTimeISO(view.office.zone),
    hours: officeHours(rows[0]?.settings),
    calendar: workingCalendar(view.office.country),
  }
}

import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { settingsKey } from './contract/shapes.ts'
import { isDigestDue, settingsFrom } from './hours.ts'

/** The people who can sign in, whose hour has come, and who had no digest today. */
export async function dueDigests(view: Pick<View, 'db' | 'office' | 'at' | 'today'>): Promise<string[]> {
  const { rows } = await sql<{ id: string; kept: unknown }>`
    select c.principal_id as id, p.value as kept from authority.colleague c
    left join kernel.preference p
      on p.organisation_id = c.organisation_id and p.principal_id = c.principal_id and p.key = ${settingsKey}
    where c.organisation_id = ${view.office.id} and c.kind = 'person' and c.principal_id in (select platform.members())
      and not exists (select from notifications.digest d
        where d.organisation_id = c.organisation_id and d.principal_id = c.principal_id and d.on_day = ${view.today}::date)
    order by c.principal_id limit 2000`.execute(view.db())
  const now = view.at.toZonedDateTimeISO(view.office.zone)
  return rows.filter(row => isDigestDue(settingsFrom(row.kept), now)).map(row => row.id)
}

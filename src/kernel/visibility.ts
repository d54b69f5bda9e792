import { type Kysely, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import type { KernelTables } from './database/tables.ts'
import type { Act, View } from './implement.ts'

/**
 * The records of this organisation that the principal may see: what every list, detail, report and command starts
 * from, so that who may see a row is worded once. Business tables are joined on `kernel.record`.
 */
export function visibleRecords<T = object>(
  view: Pick<View, 'office' | 'principal'> & { db(): unknown },
  kind?: string,
): SelectQueryBuilder<T & KernelTables, 'kernel.record', object> {
  const { clearance, audiences } = view.principal
  const db = view.db() as Kysely<KernelTables>
  let query = db
    .selectFrom('kernel.record')
    .where('kernel.record.organisation_id', '=', view.office.id)
    .where('kernel.record.class', '<=', clearance)
    .where(sql<SqlBool>`(kernel.record.audience is null or kernel.record.audience && ${[...audiences]}::uuid[])`)
    .where('kernel.record.merged_into', 'is', null)
  if (kind) query = query.where('kernel.record.kind', '=', kind)
  return query as unknown as SelectQueryBuilder<T & KernelTables, 'kernel.record', object>
}

/** The records that are visible; to Kontor's own jobs all, since whoever caused them saw theirs. */
export const recordsFor = (view: Pick<View, 'office' | 'principal' | 'db'>, kind?: string) =>
  view.principal.kind === 'system'
    ? sql`(select * from kernel.record where organisation_id = ${view.office.id}
        ${kind ? sql`and kind = ${kind}` : sql``} and merged_into is null)`
    : sql`${visibleRecords(view, kind).selectAll()}`

/** Raises the version of a record that was locked without being seen, by an inner step of what was allowed. */
export async function raiseRecord(act: Pick<Act, 'office' | 'at' | 'db'>, id: string): Promise<void> {
  await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
}

import { type Kysely, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import type { KernelTables } from './database/tables.ts'
import type { View } from './implement.ts'

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

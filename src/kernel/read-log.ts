import type { Pool } from './database/pool.ts'
import { inTransaction } from './database/transaction.ts'

/** From this class on it is noted who read a record. */
export const notedFromClass = 2

/**
 * Operational, outside the journal: who read which confidential records, and when; once a minute is enough. It stands before
 * the answer is given, so that nothing is read unnoted.
 */
export async function noteReading(
  pool: Pool,
  clock: (() => Temporal.Instant) | undefined,
  { organisationId, principalId }: { readonly organisationId: string; readonly principalId: string },
  recordIds: readonly string[],
): Promise<void> {
  if (recordIds.length === 0) return
  await inTransaction(pool, organisationId, { clock }, async ({ client, at }) => {
    await client.query(
      `insert into kernel.read_log (organisation_id, record_id, principal_id, read_at)
       select $1, id, $3, $4 from unnest($2::uuid[]) as id
       where not exists (select 1 from kernel.read_log l where l.organisation_id = $1 and l.record_id = id
         and l.principal_id = $3 and l.read_at > $4::timestamptz - interval '1 minute')
       on conflict do nothing`,
      [organisationId, [...new Set(recordIds)], principalId, at],
    )
    return { keep: true, value: undefined }
  })
}

/** What the planner believes of tables that nobody has counted yet. */
import type pg from 'pg'

/*
 * Without statistics PostgreSQL takes 200 different values for any column, so that `organisation_id = …` alone seems to leave a row or
 * none, and any index that begins with it looks as good as the key: an office's first thousands were read through for each row that came.
 * A database holds one office or few, so that is what stands there until the first ANALYZE. The function is there from PostgreSQL 18 on;
 * before it, everything works, and the first minutes of a large import are slower.
 */
const PRESUME = `
  select pg_restore_attribute_stats('schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', 'organisation_id',
    'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real)
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attname = 'organisation_id' and c.relkind = 'r' and not a.attisdropped
    and pg_catalog.pg_get_userbyid(c.relowner) = current_user
    and c.reltuples < 0`

/** Tells the planner of tables that were never counted that they hold one organisation. Connect as the owner. */
export async function presumeStatistics(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select from pg_proc where proname = 'pg_restore_attribute_stats') as there`,
  )
  if (rows[0]?.there) await client.query(PRESUME)
}

/** What a database holds, table by table, as a digest: so that a test can say that nothing was left behind. */
import type { Pool } from '../src/kernel/database/pool.ts'

export type Traces = Readonly<Record<string, string>>

const statements = new WeakMap<Pool, Promise<string>>()

/**
 * Rows are told apart by the transaction that wrote them (xmin): whatever was inserted, changed or deleted since changes the
 * digest of its table, and no row need be read whole.
 */
async function statementFor(superuser: Pool): Promise<string> {
  const { rows } = await superuser.query<{ name: string; tenant: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as tenant
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind = 'r' order by 1`,
  )
  return rows
    .map(
      ({ name, tenant }) =>
        `select '${name}' as name, count(*)::text || ' rows, ' || coalesce(sum(t.xmin::text::bigint), 0)::text as digest from ${name} t` +
        (tenant ? ' where $1::uuid is null or t.organisation_id = $1::uuid' : ''),
    )
    .join(' union all ')
}

/** A digest of every table; with an organisation, of its rows alone where a table has organisations. */
export async function traces(superuser: Pool, organisationId: string | null = null): Promise<Traces> {
  const statement = statements.get(superuser) ?? statementFor(superuser)
  statements.set(superuser, statement)
  const { rows } = await superuser.query<{ name: string; digest: string }>({
    name: 'traces',
    text: await statement,
    values: [organisationId],
  })
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}

/** What has been written in a database, table by table: so that a test can say that nothing was left behind. */
import type { Pool } from '../src/kernel/database/pool.ts'

/** How many rows were written since the first look, by table. */
export type Traces = Readonly<Record<string, number>>

interface Written {
  readonly name: string
  readonly organisation: string | null
  readonly rows: number
}

/*
 * Each row that is inserted, changed or deleted leaves a line, within its own transaction: what is rolled back leaves none.
 * Looking takes the lines away, so that the table stays as small as what happened since the last look.
 */
const noting = `
  create schema tracing;
  create unlogged table tracing.line (name text not null, organisation uuid);
  create unlogged table tracing.made (id uuid not null);
  create function tracing.note_record() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      insert into tracing.made values (new.id);
      return null;
    end $$;
  create function tracing.note() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      insert into tracing.line values (tg_argv[0], null);
      return null;
    end $$;
  create function tracing.note_tenant() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      if tg_op = 'DELETE' then insert into tracing.line values (tg_argv[0], old.organisation_id);
      else insert into tracing.line values (tg_argv[0], new.organisation_id);
      end if;
      return null;
    end $$;
  do $$
    declare t record;
    begin
      for t in
        select format('%I.%I', n.nspname, c.relname) as name,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as tenant
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'tracing') and c.relkind = 'r'
      loop
        execute format('create trigger zz_traced after insert or update or delete on %s for each row execute function tracing.%s(%L)',
          t.name, case when t.tenant then 'note_tenant' else 'note' end, t.name);
      end loop;
      create trigger zz_made after insert on kernel.record for each row execute function tracing.note_record();
    end $$;`

/** After so many looks the pages of the lines taken away are given back: nobody else does here, and each look reads them all. */
const LOOKS_A_SWEEP = 100
const looks = new WeakMap<Pool, number>()

async function sweep(superuser: Pool): Promise<void> {
  const turn = (looks.get(superuser) ?? 0) + 1
  looks.set(superuser, turn)
  if (turn % LOOKS_A_SWEEP === 0) await superuser.query('vacuum tracing.line, tracing.made')
}

/** Sums by table and organisation since the first look, kept between looks. */
const seen = new WeakMap<Pool, Promise<Map<string, Written>>>()

async function lookAgain(superuser: Pool, before: Map<string, Written>): Promise<Map<string, Written>> {
  await sweep(superuser)
  const { rows } = await superuser.query<Written>({
    name: 'traces',
    text: `with taken as (delete from tracing.line returning name, organisation)
           select name, organisation, count(*)::int as rows from taken group by name, organisation`,
  })
  const sums = new Map(before)
  for (const row of rows) {
    const key = `${row.name} ${row.organisation}`
    sums.set(key, { ...row, rows: row.rows + (sums.get(key)?.rows ?? 0) })
  }
  return sums
}

/** What has been written in every table; with an organisation, what is its own where a table has organisations. */
export async function traces(superuser: Pool, organisationId: string | null = null): Promise<Traces> {
  const before = seen.get(superuser) ?? superuser.query(noting).then(() => new Map())
  const looking = before.then(known => lookAgain(superuser, known))
  seen.set(superuser, looking)
  const sums: Record<string, number> = {}
  for (const { name, organisation, rows } of (await looking).values())
    if (organisationId === null || organisation === null || organisation === organisationId)
      sums[name] = (sums[name] ?? 0) + rows
  return sums
}

/** The records made since the first look, or since this was last asked. */
export async function recordsMade(superuser: Pool): Promise<string[]> {
  await traces(superuser)
  const { rows } = await superuser.query<{ id: string }>({
    name: 'records-made',
    text: 'delete from tracing.made returning id',
  })
  return rows.map(({ id }) => id)
}

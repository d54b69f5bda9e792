/** One organisation never sees another: what the database itself holds to, table by table, whoever wrote the query. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { modules } from '../src/app/modules.ts'
import { APP_ROLE, OWNER_ROLE } from '../src/kernel/database/embedded/connection.ts'
import { createPool } from '../src/kernel/database/pool.ts'
import { newId } from '../src/kernel/ids.ts'
import { testDatabase } from '../tools/testing/database.ts'

const database = await testDatabase()
const superuser = createPool({ ...database.superuser, max: 1 }, () => {})
const app = createPool({ ...database.app, max: 1 }, () => {})
after(async () => {
  await superuser.end()
  await app.end()
  await database.close()
})

/** The kernel's schema and one for each module; `platform` stands behind functions, `pgboss` is the queue's own. */
const schemas = modules.map(({ contract }) => contract.name)

interface Table {
  readonly name: string
  readonly owner: string
  readonly enabled: boolean
  readonly forced: boolean
  readonly key: string[] | null
  readonly policies: number
}

const { rows: tables } = await superuser.query<Table>(
  `select format('%I.%I', n.nspname, c.relname) as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
     (select array_agg(a.attname::text order by k.ord) from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, ord)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
     (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1`,
  [schemas],
)

/** Not of an organisation: the list of migrations. */
const shared = new Set(['kernel.migration'])
/** Searched through a function that filters the organisation itself, which forced policies would cost its index (STACK). */
const notForced = new Set(['kernel.search_entry'])
const ofTenants = tables.filter(({ name }) => !shared.has(name))

test('every module has tables, and every one is seen here', () => {
  assert.ok(tables.length > 30, String(tables.length))
  for (const schema of schemas)
    assert.ok(
      tables.some(({ name }) => name.startsWith(`${schema}.`)),
      schema,
    )
})

test('the organisation leads every primary key', () => {
  assert.deepEqual(
    ofTenants.filter(({ key }) => key?.[0] !== 'organisation_id').map(({ name, key }) => [name, key]),
    [],
  )
})

test('row-level security is enabled and forced on every table', () => {
  assert.deepEqual(
    ofTenants.filter(({ enabled, policies }) => !enabled || policies === 0).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    ofTenants.filter(({ forced }) => !forced).map(({ name }) => name),
    [...notForced],
  )
})

test('the organisation is in every unique and exclusion constraint, and in every foreign key between tables of tenants', async () => {
  const { rows } = await superuser.query<{
    name: string
    kind: string
    columns: string[]
    target: string | null
    target_columns: string[] | null
  }>(
    `select format('%s.%s', c.conrelid::regclass, c.conname) as name, c.contype as kind,
       array(select a.attname::text from unnest(c.conkey) with ordinality k (n, ord) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by ord) as columns,
       (select format('%I.%I', tn.nspname, t.relname) from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = nullif(c.confrelid, 0)) as target,
       array(select a.attname::text from unnest(c.confkey) with ordinality k (n, ord) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by ord) as target_columns
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = any($1) and c.contype in ('u', 'x', 'f')`,
    [schemas],
  )
  const within = rows.filter(({ name }) => !shared.has(name.split('.').slice(0, 2).join('.')))
  assert.ok(within.some(({ kind }) => kind === 'f'))
  assert.deepEqual(
    within.filter(({ columns }) => !columns.includes('organisation_id')).map(({ name }) => name),
    [],
  )
  const crossing = within.filter(
    ({ kind, target_columns: targets }) => kind === 'f' && !targets!.includes('organisation_id'),
  )
  assert.deepEqual(
    crossing.map(({ name, target }) => [name, target]),
    [],
  )
})

test('unique indexes lead with the organisation too', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and i.indisunique and format('%I.%I', n.nspname, c.relname) <> all($2)
       and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'organisation_id'`,
    [schemas, [...shared]],
  )
  assert.deepEqual(rows, [])
})

test('views ask as who looks, and functions that pass row-level security say where they look', async () => {
  const { rows: views } = await superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    [schemas],
  )
  assert.deepEqual(views, [])
  const { rows: functions } = await superuser.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any($1) and p.prosecdef and not exists (select from unnest(p.proconfig) set where set like 'search_path=%')`,
    [[...schemas, 'platform']],
  )
  assert.deepEqual(functions, [])
})

test('the application owns nothing, may pass no policy, and may not change the journal', async () => {
  const { rows: owned } = await superuser.query(
    `select oid::regclass::text from pg_class where relowner = $1::regrole`,
    [APP_ROLE],
  )
  assert.deepEqual(owned, [])
  const { rows: roles } = await superuser.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    [[APP_ROLE]],
  )
  assert.deepEqual(roles, [])
  const { rows: member } = await superuser.query(
    `select from pg_auth_members where member = $1::regrole and roleid = $2::regrole`,
    [APP_ROLE, OWNER_ROLE],
  )
  assert.deepEqual(member, [])
  for (const table of ['kernel.journal', 'kernel.journal_body', 'kernel.journal_record', 'kernel.journal_head']) {
    for (const right of ['insert', 'update', 'delete', 'truncate']) {
      const { rows } = await superuser.query<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [
        APP_ROLE,
        table,
        right,
      ])
      assert.equal(rows[0]!.may, false, `${right} on ${table}`)
    }
    await assert.rejects(app.query(`delete from ${table}`), /permission denied/)
  }
  const { rows: truncates } = await superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' and has_table_privilege($2, c.oid, 'truncate')`,
    [schemas, APP_ROLE],
  )
  assert.deepEqual(truncates, [])
})

test('without an organisation, and within another, every table is empty; no row can be written into another', async () => {
  const [mine, theirs] = [newId(), newId()]
  for (const id of [mine, theirs])
    await app.query('select platform.organisation_open($1, $2, $3, $4, $5, $6, now())', [
      id,
      'Office',
      'SE',
      'SEK',
      'Europe/Stockholm',
      'sv',
    ])
  const record = `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'task', 'Mine', 1, now(), now())`
  const within = async <T>(organisationId: string, work: () => Promise<T>): Promise<T> => {
    await app.query('begin')
    try {
      await app.query(`select set_config('kontor.organisation_id', $1, true)`, [organisationId])
      const done = await work()
      await app.query('commit')
      return done
    } catch (error) {
      await app.query('rollback')
      throw error
    }
  }
  await within(mine, () => app.query(record, [mine, newId()]))
  await assert.rejects(
    within(mine, () => app.query(record, [theirs, newId()])),
    /row-level security/,
  )
  const count = async (table: string): Promise<number> =>
    Number((await app.query(`select count(*) as n from ${table}`)).rows[0]!['n'])
  assert.equal(await within(mine, () => count('kernel.record')), 1)
  assert.equal(await within(theirs, () => count('kernel.record')), 0)
  assert.equal(
    await within(theirs, async () => (await app.query(`update kernel.record set title = 'Theirs'`)).rowCount),
    0,
  )
  for (const { name } of ofTenants.filter(table => table.name !== 'kernel.search_entry')) {
    const { rows } = await superuser.query<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [
      APP_ROLE,
      name,
      'select',
    ])
    if (rows[0]!.may) assert.equal(await count(name), 0, `${name} outside every organisation`)
  }
})

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { presumeStatistics } from './first-statistics.ts'
import { APP_ROLE, type Connection } from './embedded/connection.ts'

/*
 * Migrations are plain .sql files named NNNN-name.sql in src/kernel/migrations and src/modules/<m>/migrations, one numbering
 * over all of them, forward only. What a file may count on: it runs as the owner, in a transaction of its own (so no CREATE
 * INDEX CONCURRENTLY), search_path is `public`, and the role kontor_app and the schema `platform` exist (kontor_app has USAGE
 * on it). Everything else it does itself: `create schema <module>; grant usage on schema <module> to kontor_app`, and tables
 * put under the tenant's policy with `call kernel.guard('<module>.<table>'[, privileges])`.
 */

/** A migration as it lies in the tree. */
export interface Migration {
  readonly number: number
  /** The file's name, without `.sql`. */
  readonly name: string
  /** The module it belongs to; its tables live in the schema of that name. */
  readonly module: string
  readonly path: string
  readonly sql: string
  readonly sha256: string
}

/** What a run did. */
export interface MigrationRun {
  readonly applied: readonly string[]
  /** How many had been applied before. */
  readonly already: number
}

/** The tree and the database do not fit together; the message says how. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch'
}

const SOURCE = resolve(import.meta.dirname, '../..')

/** Held while migrations run, so that servers starting together do not run them twice (an arbitrary number of our own). */
const MIGRATION_LOCK = 4_811_202

async function folderNames(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
}

async function readFolder(module: string, folder: string): Promise<Migration[]> {
  const names = await readdir(folder).catch(error => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter(name => name.endsWith('.sql'))
  return Promise.all(
    files.map(async file => {
      const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
      const path = join(folder, file)
      if (number === undefined) throw new MigrationMismatch(`${path}: a migration is named NNNN-name.sql`)
      const sql = await readFile(path, 'utf8')
      const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { number: Number(number), name: file.slice(0, -4), module, path, sql, sha256 }
    }),
  )
}

/** Every migration of a source folder (default: ours), in the order they run; two with one number are an error. */
export async function readMigrations(source: string = SOURCE): Promise<Migration[]> {
  const modules = await folderNames(join(source, 'modules'))
  const folders = [
    ['kernel', join(source, 'kernel', 'migrations')] as const,
    ...modules.map(module => [module, join(source, 'modules', module, 'migrations')] as const),
  ]
  const all = (await Promise.all(folders.map(([module, folder]) => readFolder(module, folder)))).flat()
  all.sort((a, b) => a.number - b.number)
  for (const [i, migration] of all.entries()) {
    const next = all[i + 1]
    if (next?.number === migration.number) {
      throw new MigrationMismatch(`Two migrations have one number: ${migration.path} and ${next.path}`)
    }
  }
  return all
}

/** One digest over all migrations: databases made by the same ones share it. */
export function migrationsDigest(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, module, sha256 } of migrations) hash.update(`${module}/${name} ${sha256}\n`)
  return hash.digest('hex')
}

/**
 * Brings a database to the state the tree describes, or refuses without touching it. Connect as the owner. Safe to call from
 * several processes at once.
 */
export async function migrate(owner: Connection, migrations?: readonly Migration[]): Promise<MigrationRun> {
  const wanted = migrations ?? (await readMigrations())
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepare(client)
    const pending = await pendingOf(client, wanted)
    for (const migration of pending) await apply(client, migration)
    if (pending.length > 0) await presumeStatistics(client)
    return { applied: pending.map(({ name }) => name), already: wanted.length - pending.length }
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await createAppRole(client)
  await client.query(`
    create schema if not exists platform;
    grant usage on schema platform to ${APP_ROLE};
    create table if not exists platform.migration (
      number integer primary key,
      name text not null,
      module text not null,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp(),
      duration_ms integer not null
    )`)
}

/** On a PostgreSQL of somebody else's the role may be missing, and the owner must be able to become it. */
async function createAppRole(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
  if (found.rowCount !== 0) return
  await client.query(`create role ${APP_ROLE} nologin`)
  await client.query(`grant ${APP_ROLE} to current_user`)
}

async function pendingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  type Row = Pick<Migration, 'number' | 'name' | 'sha256'>
  const { rows } = await client.query<Row>('select number, name, sha256 from platform.migration order by number')
  const byNumber = new Map(migrations.map(migration => [migration.number, migration]))
  for (const row of rows) {
    const migration = byNumber.get(row.number)
    if (!migration) {
      throw new MigrationMismatch(
        `The database has ${row.name}, which this Kontor does not know: it is older than its data`,
      )
    }
    if (migration.name !== row.name || migration.sha256 !== row.sha256) {
      throw new MigrationMismatch(
        `${migration.path} was changed after it had run as ${row.name}: add a new one instead`,
      )
    }
  }
  const done = new Set(rows.map(row => row.number))
  const newest = rows.at(-1)?.number ?? -1
  const pending = migrations.filter(migration => !done.has(migration.number))
  const late = pending.find(migration => migration.number < newest)
  if (late) {
    throw new MigrationMismatch(`${late.path} is numbered before one that has run (${newest}): give it a new number`)
  }
  return pending
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const began = performance.now()
  await client.query('begin')
  try {
    await client.query('set local search_path to public')
    await client.query(migration.sql)
    await client.query('set constraints all immediate')
    const { number, name, module, sha256 } = migration
    await client.query(
      'insert into platform.migration (number, name, module, sha256, duration_ms) values ($1, $2, $3, $4, $5)',
      [number, name, module, sha256, Math.round(performance.now() - began)],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${migration.path}${lineOf(migration.sql, error)}: ${(error as Error).message}`, { cause: error })
  }
}

/** PostgreSQL tells the character; people look for lines. */
function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position)
  return position > 0 ? `:${sql.slice(0, position).split('\n').length}` : ''
}

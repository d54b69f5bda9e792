import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { APP_ROLE, type Connection, OWNER_ROLE } from '../../src/kernel/database/embedded/connection.ts'
import { migrate, migrationsDigest, readMigrations } from '../../src/kernel/database/migrate.ts'
import { CLUSTER_VARIABLE, startTestCluster, type TestCluster } from './cluster.ts'

/*
 * A database for a test file:
 *
 *   import { testDatabase } from '../../tools/testing/database.ts'
 *
 *   const database = await testDatabase()        // at the top of the file: migrated, empty, this file's alone (≈ 30 ms)
 *   const pool = new pg.Pool(database.app)       // kontor_app, as at runtime; database.owner is kontor_owner, who migrates
 *   after(async () => {
 *     await pool.end()
 *     await database.close()                     // drops the clone
 *   })
 *
 * Under `npm test` one cluster serves the whole run. `node --test src/x.test.ts` by hand starts one of its own (≈ 1 s), which
 * goes with the process. testDatabase({ modules: ['work'] }) runs the kernel's migrations and those of the modules named only;
 * testDatabase({ prepared: queues }) hands out what the first to ask for it has prepared.
 * Between tests of a file use DELETE (3 ms), not TRUNCATE (117 ms), or call testDatabase() again.
 */

/** A database of a test's own. */
export interface TestDatabase {
  readonly name: string
  readonly owner: Connection
  readonly app: Connection
  /** May do anything, also pass row-level security: for looking at what the others may not see. */
  readonly superuser: Connection
  /** Cuts what is still connected and drops it. */
  close(): Promise<void>
}

let cluster: Promise<TestCluster> | undefined

function findCluster(): Promise<TestCluster> {
  const given = process.env[CLUSTER_VARIABLE]
  return given === undefined ? startTestCluster() : Promise.resolve(JSON.parse(given) as TestCluster)
}

async function asSuperuser<T>(superuser: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One at a time builds the template (an arbitrary number of our own). */
const TEMPLATE_LOCK = 4_811_203

/** What is done once a run to a migrated database, for all who ask for it by this name. */
export interface Prepared {
  readonly name: string
  prepare(owner: Connection): Promise<void>
}

/** The migrated database that clones are made of, built once per cluster and set of migrations. Returns its name. */
export async function templateDatabase(
  { superuser }: TestCluster,
  modules?: readonly string[],
  prepared?: Prepared,
): Promise<string> {
  const all = await readMigrations()
  const migrations = modules ? all.filter(({ module }) => module === 'kernel' || modules.includes(module)) : all
  const name = `template_${migrationsDigest(migrations).slice(0, 16)}`
  if (!prepared)
    return builtOnce(superuser, name, `owner ${OWNER_ROLE} strategy file_copy`, async owner => {
      await migrate(owner, migrations)
    })
  const plain = await templateDatabase({ superuser }, modules)
  const from = `template ${plain} owner ${OWNER_ROLE} strategy file_copy`
  return builtOnce(superuser, `${name}_${prepared.name}`, from, owner => prepared.prepare(owner))
}

/** Makes the database of this name unless somebody has: aside and renamed, so that nobody meets half of it. */
function builtOnce(
  superuser: Connection,
  name: string,
  how: string,
  fill: (owner: Connection) => Promise<void>,
): Promise<string> {
  return asSuperuser(superuser, async client => {
    const exists = async (): Promise<boolean> =>
      (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
    if (await exists()) return name
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists()) return name
    const building = `${name}_building`
    await client.query(`drop database if exists ${building} with (force)`)
    await client.query(`create database ${building} ${how}`)
    await fill({ ...superuser, user: OWNER_ROLE, database: building })
    await client.query(`alter database ${building} rename to ${name}`)
    return name
  })
}

/**
 * Makes a migrated, empty database for this test file (see the top of this file). With `modules`, only the kernel's migrations
 * and theirs are run: name all that they refer to.
 */
export async function testDatabase(
  options: { readonly modules?: readonly string[]; readonly prepared?: Prepared } = {},
): Promise<TestDatabase> {
  cluster ??= findCluster()
  const { superuser } = await cluster
  const template = await templateDatabase({ superuser }, options.modules, options.prepared)
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asSuperuser(superuser, client =>
    client.query(`create database ${name} template ${template} owner ${OWNER_ROLE} strategy file_copy`),
  )
  return {
    name,
    owner: { ...superuser, user: OWNER_ROLE, database: name },
    app: { ...superuser, user: APP_ROLE, database: name },
    superuser: { ...superuser, database: name },
    close: () =>
      asSuperuser(superuser, async client => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../../tools/testing/database.ts'
import { presumeStatistics } from './first-statistics.ts'
import { type Migration, migrate, MigrationMismatch, migrationsDigest, readMigrations } from './migrate.ts'

function migration(number: number, sql: string, module = 'pantry'): Migration {
  const name = `${String(number).padStart(4, '0')}-step`
  return {
    number,
    name,
    module,
    path: `${module}/${name}.sql`,
    sql,
    sha256: createHash('sha256').update(sql).digest('hex'),
  }
}

const JARS = migration(
  9001,
  `
  create schema pantry; grant usage on schema pantry to kontor_app;
  create table pantry.jar (id integer primary key, label text not null); grant insert on pantry.jar to kontor_app`,
)
const LIDS = migration(9002, 'alter table pantry.jar add lid text')

describe('reading migrations from a tree', () => {
  const folders: string[] = []
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true })
  })
  async function tree(files: Record<string, string>): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), 'kontor-migrations-'))
    folders.push(root)
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(root, path, '..'), { recursive: true })
      await writeFile(join(root, path), text)
    }
    return root
  }

  test('one order over kernel and modules', async () => {
    const root = await tree({
      'modules/work/migrations/0003-tasks.sql': 'c',
      'kernel/migrations/0001-base.sql': 'a',
      'modules/directory/migrations/0002-people.sql': 'b',
      'modules/directory/migrations/README.md': 'not one',
    })
    const found = await readMigrations(root)
    assert.deepEqual(
      found.map(({ number, module, name, sql }) => [number, module, name, sql]),
      [
        [1, 'kernel', '0001-base', 'a'],
        [2, 'directory', '0002-people', 'b'],
        [3, 'work', '0003-tasks', 'c'],
      ],
    )
  })

  test('a number used twice is an error that names both files', async () => {
    const root = await tree({ 'kernel/migrations/0001-a.sql': '', 'modules/work/migrations/0001-b.sql': '' })
    await assert.rejects(readMigrations(root), /0001-a\.sql and .*0001-b\.sql/)
  })

  test('a name that does not fit is an error, not a file passed over', async () => {
    const root = await tree({ 'kernel/migrations/1-a.sql': '' })
    await assert.rejects(readMigrations(root), MigrationMismatch)
  })

  test('line ends of another system do not change the digest; a changed word does', async () => {
    const [a, b, c] = await Promise.all(
      ['x\ny', 'x\r\ny', 'x\nz'].map(async text =>
        readMigrations(await tree({ 'kernel/migrations/0001-a.sql': text })),
      ),
    )
    assert.equal(migrationsDigest(a ?? []), migrationsDigest(b ?? []))
    assert.notEqual(migrationsDigest(a ?? []), migrationsDigest(c ?? []))
  })
})

describe('running migrations', async () => {
  const database = await testDatabase()
  const real = await readMigrations()
  const owner = new pg.Client(database.owner)
  await owner.connect()
  after(async () => {
    await owner.end()
    await database.close()
  })
  const run = (...more: Migration[]) => migrate(database.owner, [...real, ...more])

  test('our own tree has been applied to the template, and running again does nothing', async () => {
    assert.deepEqual(await run(), { applied: [], already: real.length })
  })

  test('three at once apply a new one once', async () => {
    const runs = await Promise.all([run(JARS), run(JARS), run(JARS)])
    assert.deepEqual(
      runs.flatMap(({ applied }) => applied),
      [JARS.name],
    )
  })

  test('the application has what a migration granted, owns nothing and does not see the list of migrations', async () => {
    const app = new pg.Client(database.app)
    await app.connect()
    await app.query("insert into pantry.jar values (1, 'plum')")
    await assert.rejects(app.query('delete from pantry.jar'), { code: '42501' })
    await assert.rejects(app.query('drop table pantry.jar'), { code: '42501' })
    await assert.rejects(app.query('select * from platform.migration'), { code: '42501' })
    await app.end()
  })

  test('one that fails leaves nothing, and tells the file and the line', async () => {
    const broken = migration(9002, 'create table pantry.box (id integer);\nselect nonsense')
    await assert.rejects(run(JARS, broken), /pantry\/9002-step\.sql:2: column "nonsense" does not exist/)
    assert.equal((await owner.query("select to_regclass('pantry.box') as box")).rows[0].box, null)
    assert.deepEqual((await run(JARS, LIDS)).applied, [LIDS.name])
  })

  test('a file changed after it had run is refused', async () => {
    const changed = { ...JARS, sha256: 'f'.repeat(64) }
    await assert.rejects(run(changed, LIDS), /was changed after it had run/)
  })

  test('data newer than the tree is refused', async () => {
    await assert.rejects(run(JARS), /9002-step, which this Kontor does not know/)
  })

  test('a new file numbered before one that has run is refused', async () => {
    await assert.rejects(run(migration(9000, 'select 1'), JARS, LIDS), /give it a new number/)
  })
})

test('before anything was counted, all of a table is taken to be one organisation’s', async () => {
  const database = await testDatabase({ modules: [] })
  const client = new pg.Client(database.owner)
  await client.connect()
  after(async () => {
    await client.end()
    await database.close()
  })
  await client.query(
    'create schema shelf; create table shelf.book (organisation_id uuid not null, id integer not null)',
  )
  const rowsExpected = async () => {
    const asked = `explain (format json) select from shelf.book where organisation_id = '019aa000-0000-7000-8000-000000000001'`
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(asked)
    return rows[0]!['QUERY PLAN'][0].Plan['Plan Rows']
  }
  const before = await rowsExpected()
  await presumeStatistics(client)
  assert.ok((await rowsExpected()) > 50 * before)
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startTestCluster } from '../../../../tools/testing/cluster.ts'
import { type Migration, migrate } from '../migrate.ts'
import { type DatabaseConnections, externalConnections } from './connection.ts'
import type { EmbeddedDatabase } from './embedded.ts'

const SHELF: Migration = {
  number: 1,
  name: '0001-shelf',
  module: 'shelf',
  path: 'shelf/0001-shelf.sql',
  sha256: '0',
  sql: `create schema shelf;
    grant usage on schema shelf to kontor_app;
    create table shelf.box (n integer primary key);
    alter table shelf.box enable row level security;
    alter table shelf.box force row level security;
    create policy low on shelf.box using (n < 10);
    grant select, insert on shelf.box to kontor_app`,
}

describe('a PostgreSQL of somebody else’s', () => {
  let cluster: EmbeddedDatabase
  let superuser: pg.Client
  before(async () => {
    cluster = await startTestCluster()
    superuser = new pg.Client(cluster.superuser)
    await superuser.connect()
    await superuser.query('drop role kontor_app')
    await superuser.query('create role office_owner login createrole')
    await superuser.query('create role office_admin login superuser')
  })
  after(async () => {
    await superuser.end()
    await cluster.stop()
  })

  async function open(owner: string, database: string): Promise<DatabaseConnections> {
    await superuser.query(`create database ${database} owner ${owner}`)
    return externalConnections(
      `postgres://${owner}@/${database}?host=${encodeURIComponent(cluster.superuser.host ?? '')}`,
    )
  }

  for (const owner of ['office_owner', 'office_admin']) {
    test(`the owner (${owner}) makes what is missing; at runtime it is kontor_app, also after RESET ROLE`, async () => {
      const { owner: migrating, app } = await open(owner, `of_${owner}`)
      assert.deepEqual(await migrate(migrating, [SHELF]), { applied: ['0001-shelf'], already: 0 })
      const client = new pg.Client(app)
      await client.connect()
      try {
        await client.query('reset role')
        assert.equal((await client.query('select current_user')).rows[0].current_user, 'kontor_app')
        await client.query('insert into shelf.box values (1)')
        await assert.rejects(client.query('insert into shelf.box values (11)'), /row-level security/)
        await assert.rejects(client.query('create table shelf.mine ()'), { code: '42501' })
      } finally {
        await client.end()
      }
    })
  }

  test('options in the address do not put the owner back in the application’s place', async () => {
    await superuser.query('create database of_options owner office_owner')
    const { app } = externalConnections(
      `host='${cluster.superuser.host}' user=office_owner dbname=of_options options='-c role=office_owner -c statement_timeout=7s'`,
    )
    const client = new pg.Client(app)
    await client.connect()
    try {
      const { rows } = await client.query("select current_user, current_setting('statement_timeout') as timeout")
      assert.deepEqual(rows, [{ current_user: 'kontor_app', timeout: '7s' }])
    } finally {
      await client.end()
    }
  })

  test('with an address of its own the application signs in as itself', () => {
    const { app } = externalConnections('postgres://owner@db/kontor', 'postgres://kontor_app:x@db/kontor')
    assert.deepEqual(app, { host: 'db', port: 5432, user: 'kontor_app', password: 'x', database: 'kontor' })
  })
})

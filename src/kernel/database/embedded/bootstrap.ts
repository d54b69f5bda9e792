import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { APP_ROLE, type Connection, OWNER_ROLE } from './connection.ts'

/** The database of an installation; a cluster holds one. */
export const DATABASE = 'kontor'

/** SQLSTATE: the server says it is still recovering, or already stopping (57P03), or has just cut us (57P01, 57P02). */
const NOT_NOW = new Set(['57P03', '57P01', '57P02', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

const LOOK_AGAIN_MS = 10

/** Opens a connection that stays quiet when the server goes away between two queries. */
async function connect(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/**
 * Waits until the server takes connections, for as long as `alive` says that it is worth it: recovery after a crash may take
 * minutes. Answers false when the server is gone.
 */
export async function untilReady(superuser: Connection, alive: () => Promise<boolean> | boolean): Promise<boolean> {
  for (;;) {
    try {
      const client = await connect(superuser)
      await client.end()
      return true
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      const cut = (error as Error).message === 'Connection terminated unexpectedly'
      if (!NOT_NOW.has(code) && !cut) throw error
    }
    if (!(await alive())) return false
    await wait(LOOK_AGAIN_MS)
  }
}

/** Serialises set-up between processes that start together (an arbitrary number of our own). */
const SETUP_LOCK = 4_811_201

/** Creates the two roles and the database where they are missing. */
export async function bootstrap(superuser: Connection): Promise<void> {
  const client = await connect(superuser)
  try {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [OWNER_ROLE, APP_ROLE],
    ])
    const known = new Set(roles.rows.map(row => row.rolname))
    if (!known.has(OWNER_ROLE)) await client.query(`create role ${OWNER_ROLE} login`)
    if (!known.has(APP_ROLE)) await client.query(`create role ${APP_ROLE} login`)
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
  } finally {
    await client.end()
  }
}

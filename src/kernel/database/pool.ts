import pg from 'pg'
import { BatchingClient } from './batch.ts'

const { types } = pg

// The codec's database side: what PostgreSQL sends becomes the domain's types, never Date, never a float for a bigint.
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, BigInt],
  [types.builtins.DATE, text => Temporal.PlainDate.from(text)],
  [types.builtins.TIMESTAMPTZ, instantFromPostgres],
  [types.builtins.NUMERIC, String],
])

/** `2026-11-21 22:03:01.5+00` as an instant; PostgreSQL's offsets may lack minutes. */
export function instantFromPostgres(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

// pg asks a parameter for its own wording before it falls back to JSON; Temporal's toString is what PostgreSQL reads.
for (const type of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}

export type Pool = pg.Pool
export type Client = pg.PoolClient

/** A pool whose connections speak the codec. `onError` hears of idle connections that break. */
export function createPool(config: pg.PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new pg.Pool({
    max: 16,
    idleTimeoutMillis: 30_000,
    // What does not wait for an answer is sent at once behind what does: a round trip less each time.
    pipeline: true,
    Client: BatchingClient,
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        format === 'binary' ? types.getTypeParser(oid, 'binary') : (parsers.get(oid) ?? types.getTypeParser(oid)),
    } as pg.CustomTypesConfig,
  })
  pool.on('error', onError)
  return pool
}

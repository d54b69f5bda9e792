/** What the platform functions stand on, and how they answer. */
import { statementName } from '../database/bound.ts'
import { randomBytes } from 'node:crypto'
import type { Client, Pool } from '../database/pool.ts'
import type { RefusalAnswer } from '../dispatch/outcome.ts'
import type { RefusalData, RefusalDeclaration } from '../refusal.ts'

export interface Ground {
  readonly pool: Pool
  /** Replaces the machine's clock in tests. */
  readonly clock?: (() => Temporal.Instant) | undefined
}

/** An expected answer: what was asked for, or a refusal that the surface words. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalAnswer }

export const given = <T>(value: T): Answer<T> => ({ ok: true, value })

export const denied = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Answer<never> => ({
  ok: false,
  refusal: { name, status, data },
})

/** This instant, to the microsecond as PostgreSQL keeps it. */
export const momentOf = (ground: Ground): Temporal.Instant =>
  ground.clock?.() ?? Temporal.Now.instant().round('microsecond')

/** The first row of a platform function's answer. */
export async function firstRow<Row>(on: Pool | Client, text: string, values: unknown[]): Promise<Row | undefined> {
  const name = statementName(text)
  return (await on.query({ text, values, ...(name ? { name } : {}) })).rows[0] as Row | undefined
}

/** Several platform functions in one transaction, of no organisation. */
export async function together<T>(ground: Ground, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await ground.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError))
    throw error
  } finally {
    client.release(broken)
  }
}

/** The server's own secret of that name, made by whoever asks first; every server of one database has the same. */
export async function serverSecret(ground: Ground, name: string): Promise<Buffer> {
  const row = await firstRow<{ value: Buffer }>(ground.pool, 'select platform.secret_keep($1, $2) as value', [
    name,
    randomBytes(32),
  ])
  return row!.value
}

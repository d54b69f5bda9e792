/** Kysely bound to one client inside a transaction that the dispatcher alone opens and ends. */
import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely'
import type { Answered, BatchingClient } from './batch.ts'
import type { Client } from './pool.ts'
import type { KernelTables } from './tables.ts'

const names = new Map<string, string>()
const mostNames = 2_000

/** A prepared statement's name for this text, so that a connection plans it once; long tails stay unnamed. */
export function statementName(sql: string): string | undefined {
  let name = names.get(sql)
  if (!name && names.size < mostNames) {
    name = createHash('sha1').update(sql).digest('base64url')
    names.set(sql, name)
  }
  return name
}

/**
 * Sends a statement of a transaction behind those that are not answered yet, in one packet with what is sent before anybody waits. Outside
 * of one, what stands in a packet would be done or undone together.
 */
export async function send(client: Client, text: string, values: readonly unknown[]): Promise<Answered> {
  try {
    return await (client as unknown as BatchingClient).ask(text, statementName(text), values)
  } catch (error) {
    // Where it was found lies in the reading of a packet: who sent it says more.
    Error.captureStackTrace(error as Error)
    throw error
  }
}

/** Sends a statement whose answer nobody waits for: PostgreSQL may begin with it while more is reckoned here. */
export function sendAhead(client: Client, text: string, values: readonly unknown[]): Promise<Answered> {
  const answer = send(client, text, values)
  ;(client as unknown as BatchingClient).goOn()
  return answer
}

/** Runs a statement of the hot path as it stands: prepared once a connection, without a query builder. */
export async function runNamed<Row>(client: Client, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await send(client, text, values)).rows as Row[]
}

/**
 * What a transaction has sent without waiting for the answer. PostgreSQL takes nothing more after the first that fails, so that one is
 * what the transaction fails with, whatever else was seen to fail behind it.
 */
export class Unanswered {
  #waiting: Promise<unknown>[] = []
  #failed: { readonly error: unknown } | null = null

  add(answer: Promise<unknown>): void {
    this.#waiting.push(
      answer.catch((error: unknown) => {
        this.#failed ??= { error }
      }),
    )
  }

  /** Waits for all answers; gives what failed first, once. */
  async failure(): Promise<{ readonly error: unknown } | null> {
    await Promise.all(this.#waiting)
    const failed = this.#failed
    this.#waiting = []
    this.#failed = null
    return failed
  }

  /** Waits for all answers, and fails with the first that failed. */
  async heard(): Promise<void> {
    const failed = await this.failure()
    if (failed) throw failed.error
  }
}

class BoundConnection implements DatabaseConnection {
  readonly #client: Client
  constructor(client: Client) {
    this.#client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await send(this.#client, query.sql, query.parameters)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount) }
  }
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streams are not opened inside a transaction')
  }
}

class BoundDriver implements Driver {
  readonly #connection: BoundConnection
  constructor(client: Client) {
    this.#connection = new BoundConnection(client)
  }
  async init() {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the dispatcher alone opens transactions')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** Kysely over an open transaction's client. */
export function bind(client: Client): Transaction<KernelTables> {
  return new Kysely<KernelTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new BoundDriver(client),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }) as unknown as Transaction<KernelTables>
}

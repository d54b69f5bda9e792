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

/** Runs a statement of the hot path as it stands: prepared once a connection, without a query builder. */
export async function runNamed<Row>(client: Client, text: string, values: readonly unknown[]): Promise<Row[]> {
  const name = statementName(text)
  const result = await client.query({ text, values: values as unknown[], ...(name ? { name } : {}) })
  return result.rows as Row[]
}

class BoundConnection implements DatabaseConnection {
  readonly #client: Client
  constructor(client: Client) {
    this.#client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = statementName(query.sql)
    const result = await this.#client.query({
      text: query.sql,
      values: query.parameters as unknown[],
      ...(name ? { name } : {}),
    })
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
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

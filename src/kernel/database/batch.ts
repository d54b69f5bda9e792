/**
 * Statements that are sent before anybody waits leave in one packet and are answered in one: on small machines the packets and the waking
 * cost more than the statements. Each statement is prepared once a connection, and what its rows look like is asked for once.
 */
import pg from 'pg'
import { Packet, type Wired } from './packet.ts'

export interface Answered {
  readonly rows: unknown[]
  readonly rowCount: number
  /** `INSERT`, `COMMIT`, `ROLLBACK` … */
  readonly command: string
}

type Parse = (text: string) => unknown

/** A statement as a connection has it. */
interface Prepared {
  readonly name: string
  columns: readonly { readonly name: string; readonly parse: Parse }[]
}

interface Waiting {
  readonly prepared: Prepared
  readonly rows: unknown[]
  fault: Error | null
  resolve(answer: Answered): void
  reject(error: Error): void
}

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

/**
 * So many statements leave without waiting for more, where nobody waits for them: PostgreSQL works on them while whoever sent them goes on
 * reckoning.
 */
const fullPacket = 3

/** pg leaves it out of its types: a value as PostgreSQL reads it. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): Wired } }).utils

/** One packet. pg hands it the answers in the order of its statements. */
class Batch extends pg.Query {
  readonly #client: BatchingClient
  readonly #packet = new Packet()
  readonly #statements: Waiting[] = []
  #answered = 0

  constructor(client: BatchingClient) {
    super('')
    this.#client = client
  }

  get size(): number {
    return this.#statements.length
  }

  add(text: string, name: string | undefined, values: readonly unknown[]): Promise<Answered> {
    const wired = values.map(value => prepareValue(value))
    const prepared = this.#client.prepare(this.#packet, text, name ?? '')
    this.#packet.execute(prepared.name, wired)
    return new Promise((resolve, reject) => {
      this.#statements.push({ prepared, rows: [], fault: null, resolve, reject })
    })
  }

  override submit = (connection: { readonly stream: { write(bytes: Uint8Array): unknown } }): null => {
    connection.stream.write(this.#packet.synced())
    return null
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#statements[this.#answered]!.prepared.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: this.#client.getTypeParser(dataTypeID, 'text') as Parse,
    }))
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const statement = this.#statements[this.#answered]!
    const row: Record<string, unknown> = {}
    try {
      for (const [index, { name, parse }] of statement.prepared.columns.entries()) {
        const text = fields[index]!
        row[name] = text === null ? null : parse(text)
      }
      statement.rows.push(row)
    } catch (error) {
      statement.fault ??= error as Error
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { rows, fault, resolve, reject } = this.#statements[this.#answered++]!
    if (fault) return reject(fault)
    const [command = '', ...numbers] = text.split(' ')
    resolve({ rows, rowCount: Number(numbers.at(-1) ?? 0) || 0, command })
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  /** What stands behind the statement that fails is not run, and fails with what that one failed with. */
  handleError(error: Error): void {
    for (const { prepared, reject } of this.#statements.slice(this.#answered)) {
      this.#client.doubt(prepared)
      reject(error)
    }
  }

  handleReadyForQuery(): void {}
}

export class BatchingClient extends pg.Client {
  readonly #prepared = new Map<string, Prepared>()
  /** Statements of which it is not known whether PostgreSQL has them: they were in a packet that failed. */
  readonly #doubted = new Set<string>()
  #batch: Batch | null = null

  /** Sends a statement behind all that was sent before it; one with a name is prepared once. */
  ask(text: string, name: string | undefined, values: readonly unknown[]): Promise<Answered> {
    if (!this.#batch) {
      this.#batch = new Batch(this)
      process.nextTick(() => this.#leave())
    }
    return this.#batch.add(text, name, values)
  }

  /** What has been sent leaves now, if it is worth a packet of its own. */
  goOn(): void {
    if (this.#batch && this.#batch.size >= fullPacket) this.#leave()
  }

  #leave(): void {
    const batch = this.#batch
    this.#batch = null
    if (batch) super.query(batch as never)
  }

  /** What is sent by pg's own ways keeps its place behind what waits. */
  override query = ((...given: Parameters<pg.Client['query']>) => {
    this.#leave()
    return super.query(...given)
  }) as pg.Client['query']

  prepare(packet: Packet, text: string, name: string): Prepared {
    const known = this.#prepared.get(name)
    if (known) return known
    if (this.#doubted.delete(name)) packet.close(name)
    packet.parse(name, text)
    const prepared: Prepared = { name, columns: [] }
    if (name !== '') this.#prepared.set(name, prepared)
    return prepared
  }

  doubt({ name }: Prepared): void {
    if (this.#prepared.delete(name)) this.#doubted.add(name)
  }
}

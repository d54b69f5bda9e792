import type { Office } from '../implement.ts'
import { idPattern } from '../ids.ts'
import { bind, runNamed, send, Unanswered } from './bound.ts'
import type { Client, Pool } from './pool.ts'
import type { Tx } from '../authority.ts'

/** A transaction whose opening is on its way: what is sent now arrives behind it, in the same packet. */
export interface Opening {
  readonly client: Client
  readonly tx: Tx
}

export interface Opened extends Opening {
  /** What was sent and not waited for. */
  readonly unanswered: Unanswered
  /** The one instant of this dispatch. */
  readonly at: Temporal.Instant
  /** Null where there is no such organisation. */
  readonly office: Office | null
}

export interface OpenOptions {
  readonly readOnly?: boolean
  readonly lockTimeoutMs?: number
  /** Replaces the database's clock in tests. */
  readonly clock?: (() => Temporal.Instant) | undefined
}

/** What is asked sees one moment in all its statements; what acts sees, after it has its locks, what others have done. */
const isolation = (readOnly: boolean): string => (readOnly ? 'repeatable read read only' : 'read committed')

const begin = {
  act: `begin isolation level ${isolation(false)}`,
  ask: `begin isolation level ${isolation(true)}`,
}
const settings = `
  select clock.at, set_config('kontor.at', clock.at::text, true), set_config('kontor.organisation_id', $1, true), set_config('lock_timeout', $2, true)
  from clock_timestamp() as clock (at)`
// The office is seen by whoever has said which organisation this is.
const office = `
  select organisation_id as id, name, country, currency, zone, language from kernel.organisation where organisation_id = $1`

async function open(on: Opening, organisationId: string, options: OpenOptions): Promise<Opened> {
  if (!idPattern.test(organisationId)) throw new RangeError('not an organisation id')
  const { client } = on
  const [, [clock], [found]] = await Promise.all([
    send(client, options.readOnly ? begin.ask : begin.act, []),
    runNamed<{ at: Temporal.Instant }>(client, settings, [organisationId, String(options.lockTimeoutMs ?? 5_000)]),
    runNamed<Office>(client, office, [organisationId]),
  ])
  return { ...on, unanswered: new Unanswered(), at: options.clock?.() ?? clock!.at, office: found ?? null }
}

/**
 * Runs `work` in one transaction of one organisation: committed when it resolves true as `keep`, else rolled back. A value that is
 * still to come is what the last statement answers: the commit is sent behind it. `beside` is sent behind the opening without waiting for
 * it: what needs neither the office nor the instant (SQL finds that as `kontor.at`).
 * The client goes back to the pool clean, or is destroyed when that cannot be known.
 */
export async function inTransaction<T, Beside = undefined>(
  pool: Pool,
  organisationId: string,
  options: OpenOptions & { readonly beside?: (opening: Opening) => Promise<Beside> },
  work: (opened: Opened, beside: Beside) => Promise<{ keep: boolean; value: T | (() => Promise<T>) }>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // a connection that is lost between two statements says so by an event; nobody listening would end the process
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  let opened: Opened | undefined
  try {
    const opening = { client, tx: bind(client) }
    const [begun, beside] = await Promise.allSettled([
      open(opening, organisationId, options),
      options.beside?.(opening) as Promise<Beside>,
    ])
    if (begun.status === 'rejected') throw begun.reason
    opened = begun.value
    if (beside.status === 'rejected') throw beside.reason
    const { keep, value } = await work(opened, beside.value)
    const last = typeof value === 'function' ? (value as () => Promise<T>)() : value
    const ended = send(client, keep ? 'commit' : 'rollback', [])
    // Whoever fails first is heard first, and nobody is left to fail unheard.
    const [said] = await Promise.allSettled([last, ended])
    await opened.unanswered.heard()
    if (said.status === 'rejected') throw said.reason
    const { command } = await ended
    if (keep && command !== 'COMMIT') throw new Error('a transaction that had failed was committed')
    return said.value
  } catch (error) {
    const first = await opened?.unanswered.failure()
    try {
      await client.query('rollback')
    } catch (rollbackError) {
      broken = rollbackError as Error
    }
    throw first ? first.error : error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** A read-only transaction of one organisation. */
export function inReadOnly<T, Beside = undefined>(
  pool: Pool,
  organisationId: string,
  clock: (() => Temporal.Instant) | undefined,
  work: (opened: Opened, beside: Beside) => Promise<T>,
  beside?: (opening: Opening) => Promise<Beside>,
): Promise<T> {
  const options = { readOnly: true, clock, ...(beside ? { beside } : {}) }
  return inTransaction<T, Beside>(pool, organisationId, options, async (opened, came) => ({
    keep: false,
    value: await work(opened, came),
  }))
}

import type { AuthorityPort } from './authority.ts'
import type { Pool } from './database/pool.ts'
import { type Answer, askQuery, asViewer, type QueryRequest } from './dispatch/ask-query.ts'
import { dispatch } from './dispatch/dispatch.ts'
import type { Outcome, Request } from './dispatch/outcome.ts'
import type { JobSink, Parts } from './dispatch/parts.ts'
import type { FileStore } from './files/store.ts'
import type { TellServer } from './server-facts.ts'
import type { View } from './implement.ts'
import type { Registry } from './registry.ts'

export type Log = Parts['log']

/** What the surfaces, workers and doors hold: the one way in. */
export interface Kernel {
  readonly registry: Registry
  readonly pool: Pool
  readonly files: FileStore
  readonly secret: Uint8Array
  readonly clock: (() => Temporal.Instant) | undefined
  readonly log: Log
  dispatch(request: Request): Promise<Outcome>
  ask(request: QueryRequest): Promise<Answer>
  /** Runs code that stands outside the registry as somebody's view (streams of files, the live line). */
  viewing<T>(request: Omit<QueryRequest, 'query' | 'input'>, work: (view: View) => Promise<T>): Promise<T>
  /** Called after each commit; listeners re-read the journal by number. */
  onCommitted(listener: (organisationId: string) => void): () => void
  committed(organisationId: string): void
}

export interface KernelOptions {
  readonly registry: Registry
  readonly pool: Pool
  readonly authority: AuthorityPort
  readonly jobs: JobSink
  readonly files: FileStore
  readonly secret: Uint8Array
  readonly clock?: (() => Temporal.Instant) | undefined
  readonly log: Log
  /** What an office may know of this machine; absent where nothing serves it. */
  readonly server?: TellServer | undefined
}

export function createKernel(options: KernelOptions): Kernel {
  const listeners = new Set<(organisationId: string) => void>()
  const committed = (organisationId: string) => {
    for (const listener of listeners) listener(organisationId)
  }
  const parts: Parts = { ...options, committed }
  return {
    registry: options.registry,
    pool: options.pool,
    files: options.files,
    secret: options.secret,
    clock: options.clock,
    log: options.log,
    dispatch: request => dispatch(parts, request),
    ask: request => askQuery(parts, request),
    viewing: (request, work) => asViewer(parts, request, work),
    onCommitted: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    committed,
  }
}

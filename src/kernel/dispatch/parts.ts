import type { AuthorityPort, Principal } from '../authority.ts'
import type { Client, Pool } from '../database/pool.ts'
import type { Opened } from '../database/transaction.ts'
import type { Act, Happened, Office, RecordRow } from '../implement.ts'
import type { Registry } from '../registry.ts'
import type { TellServer } from '../server-facts.ts'
import type { Outcome } from './outcome.ts'

export interface JobToInsert {
  readonly name: string
  readonly payload: unknown
  readonly principalId: string
  readonly mandateId: string | null
  readonly startAfter?: Temporal.Instant
  readonly singletonKey?: string
}

/** Where jobs go: inserted through the act's own transaction, and their workers woken after it has committed. */
export interface JobSink {
  insert(client: Client, organisationId: string, jobs: readonly JobToInsert[]): Promise<void>
  wake(names: readonly string[]): void
}

/** What the dispatcher stands on; `createKernel` gathers it. */
export interface Parts {
  readonly registry: Registry
  readonly pool: Pool
  readonly authority: AuthorityPort
  readonly jobs: JobSink
  /** Keys the digests that idempotency and approvals compare. */
  readonly secret: Uint8Array
  /** Hears of each committed act, to tell those who look at it now. */
  readonly committed: (organisationId: string) => void
  readonly clock?: (() => Temporal.Instant) | undefined
  readonly server?: TellServer | undefined
  readonly log: (level: 'info' | 'warn' | 'error', message: string, data: Record<string, unknown>) => void
}

/** The records that one line touches, each with the version that the line gave it; null where it changed none. */
export class TouchedRecords {
  readonly #versions = new Map<string, number | null>()

  touch(...ids: readonly string[]): void {
    for (const id of ids) if (!this.#versions.has(id)) this.#versions.set(id, null)
  }

  raise(id: string, version: number): void {
    this.#versions.set(id, version)
  }

  raised(id: string, to: number): boolean {
    return this.#versions.get(id) === to
  }

  /** Those of which no version is known to have been given. */
  untold(): string[] {
    return [...this.#versions].filter(([, version]) => version === null).map(([id]) => id)
  }

  /** `id` or `id:version`, in order: as the journal chains them. */
  written(): string[] {
    return [...this.#versions].map(([id, version]) => (version === null ? id : `${id}:${version}`)).sort()
  }
}

/** One line of the journal to come. */
export interface Line {
  readonly command: string
  readonly principal: Principal
  /** Index of the line that caused it, or null. */
  readonly cause: number | null
  readonly records: TouchedRecords
  body: unknown
}

/** What one transaction gathers while the acts in it are walked. */
export interface Walk {
  readonly parts: Parts
  readonly opened: Opened
  readonly office: Office
  readonly requestId: string
  readonly surface: string
  readonly locked: Map<string, RecordRow>
  readonly lines: Line[]
  readonly jobs: JobToInsert[]
  readonly happened: Happened[]
  /** Stands here, not as an import, since it walks a step itself. */
  readonly redispatch: (walk: Walk, frozen: Parameters<Act['redispatch']>[0], causeLine: number) => Promise<Outcome>
  readonly actAs: (
    walk: Walk,
    principalId: string,
    command: string,
    wire: unknown,
    causeLine: number,
  ) => Promise<Outcome>
}

/**
 * The authority port. The kernel asks it who is acting and whether an act is allowed; the module `authority` answers.
 */
import type { Transaction } from 'kysely'
import type { Command } from './declare.ts'
import type { Money } from './money.ts'
import type { KernelTables } from './database/tables.ts'

/** Up to which amount a permission reaches; `null` is without limit. */
export type Limit = Money | null

export interface Principal {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'assistant' | 'system'
  /** Highest class it may see: 0 open to 3 secret. */
  readonly clearance: number
  /** Its own id and its roles' ids: what an audience list may name. */
  readonly audiences: readonly string[]
  /** Permission to limit; `*` is every permission. */
  readonly permissions: ReadonlyMap<string, Limit>
  readonly language: string
  readonly onBehalfOf: {
    readonly id: string
    readonly name: string
    readonly mandateId: string
    readonly until: Temporal.Instant
  } | null
}

/** What authority weighs of an act: known only after loading. */
export interface Weight {
  readonly amount?: Money
  readonly class?: number
  /** More than one pair of eyes is asked for, whatever the amount. */
  readonly fourEyes?: boolean
}

export type Decision =
  | { readonly verdict: 'allow' }
  | { readonly verdict: 'deny'; readonly because: string }
  | { readonly verdict: 'ask'; readonly because: string }

export interface FrozenAct {
  readonly id: string
  readonly command: string
  /** What an approver must hold. */
  readonly permission: string
  readonly inputWire: unknown
  readonly inputDigest: Buffer
  /** Digest of what the approver is shown; when it differs at approval, `basis-changed`. */
  readonly basisDigest: Buffer
  readonly basisWire: unknown
  readonly title: string
  readonly because: string
  readonly askedBy: Principal
  readonly askedAt: Temporal.Instant
  readonly amount: Money | null
}

export type Tx = Transaction<KernelTables>

export interface AuthorityPort {
  /**
   * The principal with its permissions at this instant (null: that of the transaction, whose opening is still on its way), or null when it
   * is not (or no longer) one here.
   */
  principal(tx: Tx, id: string, mandateId: string | null, at: Temporal.Instant | null): Promise<Principal | null>
  decide(tx: Tx, principal: Principal, command: Command, weight: Weight): Promise<Decision>
  /** Keeps the act as an open approval, or finds the one already open for it; gives the approval's id. */
  freeze(tx: Tx, act: FrozenAct): Promise<string>
}

/** How far a permission reaches for a principal: undefined is not at all, null without limit. */
export function limitOf(principal: Principal, permission: string): Limit | undefined {
  const { permissions } = principal
  for (const key of [permission, `${permission.slice(0, permission.indexOf('.'))}.*`, '*']) {
    const limit = permissions.get(key)
    if (limit !== undefined) return limit
  }
  return undefined
}

/** Of the kernel itself: an act was kept as a new approval. Authority answers with whom it waits for. */
export const approvalAskedEvent = 'kernel.approval-asked'

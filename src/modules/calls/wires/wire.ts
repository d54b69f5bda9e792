/**
 * A wire is how a telephone system tells Kontor of calls, and for some also how it is told to place them. Whatever its dialect, it tells
 * in the one shape of `hear-call`: that a call rings, was answered, or has ended. Told twice, or late, nothing becomes otherwise.
 */
import type { z } from '../../../kernel/schema.ts'
import type { hearCall } from '../contract/call-commands.ts'

export type Told = Omit<z.input<typeof hearCall.input>, 'wireId'>

/** A wire as it is kept, for whoever speaks with it. */
export interface WireFacts {
  readonly id: string
  readonly organisationId: string
  readonly kind: WireKind
  readonly title: string
  readonly host: string | null
  readonly port: number | null
  readonly username: string | null
  readonly secretId: string | null
  readonly publicKey: string | null
  /** The number that calls come from which it places. */
  readonly number: string | null
  /** Where a telephone system looks for what is dialled. */
  readonly context: string | null
}

export const wireKinds = ['webhook', 'fritzbox', 'asterisk', 'twilio', 'telnyx'] as const
export type WireKind = (typeof wireKinds)[number]

/** Those that Kontor keeps a line to; the others call an address of Kontor’s. */
export const keptLines = ['fritzbox', 'asterisk'] as const
export type KeptLine = (typeof keptLines)[number]
export const isKeptLine = (kind: string): kind is KeptLine => (keptLines as readonly string[]).includes(kind)

/** Those that place calls, and pass them on. */
export const ableWires = ['asterisk', 'twilio', 'telnyx'] as const

/** `unreachable`: nobody answers there; `not-a-telephone-system`: something else does; `broken`: the line was lost. */
export const wireProblems = [
  'unreachable',
  'host-unknown',
  'not-a-telephone-system',
  'sign-in-refused',
  'broken',
] as const
export type WireProblem = (typeof wireProblems)[number]

/** Thrown for what a person can do something about. */
export class WireFailure extends Error {
  readonly problem: WireProblem
  constructor(problem: WireProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/** Where a line is kept, and with what one signs in there. */
export interface LineServer {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly secret: string
}

/** A line that is open. */
export interface OpenLine {
  /** Resolves or rejects when it is over; a line never ends by itself otherwise. */
  readonly over: Promise<void>
  close(): void
}

/** Told in the order in which it was heard. */
export type Tell = (told: Told) => void

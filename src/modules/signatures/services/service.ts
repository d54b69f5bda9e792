/** What a service for e-signatures can do, whichever it is: one small adapter for each. */
import type { ServiceName } from '../contract.ts'

/** How the service is reached, with its secrets open. */
export interface Reached {
  readonly wire: ServiceName
  readonly address: string
  readonly secrets: Readonly<Record<string, string>>
}

export interface Outgoing {
  readonly title: string
  readonly note: string
  readonly language: string
  /** After so many days the service closes it. */
  readonly days: number
  /** Where it tells that something changed; null where this Kontor is not reached from outside. */
  readonly callback: string | null
  readonly signers: readonly {
    readonly name: string
    readonly email: string
    /** With it a code by text message is asked for. */
    readonly phone: string | null
    readonly order: number
  }[]
}

export interface Party {
  readonly email: string
  readonly signedAt: string | null
  readonly seenAt: string | null
  readonly declined: boolean
  readonly reason: string | null
}

export interface Standing {
  /** `drafted`: it lies there and nobody was asked. */
  readonly state: 'drafted' | 'pending' | 'signed' | 'declined' | 'expired' | 'cancelled' | 'failed'
  readonly parties: readonly Party[]
}

/** `refused`: it will never do that · `sign-in`: the secrets are not taken · `away`: nobody knows, or later. */
export class ServiceFault extends Error {
  readonly kind: 'refused' | 'sign-in' | 'away'
  constructor(kind: ServiceFault['kind'], said: string) {
    super(said)
    this.kind = kind
  }
}

/** Each rejects with `ServiceFault`. Nobody is asked before `start`, which starts one document once. */
export interface SignatureService {
  readonly secrets: readonly string[]
  check(to: Reached): Promise<void>
  /** A draft with the file in it; gives what the service calls it. */
  create(to: Reached, file: { readonly name: string; readonly pdf: Uint8Array }): Promise<string>
  /** Who signs, how and by when; the same as often as it is said. */
  prepare(to: Reached, id: string, outgoing: Outgoing): Promise<void>
  start(to: Reached, id: string): Promise<void>
  status(to: Reached, id: string): Promise<Standing>
  withdraw(to: Reached, id: string): Promise<void>
  remind(to: Reached, id: string): Promise<void>
  /** The signed file; null while the service still seals it. */
  fetch(to: Reached, id: string): Promise<Buffer | null>
  /** Which document a webhook speaks of; nothing else of it is believed. */
  heard(body: Buffer): string | null
}

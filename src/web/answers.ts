/** What the HTTP border answers: the shapes that every page and part of the kit reads. */
import type { Command, Query } from '../kernel/declare.ts'

/** An amount on the wire: a decimal string and an ISO 4217 code. */
export interface WireMoney {
  readonly amount: string
  readonly currency: string
}

export interface Session {
  readonly account: { readonly id: string; readonly email: string; readonly name: string }
  readonly principal: { readonly id: string; readonly name: string }
  readonly organisation: OrganisationInSession
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly acting: Acting | null
  readonly permissions: readonly string[]
  readonly language: string
  readonly csrf?: string
}

/** Whom one acts for, how far and until when. */
export interface Acting {
  readonly mandateId: string
  readonly name: string
  readonly until?: string | null
  readonly summary?: string | null
}

export interface OrganisationInSession {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly zone: string
  readonly language: string
}

/** Refusals come already worded in the person's language. */
export interface Refusal {
  readonly name: string
  readonly data?: unknown
  readonly message: string
  readonly todo?: string
  /** The input's property that is meant, dotted for nested ones. */
  readonly field?: string
}

/** A command with its input: what `undo` and `can` give. */
export interface Call {
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
}

export interface Done<Out = unknown> {
  readonly status: 'done'
  readonly output: Out
  readonly undo: Call | null
  readonly events?: readonly { readonly name: string; readonly payload?: unknown }[]
  readonly journal?: unknown
}

export type CommandAnswer<Out = unknown> =
  | Done<Out>
  | { readonly status: 'asked'; readonly approval: { readonly id: string } }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'offline' }

/** Something the record's page offers, or shows dashed with its reason. */
export interface Can extends Call {
  readonly primary?: boolean | undefined
  readonly refusedBecause?: RefusedBecause | undefined
}

/** Why a command is not possible now; worded by the server, or here from the catalogues. */
export interface RefusedBecause {
  readonly name: string
  readonly message?: string | undefined
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

export interface RecordHead {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** 0 open, 1 internal, 2 confidential, 3 secret. */
  readonly class: number
  readonly version: number
  readonly state?: string | null
}

export interface Slice<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next: string | null
}

/** The part of JSON Schema (2020-12) that commands use, with the form's own words in `meta`. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly control?: Control
  /** Kind of record that may be picked. */
  readonly kind?: string
  /** A query that lists what may be chosen. */
  readonly optionsFrom?: string
  readonly hidden?: boolean
  readonly folded?: boolean
  /** Words that leave the house: what they are looked through as before that. */
  readonly proof?: 'mail' | 'letter' | 'announcement' | 'invitation' | 'advice' | 'memo'
}

export type Control =
  | 'text'
  | 'longtext'
  | 'choice'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'money'
  | 'duration'
  | 'record'
  | 'person'
  | 'document'
  | 'file'
  | 'language'
  | 'country'
  | 'class'

export interface RegisteredCommand {
  readonly name: string
  readonly module: string
  /** Absent where the registry already leaves out what is not permitted. */
  readonly permission?: string
  /** Its words in the person's language. */
  readonly title?: string
  readonly inputSchema: JsonSchema
  readonly kinds: readonly string[]
  /** The input's property that names the record it acts on. */
  readonly subject?: string | null
  /** False: it cannot be taken back. */
  readonly undoable?: boolean
  readonly icon?: string
  readonly key?: string
}

export interface RegisteredQuery {
  readonly name: string
  readonly kinds?: readonly string[]
}

export interface RegisteredKind {
  readonly kind: string
  readonly listQuery?: string | null
  readonly detailQuery?: string | null
  readonly icon?: string
  /** Path of its page, `:id` for the record. */
  readonly path?: string
}

export interface Registry {
  readonly commands: readonly RegisteredCommand[]
  readonly queries: readonly RegisteredQuery[]
  readonly kinds: readonly RegisteredKind[]
}

type Any = any
/** The JSON a declared command or query takes and gives: `InputOf<typeof createTask>`. */
export type InputOf<D> =
  D extends Command<Any, infer Wire, Any, Any> ? Wire : D extends Query<Any, infer Wire, Any, Any> ? Wire : Any
export type OutputOf<D> =
  D extends Command<Any, Any, Any, infer Wire> ? Wire : D extends Query<Any, Any, Any, infer Wire> ? Wire : Any

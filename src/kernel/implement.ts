/** How a module gives bodies to what its contract declares. */
import type { CompiledQuery, Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { Principal, Weight } from './authority.ts'
import type { KernelTables, RecordTable } from './database/tables.ts'
import type { ActName, Command, Contract, EventDeclaration, JobDeclaration, Query } from './declare.ts'
import type { FileStore } from './files/store.ts'
import type { Catalogues } from './language/catalogue.ts'
import type { Outcome } from './dispatch/outcome.ts'
import type { ServerFacts } from './server-facts.ts'
import type { RefusalData, RefusalDeclaration } from './refusal.ts'
import type { SearchText } from './search/entry.ts'

// biome-ignore lint/suspicious/noExplicitAny: the widest command, as registries hold them
type Any = any

/** The organisation an act happens in. */
export interface Office {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly zone: string
  readonly language: string
}

export type RecordRow = Readonly<Pick<RecordTable, 'id' | 'kind' | 'title' | 'class' | 'audience' | 'merged_into'>> & {
  readonly version: number
}

/** A record to lock before anything is read; all of an act are locked at once, in one order. */
export interface Lock {
  /** The kind it must be, or any of several. */
  readonly kind: string | readonly string[]
  readonly id: string
  /** Refuses `version-changed` with the difference when the record has moved on. */
  readonly expectedVersion?: number | undefined
}

/** What both acts and views know. */
export interface Standing {
  readonly office: Office
  readonly principal: Principal
  /** The one instant of this dispatch, from the database's clock. */
  readonly at: Temporal.Instant
  /** The office's day at that instant. */
  readonly today: Temporal.PlainDate
  refuse(refusal: RefusalDeclaration, data?: RefusalData): never
}

export interface NewRecord {
  readonly id?: string
  readonly kind: string
  readonly title: string
  readonly class?: number
  readonly audience?: readonly string[] | null
  /** What it was made from: it is as confidential as that at least, now and whenever that is raised later. */
  readonly source?: string | readonly string[]
  readonly search?: SearchText
}

export interface RecordChange {
  readonly title?: string
  readonly class?: number
  readonly audience?: readonly string[] | null
  /** Said of class and audience: whether it goes on following what it was made from, or stands by itself. */
  readonly follows?: boolean
  readonly search?: SearchText
}

export interface Act extends Standing {
  readonly requestId: string
  /** The transaction, typed by the module's own tables. */
  db<T>(): Transaction<T & KernelTables>
  /**
   * Sends a statement without waiting for its answer, which nobody needs. It is done before whatever is asked next, and where it fails the
   * act fails with it, as if it had been waited for.
   */
  write(statement: { compile(db: Transaction<KernelTables>): CompiledQuery }): void
  newId(): string
  /** The locked record of that id: it exists, the principal may see it, and nobody else changes it now. */
  locked(id: string): RecordRow
  /** Locks records that are known only while it runs, as `locks` would have: beneath what is locked by then. */
  lockAlso(locks: readonly Lock[]): Promise<void>
  createRecord(record: NewRecord): Promise<string>
  /** Raises the version by one and changes what is given; gives the new version. */
  changeRecord(id: string, change?: RecordChange): Promise<number>
  mergeRecord(id: string, into: string): Promise<void>
  link(from: string, to: string, relation: string): Promise<void>
  unlink(from: string, to: string, relation: string): Promise<void>
  /** Next number of a gapless series of this organisation. */
  nextNumber(series: string): Promise<bigint>
  emit<P>(event: EventDeclaration<P>, payload: P, records?: readonly string[]): void
  enqueue<P>(job: JobDeclaration<P>, payload: P, options?: EnqueueOptions): void
  /** Puts a dead letter back into its queue; everything else goes through `enqueue`. */
  revive(queue: string, payload: unknown): void
  /** Dispatches an approved act anew inside this transaction, as its asker; its refusal undoes only itself. */
  redispatch(frozen: {
    command: string
    inputWire: unknown
    askerId: string
    mandateId: string | null
    basisDigest: Buffer
    approvalId: string
  }): Promise<Outcome>
  /**
   * Dispatches a command within this act as another principal, with its permissions, limits and sight of this moment; its
   * refusal undoes only itself. For what somebody has laid down to be done in his name; what he would have to ask for is refused.
   */
  actAs<In, Wire, Out, OutWire>(
    principalId: string,
    command: Command<In, Wire, Out, OutWire>,
    wire: Wire,
  ): Promise<Outcome<OutWire>>
}

export interface EnqueueOptions {
  readonly startAfter?: Temporal.Instant
  /** Only one job of this key waits at a time. */
  readonly singletonKey?: string
}

export interface Result<Out> {
  readonly output: Out
  readonly undo?: Undo
}

/** The inverse act, as `run` returns it; its input is in the wire's form. */
export interface Undo {
  readonly command: ActName
  readonly input: unknown
}

/** What is known of an office before its transaction has answered. */
export interface Ahead {
  readonly office: Pick<Office, 'id'>
  db<T>(): Transaction<T & KernelTables>
}

export interface CommandBody<In = Any, Out = Any, Loaded = Any, Seen = Any> {
  readonly command: Command<In, Any, Out, Any>
  locks?(input: In): readonly Lock[]
  /**
   * What every such act asks the database for, whoever does it: sent together with the locks, behind them, before it is known who asks.
   * `run` gets it. It refuses nothing, and shows nothing to whoever may not do the act.
   */
  ahead?(ahead: Ahead, input: In): Promise<Seen>
  load?(act: Act, input: In): Promise<Loaded>
  weigh?(input: In, loaded: Loaded, act: Standing): Weight
  /** What an approver is shown and consents to; defaults to the input. */
  basis?(input: In, loaded: Loaded): { title: string; shown: unknown }
  run(act: Act, input: In, loaded: Loaded, ahead: Seen): Promise<Result<Out>>
  /** What a broken constraint of the database means here, by the constraint's name. */
  readonly constraints?: Readonly<Record<string, RefusalDeclaration>>
}

export function implementCommand<In, Wire, Out, OutWire, Loaded = undefined, Seen = undefined>(
  command: Command<In, Wire, Out, OutWire>,
  body: Omit<CommandBody<In, Out, Loaded, Seen>, 'command'>,
): CommandBody {
  return { command, ...body }
}

export interface View extends Standing {
  /** What the office may know of the machine that serves it; null where nothing does. */
  server(): Promise<ServerFacts | null>
  /**
   * Says that this record is opened, so that a confidential one stands in the read log before the answer is given. An answer
   * with the record's head (`record: {id, class, …}`) is noted without it.
   */
  noteRead(record: { readonly id: string; readonly class: number }): void
  db<T>(): Kysely<T & KernelTables>
}

export interface QueryBody<In = Any, Out = Any> {
  readonly query: Query<In, Any, Out, Any>
  run(view: View, input: In): Promise<Out>
}

export function implementQuery<In, Wire, Out, OutWire>(
  query: Query<In, Wire, Out, OutWire>,
  run: (view: View, input: In) => Promise<Out>,
): QueryBody {
  return { query, run }
}

/** An emitted event as reactions and consumers see it. */
export interface Happened<P = Any> {
  readonly name: ActName
  readonly payload: P
  readonly records: readonly string[]
  readonly command: ActName
}

/** Inside the transaction: an event makes a command of this module run as its consequence. */
export interface Reaction {
  /** `*` receives every event (work does, through the generic envelope). */
  readonly on: ActName | '*'
  readonly command: Command
  /** The command's input on the wire, or nothing when this event does not concern it; may give several. */
  inputs(happened: Happened): readonly unknown[]
}

/** What a running job may do: dispatch commands, read, store files, tell how far it has come. */
export interface JobRun {
  readonly organisationId: string
  readonly jobId: string
  /** Who caused the job; its authority is checked again for every act. */
  readonly principalId: string
  readonly attempt: number
  /** Aborts when somebody cancels or the process stops. */
  readonly signal: AbortSignal
  readonly files: FileStore
  /** Runs a command under a key derived from the job, so that a killed job may run again. */
  dispatch<In, Wire, Out, OutWire>(
    command: Command<In, Wire, Out, OutWire>,
    input: Wire,
    step: string,
  ): Promise<Outcome<Out>>
  query<In, Wire, Out, OutWire>(query: Query<In, Wire, Out, OutWire>, input: Wire): Promise<Out>
  progress(done: number, total?: number, note?: string): Promise<void>
}

export interface JobBody<P = Any> {
  readonly job: JobDeclaration<P>
  /** Cron in the zone given, once for every organisation; `atStart`: also when a process that works on jobs starts. */
  readonly schedule?: { readonly cron: string; readonly zone: 'organisation'; readonly atStart?: true }
  readonly retryLimit?: number
  /** After this long without a sign of life another worker takes it. */
  readonly expireSeconds?: number
  /** How many at once in one process. */
  readonly concurrency?: number
  run(run: JobRun, payload: P): Promise<void>
}

export function implementJob<P>(job: JobDeclaration<P>, body: Omit<JobBody<P>, 'job'>): JobBody {
  return { job, ...body }
}

export interface Module {
  readonly contract: Contract
  readonly commands: readonly CommandBody[]
  readonly queries: readonly QueryBody[]
  readonly jobs: readonly JobBody[]
  readonly reactions: readonly Reaction[]
  readonly catalogues: Catalogues
}

/** Gathers a module; its `index.ts` is imported by `src/app` alone. */
export function defineModule(module: Partial<Module> & Pick<Module, 'contract' | 'catalogues'>): Module {
  return { commands: [], queries: [], jobs: [], reactions: [], ...module }
}

/** A command's or query's input in the domain's types. */
export type InputOf<C> = C extends { readonly input: z.ZodType<infer In> } ? In : never

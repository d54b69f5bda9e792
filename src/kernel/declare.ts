/**
 * What a module's contract declares: commands, queries, events, jobs, kinds. Declarations hold no implementation, so
 * that another module, a surface or the interface may import them; `implement.ts` gives them their bodies.
 */
import type { z } from 'zod'
import type { RefusalDeclaration } from './refusal.ts'

/** Verb-noun in the field's words: `work.complete-task`. */
export type ActName = `${string}.${string}`

// biome-ignore lint/suspicious/noExplicitAny: the widest command, as registries hold them
type Any = any

export interface EventDeclaration<Payload = Any> {
  readonly name: ActName
  readonly payload: z.ZodType<Payload>
}

export interface JobDeclaration<Payload = Any> {
  readonly name: ActName
  /** Ids only: job payloads stand outside row-level security. */
  readonly payload: z.ZodType<Payload>
  /** `system`: an inner step of what was allowed, done by Kontor itself; else whoever caused it, whose authority is asked again. */
  readonly as: 'causer' | 'system'
}

export interface Command<In = Any, Wire = Any, Out = Any, OutWire = Any> {
  readonly name: ActName
  /** One English sentence for OpenAPI and assistants; the interface takes its words from the catalogue. */
  readonly summary: string
  /** What a role must hold; the command's own name unless several share one. */
  readonly permission: string
  readonly input: z.ZodType<In, Wire>
  readonly output: z.ZodType<Out, OutWire>
  readonly emits: readonly EventDeclaration[]
  readonly refusals: readonly RefusalDeclaration[]
  readonly jobs: readonly JobDeclaration[]
  /** Kinds of record it acts on: where its button stands. */
  readonly kinds: readonly string[]
  /** Field of the input that names the record it acts on. */
  readonly subject: string | null
  /** `none`: only run as a consequence, never called from outside. */
  readonly door: 'all' | 'none'
  /** Offered to software assistants as a tool. */
  readonly tool: boolean
  /** False where `run` never gives an inverse; the interface then says that it cannot be undone. */
  readonly undoable: boolean
  /** A valid input, for tests, OpenAPI and MCP; `@name` strings stand for ids that a test fills in. */
  readonly example: Wire
}

/** Declares a command. Returns an interface, not an intersection: cheap for the type checker. */
export function command<I extends z.ZodType, O extends z.ZodType>(declaration: {
  name: ActName
  summary: string
  permission?: string
  input: I
  output: O
  emits?: readonly EventDeclaration[]
  refusals?: readonly RefusalDeclaration[]
  jobs?: readonly JobDeclaration[]
  kinds?: readonly string[]
  subject?: string
  door?: 'all' | 'none'
  tool?: boolean
  undoable?: boolean
  example: z.input<I>
}): Command<z.output<I>, z.input<I>, z.output<O>, z.input<O>> {
  return {
    permission: declaration.name,
    emits: [],
    refusals: [],
    jobs: [],
    kinds: [],
    door: 'all',
    tool: true,
    undoable: false,
    ...declaration,
    subject: declaration.subject ?? null,
  } as unknown as Command<z.output<I>, z.input<I>, z.output<O>, z.input<O>>
}

export interface Query<In = Any, Wire = Any, Out = Any, OutWire = Any> {
  readonly name: ActName
  readonly summary: string
  readonly permission: string
  readonly input: z.ZodType<In, Wire>
  readonly output: z.ZodType<Out, OutWire>
  /** Kinds of record whose change makes its answer stale. */
  readonly kinds: readonly string[]
  readonly tool: boolean
  readonly example: Wire
}

/** Declares a query; like a command it is reached by every surface, under one permission. */
export function query<I extends z.ZodType, O extends z.ZodType>(declaration: {
  name: ActName
  summary: string
  permission?: string
  input: I
  output: O
  kinds?: readonly string[]
  tool?: boolean
  example: z.input<I>
}): Query<z.output<I>, z.input<I>, z.output<O>, z.input<O>> {
  return { permission: declaration.name, kinds: [], tool: true, ...declaration } as unknown as Query<
    z.output<I>,
    z.input<I>,
    z.output<O>,
    z.input<O>
  >
}

/** Declares an event; names are in the past tense: `work.task-completed`. */
export function event<P extends z.ZodType>(name: ActName, payload: P): EventDeclaration<z.output<P>> {
  return { name, payload: payload as unknown as z.ZodType<z.output<P>> }
}

/** Declares a job: outside effects, long work, whatever may come after the act. */
export function job<P extends z.ZodType>(
  name: ActName,
  payload: P,
  as: JobDeclaration['as'] = 'causer',
): JobDeclaration<z.output<P>> {
  return { name, payload: payload as unknown as z.ZodType<z.output<P>>, as }
}

/** A kind of record: what the interface calls it, draws beside it, and asks to show it. */
export interface KindDeclaration {
  readonly kind: string
  readonly icon: string
  readonly detail: Query | null
  readonly list: Query | null
  /** Path of its page, `:id` for the record. */
  readonly path: string
}

export interface Contract {
  readonly name: string
  /** Modules whose contracts this one may import. */
  readonly depends: readonly string[]
  readonly commands: readonly Command[]
  readonly queries: readonly Query[]
  readonly events: readonly EventDeclaration[]
  readonly jobs: readonly JobDeclaration[]
  readonly kinds: readonly KindDeclaration[]
}

export function contract(declaration: Partial<Contract> & { name: string }): Contract {
  return { depends: [], commands: [], queries: [], events: [], jobs: [], kinds: [], ...declaration }
}

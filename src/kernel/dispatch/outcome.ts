import type { Proof } from '../platform/app-passwords.ts'
import type { Happened, Undo } from '../implement.ts'
import type { Refusal, RefusalData, RefusalDeclaration } from '../refusal.ts'

export interface RefusalAnswer {
  readonly name: string
  readonly status: RefusalDeclaration['status']
  readonly data: RefusalData
}

// biome-ignore lint/suspicious/noExplicitAny: the widest outcome
type Any = any

/** What a dispatch answers; `output` is in the wire's form. */
export type Outcome<Out = Any> =
  | {
      readonly status: 'done'
      readonly output: Out
      readonly undo: Undo | null
      readonly events: readonly Happened[]
      readonly jobs: readonly { readonly name: string; readonly payload: unknown }[]
      /** Number of its line in the journal; null after a dry run. */
      readonly journal: number | null
    }
  | { readonly status: 'asked'; readonly approval: { readonly id: string }; readonly because: string }
  | { readonly status: 'refused'; readonly refusal: RefusalAnswer }

export const refused = (refusal: Refusal): Outcome & { readonly status: 'refused' } => ({
  status: 'refused',
  refusal: { name: refusal.refusalName, status: refusal.status, data: refusal.data },
})

export interface Request {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId?: string | null
  readonly command: string
  /** Input on the wire. */
  readonly input: unknown
  readonly key?: string | undefined
  readonly dryRun?: boolean
  readonly requestId: string
  /** Asked within the transaction; what it throws, the act is refused with. */
  readonly proof?: Proof | null
  /** By which way it came: rest, mcp, cli, job, smtp … */
  readonly surface: string
}

import type { JsonSchema } from '../../answers.ts'
import type { Mark } from '../proof/findings.ts'

/** What every control of a form is given. */
export interface ControlProps {
  readonly label: string
  readonly schema: JsonSchema
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** What the server or the form found wrong. */
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  /** "optional", where it is. */
  readonly optional?: string | undefined
  readonly autoFocus?: boolean
  /** What is doubtful of its words. */
  readonly marks?: readonly Mark[] | undefined
  /** Words of a choice's value. */
  readonly words: (value: string) => string
  /** The text typed cannot be read as a value: the form is not sent until it can. */
  readonly onUnreadable?: (unreadable: boolean) => void
}

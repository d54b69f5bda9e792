import type { InputOf, OutputOf } from '../../../../web/answers.ts'
import type { confirm, getDocument, previewConfirm, stack } from '../../contract.ts'
import type { en } from '../../messages/en.ts'

export type DocumentKeys = keyof typeof en
export type DocumentDetail = OutputOf<typeof getDocument>
export type ReadField = DocumentDetail['fields'][number]
export type FieldName = ReadField['name']
export type StackRow = OutputOf<typeof stack>['rows'][number]
export type Consequence = OutputOf<typeof previewConfirm>
export type ConfirmInput = InputOf<typeof confirm>
export type TaskEdit = NonNullable<ConfirmInput['task']>

/** What a person has settled differently from what was read. */
export interface Edits {
  readonly kind?: DocumentDetail['row']['kind']
  /** One of the office's own kinds; null: none of them. */
  readonly ownKindId?: string | null
  readonly fields: Readonly<Partial<Record<FieldName, string | null>>>
  readonly task?: Partial<TaskEdit> | null
  /** A party of the directory; null: none of those there. */
  readonly senderId?: string | null
  /** Somebody who comes into the directory instead of the one that was recognised; false: nobody does. */
  readonly newSender?: false | { readonly name: string }
  readonly classCodeId?: string | null
  readonly confidentiality?: number
  /** The matter it is bound to when it is confirmed; null: none, whatever is proposed. */
  readonly matterId?: string | null
  /** An account that nobody knew is confirmed as it was read. */
  readonly acceptAccount?: true
}

export const noEdits: Edits = { fields: {} }

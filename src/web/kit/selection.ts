/** What the person has chosen or is looking at: the palette offers what can be done with it before anything else. */
import type { Can } from '../answers.ts'
import { store } from './store.ts'

export interface Selection {
  readonly kind: string
  readonly records: readonly { readonly id: string; readonly title: string }[]
  /** Of one record's page: what the server says can be done with it. */
  readonly can?: readonly Can[]
}

export const selectionStore = store<Selection | null>(null)

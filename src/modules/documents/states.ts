/** The life of a document: what may follow what. Checks and buttons both read this table. */
export const documentStates = [
  'arrived',
  'to-confirm',
  'needs-help',
  'confirmed',
  'set-aside',
  'discarded',
  'replaced',
] as const
export type DocumentState = (typeof documentStates)[number]

/** What can be done to a document, as far as its state decides. */
export type DocumentAct =
  | 'record-reading'
  | 'read-again'
  | 'save-version'
  | 'correct'
  | 'confirm'
  | 'reopen'
  | 'set-aside'
  | 'bring-back'
  | 'discard'
  | 'restore'
  | 'change-pages'
  | 'split'
  | 'put-back'

/** `arrived`: stored, being read · `needs-help`: kept, but no machine could read it · `set-aside`: left for later ·
 * `replaced`: split or joined, its pages stand in other documents. */
export const transitions: Readonly<Record<DocumentAct, readonly DocumentState[]>> = {
  'record-reading': ['arrived', 'to-confirm', 'needs-help', 'confirmed', 'set-aside', 'discarded'],
  'read-again': ['arrived', 'to-confirm', 'needs-help', 'set-aside'],
  'save-version': ['arrived', 'to-confirm', 'needs-help', 'confirmed', 'set-aside'],
  correct: ['to-confirm', 'needs-help', 'set-aside'],
  confirm: ['to-confirm', 'needs-help', 'set-aside'],
  reopen: ['confirmed'],
  'set-aside': ['to-confirm', 'needs-help'],
  'bring-back': ['set-aside'],
  discard: ['arrived', 'to-confirm', 'needs-help', 'set-aside'],
  restore: ['discarded'],
  'change-pages': ['arrived', 'to-confirm', 'needs-help', 'confirmed', 'set-aside'],
  split: ['arrived', 'to-confirm', 'needs-help', 'set-aside'],
  'put-back': ['replaced'],
}

export function may(act: DocumentAct, state: DocumentState): boolean {
  return transitions[act].includes(state)
}

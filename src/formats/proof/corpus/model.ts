import type { ProofQuestion, ProofRule } from '../model.ts'

/** Texts of which nothing loud should be said. The day is Sunday 22 November 2026. */
export interface CleanText {
  readonly text: string
  readonly purpose?: ProofQuestion['purpose']
  readonly subject?: string
  readonly to?: readonly Person[]
  readonly attached?: boolean
}

export interface Person {
  readonly name?: string
  readonly email?: string
  readonly inside?: boolean
  readonly language?: string
}

/** A text with one error, and the rules either of which may say so. */
export interface Planted extends CleanText {
  readonly rules: readonly ProofRule[]
  readonly names?: readonly string[]
  readonly domains?: readonly string[]
  readonly replyingTo?: { readonly from: string; readonly fromInside: boolean }
  readonly secret?: boolean
}

export interface Corpus {
  readonly clean: readonly CleanText[]
  readonly planted: readonly Planted[]
}

/** One error in one line: the rule, a bar, the text; `\n` breaks it. */
export const one = (line: string): Planted => {
  const at = line.indexOf('|')
  return { rules: line.slice(0, at).split(',') as ProofRule[], text: line.slice(at + 1) }
}

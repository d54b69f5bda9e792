import type { Amount } from '../amounts.ts'
import { found, type Passage, type ProofFinding } from '../model.ts'

/** What stands there and what it comes to, as the page writes them. */
export interface Wrong {
  readonly said: string
  readonly is: string
  readonly rate?: string
}

/** An amount that is not what it is said to be: money, so loud, with what it comes to. */
export const wrongly = (
  passage: Passage,
  { start, end }: Pick<Amount, 'start' | 'end'>,
  rule: 'sum' | 'product' | 'vat',
  wrong: Wrong,
): ProofFinding => found(passage, start, end, { rule, severity: 'loud', data: { ...wrong }, suggestion: wrong.is })

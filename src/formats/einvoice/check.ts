import type { ReadInvoice } from './reading.ts'
import { categoryRules } from './rules/categories.ts'
import { codeRules } from './rules/codes.ts'
import { documentRules } from './rules/document.ts'
import type { Finding, RuleGroup } from './rules/rule.ts'
import { totalRules } from './rules/totals.ts'
import { ublRules } from './rules/ubl-syntax.ts'

/** EN 16931-1 with its bindings, as of version 1.3.14 of the official artefacts. */
export const en16931: readonly RuleGroup[] = [
  ...documentRules,
  ...totalRules,
  ...categoryRules,
  ...codeRules,
  ...ublRules,
]

/** All findings of an invoice by the rules given. */
export function findingsBy(sets: readonly RuleGroup[], read: ReadInvoice): Finding[] {
  const found: Finding[] = []
  for (const set of sets) set(read, found)
  return found
}

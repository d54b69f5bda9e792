import type { CommandBody } from '../implement.ts'
import { kernelRefusals, Refusal } from '../refusal.ts'

/** Integrity constraint violations: class 23 of the SQL standard. */
const constraintClass = '23'

/** What a constraint that the database kept means for an act: the command's own words for it, else its name; null for any other fault. */
export function brokenRule(body: CommandBody | undefined, error: unknown): Refusal | null {
  const { code = '', constraint } = error as { readonly code?: string; readonly constraint?: string }
  if (!code.startsWith(constraintClass) || !constraint) return null
  const own = body?.constraints?.[constraint]
  return own ? new Refusal(own) : new Refusal(kernelRefusals.constraint, { rule: constraint })
}

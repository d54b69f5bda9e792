import { type Decision, limitOf, type Principal, type Weight } from '../../../kernel/authority.ts'
import type { Command } from '../../../kernel/declare.ts'

/**
 * Whether an act is allowed, denied, or must be asked for: denied without the permission or above the clearance; asked for
 * above the limit, in a currency the limit says nothing of, or where more than one pair of eyes is wanted.
 */
export function decide(principal: Principal, command: Command, weight: Weight): Decision {
  const limit = limitOf(principal, command.permission)
  if (limit === undefined) return { verdict: 'deny', because: 'permission-missing' }
  if (principal.kind === 'system') return { verdict: 'allow' }
  if ((weight.class ?? 0) > principal.clearance) return { verdict: 'deny', because: 'class-above-clearance' }
  // The stricter first: who holds approve-own may consent alone to what is only above a limit.
  if (weight.fourEyes) return { verdict: 'ask', because: 'four-eyes' }
  if (weight.amount && limit !== null) {
    if (weight.amount.currency !== limit.currency) return { verdict: 'ask', because: 'currency-without-limit' }
    const { minor } = weight.amount
    if ((minor < 0n ? -minor : minor) > limit.minor) return { verdict: 'ask', because: 'amount-above-limit' }
  }
  return { verdict: 'allow' }
}

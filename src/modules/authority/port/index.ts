import type { AuthorityPort } from '../../../kernel/authority.ts'
import { decide } from './decide.ts'
import { freeze } from './freeze.ts'
import { findPrincipal } from './principal.ts'

/** What the kernel asks about who is acting and whether it is allowed. */
export function authorityPort(): AuthorityPort {
  return {
    principal: findPrincipal,
    decide: async (_tx, principal, command, weight) => decide(principal, command, weight),
    freeze,
  }
}

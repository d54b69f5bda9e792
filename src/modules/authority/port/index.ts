import type { AuthorityPort } from '../../../kernel/authority.ts'
import { decide } from './decide.ts'
import { freeze } from './freeze.ts'
import { findPrincipal } from './principal.ts'

/** What the kernel asks about who is acting and whether it is allowed. */
export function authorityPort(): AuthorityPort {
  // An act is frozen right after it was decided on, and names only its command: this remembers the command's permission.
  const permissionOf = new Map<string, string>()
  return {
    principal: findPrincipal,
    async decide(_tx, principal, command, weight) {
      permissionOf.set(command.name, command.permission)
      return decide(principal, command, weight)
    },
    freeze: (tx, act) => freeze(tx, act, permissionOf.get(act.command) ?? act.command),
  }
}

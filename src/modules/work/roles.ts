import type { View } from '../../kernel/implement.ts'
import { standardRoles } from '../authority/contract.ts'

/** What a task's `ownerRole` may say so that this principal is meant: ids of its roles, and the keys of standard ones. */
export function rolesOf(view: Pick<View, 'principal'>): string[] {
  const { audiences } = view.principal
  return [...audiences, ...Object.values(standardRoles).flatMap((role) => (audiences.includes(role.id) ? [role.key] : []))]
}

import type { View } from '../../kernel/implement.ts'

/** What a task's `ownerRole` may say so that this principal is meant: its own id and those of its roles. */
export function rolesOf(view: Pick<View, 'principal'>): string[] {
  return [...view.principal.audiences]
}

import type { Reaction } from '../../../kernel/implement.ts'
import { keepClass } from '../contract.ts'

/** Somebody has set the class of a record by hand. */
export const keepClassOfBound: Reaction = {
  on: 'authority.record-class-set',
  command: keepClass,
  inputs: ({ payload }) => [{ id: (payload as { id: string }).id }],
}

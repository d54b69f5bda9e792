import type { Act } from '../../kernel/implement.ts'
import { requireColleague } from '../../kernel/named.ts'
import { personUnknown } from './contract.ts'

/** Refuses whoever is no colleague here. */
export const requirePerson = (act: Act, id: string | null | undefined): Promise<void> =>
  requireColleague(act, id, personUnknown)

import type { Act } from '../../kernel/implement.ts'
import { findAlike } from './contract.ts'

/** Looks for those that are alike when the writing has settled; one look is enough for all that was added until then. */
export function findAlikeSoon(act: Act): void {
  act.enqueue(findAlike, {}, { startAfter: act.at.add({ minutes: 1 }), singletonKey: act.office.id })
}

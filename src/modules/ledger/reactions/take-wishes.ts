import type { Reaction } from '../../../kernel/implement.ts'
import { itemsMoved, ledgerEnvelope, takeWishes } from '../contract.ts'

const fields = Object.keys(ledgerEnvelope)

/** Wishes bear keys; a list of another kind that goes by the same name is none of the ledger's. */
const areWishes = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(wish => typeof (wish as { key?: unknown } | null)?.key === 'string')

/** Whatever event carries something of the envelope: the ledger acts on it, in the transaction of what happened. */
export const takeWishesOnAnything: Reaction = {
  on: '*',
  command: takeWishes,
  inputs: ({ name, payload }) => {
    // what the ledger itself tells of items is no wish for them
    if (name === itemsMoved.name) return []
    const told = (payload ?? {}) as Record<string, unknown>
    const wishes = fields.flatMap(field => (areWishes(told[field]) ? [[field, told[field]] as const] : []))
    return wishes.length > 0 ? [Object.fromEntries(wishes)] : []
  },
}

import type { Selectable, Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import type { Money } from '../../kernel/money.ts'
import { type OutgoingState, outgoingStateWrong, type PostSort, recipientMissing, type Zone } from './contract.ts'
import { dbOf, numberOf } from './item-row.ts'
import { priceOf } from './rates.ts'
import type { OutgoingTable } from './tables.ts'

export type OutgoingRow = Selectable<OutgoingTable>

export const outgoingOf = (act: Act, id: string): Promise<OutgoingRow> =>
  dbOf(act)
    .selectFrom('post.outgoing')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateOutgoing(act: Act, id: string, change: Updateable<OutgoingTable>): Promise<void> {
  await dbOf(act)
    .updateTable('post.outgoing')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export function requireOutgoing(act: Act, row: OutgoingRow, states: readonly OutgoingState[]): void {
  if (!states.includes(row.state)) act.refuse(outgoingStateWrong, { number: numberOf(row) })
}

export async function recipientOf(act: Act, id: string | null | undefined, name: string | null | undefined) {
  if (id) return { id, name: (await requireVisible(act, id, ['organisation', 'person'])).slice(0, 200) }
  return name ? { id: null, name } : act.refuse(recipientMissing)
}

export interface Weighed {
  readonly sort: PostSort
  readonly zone: Zone
  readonly grams: number | null
  readonly pieces: number
}

/** What all pieces cost: as given by hand, else by the price list of the day. */
export async function postageOf(act: Act, given: Money | null | undefined, what: Weighed) {
  if (given) return { postage_minor: given.minor, postage_currency: given.currency, postage_listed: false }
  const price = await priceOf(act, { ...what, on: act.today })
  return price
    ? { postage_minor: price.minor * BigInt(what.pieces), postage_currency: price.currency, postage_listed: true }
    : { postage_minor: null, postage_currency: null, postage_listed: false }
}

export const postageShown = (row: Pick<OutgoingRow, 'postage_minor' | 'postage_currency'>): Money | null =>
  row.postage_minor === null || row.postage_currency === null
    ? null
    : { minor: BigInt(row.postage_minor), currency: row.postage_currency }

/** Receipts of registered post are looked for after so many days. */
export const receiptDays = 14
export const receiptKey = (id: string): string => `post.receipt:${id}`

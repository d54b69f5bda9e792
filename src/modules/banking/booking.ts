/** What payments and lines are in the books: entries and settlements as the ledger's envelope wishes them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { AccountRole, BookLine, BookReversal, BookWish, SettleWish } from '../ledger/contract.ts'
import { type AccountRow, bankSide } from './account-row.ts'
import { roleOf } from './open-items.ts'
import { type PaymentRow, paymentItems, type PaymentItemRow } from './run-row.ts'
import { officeWords } from './words.ts'

/** How much one event may carry of each wish. */
export const mostWishes = 1000

export interface Wishes {
  readonly book: BookWish[]
  readonly settled: SettleWish[]
  readonly bookReversed: BookReversal[]
  readonly settlementsWithdrawn: { key: string }[]
}
export const noWishes = (): Wishes => ({ book: [], settled: [], bookReversed: [], settlementsWithdrawn: [] })

/** Only what there is; the envelope's lists are optional. */
export const given = (wishes: Wishes): Partial<Wishes> =>
  Object.fromEntries(Object.entries(wishes).filter(([, list]) => (list as unknown[]).length > 0))

/** What is debited when a payment is booked: what it pays, less the discounts taken. */
export function paidLines(
  payment: PaymentRow,
  items: readonly PaymentItemRow[],
  kinds: ReadonlyMap<string, string>,
): BookLine[] {
  const { currency } = payment
  const lines: BookLine[] = items.map(one => ({
    role: roleOf({ side: 'payable', record_kind: kinds.get(one.record_id) ?? '' }) as AccountRole,
    amount: { minor: one.amount_minor, currency },
    ...(one.number ? { text: one.number } : {}),
    ...(payment.party_id ? { partyId: payment.party_id } : {}),
  }))
  const discount = items.reduce((sum, one) => sum + one.discount_minor, 0n)
  if (discount > 0n) lines.push({ role: 'discounts-taken', amount: { minor: -discount, currency } })
  return lines
}

/** The items that a payment settles, and the discounts that went with it; `prefix` makes each settlement's key. */
export function settlesOf(
  payment: PaymentRow,
  items: readonly PaymentItemRow[],
  on: Temporal.PlainDate,
  prefix: string,
): SettleWish[] {
  const { currency, run_id: byId } = payment
  return items.flatMap(one => {
    const about = { itemId: one.item_id, on, byId }
    const paid = { minor: one.amount_minor - one.discount_minor, currency }
    const settled: SettleWish = { ...about, key: `${prefix}:${one.item_id}`, amount: paid, how: 'payment' }
    if (one.discount_minor === 0n) return [settled]
    const discount = { minor: one.discount_minor, currency }
    return [settled, { ...about, key: `${prefix}:${one.item_id}:discount`, amount: discount, how: 'discount' as const }]
  })
}

export const withdrawnOf = (items: readonly PaymentItemRow[], prefix: string): { key: string }[] =>
  items.flatMap(one => [
    { key: `${prefix}:${one.item_id}` },
    ...(one.discount_minor > 0n ? [{ key: `${prefix}:${one.item_id}:discount` }] : []),
  ])

export async function kindsOf(act: Act, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from kernel.record where organisation_id = ${act.office.id} and id = any(${[...new Set(recordIds)]}::uuid[])`.execute(
    act.db(),
  )
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

/** Books payments one by one: against the bank, or against clearing until the bank shows them. Gives each one's key. */
export async function bookPayments(
  act: Act,
  payments: readonly PaymentRow[],
  options: {
    readonly on: Temporal.PlainDate
    readonly against: 'bank' | 'clearing'
    readonly account: AccountRow
    readonly time: string
  },
): Promise<{ wishes: Wishes; keys: ReadonlyMap<string, string> }> {
  const wishes = noWishes()
  const keys = new Map<string, string>()
  const items = await paymentItems(
    act,
    payments.map(({ id }) => id),
  )
  const kinds = await kindsOf(
    act,
    items.map(({ record_id }) => record_id),
  )
  for (const payment of payments) {
    const own = items.filter(one => one.payment_id === payment.id)
    const key = `banking.payment:${payment.id}:${options.time}`
    keys.set(payment.id, key)
    const paid = payment.handed_key
      ? [{ role: 'clearing' as const, amount: { minor: payment.amount_minor, currency: payment.currency } }]
      : paidLines(payment, own, kinds)
    const side = options.against === 'clearing' ? { role: 'clearing' as const } : bankSide(options.account)
    wishes.book.push({
      key,
      book: 'payments',
      on: options.on,
      text: officeWords(act, 'banking.entry.payment', { name: payment.party_name }).slice(0, 300),
      sourceId: payment.run_id,
      lines: [...paid, { ...side, amount: { minor: -payment.amount_minor, currency: payment.currency } }],
    })
    if (!payment.handed_key) wishes.settled.push(...settlesOf(payment, own, options.on, key))
  }
  return { wishes, keys }
}

/** Emits an event once for each lot of wishes that it may carry; what it tells besides is told with the first. */
export function inLots(wishes: Wishes): Partial<Wishes>[] {
  const lots: Wishes[] = [noWishes()]
  for (const name of ['bookReversed', 'book', 'settlementsWithdrawn', 'settled'] as const)
    for (const [index, wish] of wishes[name].entries()) {
      const lot = Math.floor(index / mostWishes)
      while (lots.length <= lot) lots.push(noWishes())
      ;(lots[lot]![name] as unknown[]).push(wish)
    }
  return lots.map(given)
}

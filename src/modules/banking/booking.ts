/** What payments and lines are in the books: entries and settlements as the ledger's envelope wishes them. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { AccountRole, BookLine, BookReversal, BookWish, SettleWish } from '../ledger/contract.ts'
import { type AccountRow, bankSide } from './account-row.ts'
import { booksCurrency, takenFrom, worthOfItems } from './exchange.ts'
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

/** What was given for a payment in another currency, in that of the books. */
export type Given = Money

const worthIn = (given: Given | null, minor: bigint | null): { worth?: Money } =>
  given === null || minor === null ? {} : { worth: { minor, currency: given.currency } }

/** What is debited when a payment is booked: what it pays, less the discounts taken. */
export function paidLines(
  payment: PaymentRow,
  items: readonly PaymentItemRow[],
  kinds: ReadonlyMap<string, string>,
  given: Given | null = null,
): BookLine[] {
  const { currency } = payment
  const worth = given && worthOfItems(items, given.minor)
  const lines: BookLine[] = items.map((one, index) => ({
    role: roleOf({ side: 'payable', record_kind: kinds.get(one.record_id) ?? '' }) as AccountRole,
    amount: { minor: one.amount_minor, currency },
    ...(one.number ? { text: one.number } : {}),
    ...(payment.party_id ? { partyId: payment.party_id } : {}),
    ...worthIn(given, worth && worth[index]!.paid + worth[index]!.discount),
  }))
  const discount = items.reduce((sum, one) => sum + one.discount_minor, 0n)
  if (discount > 0n)
    lines.push({
      role: 'discounts-taken',
      amount: { minor: -discount, currency },
      ...worthIn(given, worth && -worth.reduce((sum, one) => sum + one.discount, 0n)),
    })
  return lines
}

/** The items that a payment settles, and the discounts that went with it; `prefix` makes each settlement's key. */
export function settlesOf(
  payment: PaymentRow,
  items: readonly PaymentItemRow[],
  on: Temporal.PlainDate,
  prefix: string,
  given: Given | null = null,
): SettleWish[] {
  const { currency, run_id: byId } = payment
  const worth = given && worthOfItems(items, given.minor)
  return items.flatMap((one, index) => {
    const about = { itemId: one.item_id, on, byId }
    const paid = { minor: one.amount_minor - one.discount_minor, currency }
    const settled: SettleWish = {
      ...about,
      key: `${prefix}:${one.item_id}`,
      amount: paid,
      how: 'payment',
      ...worthIn(given, worth && worth[index]!.paid),
    }
    if (one.discount_minor === 0n) return [settled]
    const discount = { minor: one.discount_minor, currency }
    return [
      settled,
      {
        ...about,
        key: `${prefix}:${one.item_id}:discount`,
        amount: discount,
        how: 'discount' as const,
        ...worthIn(given, worth && worth[index]!.discount),
      },
    ]
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

const amountOf = ({ amount_minor: minor, currency }: PaymentRow): Money => ({ minor, currency })

/** Of a payment and what it took from the account, the one that is in the currency of the books. */
function inBooks(payment: PaymentRow, taken: Money, books: string): Money {
  return taken.currency === books ? taken : amountOf(payment)
}

/** The side of the bank: in the account's currency, worth what the other side is where that is not the books'. */
function sideLine(side: { account: string } | { role: AccountRole }, amount: Money, worth: Money | null): BookLine {
  const out = { ...side, amount: { minor: -amount.minor, currency: amount.currency } }
  return worth && amount.currency !== worth.currency
    ? { ...out, worth: { minor: -worth.minor, currency: worth.currency } }
    : out
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
): Promise<{ wishes: Wishes; keys: ReadonlyMap<string, string>; taken: ReadonlyMap<string, bigint> }> {
  const wishes = noWishes()
  const keys = new Map<string, string>()
  const taken_ = new Map<string, bigint>()
  const books = await booksCurrency(act)
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
    const paidIn = options.account.currency
    const taken =
      payment.currency === paidIn || books === null ? null : await takenFrom(act, paidIn, amountOf(payment), options.on)
    if (taken !== null) taken_.set(payment.id, taken)
    const worthOf =
      taken === null || books === null ? null : inBooks(payment, { minor: taken, currency: paidIn }, books)
    const paid = payment.handed_key
      ? [{ role: 'clearing' as const, amount: { minor: payment.amount_minor, currency: payment.currency } }]
      : paidLines(payment, own, kinds, worthOf && payment.currency !== books ? worthOf : null)
    const side = options.against === 'clearing' ? { role: 'clearing' as const } : bankSide(options.account)
    wishes.book.push({
      key,
      book: 'payments',
      on: options.on,
      text: officeWords(act, 'banking.entry.payment', { name: payment.party_name }).slice(0, 300),
      sourceId: payment.run_id,
      lines: [
        ...paid,
        sideLine(side, taken === null ? amountOf(payment) : { minor: taken, currency: paidIn }, worthOf),
      ],
    })
    if (!payment.handed_key)
      wishes.settled.push(
        ...settlesOf(payment, own, options.on, key, worthOf && payment.currency !== books ? worthOf : null),
      )
  }
  return { wishes, keys, taken: taken_ }
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

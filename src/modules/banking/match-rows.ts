/** Lines that are matched: what each part is in the books, and how it is taken back. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { BookLine } from '../ledger/contract.ts'
import { type AccountRow, bankSide, wordedAmount } from './account-row.ts'
import { kindsOf, paidLines, settlesOf, type Wishes, withdrawnOf } from './booking.ts'
import * as c from './contract.ts'
import { booksCurrency } from './exchange.ts'
import { lineName, type LineRow } from './line-row.ts'
import { type ItemRow, itemsByIds, roleOf } from './open-items.ts'
import { paymentItems, type PaymentItemRow, type PaymentRow } from './run-row.ts'

/** A part as it is kept with its match, on the wire's form. */
export interface KeptPart {
  readonly itemId?: string
  readonly paymentId?: string
  readonly account?: string
  readonly role?: string
  readonly minor: string
  /** What was booked of a payment before: then the line only shows it. */
  readonly shown?: boolean
}

export const matchKey = (matchId: string): string => `banking.line:${matchId}`

/** All that the parts of many lines name, read at once. */
export interface Named {
  readonly items: ReadonlyMap<string, ItemRow>
  readonly payments: ReadonlyMap<string, PaymentRow & { readonly run_state: string }>
  readonly paid: ReadonlyMap<string, readonly PaymentItemRow[]>
  readonly kinds: ReadonlyMap<string, string>
  readonly vat: ReadonlyMap<string, { readonly rate: number; readonly kind: string }>
  /** The currency of the books; null where they are kept elsewhere. */
  readonly books: string | null
  readonly side: ReturnType<typeof bankSide>
}

/** Payments are held while they are matched: nobody rejects or confirms them meanwhile. */
async function paymentsHeld(act: Act, accountId: string, ids: readonly string[]) {
  const { rows } = await sql<PaymentRow & { run_state: string }>`
    select p.*, r.state as run_state from banking.payment p
    join banking.run r on r.organisation_id = p.organisation_id and r.id = p.run_id
    where p.organisation_id = ${act.office.id} and r.account_id = ${accountId} and p.id = any(${[...ids]}::uuid[])
    order by p.id for update of p`.execute(act.db())
  return rows
}

/** A payment in which an item stands alone and whole, to be taken for the item. */
async function paymentsOfItems(
  act: Act,
  itemIds: readonly string[],
): Promise<Map<string, { id: string; amount_minor: bigint; currency: string; run_state: string }>> {
  const { rows } = await sql<{
    item_id: string
    id: string
    amount_minor: bigint
    currency: string
    run_state: string
  }>`
    select pi.item_id, p.id, p.amount_minor, p.currency, r.state as run_state from banking.payment_item pi
    join banking.payment p on p.organisation_id = pi.organisation_id and p.id = pi.payment_id
    join banking.run r on r.organisation_id = p.organisation_id and r.id = p.run_id
    where pi.organisation_id = ${act.office.id} and pi.live and pi.item_id = any(${[...itemIds]}::uuid[])`.execute(
    act.db(),
  )
  return new Map(rows.map(row => [row.item_id, row]))
}

/** An item of a payment that was handed out is that payment; one that stands in a run not handed out would be paid twice. */
export async function throughPayments(act: Act, lines: readonly c.LineMatch[]): Promise<c.LineMatch[]> {
  const ids = lines.flatMap(({ parts }) => parts.flatMap(({ itemId }) => itemId ?? []))
  const live = await paymentsOfItems(act, ids)
  if (live.size === 0) return [...lines]
  return lines.map(line => ({
    ...line,
    parts: line.parts.map(part => {
      const payment = part.itemId ? live.get(part.itemId) : undefined
      if (!payment) return part
      const whole = payment.currency !== part.amount.currency || payment.amount_minor === -part.amount.minor
      if (payment.run_state !== 'handed-out' || !whole) return act.refuse(c.itemInRun, { name: '' })
      const { itemId: _item, settles: _settles, ...rest } = part
      return { ...rest, paymentId: payment.id }
    }),
  }))
}

export async function readNamed(act: Act, account: AccountRow, lines: readonly c.LineMatch[]): Promise<Named> {
  const parts = lines.flatMap(line => line.parts)
  const items = await itemsByIds(
    act,
    parts.flatMap(({ itemId }) => itemId ?? []),
  )
  const payments = await paymentsHeld(
    act,
    account.id,
    parts.flatMap(({ paymentId }) => paymentId ?? []),
  )
  const paid = await paymentItems(
    act,
    payments.map(({ id }) => id),
  )
  const codes = [...new Set(parts.flatMap(({ vatCode }) => vatCode ?? []))]
  const { rows: vat } = await sql<{ code: string; rate: number; kind: string }>`
    select code, rate, kind from ledger.vat_code_fact where organisation_id = ${act.office.id} and code = any(${codes}::text[])`.execute(
    act.db(),
  )
  return {
    items: new Map(items.map(item => [item.item_id, item])),
    payments: new Map(payments.map(payment => [payment.id, payment])),
    paid: new Map(payments.map(({ id }) => [id, paid.filter(one => one.payment_id === id)])),
    kinds: await kindsOf(
      act,
      paid.map(({ record_id }) => record_id),
    ),
    vat: new Map(vat.map(one => [one.code, one])),
    books: await booksCurrency(act),
    side: bankSide(account),
  }
}

interface PartBooked {
  readonly kept: KeptPart
  readonly lines: readonly BookLine[]
  /** What the bank's side of it is worth in the books, where the account is kept in another currency. */
  readonly sideWorth?: bigint
  /** Nothing of it is booked by this line. */
  readonly shown: boolean
}

const half = (value: bigint, by: bigint): bigint => {
  const twice = value * 2n
  return (twice >= 0n ? twice + by : twice - by) / (by * 2n)
}

/** The tax in an amount that holds it, as the code's rate has it; tax that one owes oneself is in none. */
export function taxIn(gross: bigint, vat: { readonly rate: number; readonly kind: string }): bigint {
  return vat.kind === 'sale' || vat.kind === 'purchase' ? half(gross * BigInt(vat.rate), BigInt(10_000 + vat.rate)) : 0n
}

function codedPart(act: Act, part: c.MatchPart, named: Named): PartBooked {
  const { account, role, vatCode, text, dimensions } = part
  const gross = -part.amount.minor
  const { currency } = part.amount
  const code = vatCode ? (named.vat.get(vatCode) ?? act.refuse(c.vatCodeUnknown, { code: vatCode })) : null
  const said = part.vat === undefined ? null : gross < 0n ? -abs(part.vat.minor) : abs(part.vat.minor)
  const tax = code ? (said ?? taxIn(gross, code)) : 0n
  const line: BookLine = {
    ...(account ? { account } : { role: role! }),
    amount: { minor: gross - tax, currency },
    ...(vatCode ? { vatCode, ...(tax === 0n ? {} : { vat: { minor: tax, currency } }) } : {}),
    ...(text ? { text } : {}),
    ...(dimensions ? { dimensions } : {}),
  }
  return {
    kept: { ...(account ? { account } : { role: role! }), minor: String(part.amount.minor) },
    lines: [line],
    shown: false,
  }
}
const abs = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/** One part in the books; what it settles is put among the wishes. */
function bookPart(
  act: Act,
  line: LineRow,
  part: c.MatchPart,
  key: string,
  index: number,
  named: Named,
  wishes: Wishes,
): PartBooked {
  const minor = String(part.amount.minor)
  if (part.itemId) {
    const item = named.items.get(part.itemId) ?? act.refuse(c.matchItemUnknown)
    if (item.currency !== line.currency) return exchangedItem(act, line, part, item, `${key}:${index}`, named, wishes)
    const settles = item.side === 'payable' ? -part.amount.minor : part.amount.minor
    wishes.settled.push({
      key: `${key}:${index}`,
      itemId: item.item_id,
      amount: { minor: settles, currency: part.amount.currency },
      on: line.booked_on,
      byId: line.statement_id,
      how: 'payment',
    })
    const booked: BookLine = {
      role: roleOf(item),
      amount: { minor: -part.amount.minor, currency: part.amount.currency },
      ...(item.number ? { text: item.number } : {}),
      ...(item.party_id ? { partyId: item.party_id } : {}),
    }
    return { kept: { itemId: item.item_id, minor }, lines: [booked], shown: false }
  }
  if (!part.paymentId) return codedPart(act, part, named)
  const payment = named.payments.get(part.paymentId) ?? act.refuse(c.paymentUnknown)
  const known = payment.state === 'settled' && payment.confirmed_key !== null && payment.line_id === null
  const live = payment.state === 'planned' && payment.run_state === 'handed-out'
  if (payment.currency !== line.currency) {
    if ((!known && !live) || part.amount.minor >= 0n) act.refuse(c.paymentNotLive, { name: payment.party_name })
    return exchangedPayment(act, line, part, payment, known, key, named, wishes)
  }
  if ((!known && !live) || payment.amount_minor !== -part.amount.minor)
    act.refuse(c.paymentNotLive, { name: payment.party_name })
  if (known) return { kept: { paymentId: payment.id, minor, shown: true }, lines: [], shown: true }
  const items = named.paid.get(payment.id) ?? []
  if (payment.handed_key)
    return {
      kept: { paymentId: payment.id, minor },
      lines: [{ role: 'clearing', amount: { minor: payment.amount_minor, currency: payment.currency } }],
      shown: false,
    }
  wishes.settled.push(...settlesOf(payment, items, line.booked_on, `${key}:${payment.id}`))
  return { kept: { paymentId: payment.id, minor }, lines: paidLines(payment, items, named.kinds), shown: false }
}

/** The books' own currency of two; where neither is, nothing says what the one is worth in the other. */
function worthBetween(
  act: Act,
  line: LineRow,
  paid: { readonly minor: bigint; readonly currency: string },
  bank: bigint,
  books: string | null,
): { readonly minor: bigint; readonly currency: string } | null {
  if (books === null) return null
  if (line.currency === books) return { minor: bank, currency: books }
  if (paid.currency === books) return paid
  return act.refuse(c.lineCurrencyOther, { name: lineName(line), currency: paid.currency })
}

/** An item in another currency than the account's: all that is left of it, unless it is said how much. */
function exchangedItem(
  act: Act,
  line: LineRow,
  part: c.MatchPart,
  item: ItemRow,
  key: string,
  named: Named,
  wishes: Wishes,
): PartBooked {
  const sign = item.side === 'payable' ? -1n : 1n
  const settles = part.settles?.minor ?? item.remaining_minor
  const fits = part.settles === undefined || part.settles.currency === item.currency
  if (!fits || settles > 0n !== sign * part.amount.minor > 0n)
    act.refuse(c.lineCurrencyOther, { name: lineName(line), currency: item.currency })
  const paid = { minor: settles, currency: item.currency }
  const worth = worthBetween(act, line, paid, sign * part.amount.minor, named.books)
  const foreign = worth !== null && worth.currency !== item.currency
  wishes.settled.push({
    key,
    itemId: item.item_id,
    amount: paid,
    on: line.booked_on,
    byId: line.statement_id,
    how: 'payment',
    ...(foreign ? { worth } : {}),
  })
  const booked: BookLine = {
    role: roleOf(item),
    amount: { minor: -sign * settles, currency: item.currency },
    ...(foreign ? { worth: { minor: -sign * worth.minor, currency: worth.currency } } : {}),
    ...(item.number ? { text: item.number } : {}),
    ...(item.party_id ? { partyId: item.party_id } : {}),
  }
  return {
    kept: { itemId: item.item_id, minor: String(part.amount.minor) },
    lines: [booked],
    shown: false,
    ...(worth && !foreign ? { sideWorth: sign * worth.minor } : {}),
  }
}

/** A payment in another currency: what the line shows is what it took; what was confirmed before differs by a gain or a loss. */
function exchangedPayment(
  act: Act,
  line: LineRow,
  part: c.MatchPart,
  payment: PaymentRow,
  known: boolean,
  key: string,
  named: Named,
  wishes: Wishes,
): PartBooked {
  const kept = { paymentId: payment.id, minor: String(part.amount.minor) }
  const took = -part.amount.minor
  if (known) {
    const differs = payment.paid_minor === null ? 0n : took - payment.paid_minor
    const side = { ...named.side, amount: { minor: -differs, currency: line.currency } }
    const role = differs > 0n ? ('exchange-loss' as const) : ('exchange-gain' as const)
    const lines = differs === 0n ? [] : [side, { role, amount: { minor: differs, currency: line.currency } }]
    return { kept: { ...kept, shown: true }, lines, shown: true }
  }
  const items = named.paid.get(payment.id) ?? []
  const paid = { minor: payment.amount_minor, currency: payment.currency }
  const worth = worthBetween(act, line, paid, took, named.books)
  const given = worth && worth.currency !== payment.currency ? worth : null
  wishes.settled.push(...settlesOf(payment, items, line.booked_on, `${key}:${payment.id}`, given))
  return {
    kept,
    lines: paidLines(payment, items, named.kinds, given),
    shown: false,
    ...(worth && !given ? { sideWorth: -worth.minor } : {}),
  }
}

/** The bank's side of a line: parts that are worth something else than the rate says stand by themselves. */
function sideLines(
  side: Named['side'] | { readonly role: 'clearing' },
  line: LineRow,
  match: c.LineMatch,
  parts: readonly PartBooked[],
  books: string | null,
): BookLine[] {
  const lines: BookLine[] = []
  let rest = 0n
  for (const [index, { shown, sideWorth }] of parts.entries()) {
    const { minor } = match.parts[index]!.amount
    if (shown) continue
    if (sideWorth === undefined || books === null) rest += minor
    else
      lines.push({
        ...side,
        amount: { minor, currency: line.currency },
        worth: { minor: sideWorth, currency: books },
      })
  }
  return rest === 0n && (lines.length > 0 || parts.every(one => one.shown))
    ? lines
    : [{ ...side, amount: { minor: rest, currency: line.currency } }, ...lines]
}

/** A line in the books: one entry for what was not booked before. Gives what is kept of it. */
export function bookLineOf(
  act: Act,
  account: AccountRow,
  line: LineRow,
  match: c.LineMatch,
  matchId: string,
  named: Named,
  wishes: Wishes,
): { kept: readonly KeptPart[]; entryKey: string | null } {
  const sum = match.parts.reduce((all, { amount }) => all + amount.minor, 0n)
  if (sum !== line.amount_minor || match.parts.some(({ amount }) => amount.currency !== line.currency))
    act.refuse(c.partsDiffer, {
      name: lineName(line),
      line: wordedAmount({ minor: line.amount_minor, currency: line.currency }),
      parts: wordedAmount({ minor: sum, currency: line.currency }),
    })
  const key = matchKey(matchId)
  const parts = match.parts.map((part, index) => bookPart(act, line, part, key, index, named, wishes))
  const lines = parts.flatMap(part => part.lines)
  const kept = parts.map(part => part.kept)
  if (lines.length === 0) return { kept, entryKey: null }
  // what stands inside a sum is booked against clearing: the sum itself is booked to the bank against the same
  const side = line.kind === 'advice' ? ({ role: 'clearing' } as const) : bankSide(account)
  wishes.book.push({
    key,
    book: 'bank',
    on: line.booked_on,
    text: lineName(line),
    sourceId: line.statement_id,
    lines: [...sideLines(side, line, match, parts, named.books), ...lines],
  })
  return { kept, entryKey: key }
}

/** How a match is taken back: its entry reversed, what it settled open again. */
export function takeBack(
  line: LineRow,
  match: { readonly id: string; readonly entry_key: string | null; readonly parts: readonly KeptPart[] },
  paid: ReadonlyMap<string, { readonly payment: PaymentRow; readonly items: readonly PaymentItemRow[] }>,
  text: string,
  wishes: Wishes,
): void {
  const key = matchKey(match.id)
  if (match.entry_key) wishes.bookReversed.push({ key: match.entry_key, on: line.booked_on, text })
  for (const [index, part] of match.parts.entries()) {
    if (part.itemId) wishes.settlementsWithdrawn.push({ key: `${key}:${index}` })
    const own = part.paymentId && !part.shown ? paid.get(part.paymentId) : undefined
    if (own && !own.payment.handed_key)
      wishes.settlementsWithdrawn.push(...withdrawnOf(own.items, `${key}:${own.payment.id}`))
  }
}

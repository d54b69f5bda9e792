/** How much of an item a line pays: all, a part, less a discount or a fee, or more than is owed. */
import { daysBetween } from './keys.ts'
import type { MatchLine, MatchReason, Proposal, ProposedPart } from './model.ts'
import type { OpenItem, Stock } from './stock.ts'

type Found = Omit<Proposal, 'lineId' | 'sure'>
type Reason = { readonly name: MatchReason; readonly params: Readonly<Record<string, string | number>> }

const abs = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

/** One item by one line, taken from the stock. */
export function settle(line: MatchLine, item: OpenItem, stock: Stock, reason: Reason, certainty: number): Found {
  const left = stock.leftOf(item)
  const missing = left - line.minor
  const part = (minor: bigint): ProposedPart => ({ is: 'item', itemId: item.id, minor })
  if (missing === 0n) {
    stock.take(item, left)
    return { parts: [part(left)], rest_minor: 0n, reasons: [reason], certainty }
  }
  if (abs(line.minor) > abs(left)) {
    stock.take(item, left)
    return {
      parts: [part(left)],
      rest_minor: line.minor - left,
      reasons: [reason, { name: 'too-much', params: {} }],
      certainty: certainty * 0.7,
    }
  }
  const less = lessThan(line, item, missing)
  if (less) {
    stock.take(item, left)
    const role = less === 'fee' ? 'bank-fees' : item.side === 'payable' ? 'discounts-taken' : 'discounts-given'
    return {
      parts: [part(left), { is: 'role', role, minor: -missing }],
      rest_minor: 0n,
      reasons: [reason, { name: less, params: {} }],
      certainty: certainty - 0.02,
    }
  }
  stock.take(item, line.minor)
  return {
    parts: [part(line.minor)],
    rest_minor: 0n,
    reasons: [reason, { name: 'partial', params: {} }],
    certainty: certainty * 0.9,
  }
}

/** Why less came than is owed: the discount that was offered, in time (three days for the bank), or the fee that the bank tells. */
function lessThan(line: MatchLine, item: OpenItem, missing: bigint): 'discount' | 'fee' | null {
  const { discount } = item
  if (discount && discount.minor === abs(missing) && daysBetween(line.bookedOn, discount.on) >= -3) return 'discount'
  return line.fee_minor !== null && line.fee_minor === abs(missing) && line.minor > 0n ? 'fee' : null
}

interface Told {
  readonly item: OpenItem
  /** What the payment says this item gets; null where it says nothing. */
  readonly minor: bigint | null
}

/** Several items that a line names: by the parts it says, else each whole where they make its sum, else the oldest first. */
export function several(line: MatchLine, told: readonly Told[], stock: Stock, reason: Reason): Found | null {
  const fits = (item: OpenItem, minor: bigint): boolean => {
    const left = stock.leftOf(item)
    return minor !== 0n && minor > 0n === left > 0n && abs(minor) <= abs(left)
  }
  const said = told.map(({ item, minor }) => ({ item, minor: minor ?? 0n }))
  const sum = said.reduce((all, one) => all + one.minor, 0n)
  if (sum === line.minor && said.every(one => fits(one.item, one.minor)))
    return withAmounts(said, line, stock, [reason], 0.98)
  const whole = told.map(({ item }) => ({ item, minor: stock.leftOf(item) }))
  if (whole.reduce((all, one) => all + one.minor, 0n) === line.minor)
    return withAmounts(whole, line, stock, [reason], 0.97)
  let rest = line.minor
  const parts: { item: OpenItem; minor: bigint }[] = []
  for (const { item } of told.toSorted((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : 1))) {
    const left = stock.leftOf(item)
    if (rest === 0n || left > 0n !== rest > 0n) continue
    const minor = abs(left) <= abs(rest) ? left : rest
    parts.push({ item, minor })
    rest -= minor
  }
  if (parts.length === 0) return null
  const why: Reason = { name: rest === 0n ? 'partial' : 'too-much', params: {} }
  return withAmounts(parts, line, stock, [reason, why], 0.6)
}

/** A proposal of items with their amounts, taken from the stock. */
export function withAmounts(
  parts: readonly { readonly item: OpenItem; readonly minor: bigint }[],
  line: MatchLine,
  stock: Stock,
  reasons: readonly Reason[],
  certainty: number,
): Found {
  for (const { item, minor } of parts) stock.take(item, minor)
  const sum = parts.reduce((all, one) => all + one.minor, 0n)
  return {
    parts: parts.map(({ item, minor }) => ({ is: 'item', itemId: item.id, minor })),
    rest_minor: line.minor - sum,
    reasons,
    certainty,
  }
}

/** At most so many items are looked at together, so that a customer with hundreds of invoices costs no second. */
const mostItems = 16
const mostTogether = 6

/**
 * Two to six items of one party that make the line's sum. All that are open first, then the oldest ones in a row, then any; null where
 * none does, or where more than one choice does (then nobody can know).
 */
export function fewItems(all: readonly OpenItem[], line: MatchLine, stock: Stock): OpenItem[] | null {
  const items = all.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.order - b.order))
  let sum = 0n
  for (const [index, item] of items.entries()) {
    sum += stock.leftOf(item)
    if (sum === line.minor && index > 0) return items.slice(0, index + 1)
  }
  const near = items.slice(0, mostItems)
  const found: OpenItem[][] = []
  const search = (from: number, rest: bigint, chosen: OpenItem[]): void => {
    if (found.length > 1) return
    if (rest === 0n && chosen.length > 1) {
      found.push([...chosen])
      return
    }
    if (chosen.length === mostTogether) return
    for (let at = from; at < near.length; at += 1) {
      const item = near[at] as OpenItem
      chosen.push(item)
      search(at + 1, rest - stock.leftOf(item), chosen)
      chosen.pop()
    }
  }
  search(0, line.minor, [])
  return found.length === 1 ? (found[0] ?? null) : null
}

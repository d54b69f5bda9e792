/**
 * What a run would pay: each item that is ready and due, on its day or while its discount holds; credit notes set off against
 * bills of the same payee; what cannot be paid is left out and says why.
 */
import { sql } from 'kysely'
import { checkAccount, checkReference } from '../../formats/references/check.ts'
import type { Act } from '../../kernel/implement.ts'
import type { PayReference, PayTo } from '../ledger/contract.ts'
import { workingCalendar } from '../work/contract.ts'
import type { AccountRow } from './account-row.ts'
import type { LeftOutReason, RunMethod } from './contract.ts'
import { paysIn } from './exchange.ts'
import { type ItemRow, itemsByIds, itemsWhere, referenceOf } from './open-items.ts'

type Date = Temporal.PlainDate
type Reader = Pick<Act, 'office' | 'principal' | 'today'> & { db(): unknown }

export interface PlanOptions {
  readonly until?: Date | undefined
  readonly payOn?: Date | undefined
  readonly withDiscounts?: boolean | undefined
  readonly itemIds?: readonly string[] | undefined
  /** What is paid in another currency than the account's. */
  readonly currency?: string | undefined
  readonly method?: RunMethod | undefined
}

export interface PlannedItem {
  readonly item: ItemRow
  readonly amount_minor: bigint
  readonly discount_minor: bigint
}

export interface PlannedPayment {
  readonly partyId: string | null
  readonly partyName: string
  readonly payTo: PayTo
  readonly reference: PayReference | null
  readonly text: string
  readonly amount_minor: bigint
  readonly payOn: Date
  readonly late: boolean
  readonly items: readonly PlannedItem[]
}

export interface Plan {
  readonly until: Date
  readonly currency: string
  /** Currencies of what is ready, the account's own first. */
  readonly currencies: readonly string[]
  readonly payments: readonly PlannedPayment[]
  readonly leftOut: readonly { readonly item: ItemRow; readonly reason: LeftOutReason }[]
}

const before = (a: Date, b: Date): boolean => Temporal.PlainDate.compare(a, b) < 0
const earlier = (a: Date, b: Date): Date => (before(b, a) ? b : a)
const later = (a: Date, b: Date): Date => (before(a, b) ? b : a)
/** How far ahead a run looks when nobody says: a week. */
const usualDays = 7

export async function planRun(at: Reader, account: AccountRow, options: PlanOptions): Promise<Plan> {
  const until = options.until ?? at.today.add({ days: usualDays })
  const rows = options.itemIds
    ? await itemsByIds(at, options.itemIds)
    : await itemsWhere(
        at,
        sql`i.side = 'payable' and i.state = 'open' and i.method in ('transfer', 'multibanco')
          and (i.due_on <= ${until} or i.amount_minor < 0 or i.discount_on between ${at.today} and ${until})`,
      )
  const currency = options.currency ?? account.currency
  const bounds = { ...options, until, today: at.today, country: at.office.country }
  const others = new Set(rows.filter(item => item.ready && item.amount_minor > 0n).map(item => item.currency))
  const currencies = [account.currency]
  for (const other of [...others].sort())
    if (other !== account.currency && (await paysIn(at, account, other))) currencies.push(other)
  const plan = planOf(rows, { currency: currencies.includes(currency) ? currency : '' }, bounds)
  return { ...plan, currency, currencies }
}

interface Bounds extends PlanOptions {
  readonly until: Date
  readonly today: Date
  readonly country: string
}

/** Why an item cannot be paid from this account; null where it can. */
export function unpayable(
  item: ItemRow,
  account: Pick<AccountRow, 'currency'>,
  country: string,
  method: RunMethod = 'file',
): LeftOutReason | null {
  if (item.run_id) return 'in-run'
  if (!item.ready) return 'held'
  if (item.currency !== account.currency) return 'currency'
  if (item.amount_minor < 0n) return null
  if (item.method === 'multibanco') return multibancoReason(item, method)
  if (!item.pay_to) return 'no-account'
  const { scheme, number } = item.pay_to
  if (checkAccount(scheme, number, item.pay_to.country ?? country).right === false) return 'account-wrong'
  const reference = referenceOf(item)
  const isWrong =
    reference &&
    reference.scheme !== 'none' &&
    checkReference({ scheme: reference.scheme, value: reference.value }).right === false
  return isWrong ? 'reference-wrong' : null
}

/** Entity and reference are typed at the bank's own page: they stand in no file. */
function multibancoReason(item: ItemRow, method: RunMethod): LeftOutReason | null {
  if (method !== 'hand') return 'by-hand-only'
  const question = { scheme: 'multibanco', value: item.reference ?? '', amount_minor: item.amount_minor } as const
  return item.reference_scheme === 'multibanco' && checkReference(question).right ? null : 'reference-wrong'
}

/** Where Multibanco goes is told by the entity, which the bank takes for a name. */
const payeeTo = (item: ItemRow): PayTo =>
  item.pay_to ?? {
    scheme: 'account',
    number: (item.reference ?? '').slice(0, 5),
    bic: null,
    name: item.party_name.slice(0, 140),
    street: null,
    postalCode: null,
    town: null,
    country: null,
  }

export function planOf(
  rows: readonly ItemRow[],
  account: Pick<AccountRow, 'currency'>,
  bounds: Bounds,
): Omit<Plan, 'currency' | 'currencies'> {
  const leftOut: { item: ItemRow; reason: LeftOutReason }[] = []
  const bills: ItemRow[] = []
  const credits = new Map<string, ItemRow[]>()
  for (const item of rows) {
    const reason = unpayable(item, account, bounds.country, bounds.method)
    if (reason) {
      // a credit note that waits troubles nobody until there is something to set it off against
      if (item.amount_minor > 0n || reason === 'held') leftOut.push({ item, reason })
    } else if (item.amount_minor < 0n) credits.set(payeeOf(item), [...(credits.get(payeeOf(item)) ?? []), item])
    else bills.push(item)
  }
  const payments: PlannedPayment[] = []
  for (const [payee, own] of groupBy(bills, payeeOf)) {
    const due = [...own]
    const credit = credits.get(payee) ?? []
    if (credit.length > 0) {
      const together: ItemRow[] = [...credit]
      let sum = credit.reduce((all, item) => all + item.remaining_minor, 0n)
      while (sum <= 0n && due.length > 0) {
        const next = due.shift()!
        together.push(next)
        sum += next.remaining_minor
      }
      if (sum > 0n) payments.push(paymentOf(together, bounds))
      else leftOut.push(...together.map(item => ({ item, reason: 'credit' as const })))
    }
    payments.push(...due.map(item => paymentOf([item], bounds)))
  }
  payments.sort((a, b) => Temporal.PlainDate.compare(a.payOn, b.payOn) || a.partyName.localeCompare(b.partyName))
  return { until: bounds.until, payments, leftOut }
}

const payeeOf = (item: ItemRow): string => item.party_id ?? `name ${item.party_name.toLowerCase()}`

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** A discount is taken of a bill that nothing has been paid of, while it holds. */
const discountOf = (item: ItemRow, { today, withDiscounts = true }: Bounds): bigint =>
  withDiscounts &&
  item.discount_on &&
  item.discount_minor &&
  item.discount_minor > 0n &&
  item.discount_minor < item.remaining_minor &&
  item.remaining_minor === item.amount_minor &&
  !before(item.discount_on, today)
    ? item.discount_minor
    : 0n

/** The last bank day that is in time, but not a day that is over; a late one goes at once. */
export function payDay(wanted: Date, today: Date, country: string): Date {
  const calendar = workingCalendar(country)
  const inTime = calendar.onOrBefore(wanted)
  return before(inTime, today) ? calendar.onOrAfter(today) : inTime
}

function paymentOf(rows: readonly ItemRow[], bounds: Bounds): PlannedPayment {
  const bills = rows.filter(item => item.amount_minor > 0n)
  const [first] = bills as [ItemRow]
  const items = rows.map(item => ({
    item,
    amount_minor: item.remaining_minor,
    discount_minor: discountOf(item, bounds),
  }))
  const dueOn = bills.map(item => item.due_on).reduce(earlier)
  const wanted = items
    .filter(({ discount_minor }) => discount_minor > 0n)
    .reduce((day, { item }) => earlier(day, item.discount_on!), dueOn)
  const payOn = payDay(bounds.payOn ? later(bounds.payOn, bounds.today) : wanted, bounds.today, bounds.country)
  const numbers = rows
    .map(item => (item.amount_minor < 0n ? `-${item.number ?? ''}` : (item.number ?? '')))
    .filter(Boolean)
  return {
    partyId: first.party_id,
    partyName: first.party_name,
    payTo: payeeTo(first),
    reference: rows.length === 1 ? referenceOf(first) : null,
    text: (numbers.join(' ') || first.title).slice(0, 140),
    amount_minor: items.reduce((sum, one) => sum + one.amount_minor - one.discount_minor, 0n),
    payOn,
    late: before(dueOn, payOn),
    items,
  }
}

/** What is paid on each day. */
export function sumsByDay(
  payments: readonly { readonly payOn: Date; readonly amount_minor: bigint }[],
  currency: string,
): { on: Date; count: number; amount: { minor: bigint; currency: string } }[] {
  const days = new Map<string, { on: Date; count: number; minor: bigint }>()
  for (const { payOn, amount_minor } of payments) {
    const day = days.get(String(payOn)) ?? { on: payOn, count: 0, minor: 0n }
    days.set(String(payOn), { on: payOn, count: day.count + 1, minor: day.minor + amount_minor })
  }
  return [...days.values()]
    .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
    .map(({ on, count, minor }) => ({ on, count, amount: { minor, currency } }))
}

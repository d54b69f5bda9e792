/**
 * What lines of the bank probably are. Evidence is asked for from the strongest to the weakest over all lines, so that a line that is
 * certain takes its item before one that only resembles it; an item gives out no more than it has left, a line is proposed once.
 */
import { fewItems, settle, several, withAmounts } from './amounts.ts'
import { compact, daysBetween, nameLikeness, nameWords, numbersIn } from './keys.ts'
import { type MatchInput, type MatchLine, type MatchRule, type Proposal, sureFrom } from './model.ts'
import { type OpenItem, Stock } from './stock.ts'

/** What one kind of evidence says of a line; null where it says nothing. Taking from the stock is its own. */
type Evidence = (line: MatchLine, stock: Stock, input: MatchInput) => Omit<Proposal, 'lineId' | 'sure'> | null

export function matchLines(input: MatchInput): Proposal[] {
  const stock = new Stock(input)
  const proposals = new Map<string, Proposal>()
  for (const evidence of evidences) {
    for (const line of input.lines) {
      if (line.minor === 0n || proposals.has(line.id)) continue
      const found = evidence(line, stock, input)
      if (found)
        proposals.set(line.id, {
          ...found,
          lineId: line.id,
          sure: found.rest_minor === 0n && found.certainty >= sureFrom,
        })
    }
  }
  return input.lines.flatMap(line => proposals.get(line.id) ?? [])
}

/** Our own payment, by the name we gave it. */
const ownPayment: Evidence = (line, stock) => {
  if (line.minor > 0n || line.reversal) return null
  for (const name of [line.endToEndId, line.instructionId]) {
    const payment = name ? stock.paymentsNamed(name, line.currency).find(one => -one.minor === line.minor) : undefined
    if (!payment) continue
    stock.takePayment(payment)
    return {
      parts: [{ is: 'payment', paymentId: payment.id, minor: line.minor }],
      rest_minor: 0n,
      reasons: [{ name: 'own-payment', params: { name: payment.payeeName } }],
      certainty: 0.99,
    }
  }
  return null
}

/** A run, or a day of it, that the bank booked as one sum. */
const ownRun: Evidence = (line, stock) => {
  if (line.minor > 0n || line.reversal) return null
  const info = line.batch?.paymentInfoId ?? null
  for (const payments of stock.paymentGroups(info, -line.minor)) {
    const first = payments[0]
    if (!first || first.currency !== line.currency) continue
    const late = daysBetween(first.payOn, line.bookedOn)
    // Booked on its day or the next bank day; a group that the bank names may come later.
    if (!info && (payments.length < 2 || late < 0 || late > 5)) continue
    for (const payment of payments) stock.takePayment(payment)
    return {
      parts: payments.map(one => ({ is: 'payment', paymentId: one.id, minor: -one.minor })),
      rest_minor: 0n,
      reasons: [{ name: 'own-run', params: { count: payments.length } }],
      certainty: info ? 0.99 : 0.95,
    }
  }
  return null
}

/** One of our payments by amount, day and account or name, where the bank gives its name no longer. */
const ownPaymentAlike: Evidence = (line, stock) => {
  if (line.minor > 0n || line.reversal) return null
  const words = nameWords(line.partyName ?? line.text)
  const alike = stock.paymentsOf(-line.minor, line.currency).filter(payment => {
    const late = daysBetween(payment.payOn, line.bookedOn)
    if (late < 0 || late > 5) return false
    const account =
      payment.payeeAccount !== null &&
      line.partyAccount !== null &&
      compact(payment.payeeAccount) === compact(line.partyAccount)
    return account || nameLikeness(words, nameWords(payment.payeeName)) >= 0.99
  })
  const [payment, ...more] = alike
  if (!payment) return null
  stock.takePayment(payment)
  return {
    parts: [{ is: 'payment', paymentId: payment.id, minor: line.minor }],
    rest_minor: 0n,
    reasons: [{ name: 'own-payment', params: { name: payment.payeeName } }],
    certainty: more.length === 0 ? 0.96 : 0.85,
  }
}

/** The reference that the payment carries is that of a bill or invoice. */
const reference: Evidence = (line, stock) => {
  const found = line.references.flatMap(one => {
    const items = stock.withReference(one.value, line.currency).filter(item => sameWay(item, line))
    const item = items.find(candidate => stock.leftOf(candidate) === line.minor) ?? items[0]
    return item ? [{ item, minor: one.minor, value: one.value }] : []
  })
  const told = [...new Map(found.map(one => [one.item.id, one])).values()]
  const [first, ...more] = told
  if (!first) return null
  if (more.length > 0) return several(line, told, stock, { name: 'references', params: { count: told.length } })
  return settle(line, first.item, stock, { name: 'reference', params: { reference: first.value } }, 0.99)
}

/** The number of a bill stands in what was written. */
const number: Evidence = (line, stock) => {
  const written = [
    line.text,
    line.instructionId ?? '',
    line.endToEndId ?? '',
    ...line.references.map(one => one.value),
  ].join(' ')
  const found = new Map<string, OpenItem>()
  for (const key of numbersIn(written)) {
    for (const item of stock.withNumber(key, line.currency)) {
      if (!sameWay(item, line)) continue
      // A short number may be anything: then the other side must be the same as well.
      if (key.length < 4 && !sameParty(item, line)) continue
      found.set(item.id, item)
    }
  }
  const items = narrowed([...found.values()], line)
  const [first, ...more] = items
  if (!first) return null
  if (more.length > 0)
    return several(
      line,
      items.map(item => ({ item, minor: null })),
      stock,
      { name: 'numbers-in-text', params: { count: items.length } },
    )
  const same = sameParty(first, line)
  const exact = stock.leftOf(first) === line.minor
  if (!exact && !same) return null
  return settle(
    line,
    first,
    stock,
    { name: 'number-in-text', params: { number: first.number ?? '' } },
    same ? 0.97 : 0.85,
  )
}

/** Amount and account of the other side. */
const account: Evidence = (line, stock) => {
  if (!line.partyAccount) return null
  const items = stock.withAccount(line.partyAccount, line.currency)
  const exact = items.filter(item => stock.leftOf(item) === line.minor)
  const item = nearest(exact, line)
  if (!item) return null
  const reason = { name: 'amount-and-account', params: { name: item.partyName } } as const
  return settle(line, item, stock, reason, exact.length === 1 ? 0.95 : 0.8)
}

/** Amount and name of the other side. */
const name: Evidence = (line, stock) => {
  const words = nameWords(line.partyName ?? line.text.split('\n')[0] ?? '')
  const exact = stock.withAmount(line.minor, line.currency).filter(item => nameLikeness(words, item.words) >= 0.6)
  const item = nearest(exact, line)
  if (!item) return null
  const parties = new Set(exact.map(one => one.partyId ?? one.partyName))
  const reason = { name: 'amount-and-name', params: { name: item.partyName } } as const
  return settle(line, item, stock, reason, exact.length === 1 ? 0.9 : parties.size === 1 ? 0.8 : 0.6)
}

/** Several bills of one party that make the sum. */
const sumOfItems: Evidence = (line, stock) => {
  const one = partyOf(line, stock)
  if (!one) return null
  const items = fewItems(stock.ofParty(one), line, stock)
  if (!items) return null
  const reason = { name: 'sum-of-items', params: { name: one.partyName, count: items.length } } as const
  return withAmounts(
    items.map(item => ({ item, minor: stock.leftOf(item) })),
    line,
    stock,
    [reason],
    0.85,
  )
}

/** The discount, where its bill was paid in time by whom it is known of. */
const discount: Evidence = (line, stock) => {
  const one = partyOf(line, stock)
  if (!one) return null
  const fits = stock.ofParty(one).filter(item => {
    const { discount: offered } = item
    if (!offered || !sameWay(item, line) || daysBetween(line.bookedOn, offered.on) < -3) return false
    const part = stock.leftOf(item) > 0n ? offered.minor : -offered.minor
    return stock.leftOf(item) - part === line.minor
  })
  const item = nearest(fits, line)
  const reason = { name: 'amount-and-name', params: { name: one.partyName } } as const
  return item ? settle(line, item, stock, reason, fits.length === 1 ? 0.9 : 0.7) : null
}

/** The sum of what an advice told one by one. */
const adviceSum: Evidence = (line, stock) => {
  if (line.kind === 'advice') return null
  const near = stock
    .adviceSum(line.minor, line.currency)
    .filter(one => Math.abs(daysBetween(one.on, line.bookedOn)) <= 4)
  const [advice, ...more] = near
  if (!advice) return null
  stock.takeAdvice(advice)
  return {
    parts: [{ is: 'role', role: 'clearing', minor: line.minor }],
    rest_minor: 0n,
    reasons: [{ name: 'advice-sum', params: {} }],
    certainty: more.length === 0 ? 0.97 : 0.9,
  }
}

const ownTransfer: Evidence = (line, _, { ownAccounts }) => {
  if (!line.partyAccount || !ownAccounts.has(compact(line.partyAccount))) return null
  return {
    parts: [{ is: 'role', role: 'clearing', minor: line.minor }],
    rest_minor: 0n,
    reasons: [{ name: 'own-transfer', params: {} }],
    certainty: 0.95,
  }
}

/** Booked so before: fees, salaries, taxes, what comes every month. Sure from the third time on. */
const learnt: Evidence = (line, _, { rules }) => {
  const direction = line.minor > 0n ? 1 : -1
  const rule = line.counterparty === '' ? undefined : ruleOf(rules, line.counterparty, direction)
  if (!rule) return null
  return {
    parts: [{ is: 'rule', ruleId: rule.id, minor: line.minor }],
    rest_minor: 0n,
    reasons: [{ name: 'learnt', params: { uses: rule.uses } }],
    certainty: rule.uses >= 3 ? 0.96 : rule.uses === 2 ? 0.9 : 0.8,
  }
}

const known = new WeakMap<readonly MatchRule[], Map<string, MatchRule>>()

function ruleOf(rules: readonly MatchRule[], counterparty: string, direction: number): MatchRule | undefined {
  let map = known.get(rules)
  if (!map) {
    map = new Map(rules.toSorted((a, b) => a.uses - b.uses).map(one => [`${one.direction} ${one.counterparty}`, one]))
    known.set(rules, map)
  }
  return map.get(`${direction} ${counterparty}`)
}

/** Only the amount, where one thing alone has it. */
const amountAlone: Evidence = (line, stock) => {
  const [item, ...more] = stock.withAmount(line.minor, line.currency)
  if (!item || more.length > 0 || daysBetween(item.issuedOn, line.bookedOn) < -3) return null
  return settle(line, item, stock, { name: 'amount-alone', params: {} }, 0.4)
}

const evidences: readonly Evidence[] = [
  ownPayment,
  ownRun,
  reference,
  adviceSum,
  number,
  ownPaymentAlike,
  account,
  ownTransfer,
  name,
  discount,
  sumOfItems,
  learnt,
  amountAlone,
]

/** Money goes the way in which the item would move it. */
function sameWay(item: OpenItem, line: MatchLine): boolean {
  return item.effect_minor > 0n === line.minor > 0n
}

function sameParty(item: OpenItem, line: MatchLine): boolean {
  const account_ = line.partyAccount ? compact(line.partyAccount) : null
  if (account_ && item.partyAccounts.some(one => compact(one) === account_)) return true
  return nameLikeness(nameWords(line.partyName ?? line.text), item.words) >= 0.6
}

/** Of several that a number may mean, those of the line's other side. */
function narrowed(items: readonly OpenItem[], line: MatchLine): OpenItem[] {
  if (items.length < 2) return [...items]
  const same = items.filter(item => sameParty(item, line))
  return same.length > 0 ? same : [...items]
}

/** An item of whoever the line is with, by account or by name. */
function partyOf(line: MatchLine, stock: Stock): OpenItem | null {
  const byAccount = line.partyAccount ? stock.withAccount(line.partyAccount, line.currency) : []
  if (byAccount[0]) return byAccount[0]
  const words = nameWords(line.partyName ?? '')
  return words.length === 0 ? null : stock.likeliestParty(words, line.currency)
}

/** The one that is due nearest to the day; the earlier of two. */
function nearest(items: readonly OpenItem[], line: MatchLine): OpenItem | null {
  const far = (item: OpenItem): number => Math.abs(daysBetween(item.dueOn, line.bookedOn))
  return (
    items.toSorted(
      (a, b) => far(a) - far(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.order - b.order),
    )[0] ?? null
  )
}

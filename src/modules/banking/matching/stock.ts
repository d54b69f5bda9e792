/** What is still open while lines are matched: nothing is given out twice. */
import { compact, nameLikeness, nameWords, numberKey } from './keys.ts'
import type { AdviceSum, MatchItem, MatchInput, OwnPayment } from './model.ts'

export interface OpenItem extends MatchItem {
  /** What the item would move on the account if it were paid: a bill is money out, a credit note of a supplier money in. */
  readonly effect_minor: bigint
  readonly words: readonly string[]
  readonly order: number
}

/** Items, payments and sums by everything that a line may tell of them; what is taken is gone. */
export class Stock {
  private readonly left = new Map<string, bigint>()
  private readonly byReference = new Map<string, OpenItem[]>()
  private readonly byNumber = new Map<string, OpenItem[]>()
  private readonly byAmount = new Map<string, OpenItem[]>()
  private readonly byParty = new Map<string, OpenItem[]>()
  private readonly byAccount = new Map<string, OpenItem[]>()
  private readonly paymentsByName = new Map<string, OwnPayment[]>()
  private readonly paymentsByAmount = new Map<string, OwnPayment[]>()
  private readonly groups = new Map<string, { readonly payments: OwnPayment[]; open_minor: bigint }>()
  private readonly parties = new Map<string, OpenItem>()
  private readonly partiesByWord = new Map<string, Set<string>>()
  private readonly takenPayments = new Set<string>()
  private readonly advices: AdviceSum[]
  private readonly takenAdvices = new Set<string>()

  constructor({ items, payments, advices }: Pick<MatchInput, 'items' | 'payments' | 'advices'>) {
    for (const [order, item] of items.entries()) this.add(item, order)
    for (const payment of payments) {
      push(this.paymentsByName, `${payment.currency} ${payment.endToEndId}`, payment)
      push(this.paymentsByAmount, `${payment.currency} ${payment.minor}`, payment)
      for (const key of groupKeys(payment)) {
        const group = this.groups.get(key) ?? { payments: [], open_minor: 0n }
        group.payments.push(payment)
        group.open_minor += payment.minor
        this.groups.set(key, group)
      }
    }
    this.advices = [...advices]
  }

  private add(item: MatchItem, order: number): void {
    const effect_minor = item.side === 'receivable' ? item.remaining_minor : -item.remaining_minor
    if (effect_minor === 0n || this.left.has(item.id)) return
    const open: OpenItem = { ...item, effect_minor, words: nameWords(item.partyName), order }
    this.left.set(item.id, effect_minor)
    if (item.reference) push(this.byReference, compact(item.reference), open)
    if (item.number) push(this.byNumber, numberKey(item.number), open)
    push(this.byAmount, `${item.currency} ${effect_minor}`, open)
    const party = partyKey(open)
    push(this.byParty, party, open)
    if (!this.parties.has(party)) this.parties.set(party, open)
    for (const word of open.words) {
      const keys = this.partiesByWord.get(word)
      if (keys) keys.add(party)
      else this.partiesByWord.set(word, new Set([party]))
    }
    for (const account of new Set(item.partyAccounts.map(compact))) push(this.byAccount, account, open)
  }

  /** What is left of an item, signed as it moves the account. */
  leftOf(item: OpenItem): bigint {
    return this.left.get(item.id) ?? 0n
  }

  /** Gives out a part of an item. A part that is more than what is left, or of the other sign, is a mistake of the program. */
  take(item: OpenItem, minor: bigint): void {
    const left = this.leftOf(item)
    const fits = left > 0n ? minor > 0n && minor <= left : minor < 0n && minor >= left
    if (!fits) throw new RangeError(`item ${item.id} has ${left} left, not ${minor}`)
    this.left.set(item.id, left - minor)
  }

  private open(list: readonly OpenItem[] | undefined, currency: string): OpenItem[] {
    return (list ?? []).filter(item => item.currency === currency && this.leftOf(item) !== 0n)
  }

  withReference(value: string, currency: string): OpenItem[] {
    return this.open(this.byReference.get(compact(value)), currency)
  }

  withNumber(key: string, currency: string): OpenItem[] {
    return this.open(this.byNumber.get(key), currency)
  }

  /** Untouched items whose whole rest is this amount. */
  withAmount(minor: bigint, currency: string): OpenItem[] {
    return this.open(this.byAmount.get(`${currency} ${minor}`), currency).filter(item => this.leftOf(item) === minor)
  }

  withAccount(account: string, currency: string): OpenItem[] {
    return this.open(this.byAccount.get(compact(account)), currency)
  }

  ofParty(item: OpenItem): OpenItem[] {
    return this.open(this.byParty.get(partyKey(item)), item.currency)
  }

  paymentsNamed(endToEndId: string, currency: string): OwnPayment[] {
    return (this.paymentsByName.get(`${currency} ${endToEndId}`) ?? []).filter(one => !this.takenPayments.has(one.id))
  }

  /** Payments of this amount that nothing has shown. */
  paymentsOf(minor: bigint, currency: string): OwnPayment[] {
    return (this.paymentsByAmount.get(`${currency} ${minor}`) ?? []).filter(one => !this.takenPayments.has(one.id))
  }

  /** Payments that a bank may have booked as this sum: those of the file's group that it names, or of a run's day. */
  *paymentGroups(paymentInfoId: string | null, sum_minor: bigint): Iterable<OwnPayment[]> {
    for (const [key, group] of this.groups) {
      if (group.open_minor !== sum_minor || (paymentInfoId ? key !== `info ${paymentInfoId}` : key.startsWith('info ')))
        continue
      yield group.payments.filter(one => !this.takenPayments.has(one.id))
    }
  }

  /** The party whose name has the most of these words, by one of its items; null where two have as many. */
  likeliestParty(words: readonly string[], currency: string): OpenItem | null {
    const keys = new Set(words.flatMap(word => [...(this.partiesByWord.get(word) ?? [])]))
    let best: OpenItem | null = null
    let most = 0.79
    let tie = false
    for (const key of keys) {
      const item = this.parties.get(key) as OpenItem
      const likeness = nameLikeness(words, item.words)
      if (item.currency !== currency || likeness < most) continue
      tie = likeness === most
      if (likeness > most) [best, most] = [item, likeness]
    }
    return tie ? null : best
  }

  takePayment(payment: OwnPayment): void {
    if (this.takenPayments.has(payment.id)) throw new RangeError(`payment ${payment.id} is taken`)
    this.takenPayments.add(payment.id)
    for (const key of groupKeys(payment)) (this.groups.get(key) as { open_minor: bigint }).open_minor -= payment.minor
  }

  adviceSum(minor: bigint, currency: string): AdviceSum[] {
    return this.advices.filter(
      one => one.minor === minor && one.currency === currency && !this.takenAdvices.has(one.id),
    )
  }

  takeAdvice(advice: AdviceSum): void {
    if (this.takenAdvices.has(advice.id)) throw new RangeError(`advice ${advice.id} is taken`)
    this.takenAdvices.add(advice.id)
  }
}

function groupKeys({ runId, payOn, paymentInfoId }: OwnPayment): string[] {
  return [`run ${runId} ${payOn}`, ...(paymentInfoId ? [`info ${paymentInfoId}`] : [])]
}

function partyKey(item: Pick<MatchItem, 'partyId' | 'partyName'>): string {
  return item.partyId ?? `name ${nameWords(item.partyName).join(' ')}`
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

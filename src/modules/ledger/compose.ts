/**
 * How a wished entry becomes postings, purely: accounts by role, tax by code, currencies by rate; whole minor units
 * throughout. What comes out adds up to nothing, or the reason why it cannot is given.
 */
import { decimalOfMoney, minorDigits, type Money } from '../../kernel/money.ts'
import type { RefusalData, RefusalDeclaration } from '../../kernel/refusal.ts'
import * as r from './contract/refusals.ts'
import type { VatKind, VatPart } from './contract/shapes.ts'
import type { AccountRole, BookLine } from './contract/wish.ts'

export interface VatFacts {
  readonly kind: VatKind
  /** Hundredths of a percent. */
  readonly rate: number
  /** How much of the tax may be deducted, in hundredths of a percent. */
  readonly deductible: number
  readonly taxAccount: string | null
  readonly dueAccount: string | null
}

/** What the books know of what a wish names. */
export interface ChartFacts {
  readonly currency: string
  readonly accounts: ReadonlyMap<string, { readonly inUse: boolean }>
  readonly roles: ReadonlyMap<AccountRole, string>
  readonly vatCodes: ReadonlyMap<string, VatFacts>
}

export interface Posting {
  readonly account: string
  /** In the currency of the books; debit above nothing. */
  readonly amount: bigint
  readonly foreign: Money | null
  readonly vatCode: string | null
  readonly vatPart: VatPart | null
  readonly dimensions: Readonly<Record<string, string>> | null
  readonly partyId: string | null
  readonly text: string | null
}

export interface Refused {
  readonly refused: RefusalDeclaration
  readonly data: RefusalData
}

/** Divides and rounds to the nearest whole, halves away from nothing. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor
}

/** The tax of a net amount by a rate in hundredths of a percent. */
export const taxOf = (net: bigint, rate: number): bigint => roundedQuotient(net * BigInt(rate), 10_000n)

const rateDigits = 10

/** A rate's decimal text as a whole number of ten-thousand-millionths. */
export function scaledRate(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(rateDigits, '0').slice(0, rateDigits))
}

/** What an amount is worth in the currency of the books, by what one unit is worth. */
export function converted({ minor, currency }: Money, rate: string, into: string): bigint {
  const shift = minorDigits(currency) - minorDigits(into) + rateDigits
  return roundedQuotient(minor * scaledRate(rate), 10n ** BigInt(shift))
}

const isReversed = (kind: VatKind): boolean => kind === 'reverse-charge' || kind === 'import'

interface Part extends Omit<Posting, 'amount' | 'foreign'> {
  readonly money: Money
  /** What it was worth, where that is known otherwise than by a rate. */
  readonly worth?: Money
}

/** The postings of one line in its own currency: what it says, and the tax of its code. */
function partsOf(line: BookLine, facts: ChartFacts): Part[] | Refused {
  const account = line.account ?? facts.roles.get(line.role!)
  if (!account) return { refused: r.roleUnassigned, data: { role: line.role! } }
  const common = { dimensions: line.dimensions ?? null, partyId: line.partyId ?? null, text: line.text ?? null }
  const base = { ...common, account, money: line.amount }
  if (!line.vatCode) {
    const untaxed = { ...base, vatCode: null, vatPart: null, ...(line.worth ? { worth: line.worth } : {}) }
    return !line.vat || line.vat.minor === 0n ? [untaxed] : { refused: r.vatCodeUnknown, data: { code: '' } }
  }
  const code = facts.vatCodes.get(line.vatCode)
  if (!code) return { refused: r.vatCodeUnknown, data: { code: line.vatCode } }
  return taxParts(line, code, { ...base, vatCode: line.vatCode, vatPart: 'base' })
}

function taxParts(line: BookLine, code: VatFacts, base: Part): Part[] | Refused {
  const { currency } = line.amount
  const tax = code.kind === 'none' ? 0n : (line.vat?.minor ?? taxOf(line.amount.minor, code.rate))
  if (tax === 0n) return [base]
  const reversed = isReversed(code.kind)
  if (!code.taxAccount || (reversed && !code.dueAccount))
    return { refused: r.vatAccountsMissing, data: { code: line.vatCode! } }
  const deducted = code.kind === 'sale' ? tax : roundedQuotient(tax * BigInt(code.deductible), 10_000n)
  const parts = [base]
  // what may not be deducted is a part of the cost
  if (tax !== deducted)
    parts.push({ ...base, vatCode: null, vatPart: null, money: { minor: tax - deducted, currency } })
  if (deducted !== 0n)
    parts.push({ ...base, account: code.taxAccount, vatPart: 'tax', money: { minor: deducted, currency } })
  if (reversed) parts.push({ ...base, account: code.dueAccount!, vatPart: 'due', money: { minor: -tax, currency } })
  return parts
}

/** The postings of an entry; `rateOf` gives what one unit of a currency is worth in the currency of the books. */
export function compose(
  lines: readonly BookLine[],
  facts: ChartFacts,
  rateOf: (currency: string) => string | null,
): readonly Posting[] | Refused {
  const parts: Part[] = []
  for (const line of lines) {
    const made = partsOf(line, facts)
    if ('refused' in made) return made
    parts.push(...made)
  }
  for (const { account } of parts) {
    const known = facts.accounts.get(account)
    if (!known) return { refused: r.accountUnknown, data: { account } }
    if (!known.inUse) return { refused: r.accountNotInUse, data: { account } }
  }
  return balanced(parts, facts.currency, rateOf)
}

function balanced(
  parts: readonly Part[],
  currency: string,
  rateOf: (currency: string) => string | null,
): readonly Posting[] | Refused {
  const currencies = new Set(parts.map(({ money }) => money.currency))
  if (currencies.size === 1) {
    const [only] = currencies
    const difference = parts.reduce((sum, { money }) => sum + money.minor, 0n)
    if (difference !== 0n) return unbalanced(difference, only!)
  }
  const postings: { amount: bigint; part: Part }[] = []
  for (const part of parts) {
    if (part.money.currency === currency) {
      postings.push({ amount: part.money.minor, part })
      continue
    }
    if (part.worth?.currency === currency) {
      postings.push({ amount: part.worth.minor, part })
      continue
    }
    const rate = rateOf(part.money.currency)
    if (!rate) return { refused: r.rateMissing, data: { currency: part.money.currency } }
    postings.push({ amount: converted(part.money, rate, currency), part })
  }
  const difference = postings.reduce((sum, { amount }) => sum + amount, 0n)
  if (difference !== 0n) {
    // each converted amount may be off by half a minor unit; more than that is no rounding
    const foreign = postings.filter(({ part }) => part.money.currency !== currency && part.worth === undefined)
    const allowed = BigInt(Math.floor((foreign.length + 1) / 2))
    if (foreign.length === 0 || difference > allowed || -difference > allowed) return unbalanced(difference, currency)
    const largest = foreign.reduce((a, b) => (size(b.amount) > size(a.amount) ? b : a))
    largest.amount -= difference
  }
  return postings.map(({ amount, part: { money, worth: _worth, ...rest } }) => ({
    ...rest,
    amount,
    foreign: money.currency === currency ? null : money,
  }))
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

const unbalanced = (minor: bigint, currency: string): Refused => ({
  refused: r.entryUnbalanced,
  data: { difference: `${decimalOfMoney({ minor, currency })} ${currency}` },
})

/** The postings of a reversal: each the other way round, under the same codes. */
export const reversed = (postings: readonly Posting[]): readonly Posting[] =>
  postings.map(posting => ({
    ...posting,
    amount: -posting.amount,
    foreign: posting.foreign && { ...posting.foreign, minor: -posting.foreign.minor },
  }))

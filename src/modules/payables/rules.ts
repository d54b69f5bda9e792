/** The rules by which a bill is doubted: pure, each with what it is found on. Words stand in the catalogue, `alarm.<rule>`. */
import { checkReference } from '../../formats/references/check.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import type { AlarmRule, Severity } from './contract/shapes.ts'
import { type AccountScheme, accountHolds, accountPrinted, type ReferenceScheme, referenceFails } from './pay-to.ts'

export interface Doubted {
  readonly kind: 'bill' | 'credit-note'
  readonly supplierId: string | null
  readonly numberKey: string | null
  readonly number: string | null
  readonly issuedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly receivedOn: Temporal.PlainDate
  readonly currency: string
  readonly total: bigint
  readonly vat: bigint | null
  readonly lines: readonly { readonly net: bigint; readonly vat: bigint }[]
  readonly account: { readonly scheme: AccountScheme; readonly number: string } | null
  readonly reference: { readonly scheme: ReferenceScheme; readonly value: string } | null
}

/** An earlier bill of the same supplier. */
export interface Earlier {
  readonly id: string
  readonly number: string | null
  readonly numberKey: string | null
  readonly issuedOn: Temporal.PlainDate
  readonly total: bigint
  readonly currency: string
  readonly kind: 'bill' | 'credit-note'
  /** It was here first: of two that are one, the later is the copy. */
  readonly isBefore: boolean
  readonly accountScheme: AccountScheme | null
  readonly account: string | null
  readonly referenceScheme: ReferenceScheme | null
}

export interface Circumstances {
  readonly country: string
  readonly officeCurrency: string
  readonly earlier: readonly Earlier[]
  /** Accounts that the directory knows of the supplier, or that were paid before. */
  readonly knownAccounts: readonly { readonly scheme: AccountScheme; readonly number: string }[]
  /** Rates of VAT in force, in hundredths of a percent; empty where no codes are kept. */
  readonly rates: readonly number[]
  /** A company or VAT number of the supplier that is none. */
  readonly wrongNumber: string | null
}

export interface Finding {
  readonly rule: AlarmRule
  readonly severity: Severity
  readonly data: Readonly<Record<string, string | number | readonly string[]>>
  /** What it was found on: another finding on the same is the same. */
  readonly about: string
}

type Rule = (bill: Doubted, around: Circumstances) => Finding | null

const found = (rule: AlarmRule, severity: Severity, about: string, data: Finding['data'] = {}): Finding => ({
  rule,
  severity,
  data,
  about: about.slice(0, 300),
})

/** Days between two bills of one sum that are near enough to be one bill sent twice. */
const nearDays = 10

const duplicateNumber: Rule = (bill, { earlier }) => {
  if (bill.numberKey === null || bill.supplierId === null) return null
  const same = earlier.find(one => one.isBefore && one.numberKey === bill.numberKey && one.kind === bill.kind)
  return same
    ? found('duplicate-number', 'stop', same.id, { number: same.number ?? '', on: `${same.issuedOn}`, id: same.id })
    : null
}

const duplicateAmount: Rule = (bill, { earlier }) => {
  const near = earlier.find(
    one =>
      one.isBefore &&
      one.kind === bill.kind &&
      one.total === bill.total &&
      one.currency === bill.currency &&
      (one.numberKey === null || one.numberKey !== bill.numberKey) &&
      Math.abs(one.issuedOn.until(bill.issuedOn).days) <= nearDays,
  )
  return near
    ? found('duplicate-amount', 'look', near.id, { number: near.number ?? '–', on: `${near.issuedOn}`, id: near.id })
    : null
}

/** A national number stands at the end of an IBAN; shorter ones do so by chance. */
const fewestDigitsInside = 7
export function sameAccount(a: { number: string }, b: { number: string }): boolean {
  const [long, short] = a.number.length >= b.number.length ? [a.number, b.number] : [b.number, a.number]
  const inside = /^[A-Z]{2}\d{2}/.test(long) && short.length >= fewestDigitsInside && /^\d+$/.test(short)
  return long === short || (inside && long.slice(4).endsWith(short))
}

const countryOf = ({ scheme, number }: { scheme: AccountScheme; number: string }, home: string): string =>
  scheme === 'iban' ? number.slice(0, 2) : home

const accountChanged: Rule = ({ account }, { knownAccounts, country }) => {
  if (!account || knownAccounts.length === 0 || knownAccounts.some(known => sameAccount(known, account))) return null
  const abroad = knownAccounts.every(known => countryOf(known, country) !== countryOf(account, country))
  return found('account-changed', 'stop', account.number, {
    account: accountPrinted(account),
    known: knownAccounts.slice(0, 5).map(accountPrinted),
    country: abroad ? countryOf(account, country) : '',
  })
}

const accountWrong: Rule = ({ account }, { country }) =>
  account && accountHolds(account, country) === false
    ? found('account-wrong', 'stop', account.number, { account: accountPrinted(account) })
    : null

/** Multibanco checks entity, reference and amount together: a bill over another sum has another reference. */
const multibancoWrong = ({ reference, total, currency }: Doubted): boolean =>
  reference?.scheme === 'multibanco' &&
  (currency !== 'EUR' ||
    checkReference({ scheme: 'multibanco', value: reference.value, amount_minor: total }).right === false)

const referenceWrong: Rule = (bill, { earlier }) => {
  const { reference } = bill
  if (multibancoWrong(bill))
    return found('reference-wrong', 'look', `${reference!.value} ${bill.total}`, { reference: reference!.value })
  return reference &&
    referenceFails(
      reference,
      earlier.flatMap(one => one.referenceScheme ?? []),
    )
    ? found('reference-wrong', 'look', reference.value, { reference: reference.value })
    : null
}

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
const median = (values: readonly number[]): number => middle(values.toSorted((a, b) => a - b))

/** Earlier bills that are needed before a sum can be called unusual. */
const fewestEarlier = 4

/**
 * Further from the median than 3.5 robust deviations (1.4826 × median of the distances) and than a third of it: one large bill
 * among small ones does not hide the next.
 */
const amountUnusual: Rule = (bill, { earlier }) => {
  if (bill.kind !== 'bill') return null
  const sums = earlier
    .filter(one => one.kind === 'bill' && one.currency === bill.currency)
    .slice(0, 24)
    .map(one => Number(one.total))
  if (sums.length < fewestEarlier) return null
  const usual = median(sums)
  const spread = 1.4826 * median(sums.map(sum => Math.abs(sum - usual)))
  const away = Math.abs(Number(bill.total) - usual)
  if (away <= Math.max(3.5 * spread, usual / 3)) return null
  return found('amount-unusual', 'look', `${bill.total}`, {
    usual: decimalOfMoney({ minor: BigInt(Math.round(usual)), currency: bill.currency }),
    currency: bill.currency,
    count: sums.length,
  })
}

/** A line's tax may differ by its rounding; more lines, more of it. */
const roundingOf = (lines: number): bigint => BigInt(Math.max(1, lines)) + 1n

const vatDiffers: Rule = ({ total, vat, lines }, { rates }) => {
  if (vat === null) return null
  const net = total - vat
  const zero = vat === 0n
  const fits = (of: bigint, tax: bigint): boolean =>
    rates.some(rate => {
      const away = (of * BigInt(rate)) / 10_000n - tax
      return away <= roundingOf(1) && away >= -roundingOf(1)
    })
  if (!zero && rates.length > 0 && lines.length <= 1 && net > 0n) {
    // several rates on one paper lie between the lowest and the highest
    const [least, most] = [Math.min(...rates), Math.max(...rates)]
    const between = vat >= (net * BigInt(least)) / 10_000n - 2n && vat <= (net * BigInt(most)) / 10_000n + 2n
    if (!fits(net, vat) && !between) return found('vat-differs', 'look', `${total}:${vat}`, { vat: `${vat}` })
  }
  const sum = lines.reduce((all, line) => all + line.vat, 0n)
  const away = sum - vat
  return lines.length > 0 && (away > roundingOf(lines.length) || away < -roundingOf(lines.length))
    ? found('vat-differs', 'look', `${sum}:${vat}`, { vat: `${vat}`, lines: `${sum}` })
    : null
}

const numberInvalid: Rule = (_bill, { wrongNumber }) =>
  wrongNumber ? found('number-invalid', 'look', wrongNumber, { number: wrongNumber }) : null

const senderUnknown: Rule = ({ supplierId }) => (supplierId === null ? found('sender-unknown', 'look', '') : null)

const duePast: Rule = ({ dueOn, receivedOn }) =>
  Temporal.PlainDate.compare(dueOn, receivedOn) < 0 ? found('due-past', 'told', `${dueOn}`, { on: `${dueOn}` }) : null

const currencyUnusual: Rule = ({ currency, kind }, { earlier, officeCurrency }) => {
  if (currency === officeCurrency && earlier.length === 0) return null
  const before = earlier.filter(one => one.kind === kind)
  const unusual = before.length > 0 ? before.every(one => one.currency !== currency) : currency !== officeCurrency
  return unusual
    ? found('currency-unusual', before.length > 0 ? 'look' : 'told', currency, {
        currency,
        usual: before[0]?.currency ?? officeCurrency,
      })
    : null
}

const rules: readonly Rule[] = [
  accountChanged,
  accountWrong,
  duplicateNumber,
  duplicateAmount,
  referenceWrong,
  amountUnusual,
  vatDiffers,
  numberInvalid,
  senderUnknown,
  duePast,
  currencyUnusual,
]

/** Everything that is doubtful of a bill, the gravest first. */
export const doubtsOf = (bill: Doubted, around: Circumstances): Finding[] =>
  rules.flatMap(rule => rule(bill, around) ?? [])

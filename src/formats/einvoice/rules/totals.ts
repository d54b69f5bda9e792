import {
  type Decimal,
  absolute,
  compare,
  dividedBy,
  equal,
  minus,
  plus,
  round,
  times,
  whole,
  zero,
} from '../../decimal.ts'
import type { Fact } from '../fact.ts'
import type { Adjustment, Line, Tax, TaxTotal, Totals } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { cents, figures, filled, invoiceOf, isVat, linesOf, total, twoDecimals, value } from './ask.ts'
import { type Rule, type RuleGroup, rulesFor } from './rule.ts'

/** An amount equals what it is computed from; what does not stand there equals nothing. */
function equals(stated: Fact | null, computed: Decimal | null): boolean {
  const amount = value(stated)
  return amount !== null && computed !== null && equal(amount, computed)
}

function adjustments(read: ReadInvoice, charge: boolean): readonly Adjustment<Fact>[] {
  return read.invoice.adjustments.filter(one => one.charge === charge)
}

function sumOfLines(read: ReadInvoice): Decimal {
  return cents(total(linesOf(read).map(one => one.amount)))
}

function sumOfAdjustments(read: ReadInvoice, charge: boolean): Decimal {
  return cents(total(adjustments(read, charge).map(one => one.amount)))
}

/** BT-109 from the totals above it; rounded only where something was added or taken off. */
function netOf(t: Totals<Fact>): Decimal | null {
  const lines = value(t.lines)
  if (!lines) return null
  if (!t.allowances && !t.charges) return lines
  return cents(minus(plus(lines, value(t.charges) ?? zero), value(t.allowances) ?? zero))
}

/** BT-115 from BT-112, BT-113 and BT-114. */
function dueOf(t: Totals<Fact>): Decimal | null {
  const gross = value(t.gross)
  return gross && cents(plus(minus(gross, value(t.paid) ?? zero), value(t.rounding) ?? zero))
}

function taxTotalIn(read: ReadInvoice, currency: Fact | null): readonly (Fact | null)[] {
  return read.invoice.taxTotals
    .filter(one => one.amount !== null && one.currency?.text === currency?.text)
    .map(one => one.amount)
}

function grossOf(read: ReadInvoice): Decimal | null {
  const net = value(read.invoice.totals?.net)
  const [tax] = taxTotalIn(read, read.invoice.currency)
  return net && cents(plus(net, value(tax) ?? zero))
}

/** Exactly one VAT total stands in the currency of the invoice, and the totals add up. CII may leave out a VAT total of nothing. */
function grossAddsUp(read: ReadInvoice): boolean {
  const { currency, totals } = read.invoice
  if (!currency) return true
  const stated = taxTotalIn(read, currency)
  const allowed = stated.length === 1 || (read.syntax === 'cii' && read.invoice.taxTotals.every(one => !one.amount))
  const computed = grossOf(read)
  return allowed && equals(totals?.gross ?? null, computed)
}

/** BR-CO-14; CII may leave out a VAT total of nothing. */
function vatAddsUp(stated: TaxTotal<Fact>, mayBeAbsent: boolean): boolean {
  const computed = cents(total(stated.taxes.map(each => each.amount)))
  return equals(stated.amount, computed) || (mayBeAbsent && !stated.amount && computed.units === 0n)
}

const hundred = whole(100)
const one = whole(1)

/** BT-117 that BT-116 and BT-119 give. */
export function taxAt(base: Decimal, rate: Decimal): Decimal {
  return cents(dividedBy(times(absolute(base), rate), hundred))
}

/** Less than one unit of the currency apart: sums of rounded lines may differ from the rounded sum. */
export function within(a: Decimal, b: Decimal): boolean {
  return compare(absolute(minus(a, b)), one) < 0
}

/** BR-CO-17; a tax without a rate, or with a rate of nothing, is nothing. */
function taxComputes(tax: Tax<Fact>): boolean {
  const rate = isVat(tax.category) ? value(tax.category?.rate) : null
  const amount = value(tax.amount)
  if (rate === null || round(rate, 0).units === 0n) return amount !== null && round(amount, 0).units === 0n
  const base = value(tax.base)
  return amount !== null && base !== null && within(absolute(amount), taxAt(base, rate))
}

function decimals<S>(id: string, term: string, of: (subject: S) => Fact | null): Rule<S> {
  const says = `${term} has at most two decimals.`
  return { id, says, words: ['decimals', term], holds: subject => twoDecimals(of(subject)) }
}

const computedOr = (stated: Fact | null, computed: Decimal | null): Record<string, string> =>
  computed ? figures(stated, computed) : {}

// biome-ignore format: one rule a row
export const totalRules: readonly RuleGroup[] = [
  rulesFor(({ invoice }) => (invoice.totals ? [invoice.totals] : []), [
    { id: 'BR-12', holds: t => t.lines !== null, words: ['missing', 'BT-106'], says: 'The sum of the lines (BT-106) is stated.' },
    { id: 'BR-13', holds: t => t.net !== null, words: ['missing', 'BT-109'], says: 'The total without VAT (BT-109) is stated.' },
    { id: 'BR-14', holds: t => t.gross !== null, words: ['missing', 'BT-112'], says: 'The total with VAT (BT-112) is stated.' },
    { id: 'BR-15', holds: t => t.due !== null, words: ['missing', 'BT-115'], says: 'The amount due (BT-115) is stated.' },
    { id: 'BR-CO-10', holds: (t, r) => equals(t.lines, sumOfLines(r)), words: ['sum-differs', 'BT-106'], shows: (t, r) => figures(t.lines, sumOfLines(r)), says: 'The sum of the lines (BT-106) equals their net amounts (BT-131).' },
    { id: 'BR-CO-11', holds: (t, r) => (t.allowances === null && adjustments(r, false).length === 0) || equals(t.allowances, sumOfAdjustments(r, false)), words: ['sum-differs', 'BT-107'], shows: (t, r) => figures(t.allowances, sumOfAdjustments(r, false)), says: 'The sum of allowances (BT-107) equals the allowances (BT-92).' },
    { id: 'BR-CO-12', holds: (t, r) => (t.charges === null && adjustments(r, true).length === 0) || equals(t.charges, sumOfAdjustments(r, true)), words: ['sum-differs', 'BT-108'], shows: (t, r) => figures(t.charges, sumOfAdjustments(r, true)), says: 'The sum of charges (BT-108) equals the charges (BT-99).' },
    { id: 'BR-CO-13', holds: t => equals(t.net, netOf(t)), words: ['sum-differs', 'BT-109'], shows: t => computedOr(t.net, netOf(t)), says: 'The total without VAT (BT-109) is the lines (BT-106), less allowances (BT-107), plus charges (BT-108).' },
    { id: 'BR-CO-16', holds: t => equals(t.due, dueOf(t)), words: ['sum-differs', 'BT-115'], shows: t => computedOr(t.due, dueOf(t)), says: 'The amount due (BT-115) is the total with VAT (BT-112), less what was paid (BT-113), plus rounding (BT-114).' },
    decimals('BR-DEC-09', 'BT-106', (t: Totals<Fact>) => t.lines),
    decimals('BR-DEC-10', 'BT-107', (t: Totals<Fact>) => t.allowances),
    decimals('BR-DEC-11', 'BT-108', (t: Totals<Fact>) => t.charges),
    decimals('BR-DEC-12', 'BT-109', (t: Totals<Fact>) => t.net),
    decimals('BR-DEC-14', 'BT-112', (t: Totals<Fact>) => t.gross),
    decimals('BR-DEC-16', 'BT-113', (t: Totals<Fact>) => t.paid),
    decimals('BR-DEC-17', 'BT-114', (t: Totals<Fact>) => t.rounding),
    decimals('BR-DEC-18', 'BT-115', (t: Totals<Fact>) => t.due),
  ]),
  rulesFor(invoiceOf, [
    { id: 'BR-CO-15', holds: (_, r) => grossAddsUp(r), words: ['sum-differs', 'BT-112'], shows: (i, r) => computedOr(i.totals?.gross ?? null, grossOf(r)), says: 'The total with VAT (BT-112) is the total without (BT-109) plus the one VAT total in that currency (BT-110).' },
  ]),
  rulesFor(({ invoice }) => invoice.taxTotals, [
    { id: 'BR-CO-14', holds: (t, { syntax }) => t.taxes.length === 0 || vatAddsUp(t, syntax === 'cii'), words: ['sum-differs', 'BT-110'], shows: t => figures(t.amount, total(t.taxes.map(each => each.amount))), says: 'The VAT total (BT-110) equals the VAT of the categories (BT-117).' },
    { id: 'BR-DEC-13', holds: (t, { invoice }) => t.currency?.text !== invoice.currency?.text || twoDecimals(t.amount), words: ['decimals', 'BT-110'], says: 'BT-110 has at most two decimals.' },
    { id: 'BR-DEC-15', holds: (t, { invoice }) => !invoice.taxCurrency || t.currency?.text !== invoice.taxCurrency.text || twoDecimals(t.amount), words: ['decimals', 'BT-111'], says: 'BT-111 has at most two decimals.' },
  ]),
  rulesFor(({ invoice }) => invoice.taxTotals.flatMap(t => t.taxes), [
    { id: 'BR-45', holds: t => t.base !== null, words: ['missing', 'BT-116'], says: 'A VAT breakdown (BG-23) has a taxable amount (BT-116).' },
    { id: 'BR-46', holds: t => t.amount !== null, words: ['missing', 'BT-117'], says: 'A VAT breakdown (BG-23) has a tax amount (BT-117).' },
    { id: 'BR-47', holds: t => isVat(t.category) && t.category?.code !== null, words: ['missing', 'BT-118'], says: 'A VAT breakdown (BG-23) has a category of VAT (BT-118).' },
    { id: 'BR-48', holds: t => isVat(t.category) && (t.category?.rate !== null || t.category.code?.text === 'O'), words: ['missing', 'BT-119'], says: 'A VAT breakdown (BG-23) has a rate (BT-119), unless it is not subject to VAT.' },
    { id: 'BR-CO-17', holds: taxComputes, words: ['sum-differs', 'BT-117'], shows: t => { const base = value(t.base); const rate = value(t.category?.rate); return base && rate ? figures(t.amount, taxAt(base, rate)) : {} }, says: 'The VAT of a category (BT-117) is its taxable amount (BT-116) times its rate (BT-119).' },
    decimals('BR-DEC-19', 'BT-116', (t: Tax<Fact>) => t.base),
    decimals('BR-DEC-20', 'BT-117', (t: Tax<Fact>) => t.amount),
  ]),
  rulesFor(({ invoice }) => invoice.adjustments.filter(a => a.charge === false), [
    { id: 'BR-31', holds: a => a.amount !== null, words: ['missing', 'BT-92'], says: 'An allowance (BG-20) has an amount (BT-92).' },
    { id: 'BR-32', holds: a => isVat(a.vat) && a.vat?.code !== null, words: ['missing', 'BT-95'], says: 'An allowance (BG-20) has a category of VAT (BT-95).' },
    { id: 'BR-33', holds: hasReason, words: ['missing', 'BT-97'], says: 'An allowance (BG-20) has a reason (BT-97) or its code (BT-98).' },
    { id: 'BR-CO-21', holds: hasReason, words: ['missing', 'BT-97'], says: 'An allowance (BG-20) has a reason (BT-97), its code (BT-98), or both.' },
    decimals('BR-DEC-01', 'BT-92', (a: Adjustment<Fact>) => a.amount),
    decimals('BR-DEC-02', 'BT-93', (a: Adjustment<Fact>) => a.base),
  ]),
  rulesFor(({ invoice }) => invoice.adjustments.filter(a => a.charge === true), [
    { id: 'BR-36', holds: a => a.amount !== null, words: ['missing', 'BT-99'], says: 'A charge (BG-21) has an amount (BT-99).' },
    { id: 'BR-37', holds: a => isVat(a.vat) && a.vat?.code !== null, words: ['missing', 'BT-102'], says: 'A charge (BG-21) has a category of VAT (BT-102).' },
    { id: 'BR-38', holds: hasReason, words: ['missing', 'BT-104'], says: 'A charge (BG-21) has a reason (BT-104) or its code (BT-105).' },
    { id: 'BR-CO-22', holds: hasReason, words: ['missing', 'BT-104'], says: 'A charge (BG-21) has a reason (BT-104), its code (BT-105), or both.' },
    decimals('BR-DEC-05', 'BT-99', (a: Adjustment<Fact>) => a.amount),
    decimals('BR-DEC-06', 'BT-100', (a: Adjustment<Fact>) => a.base),
  ]),
  rulesFor(linesOf, [
    { id: 'BR-21', holds: l => filled(l.id), words: ['missing', 'BT-126'], says: 'A line (BG-25) has an identifier (BT-126).' },
    { id: 'BR-22', holds: l => l.quantity !== null, words: ['missing', 'BT-129'], says: 'A line (BG-25) has a quantity (BT-129).' },
    { id: 'BR-23', holds: l => l.unit !== null, words: ['missing', 'BT-130'], says: 'The quantity of a line has a unit (BT-130).' },
    { id: 'BR-24', holds: l => l.amount !== null, words: ['missing', 'BT-131'], says: 'A line (BG-25) has a net amount (BT-131).' },
    { id: 'BR-25', holds: l => filled(l.item?.name), words: ['missing', 'BT-153'], says: 'A line (BG-25) has the name of the item (BT-153).' },
    { id: 'BR-26', holds: l => !!l.price?.net, words: ['missing', 'BT-146'], says: 'A line (BG-25) has a net price (BT-146).' },
    { id: 'BR-27', holds: l => (value(l.price?.net)?.units ?? -1n) >= 0n, words: ['negative', 'BT-146'], says: 'The net price of an item (BT-146) is not negative.' },
    { id: 'BR-28', holds: l => !l.price?.gross || (value(l.price.gross)?.units ?? -1n) >= 0n, words: ['negative', 'BT-148'], says: 'The gross price of an item (BT-148) is not negative.' },
    { id: 'BR-CO-04', holds: l => isVat(l.vat) && l.vat?.code !== null, words: ['missing', 'BT-151'], says: 'A line (BG-25) has a category of VAT (BT-151).' },
    decimals('BR-DEC-23', 'BT-131', (l: Line<Fact>) => l.amount),
  ]),
  rulesFor(r => linesOf(r).flatMap(l => l.adjustments.filter(a => a.charge === false)), [
    { id: 'BR-41', holds: a => a.amount !== null, words: ['missing', 'BT-136'], says: 'An allowance of a line (BG-27) has an amount (BT-136).' },
    { id: 'BR-42', holds: hasReason, words: ['missing', 'BT-139'], says: 'An allowance of a line (BG-27) has a reason (BT-139) or its code (BT-140).' },
    { id: 'BR-CO-23', holds: hasReason, words: ['missing', 'BT-139'], says: 'An allowance of a line (BG-27) has a reason (BT-139), its code (BT-140), or both.' },
    decimals('BR-DEC-24', 'BT-136', (a: Adjustment<Fact>) => a.amount),
    decimals('BR-DEC-25', 'BT-137', (a: Adjustment<Fact>) => a.base),
  ]),
  rulesFor(r => linesOf(r).flatMap(l => l.adjustments.filter(a => a.charge === true)), [
    { id: 'BR-43', holds: a => a.amount !== null, words: ['missing', 'BT-141'], says: 'A charge of a line (BG-28) has an amount (BT-141).' },
    { id: 'BR-44', holds: hasReason, words: ['missing', 'BT-144'], says: 'A charge of a line (BG-28) has a reason (BT-144) or its code (BT-145).' },
    { id: 'BR-CO-24', holds: hasReason, words: ['missing', 'BT-144'], says: 'A charge of a line (BG-28) has a reason (BT-144), its code (BT-145), or both.' },
    decimals('BR-DEC-27', 'BT-141', (a: Adjustment<Fact>) => a.amount),
    decimals('BR-DEC-28', 'BT-142', (a: Adjustment<Fact>) => a.base),
  ]),
]

function hasReason(a: Adjustment<Fact>): boolean {
  return a.reason !== null || a.reasonCode !== null
}

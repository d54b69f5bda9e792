import { type Decimal, decimalText, round, sum, zero } from '../../decimal.ts'
import type { XmlElement } from '../../xml/element.ts'
import type { Fact } from '../fact.ts'
import type { Adjustment, Invoice, Line, Tax, VatCategory } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'

/** What rules ask of an invoice, in few words. */

export function filled(fact: Fact | null | undefined): fact is Fact {
  return fact !== null && fact !== undefined && fact.text !== ''
}

export function value(fact: Fact | null | undefined): Decimal | null {
  return fact?.decimal ?? null
}

/** At most two decimals; what is absent has none. */
export function twoDecimals(fact: Fact | null | undefined): boolean {
  return !fact || fact.text.length - (fact.text.indexOf('.') + 1 || fact.text.length) <= 2
}

export function invoiceOf(read: ReadInvoice): readonly Invoice<Fact>[] {
  return [read.invoice]
}

export function linesOf({ invoice }: ReadInvoice): readonly Line<Fact>[] {
  return invoice.lines
}

export function taxesOf(invoice: Invoice<Fact>): readonly Tax<Fact>[] {
  return invoice.taxTotals.flatMap(one => one.taxes)
}

/** Allowances and charges of the invoice and of its lines. */
export function allAdjustments(invoice: Invoice<Fact>): readonly Adjustment<Fact>[] {
  return [...invoice.adjustments, ...invoice.lines.flatMap(one => one.adjustments)]
}

export function isVat(category: VatCategory<Fact> | null): boolean {
  return category?.scheme?.text.toUpperCase() === 'VAT'
}

/** The code of a category of VAT; null for another tax or none. */
export function vatCode(category: VatCategory<Fact> | null): string | null {
  return category && isVat(category) ? (category.code?.text ?? null) : null
}

export function total(facts: readonly (Fact | null)[]): Decimal {
  return sum(facts.map(one => value(one) ?? zero))
}

/** Rounded to the cents that totals are stated in. */
export function cents(amount: Decimal): Decimal {
  return round(amount, 2)
}

export function figures(says: Fact | null | undefined, computed: Decimal): Record<string, string> {
  return { says: says?.text ?? '-', computed: decimalText(cents(computed), 2) }
}

export function present(fact: Fact | null | undefined): Fact[] {
  return fact ? [fact] : []
}

/** Only for invoices of that syntax. */
export function ofSyntax<S>(syntax: 'ubl' | 'cii', subjects: (read: ReadInvoice) => readonly S[]) {
  return (read: ReadInvoice): readonly S[] => (read.syntax === syntax ? subjects(read) : [])
}

/** Every element of one of the names in a UBL file. */
export function ublNamed(...names: readonly string[]): (read: ReadInvoice) => readonly XmlElement[] {
  return ofSyntax('ubl', read => names.flatMap(name => read.named(name)))
}

/** An ISO day that exists in the calendar. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return date >= 1 && date <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

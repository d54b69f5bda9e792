import type { Bill, Line } from '../bill.ts'
import { percent, quantity, signBefore } from '../formats.ts'
import type { Ink, Sheet } from '../sheet.ts'
import { isWithinUnion } from '../vat.ts'
import { dated, money, words } from './parts.ts'

export interface SumRow {
  readonly label: string
  readonly value: string
  readonly field?: string
}

/** The sums before the total: net, VAT of each rate, VAT together where there are several, rounding. */
export const sumRows = (bill: Bill): SumRow[] => {
  const w = words(bill)
  const { net_minor, vatLines, vat_minor, rounding_minor } = bill.totals
  const single = vatLines.length === 1
  const rows: SumRow[] = [{ label: w.net, value: money(bill, net_minor), field: 'net' }]
  for (const one of vatLines) {
    const label = w.vat(percent(bill.seller.country, one.rate))
    rows.push(
      single
        ? { label, value: money(bill, one.vat_minor), field: 'vat' }
        : { label: `${label}   (${w.vatBasis} ${money(bill, one.net_minor)})`, value: money(bill, one.vat_minor) },
    )
  }
  if (!single) rows.push({ label: w.vat(null), value: money(bill, vat_minor), field: 'vat' })
  if (rounding_minor !== 0) rows.push({ label: w.rounding, value: money(bill, rounding_minor) })
  return rows
}

/** On quotes and orders nothing is to be paid yet: they end in a plain sum. */
export const totalLabel = (bill: Bill): string => {
  const w = words(bill)
  if (bill.kind === 'credit-note') return w.creditTotal
  return bill.kind === 'bill' || bill.kind === 'reminder' ? w.total : w.sum
}

/**
 * The total with label and currency on one line that ends at `right`: `Te betalen € 1.284,60` where the sign goes first,
 * `Summa SEK 1 284,60` elsewhere. The label begins at `left`, or hugs the amount when that is null.
 */
export const drawTotal = (sheet: Sheet, bill: Bill, left: number | null, right: number, y: number, ink: Ink): void => {
  const figure = sheet.text(money(bill, bill.totals.total_minor), right, y, { ...ink, align: 'right', field: 'total' })
  const sign = signBefore(bill.seller.country, bill.currency)
  const gap = sign === null || left !== null || bill.seller.country === 'NL' ? 4 : 0.5
  let edge = right - figure
  if (sign !== null) edge -= gap + sheet.text(sign, edge - gap, y, { ...ink, align: 'right', field: 'currency' })
  const code =
    sign === null && left === null
      ? sheet.text(bill.currency, edge - 8, y, { ...ink, align: 'right', field: 'currency' }) + 8
      : 0
  if (left === null) {
    sheet.text(totalLabel(bill), edge - code - 8, y, { ...ink, align: 'right' })
    return
  }
  const label = sheet.text(totalLabel(bill), left, y, ink)
  if (sign === null) sheet.text(bill.currency, left + label + 6, y, { ...ink, field: 'currency' })
}

export const quantityOf = (bill: Bill, line: Line): string =>
  `${quantity(bill.seller.country, line.quantity)} ${words(bill).units[line.unit]}`

/** Sentences under the lines: reverse charge, what is credited, the seller's own remark. */
export const remarksOf = (bill: Bill): string[] => {
  const w = words(bill)
  return [
    ...(bill.kind === 'quote' ? [w.quoteText] : []),
    ...(bill.kind === 'order' ? [w.orderText] : []),
    ...(bill.kind === 'reminder' && bill.about !== null
      ? [w.reminderText(bill.about.number, dated(bill, bill.about.dueOn))]
      : []),
    ...(bill.reverseCharged && isWithinUnion(bill.seller, bill.buyer) ? [`${w.reverseCharge}.`] : []),
    ...(bill.remark === null ? [] : [bill.remark]),
  ]
}

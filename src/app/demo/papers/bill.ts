import type { DocumentKind } from '../../../modules/documents/recognition/types.ts'
import type { Chance } from './chance.ts'
import { creditorReference, dutchReference, multibancoReference, norwegianKid, swedishOcr } from './check-digits.ts'
import { after } from './formats.ts'
import type { Bank, Office, Party } from './parties/types.ts'
import { descriptionsOf } from './trades/index.ts'
import { wares } from './trades/types.ts'
import type { Currency } from './types.ts'
import { isReverseCharged, rateOf } from './vat.ts'
import type { Unit } from './words/types.ts'

export interface Line {
  readonly code: string
  readonly what: string
  /** Hundredths. */
  readonly quantity: number
  readonly unit: Unit
  readonly price_minor: number
  /** Tenths of a per cent. */
  readonly rate: number
  readonly amount_minor: number
}

export interface VatLine {
  readonly rate: number
  readonly net_minor: number
  readonly vat_minor: number
}

export interface Totals {
  readonly net_minor: number
  readonly vatLines: readonly VatLine[]
  readonly vat_minor: number
  readonly rounding_minor: number
  readonly total_minor: number
}

export type TradeKind = Extract<DocumentKind, 'bill' | 'credit-note' | 'reminder' | 'delivery-note' | 'order' | 'quote'>

/** A paper between two companies about goods and money, before it is drawn. */
export interface Bill {
  readonly kind: TradeKind
  readonly seller: Party
  readonly buyer: Office
  readonly number: string
  readonly issuedOn: string
  /** Due date of bills and reminders, end of validity of quotes. */
  readonly dueOn: string | null
  readonly currency: Currency
  readonly lines: readonly Line[]
  readonly totals: Totals
  readonly reverseCharged: boolean
  readonly bank: Bank
  readonly reference: string | null
  readonly customer: string
  readonly orderNumber: string | null
  readonly yourReference: string
  readonly deliveredOn: string | null
  readonly period: readonly [string, string] | null
  /** Number (and day) of the bill that a credit note, reminder or delivery note is about. */
  readonly about: { readonly number: string; readonly issuedOn: string; readonly dueOn: string } | null
  /** Sentence of the seller's own under the lines. */
  readonly remark: string | null
}

export const line = (
  code: string,
  what: string,
  quantity: number,
  unit: Unit,
  price_minor: number,
  rate: number,
): Line => ({
  code,
  what,
  quantity,
  unit,
  price_minor,
  rate,
  amount_minor: Math.round((quantity * price_minor) / 100),
})

/** VAT is reckoned on each rate's sum, as the bookkeeping laws of all six countries allow. */
export const totalsOf = (lines: readonly Line[], reverseCharged = false, wholeUnits = false): Totals => {
  const net_minor = lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const rates = [...new Set(lines.map(({ rate }) => (reverseCharged ? 0 : rate)))].sort((a, b) => b - a)
  const vatLines = rates.map((rate): VatLine => {
    const net = lines
      .filter(one => reverseCharged || one.rate === rate)
      .reduce((sum, { amount_minor }) => sum + amount_minor, 0)
    return { rate, net_minor: net, vat_minor: Math.round((net * rate) / 1000) }
  })
  const vat_minor = vatLines.reduce((sum, one) => sum + one.vat_minor, 0)
  const exact = net_minor + vat_minor
  const rounding_minor = wholeUnits ? Math.round(exact / 100) * 100 - exact : 0
  return { net_minor, vatLines, vat_minor, rounding_minor, total_minor: exact + rounding_minor }
}

const perEuro: Readonly<Record<Currency, number>> = { EUR: 1, SEK: 11, NOK: 11.5, RON: 5, GBP: 0.85 }

/** A price in the seller's money, rounded to a figure that stands in price lists. */
const priceIn = (currency: Currency, euro_minor: number): number => {
  const raw = euro_minor * perEuro[currency]
  const step = raw >= 20000 ? 500 : raw >= 2000 ? 50 : raw >= 200 ? 5 : 1
  return Math.max(1, Math.round(raw / step) * step)
}

/** Lines that the seller's trade would bill; a German seller's are given by hand. */
export const linesOf = (seller: Party, chance: Chance): Line[] => {
  const language = seller.language === 'de' ? 'en' : seller.language
  const descriptions = descriptionsOf(language)[seller.trade]
  const all = wares[seller.trade].map((ware, i) => {
    const quantity =
      ware.unit === 'hour' || ware.unit === 'metre' || ware.unit === 'kilo'
        ? chance.whole(ware.from * 2, ware.to * 2) * 50
        : chance.whole(ware.from, ware.to) * 100
    return line(
      ware.code,
      descriptions[i] ?? ware.code,
      quantity,
      ware.unit,
      priceIn(seller.currency, ware.price_minor),
      rateOf(seller.country, ware.rate),
    )
  })
  if (seller.trade === 'energy')
    return all.map((one, i) =>
      i === 2 ? line(one.code, one.what, all[0]?.quantity ?? 0, one.unit, one.price_minor, one.rate) : one,
    )
  const first = all[0] as Line
  return [first, ...all.slice(1).filter(() => chance.happens(0.65))]
}

/** The payment reference that the country's bills carry; null where one simply quotes the bill's number. */
export const referenceOf = (seller: Party, customer: string, number: string, total_minor: number): string | null => {
  const digits = number.replace(/\D/g, '')
  switch (seller.country) {
    case 'SE':
      return swedishOcr(`${customer}${digits}`)
    case 'NO':
      return norwegianKid(`${customer.padStart(6, '0')}${digits.padStart(8, '0')}`)
    case 'NL':
      return dutchReference(`${customer.padStart(6, '0')}${digits.slice(-9).padStart(9, '0')}`)
    case 'PT':
      return seller.bank.entity
        ? multibancoReference(seller.bank.entity, digits.slice(-7).padStart(7, '0'), total_minor)
        : null
    case 'IE':
      return creditorReference(`${customer}${digits.slice(-8)}`)
    default:
      return null
  }
}

/** The number that a buyer has in this seller's books: always the same. */
export const customerNumber = (seller: Party, buyer: Office): string => {
  let sum = 7
  for (const sign of seller.key + buyer.name) sum = (sum * 31 + sign.charCodeAt(0)) % 8999
  return String(1000 + sum)
}

/** A bill with everything that follows from seller, buyer and lines; what is given goes before what follows. */
export const billOf = (
  given: Pick<Bill, 'seller' | 'buyer' | 'number' | 'issuedOn' | 'lines'> & Partial<Bill>,
): Bill => {
  const { seller, buyer, lines, issuedOn, number } = given
  const reverseCharged = given.reverseCharged ?? isReverseCharged(seller, buyer)
  const totals =
    given.totals ?? totalsOf(lines, reverseCharged, seller.look.layout === 'utility' && seller.country === 'SE')
  const customer = given.customer ?? customerNumber(seller, buyer)
  return {
    kind: 'bill',
    dueOn: after(issuedOn, seller.termDays),
    currency: seller.currency,
    totals,
    reverseCharged,
    bank: seller.bank,
    reference: referenceOf(seller, customer, number, totals.total_minor),
    customer,
    orderNumber: null,
    yourReference: buyer.people[2]?.name ?? buyer.name,
    deliveredOn: null,
    period: null,
    about: null,
    remark: null,
    ...given,
  }
}

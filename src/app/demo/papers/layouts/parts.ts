import type { Bill } from '../bill.ts'
import { type DateStyle, amount, day } from '../formats.ts'
import { vatPrinted } from '../parties/found.ts'
import type { Ink, Sheet } from '../sheet.ts'
import { isWithinUnion } from '../vat.ts'
import { wordsOf } from '../words/index.ts'
import type { Words } from '../words/types.ts'

/** A labelled fact; `field` when the truth knows it. */
export interface Fact {
  readonly label: string
  readonly value: string
  readonly field?: string
}

export const words = (bill: Bill): Words => wordsOf(bill.seller.language)

export const dated = (bill: Bill, iso: string): string => day(bill.seller.language, bill.seller.look.dates, iso)

export const money = (bill: Bill, minor: number): string => amount(bill.seller.country, minor)

export const titleOf = (bill: Bill): string => {
  const { title } = words(bill)
  switch (bill.kind) {
    case 'credit-note':
      return title.creditNote
    case 'delivery-note':
      return title.deliveryNote
    default:
      return title[bill.kind]
  }
}

/** Days within a range are never written out: the range would not fit its column. */
const shortDates = (bill: Bill): DateStyle => {
  if (bill.seller.look.dates !== 'long') return bill.seller.look.dates
  return (
    {
      SE: 'iso',
      NO: 'points',
      NL: 'hyphens',
      RO: 'points',
      PT: 'slashes',
      GB: 'slashes',
      IE: 'slashes',
      DE: 'points',
    } as const
  )[bill.seller.country]
}

const numberLabel = (bill: Bill): string => {
  const { number } = words(bill)
  switch (bill.kind) {
    case 'credit-note':
      return number.creditNote
    case 'delivery-note':
      return number.deliveryNote
    case 'reminder':
      return number.bill
    default:
      return number[bill.kind]
  }
}

const dateLabel = (bill: Bill): string => {
  const { date } = words(bill)
  switch (bill.kind) {
    case 'credit-note':
      return date.creditNote
    case 'delivery-note':
      return date.deliveryNote
    default:
      return date[bill.kind]
  }
}

/** The facts at the head of the paper, in the order in which the trade prints them. */
export const headFacts = (bill: Bill): Fact[] => {
  const w = words(bill)
  const facts: (Fact | null)[] = [
    { label: numberLabel(bill), value: bill.number, field: 'number' },
    { label: dateLabel(bill), value: dated(bill, bill.issuedOn), field: 'issuedOn' },
    { label: w.customer, value: bill.customer },
    bill.kind === 'bill' ? { label: w.terms, value: w.termDays(bill.seller.termDays) } : null,
    bill.dueOn !== null && bill.kind !== 'quote'
      ? { label: w.due, value: dated(bill, bill.dueOn), field: 'dueOn' }
      : null,
    bill.dueOn !== null && bill.kind === 'quote'
      ? { label: w.validUntil, value: dated(bill, bill.dueOn), field: 'validUntil' }
      : null,
    bill.kind === 'bill' && bill.seller.country !== 'GB' ? { label: w.interest, value: w.interestRate } : null,
    bill.about !== null && bill.kind === 'credit-note' ? { label: w.creditOf, value: bill.about.number } : null,
    bill.period !== null
      ? { label: w.period, value: bill.period.map(iso => day(bill.seller.language, shortDates(bill), iso)).join(' – ') }
      : null,
    { label: w.ourReference, value: bill.seller.person },
  ]
  return facts.filter(fact => fact !== null)
}

/** The buyer's own facts: reference, order, delivery. */
export const buyerFacts = (bill: Bill): Fact[] => {
  const w = words(bill)
  const facts: (Fact | null)[] = [
    { label: w.yourReference, value: bill.yourReference },
    bill.orderNumber === null ? null : { label: w.yourOrder, value: bill.orderNumber, field: 'orderNumber' },
    bill.deliveredOn === null ? null : { label: w.delivered, value: dated(bill, bill.deliveredOn) },
    bill.reverseCharged && isWithinUnion(bill.seller, bill.buyer) ? { label: w.buyerVat, value: bill.buyer.vat } : null,
  ]
  return facts.filter(fact => fact !== null)
}

export const drawFacts = (
  sheet: Sheet,
  facts: readonly Fact[],
  x: number,
  y: number,
  indent: number,
  ink: Ink = {},
  labelInk: Ink = {},
): number => {
  const leading = ink.leading ?? 13.5
  const labelled: Ink = { ...ink, colour: '#55534e', ...labelInk }
  const clear = Math.max(indent, ...facts.map(fact => sheet.measure(fact.label, labelled) + 8))
  facts.forEach((fact, i) => {
    sheet.text(fact.label, x, y + i * leading, labelled)
    sheet.text(fact.value, x + clear, y + i * leading, { ...ink, field: fact.field })
  })
  return y + facts.length * leading
}

const foreign: Readonly<Record<string, string>> = {
  SE: 'Sverige',
  NO: 'Norge',
  NL: 'Nederland',
  RO: 'România',
  PT: 'Portugal',
  GB: 'United Kingdom',
  IE: 'Ireland',
  DE: 'Deutschland',
}

/** Sets particulars in running rows between two edges, each row centred or from the left; returns the last baseline. */
export const drawRunning = (
  sheet: Sheet,
  facts: readonly Fact[],
  x: number,
  y: number,
  wide: number,
  size: number,
  centred: boolean,
): number => {
  const rows: { fact: Fact; wide: number }[][] = [[]]
  let used = 0
  for (const fact of facts) {
    const need = sheet.measure(`${fact.label} `, { size }) + sheet.measure(fact.value, { size }) + 14
    if (used + need > wide && rows.at(-1)?.length) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push({ fact, wide: need })
    used += need
  }
  rows.forEach((row, i) => {
    const total = row.reduce((sum, one) => sum + one.wide, -14)
    let at = centred ? x + (wide - total) / 2 : x
    for (const { fact, wide: need } of row) {
      const label = sheet.text(`${fact.label} `, at, y + i * (size + 4), { size, colour: '#55534e' })
      sheet.text(fact.value, at + label, y + i * (size + 4), { size, field: fact.field })
      at += need
    }
  })
  return y + (rows.length - 1) * (size + 4)
}

/** The address window. */
export const drawBuyer = (sheet: Sheet, bill: Bill, x: number, y: number, ink: Ink = {}): number => {
  const leading = ink.leading ?? 12.5
  const { buyer } = bill
  const lines = [
    buyer.name,
    buyer.street,
    buyer.town,
    ...(buyer.country === bill.seller.country ? [] : [(foreign[buyer.country] ?? '').toUpperCase()]),
  ]
  lines.forEach((text, i) => sheet.text(text, x, y + i * leading, { ...ink, field: i === 0 ? 'addressee' : undefined }))
  return y + lines.length * leading
}

/** The seller's registered particulars, as label and value. */
export const particulars = (bill: Bill): Fact[] => {
  const w = words(bill)
  const { seller, bank } = bill
  const local = bank.account !== null && seller.country !== 'GB'
  const facts: (Fact | null)[] = [
    { label: w.phone, value: seller.phone },
    { label: w.mail, value: seller.mail },
    local ? { label: w.account, value: bank.account ?? '', field: 'account' } : null,
    seller.country === 'GB' ? { label: 'Sort code / account', value: bank.account ?? '', field: 'account' } : null,
    local && seller.country === bill.buyer.country
      ? null
      : { label: w.iban, value: bank.iban.replace(/(.{4})(?=.)/g, '$1 '), field: 'iban' },
    local && seller.country === bill.buyer.country ? null : { label: w.bic, value: bank.bic, field: 'bic' },
    { label: w.organisation, value: seller.organisation, field: 'organisationNumber' },
    seller.country === 'PT' ? null : { label: w.vatNumber, value: vatPrinted(seller), field: 'vatNumber' },
  ]
  return facts.filter(fact => fact !== null)
}

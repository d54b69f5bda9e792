/** Makes the paper of a draft: everything that will stand on it, summed up. */
import type { Standing } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { RefusalDeclaration } from '../../kernel/refusal.ts'
import type { Content } from './content.ts'
import { lineFacts, type Paper, type VatCategory } from './contract/shapes.ts'
import * as r from './contract/refusals.ts'
import { type Customer, languageOf } from './customers.ts'
import { rateOn, type Setting } from './setting.ts'
import { converted, type NetPart, type Totals, totalsOf } from './totals.ts'
import type { SaleCode } from './vat-codes.ts'

export interface PaperGround {
  readonly office: Standing['office']
  readonly setting: Setting
  readonly customer: Customer
  readonly codes: ReadonlyMap<string, SaleCode>
  readonly type: Paper['type']
  readonly issuedOn: Temporal.PlainDate
}

export interface Made {
  readonly paper: Paper
  readonly totals: Totals
}

/** Marks the net of lines that go to an account by its role. */
export const roleMark = 'role:'
const outside = { code: '', rate: '0', category: 'O' as VatCategory }
const dayOf = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null)

/** The day an invoice falls due: as written, else by what is agreed; a credit note is due at once. */
export function dueOf(content: Content, { setting, customer, type, issuedOn }: PaperGround): Temporal.PlainDate | null {
  if (type === 'quote') return null
  if (type === 'credit-note') return issuedOn
  return dayOf(content.dueOn) ?? issuedOn.add({ days: customer.terms.payment_days ?? setting.paymentDays })
}

export function paperOf(
  content: Content,
  ground: PaperGround,
  refuse: (refusal: RefusalDeclaration, data?: Record<string, string>) => never,
): Made {
  const { office, setting, customer, codes, type, issuedOn } = ground
  const currency = content.currency ?? office.currency
  const lines = (content.lines ?? []).map(line => lineFacts.decode(line))
  const vats = lines.map(({ vatCode }) =>
    vatCode === null ? outside : (codes.get(vatCode) ?? refuse(r.vatCodeUnknown, { code: vatCode })),
  )
  const totals = sumUp()
  const money = (minor: bigint): Money => ({ minor, currency })
  const rate = currency === office.currency ? null : (content.rate ?? null)
  const paper: Paper = {
    layout: 1,
    type,
    number: null,
    issuedOn,
    dueOn: dueOf(content, ground),
    deliveredOn: dayOf(content.deliveredOn),
    validUntil: type === 'quote' ? (dayOf(content.validUntil) ?? issuedOn.add({ days: setting.quoteDays })) : null,
    language: content.language ?? languageOf(office, customer),
    currency,
    seller: sellerOf(office, setting),
    buyer: {
      name: customer.name,
      street: customer.street || null,
      postcode: customer.postcode || null,
      town: customer.city || null,
      country: customer.country,
      companyNumber: customer.company_number,
      vatNumber: customer.vat_number,
      email: customer.terms.mail_to ?? customer.email,
      peppolId: customer.terms.peppol_id,
    },
    subject: content.subject ?? null,
    yourReference: content.yourReference ?? customer.terms.reference,
    ourReference: content.ourReference ?? null,
    orderNumber: content.orderNumber ?? null,
    intro: content.intro ?? '',
    closing: content.closing ?? '',
    foot: setting.foot,
    lines: lines.map((line, at) => ({
      text: line.text,
      quantity: line.quantity,
      unit: line.unit,
      price: line.price,
      discount: line.discount,
      vatCode: line.vatCode,
      vatRate: vats[at]!.rate,
      category: vats[at]!.category,
      account: line.account,
      gross: money(totals.gross[at]!),
      net: money(totals.lines[at]!),
    })),
    groups: totals.groups.map(({ category, rate: percent, base, tax, discount }) => ({
      category,
      rate: percent,
      base: money(base),
      tax: money(tax),
      discount: money(discount),
    })),
    discountPercent: content.discount ?? null,
    linesSum: money(totals.linesSum),
    discount: money(totals.discount),
    net: money(totals.net),
    vat: money(totals.vat),
    total: money(totals.total),
    rounding: money(totals.rounding),
    payable: money(totals.payable),
    vatInOffice:
      rate && totals.vat !== 0n
        ? { minor: converted(totals.vat, currency, office.currency, rate), currency: office.currency }
        : null,
    rate,
    reference: null,
    credits: null,
    interestPercent: rateOn(setting.interestRates, issuedOn),
  }
  return { paper, totals }

  function sumUp(): Totals {
    try {
      return totalsOf(
        lines.map((line, at) => ({
          quantity: line.quantity,
          price: line.price,
          discount: line.discount,
          vat: vats[at]!,
          account: line.interest ? `${roleMark}interest-income` : (line.account ?? `${roleMark}sales`),
        })),
        { currency, discount: content.discount ?? null, wholeUnits: setting.wholeUnits && type !== 'quote' },
      )
    } catch (error) {
      if (error instanceof RangeError) return refuse(r.figureWrong)
      throw error
    }
  }
}

function sellerOf(office: Standing['office'], setting: Setting): Paper['seller'] {
  return {
    name: office.name,
    street: setting.street ?? null,
    postcode: setting.postcode ?? null,
    town: setting.town ?? null,
    country: office.country,
    companyNumber: setting.companyNumber ?? null,
    vatNumber: setting.vatNumber ?? null,
    email: setting.email ?? null,
    phone: setting.phone ?? null,
    website: setting.website ?? null,
    taxNote: setting.taxNote ?? null,
    iban: setting.iban ?? null,
    bic: setting.bic ?? null,
    bankgiro: setting.bankgiro ?? null,
    plusgiro: setting.plusgiro ?? null,
    account: setting.bankAccount ?? null,
    peppolId: setting.peppolId ?? null,
  }
}

export type { NetPart }

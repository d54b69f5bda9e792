/** The e-invoice of an issued paper: the semantic model of EN 16931, in UBL for Peppol and CII for hybrid PDFs, each checked before it goes out. */
import { type Check, checkInvoice } from '../../formats/einvoice/check.ts'
import type { Adjustment, Invoice, Line, Party, PaymentMeans, VatCategory } from '../../formats/einvoice/model.ts'
import { readInvoiceFile } from '../../formats/einvoice/read.ts'
import { writeCii } from '../../formats/einvoice/write-cii.ts'
import { writeUbl } from '../../formats/einvoice/write-ubl.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import type { Paper, Unit, VatCategory as Category } from './contract/shapes.ts'
import { plain } from './decimal.ts'
import { wordsIn } from './words.ts'

export type EInvoiceForm = 'ubl' | 'cii'

const specifications: Readonly<Record<EInvoiceForm, { specification: string; process: string | null }>> = {
  ubl: {
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  },
  cii: { specification: 'urn:cen.eu:en16931:2017', process: null },
}

/** UN/ECE recommendations 20 and 21. */
const unitCodes: Readonly<Record<Unit, string>> = {
  piece: 'C62',
  hour: 'HUR',
  day: 'DAY',
  month: 'MON',
  km: 'KMT',
  kg: 'KGM',
  metre: 'MTR',
  'square-metre': 'MTK',
  litre: 'LTR',
  package: 'XPK',
  flat: 'LS',
}

/** VATEX: why no tax is charged. */
const exemptions: Readonly<Partial<Record<Category, string>>> = {
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
}

/** Schemes of company numbers (ISO 6523, EAS). */
const registers: Readonly<Record<string, string>> = { SE: '0007', NO: '0192', NL: '0106' }

export interface EInvoice {
  readonly xml: string
  readonly check: Check
}

export function eInvoiceOf(paper: Paper, form: EInvoiceForm): EInvoice {
  const model = modelOf(paper, form)
  const xml = form === 'ubl' ? writeUbl(model) : writeCii(model)
  const read = readInvoiceFile(xml)
  if (!read) throw new Error('what was written is no invoice')
  return { xml, check: checkInvoice(read) }
}

const category = (code: Category, rate: string): VatCategory => ({
  code,
  // outside the scope of VAT there is no rate (BR-O-05)
  rate: code === 'O' ? null : plain(rate),
  scheme: 'VAT',
})

function partyOf(
  who: Paper['seller'] | Paper['buyer'],
  { fallback, isOutside, form }: { fallback: string | null; isOutside: boolean; form: EInvoiceForm },
): Party {
  const country = who.country ?? fallback
  const digits = who.companyNumber?.replace(/[^0-9A-Za-z]/g, '') || null
  const scheme = registers[country ?? ''] ?? null
  const [peppolScheme, ...peppolNumber] = who.peppolId?.split(':') ?? []
  const endpoint = peppolScheme
    ? { id: peppolNumber.join(':'), scheme: peppolScheme }
    : digits && scheme
      ? { id: digits, scheme }
      : who.email && form === 'cii'
        ? { id: who.email, scheme: 'EM' }
        : null
  return {
    name: who.name,
    tradingName: null,
    identifiers: [],
    legalId: digits ? { id: digits, scheme } : null,
    vatId: isOutside ? null : (who.vatNumber?.replace(/[^0-9A-Za-z]/g, '') ?? null),
    taxId: null,
    legalForm: null,
    endpoint,
    address: {
      street: who.street,
      more: null,
      third: null,
      town: who.town,
      postalCode: who.postcode,
      region: null,
      country,
    },
    contact: null,
  }
}

const amount = (money: Money): string => decimalOfMoney(money)

function lineOf(line: Paper['lines'][number], at: number, discountWord: string): Line {
  // a price is never below nothing (BR-27): the quantity is
  const isNegative = line.price.startsWith('-')
  const price = plain(isNegative ? line.price.slice(1) : line.price)
  const quantity = plain(isNegative ? negated(line.quantity) : line.quantity)
  const [name = '', ...rest] = line.text.split('\n')
  return {
    id: String(at + 1),
    note: null,
    object: null,
    quantity,
    unit: unitCodes[line.unit],
    amount: amount(line.net),
    orderLine: null,
    buyerAccounting: null,
    period: null,
    adjustments: line.discount ? [lineDiscount(line, discountWord)] : [],
    price: { net: price, discount: null, gross: null, baseQuantity: null, baseUnit: null },
    vat: category(line.category, line.vatRate),
    item: {
      name: name.trim() || line.text.trim(),
      description: rest.join('\n').trim() || null,
      sellersId: null,
      buyersId: null,
      standardId: null,
      classifications: [],
      originCountry: null,
      attributes: [],
    },
  }
}

const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`)

function lineDiscount(line: Paper['lines'][number], reason: string): Adjustment {
  const { gross } = line
  return {
    charge: false,
    amount: amount({ ...line.net, minor: gross.minor - line.net.minor }),
    base: amount(gross),
    percent: plain(line.discount ?? '0'),
    vat: null,
    reason,
    reasonCode: '95',
  }
}

/** Bankgiro and Plusgiro as the Swedish rules of Peppol want them told, else an account by its number. */
function paymentsOf({ seller, reference, number, type }: Paper): PaymentMeans[] {
  if (type === 'credit-note') return []
  const accounts: readonly (readonly [id: string | null, provider: string | null])[] = [
    [seller.bankgiro?.replaceAll(/\D/g, '') ?? null, 'SE:BANKGIRO'],
    [seller.plusgiro?.replaceAll(/\D/g, '') ?? null, 'SE:PLUSGIRO'],
    [seller.iban?.replaceAll(' ', '').toUpperCase() ?? null, seller.bic],
    [seller.account, null],
  ]
  return accounts
    .filter(([id]) => id)
    .map(([id, provider]) => ({
      code: '30',
      text: null,
      reference: reference?.value ?? number,
      account: { id, name: null, provider },
      card: null,
      mandate: null,
    }))
}

export function modelOf(paper: Paper, form: EInvoiceForm): Invoice {
  const say = wordsIn(paper.language)
  const isCredit = paper.type === 'credit-note'
  const isOutside = paper.groups.some(group => group.category === 'O')
  const { seller } = paper
  const about = { fallback: seller.country, isOutside, form }
  const sellerParty = partyOf(seller, about)
  const discountWord = say('page.paper.movement.discount')
  const isDelivered = paper.deliveredOn !== null || paper.groups.some(group => group.category === 'K')
  return {
    document: isCredit ? 'credit-note' : 'invoice',
    number: paper.number,
    issuedOn: paper.issuedOn.toString(),
    typeCode: isCredit ? '381' : '380',
    currency: paper.currency,
    taxCurrency: paper.vatInOffice?.currency ?? null,
    taxPointOn: null,
    taxPointCode: null,
    // the credit note of UBL has no place for it
    dueOn: isCredit && form === 'ubl' ? null : (paper.dueOn?.toString() ?? null),
    buyerReference: paper.yourReference,
    project: null,
    contract: null,
    order: paper.orderNumber,
    salesOrder: null,
    receivingAdvice: null,
    despatchAdvice: null,
    tender: null,
    invoicedObject: null,
    buyerAccounting: null,
    paymentTerms: isCredit
      ? null
      : paper.interestPercent && say('page.paper.late-interest', { percent: `${plain(paper.interestPercent)} %` }),
    notes: paper.intro || paper.subject ? [{ text: paper.intro || paper.subject!, subject: null }] : [],
    ...specifications[form],
    precedingInvoices: paper.credits
      ? [{ number: paper.credits.number, issuedOn: paper.credits.issuedOn.toString() }]
      : [],
    seller: {
      ...sellerParty,
      taxId: taxIdOf(seller),
      contact: { name: paper.ourReference ?? seller.name, telephone: seller.phone, mail: seller.email },
    },
    buyer: partyOf(paper.buyer, about),
    payee: null,
    taxRepresentative: null,
    delivery: isDelivered
      ? {
          name: null,
          location: null,
          on: (paper.deliveredOn ?? paper.issuedOn).toString(),
          address: {
            street: null,
            more: null,
            third: null,
            town: null,
            postalCode: null,
            region: null,
            country: paper.buyer.country ?? seller.country,
          },
        }
      : null,
    period: null,
    payments: paymentsOf(paper),
    creditorId: null,
    adjustments: paper.groups
      .filter(group => group.discount.minor !== 0n)
      .map(group => ({
        charge: false,
        amount: amount(group.discount),
        base: amount({ ...group.base, minor: group.base.minor + group.discount.minor }),
        percent: plain(paper.discountPercent ?? '0'),
        vat: category(group.category, group.rate),
        reason: discountWord,
        reasonCode: '95',
      })),
    totals: {
      lines: amount(paper.linesSum),
      allowances: paper.discount.minor === 0n ? null : amount(paper.discount),
      charges: null,
      net: amount(paper.net),
      gross: amount(paper.total),
      paid: null,
      rounding: paper.rounding.minor === 0n ? null : amount(paper.rounding),
      due: amount(paper.payable),
    },
    taxTotals: [
      {
        amount: amount(paper.vat),
        currency: paper.currency,
        taxes: paper.groups.map(group => ({
          base: amount(group.base),
          amount: amount(group.tax),
          category: category(group.category, group.rate),
          exemption:
            group.category === 'S' || group.category === 'Z' ? null : say(`page.paper.mention.${group.category}`),
          exemptionCode: exemptions[group.category] ?? null,
        })),
      },
      ...(paper.vatInOffice
        ? [{ amount: amount(paper.vatInOffice), currency: paper.vatInOffice.currency, taxes: [] }]
        : []),
    ],
    attachments: [],
    lines: paper.lines.map((line, at) => lineOf(line, at, discountWord)),
  }
}

/** What Sweden and Norway want said of the seller's registration (SE-R-005, NO-R-002). */
function taxIdOf({ taxNote, country }: Paper['seller']): string | null {
  if (country === 'SE' && /f-skatt/i.test(taxNote ?? '')) return 'Godkänd för F-skatt'
  if (country === 'NO' && /foretaksregisteret/i.test(taxNote ?? '')) return 'Foretaksregisteret'
  return null
}

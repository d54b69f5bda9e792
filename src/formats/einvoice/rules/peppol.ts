import { type Decimal, compare, decimal, dividedBy, equal, minus, plus, times, whole, zero } from '../../decimal.ts'
import { type XmlElement, attribute, child, childrenOf, every } from '../../xml/element.ts'
import { allowanceReasons, chargeReasons, currencies } from '../codes/lists.ts'
import { Fact } from '../fact.ts'
import type { Adjustment, Line } from '../model.ts'
import { type ReadInvoice, fact } from '../reading.ts'
import {
  allAdjustments,
  cents,
  figures,
  invoiceOf,
  isDay,
  linesOf,
  ofSyntax,
  present,
  total,
  ublNamed,
  value,
} from './ask.ts'
import { isGerman } from './countries.ts'
import { identifierRules } from './peppol-identifiers.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
const selfBilling = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0'

/** The number of the process: `01` in urn:fdc:peppol.eu:2017:poacc:billing:01:1.0. */
export function processNumber({ invoice }: ReadInvoice): string | null {
  return (
    /^urn:fdc:peppol\.eu:2017:poacc:(?:billing|selfbilling):(\d{2}):1\.0/.exec(invoice.process?.text ?? '')?.[1] ?? null
  )
}

const hundred = whole(100)
const slack: Decimal = { units: 2n, scale: 2 }

/** Not further apart than two hundredths. */
function nearly(a: Decimal, b: Decimal): boolean {
  return compare(minus(a, b), slack) <= 0 && compare(minus(b, a), slack) <= 0
}

function partOf(a: Adjustment<Fact>): Decimal {
  return dividedBy(times(value(a.base) ?? zero, value(a.percent) ?? zero), hundred)
}

/** Quantity times price, plus charges, less allowances. */
function lineAmount(line: Line<Fact>): Decimal {
  const base = value(line.price?.baseQuantity)
  const quantity = line.quantity ? (value(line.quantity) ?? zero) : whole(1)
  const price = times(quantity, value(line.price?.net) ?? zero)
  const of = (charge: boolean): Decimal =>
    cents(total(line.adjustments.filter(one => one.charge === charge).map(one => one.amount)))
  const gross = base && base.units !== 0n ? dividedBy(price, base) : price
  return minus(plus(gross, of(true)), of(false))
}

function sign(read: ReadInvoice, currency: Fact | null): number | null {
  const amount = read.invoice.taxTotals.find(one => one.amount && one.currency?.text === currency?.text)?.amount
  const exact = value(amount)
  return exact ? (exact.units > 0n ? 1 : exact.units < 0n ? -1 : 0) : null
}

/** The VAT totals in both currencies stand there and have one sign. */
function signsAgree(read: ReadInvoice): boolean {
  const [own, other] = [sign(read, read.invoice.currency), sign(read, read.invoice.taxCurrency)]
  return own !== null && other !== null && own * other >= 0
}

const ownCurrency = [
  ...['Amount', 'BaseAmount', 'PriceAmount', 'TaxableAmount', 'LineExtensionAmount', 'TaxExclusiveAmount'],
  ...['TaxInclusiveAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount'],
  'PayableAmount',
]

/** Amounts that must be in the currency of the invoice: all but the VAT total in accounting currency. */
function ownAmounts(read: ReadInvoice): readonly XmlElement[] {
  const taxes = ublNamed('TaxAmount')(read).filter(one => {
    const { parent } = one
    return parent?.name === 'TaxSubtotal' || (parent?.name === 'TaxTotal' && child(parent, 'TaxSubtotal') !== null)
  })
  return [...ublNamed(...ownCurrency)(read), ...taxes]
}

const addresses = new Set(
  `0002 0007 0009 0060 0088 0096 0097 0106 0130 0135 0142 0151 0183 0184 0188 0190 0191 0192 0195 0196 0198 0199 0200 0201
   0204 0208 0209 0210 0211 0216 0218 0221 0225 0230 0235 0240 0242 0244 0245 0246 0248 9910 9913 9914 9915 9918 9919 9920
   9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945
   9946 9947 9948 9949 9950 9951 9952 9953 9957 9959`.split(/\s+/),
)
const media = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
])
const invoiceTypes = new Set(
  `71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877`.split(' '),
)
const creditTypes = new Set(['381', '396', '81', '83', '532'])

/** Which category a reason of exemption belongs to. */
const exemptionOf: readonly (readonly [id: string, code: string, category: string])[] = [
  ['PEPPOL-EN16931-P0104', 'VATEX-EU-G', 'G'],
  ['PEPPOL-EN16931-P0105', 'VATEX-EU-O', 'O'],
  ['PEPPOL-EN16931-P0106', 'VATEX-EU-IC', 'K'],
  ['PEPPOL-EN16931-P0107', 'VATEX-EU-AE', 'AE'],
  ['PEPPOL-EN16931-P0108', 'VATEX-EU-D', 'E'],
  ['PEPPOL-EN16931-P0109', 'VATEX-EU-F', 'E'],
  ['PEPPOL-EN16931-P0110', 'VATEX-EU-I', 'E'],
  ['PEPPOL-EN16931-P0111', 'VATEX-EU-J', 'E'],
]

function typesByProcess(read: ReadInvoice): boolean {
  return processNumber(read) === '01'
}

/** Codes of reasons of allowances or charges, wherever they stand. */
function reasonCodes(read: ReadInvoice, charge: boolean): readonly Fact[] {
  if (read.syntax === 'cii')
    return allAdjustments(read.invoice).flatMap(one => (one.charge === charge ? present(one.reasonCode) : []))
  const groups = read.named('AllowanceCharge').filter(one => fact(one, 'ChargeIndicator')?.text === String(charge))
  return groups.flatMap(one => childrenOf(one, 'AllowanceChargeReasonCode').map(each => new Fact(each.text, each)))
}

function taxPoints(read: ReadInvoice): readonly Fact[] {
  if (read.syntax === 'cii') return present(read.invoice.taxPointCode)
  const periods = read.named('InvoicePeriod').flatMap(one => childrenOf(one, 'DescriptionCode'))
  return periods.map(one => new Fact(one.text, one))
}

function isEmpty(element: XmlElement): boolean {
  return element.children.length === 0 && element.text.trim() === ''
}

function everyElement({ root }: ReadInvoice): readonly XmlElement[] {
  const all: XmlElement[] = []
  const waiting = [root]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    all.push(one)
    waiting.push(...one.children)
  }
  return all
}

const bothBaseAndPercent = (r: ReadInvoice) =>
  allAdjustments(r.invoice).filter(a => (a.base === null) === (a.percent === null))
const outside = (from: boolean) => (r: ReadInvoice) =>
  r.invoice.period?.[from ? 'from' : 'to'] ? linesOf(r).flatMap(l => present(l.period?.[from ? 'from' : 'to'])) : []

/** Peppol BIS Billing 3, as of its release of May 2026. */
// biome-ignore format: one rule a row
export const peppolRules: readonly RuleGroup[] = [
  rulesFor(r => everyElement(r).filter(isEmpty), [
    { id: 'PEPPOL-EN16931-R008', holds: () => false, words: 'empty', shows: one => ({ value: one.name }), says: 'No element is empty.' },
  ]),
  rulesFor(invoiceOf, [
    { id: 'PEPPOL-EN16931-R001', holds: i => i.process !== null, words: ['missing', 'BT-23'], says: 'The business process (BT-23) is stated.' },
    { id: 'PEPPOL-EN16931-R007', holds: (_, r) => processNumber(r) !== null, words: 'profile', says: 'The business process (BT-23) is one of Peppol: urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0.' },
    { id: 'PEPPOL-EN16931-R002', holds: (i, r) => i.notes.length <= 1 || isGerman(r), words: ['too-many', 'BT-22'], says: 'One note (BT-22) at most, unless seller and buyer are German.' },
    { id: 'PEPPOL-EN16931-R003', holds: i => i.buyerReference !== null || i.order !== null, words: ['missing', 'BT-10'], says: "The buyer's reference (BT-10) or the order (BT-13) is stated." },
    { id: 'PEPPOL-EN16931-R004', holds: i => isSpecification(i.specification?.text ?? ''), words: 'profile', says: `The specification (BT-24) begins with ${specification}.` },
    { id: 'PEPPOL-EN16931-R053', holds: i => i.taxTotals.filter(one => one.taxes.length > 0).length === 1, words: ['missing', 'BG-23'], says: 'One VAT total has the breakdown.' },
    { id: 'PEPPOL-EN16931-R054', holds: i => i.taxTotals.filter(one => one.taxes.length === 0).length === (i.taxCurrency ? 1 : 0), words: ['missing', 'BT-111'], says: 'One VAT total without breakdown stands there with an accounting currency (BT-6), none else.' },
    { id: 'PEPPOL-EN16931-R055', holds: (i, r) => !i.taxCurrency || signsAgree(r), words: ['sum-differs', 'BT-111'], says: 'The VAT totals in both currencies have the same sign.' },
  ]),
  rulesFor(ofSyntax('ubl', ({ invoice, root }) => (invoice.document === 'credit-note' ? [root] : [])), [
    { id: 'PEPPOL-EN16931-R080', holds: one => childrenOf(one, 'AdditionalDocumentReference').filter(each => fact(each, 'DocumentTypeCode')?.text === '50').length <= 1, words: ['too-many', 'BT-11'], says: 'One project (BT-11) at most.' },
  ]),
  rulesFor(({ invoice }) => present(invoice.taxCurrency), [
    { id: 'PEPPOL-EN16931-R005', holds: (code, { invoice }) => code.text !== invoice.currency?.text, words: ['either', 'BT-6'], says: 'The accounting currency (BT-6) is another than that of the invoice (BT-5).' },
  ]),
  rulesFor(({ invoice }) => (invoice.buyer ? [invoice.buyer] : []), [
    { id: 'PEPPOL-EN16931-R010', holds: p => p.endpoint !== null, words: ['missing', 'BT-49'], says: "The buyer's electronic address (BT-49) is stated." },
  ]),
  rulesFor(({ invoice }) => (invoice.seller ? [invoice.seller] : []), [
    { id: 'PEPPOL-EN16931-R020', holds: p => p.endpoint !== null, words: ['missing', 'BT-34'], says: "The seller's electronic address (BT-34) is stated." },
  ]),
  rulesFor(r => allAdjustments(r.invoice).filter(a => a.percent && !a.base), [
    { id: 'PEPPOL-EN16931-R041', holds: () => false, words: ['missing', 'BT-93'], says: 'An allowance or charge with a percentage has a base amount.' },
  ]),
  rulesFor(r => allAdjustments(r.invoice).filter(a => !a.percent && a.base), [
    { id: 'PEPPOL-EN16931-R042', holds: () => false, words: ['missing', 'BT-94'], says: 'An allowance or charge with a base amount has a percentage.' },
  ]),
  rulesFor(bothBaseAndPercent, [
    { id: 'PEPPOL-EN16931-R040', holds: a => !a.percent || nearly(value(a.amount) ?? zero, partOf(a)), words: ['sum-differs', 'BT-92'], shows: a => figures(a.amount, partOf(a)), says: 'An allowance or charge is its base amount times its percentage.' },
    { id: 'PEPPOL-EN16931-R043', holds: (a, { syntax }) => syntax === 'cii' || ['true', 'false'].includes((a.at && fact(a.at, 'ChargeIndicator')?.text) ?? ''), words: ['missing', 'BG-20'], says: 'An allowance or charge says which of the two it is: true or false.' },
  ]),
  rulesFor(({ invoice }) => invoice.payments.filter(p => p.code?.text === '49' || p.code?.text === '59'), [
    { id: 'PEPPOL-EN16931-R061', holds: p => !!p.mandate?.reference, words: ['missing', 'BT-89'], says: 'A direct debit names the mandate (BT-89).' },
  ]),
  rulesFor(ownAmounts, [
    { id: 'PEPPOL-EN16931-R051', holds: (one, { invoice }) => invoice.currency !== null && attribute(one, 'currencyID') === invoice.currency.text, words: 'currency', shows: one => ({ value: attribute(one, 'currencyID') ?? '-' }), says: 'Every amount but the VAT total in accounting currency is in the currency of the invoice (BT-5).' },
  ]),
  rulesFor(outside(true), [
    { id: 'PEPPOL-EN16931-R110', holds: (from, { invoice }) => isDay(from.text) && from.text >= (invoice.period?.from?.text ?? ''), words: 'period', says: "A line's period begins within that of the invoice." },
  ]),
  rulesFor(outside(false), [
    { id: 'PEPPOL-EN16931-R111', holds: (to, { invoice }) => isDay(to.text) && to.text <= (invoice.period?.to?.text ?? ''), words: 'period', says: "A line's period ends within that of the invoice." },
  ]),
  rulesFor(linesOf, [
    { id: 'PEPPOL-EN16931-R120', holds: l => nearly(value(l.amount) ?? zero, lineAmount(l)), words: ['sum-differs', 'BT-131'], shows: l => figures(l.amount, lineAmount(l)), says: 'The net amount of a line (BT-131) is quantity times price, plus charges, less allowances.' },
    { id: 'PEPPOL-EN16931-R121', holds: l => !l.price?.baseQuantity || (value(l.price.baseQuantity)?.units ?? 0n) > 0n, words: ['negative', 'BT-149'], says: 'The base quantity of a price (BT-149) is greater than 0.' },
    { id: 'PEPPOL-EN16931-R130', holds: l => !l.price?.baseUnit || !l.quantity || l.price.baseUnit.text === l.unit?.text, words: ['code', 'BT-150'], shows: l => ({ code: l.price?.baseUnit?.text ?? '-' }), says: 'The unit of the base quantity (BT-150) is that of the line (BT-130).' },
  ]),
  rulesFor(ublNamed('InvoiceLine', 'CreditNoteLine'), [
    { id: 'PEPPOL-EN16931-R100', holds: one => childrenOf(one, 'DocumentReference').length <= 1, words: ['too-many', 'BT-128'], says: 'One invoiced object of a line at most.' },
    { id: 'PEPPOL-EN16931-R101', holds: one => { const all = childrenOf(one, 'DocumentReference'); return all.length === 0 || all.some(each => fact(each, 'DocumentTypeCode')?.text === '130') }, words: ['scheme', 'BT-128'], says: 'A document of a line is its invoiced object (type 130).' },
  ]),
  rulesFor(r => ublNamed('Price')(r).flatMap(one => childrenOf(one, 'AllowanceCharge')), [
    { id: 'PEPPOL-EN16931-R044', holds: one => fact(one, 'ChargeIndicator')?.text === 'false', words: ['negative', 'BT-147'], says: 'There is no charge on a price.' },
    { id: 'PEPPOL-EN16931-R046', holds: one => { const gross = child(one, 'BaseAmount'); return !gross || netIsGrossLess(one, gross) }, words: ['sum-differs', 'BT-146'], says: 'The net price (BT-146) is the gross price (BT-148) less its discount (BT-147).' },
  ]),
  ...identifierRules,
  rulesFor(r => ublNamed('EmbeddedDocumentBinaryObject')(r).filter(one => attribute(one, 'mimeCode') !== null), [
    { id: 'PEPPOL-EN16931-CL001', holds: one => media.has(attribute(one, 'mimeCode') ?? ''), words: ['code', 'BT-125'], shows: one => ({ code: attribute(one, 'mimeCode') ?? '' }), says: 'The media type of an attached file is one of those that Peppol allows.' },
  ]),
  rulesFor(r => reasonCodes(r, false), [
    { id: 'PEPPOL-EN16931-CL002', holds: code => allowanceReasons.has(code.text), words: ['code', 'BT-98'], shows: code => ({ code: code.text }), says: 'The reason of an allowance is a code of UNTDID 5189.' },
  ]),
  rulesFor(r => reasonCodes(r, true), [
    { id: 'PEPPOL-EN16931-CL003', holds: code => chargeReasons.has(code.text), words: ['code', 'BT-105'], shows: code => ({ code: code.text }), says: 'The reason of a charge is a code of UNTDID 7161.' },
  ]),
  rulesFor(taxPoints, [
    { id: 'PEPPOL-EN16931-CL006', holds: code => ['3', '35', '432'].includes(code.text), words: ['code', 'BT-8'], shows: code => ({ code: code.text }), says: 'The VAT point (BT-8) is a code of UNTDID 2005.' },
  ]),
  rulesFor(ublNamed(...ownCurrency, 'TaxAmount'), [
    { id: 'PEPPOL-EN16931-CL007', holds: one => currencies.has(attribute(one, 'currencyID') ?? ''), words: 'currency', shows: one => ({ value: attribute(one, 'currencyID') ?? '-' }), says: 'An amount names its currency by ISO 4217.' },
  ]),
  rulesFor(r => ublNamed('EndpointID')(r).filter(one => attribute(one, 'schemeID') !== null), [
    { id: 'PEPPOL-EN16931-CL008', holds: one => addresses.has(attribute(one, 'schemeID') ?? ''), words: ['code', 'BT-34'], shows: one => ({ code: attribute(one, 'schemeID') ?? '' }), says: 'The scheme of an electronic address is one of those of Peppol.' },
  ]),
  rulesFor(ublNamed('InvoiceTypeCode'), [
    { id: 'PEPPOL-EN16931-P0100', holds: (code, r) => !typesByProcess(r) || invoiceTypes.has(code.text.trim()), words: 'type', shows: code => ({ code: code.text.trim() }), says: 'The type of an invoice is one of those that the process allows.' },
    { id: 'PEPPOL-EN16931-P0112', holds: (code, r) => !['326', '384'].includes(code.text.trim()) || isGerman(r), words: 'type', shows: code => ({ code: code.text.trim() }), says: 'Types 326 and 384 are used between German organisations only.' },
  ]),
  rulesFor(ublNamed('CreditNoteTypeCode'), [
    { id: 'PEPPOL-EN16931-P0101', holds: (code, r) => !typesByProcess(r) || creditTypes.has(code.text.trim()), words: 'type', shows: code => ({ code: code.text.trim() }), says: 'The type of a credit note is one of those that the process allows.' },
  ]),
  rulesFor(ublNamed('IssueDate', 'DueDate', 'TaxPointDate', 'StartDate', 'EndDate', 'ActualDeliveryDate'), [
    { id: 'PEPPOL-EN16931-F001', holds: one => isDay(one.text), words: 'date', shows: one => ({ value: one.text }), says: 'A date is written YYYY-MM-DD.' },
  ]),
  ...exemptionOf.map(([id, code, category]) => rulesFor(r => ublNamed('TaxCategory')(r).filter(one => fact(one, 'TaxExemptionReasonCode')?.text.toUpperCase() === code), [
    { id, holds: one => fact(one, 'ID')?.text === category, words: 'mixed', shows: () => ({ category }), says: `The reason ${code} goes with category ${category}.` },
  ])),
]

function isSpecification(text: string): boolean {
  return (text.startsWith(specification) || text.startsWith(selfBilling)) && !text.includes('::')
}

function netIsGrossLess(allowance: XmlElement, gross: XmlElement): boolean {
  const net = allowance.parent && every(allowance.parent, 'PriceAmount')[0]
  const discount = child(allowance, 'Amount')
  const [a, b, c] = [net, gross, discount].map(one => (one ? decimal(one.text) : null))
  return !!a && !!b && !!c && equal(a, minus(b, c))
}

import type { Fact } from '../fact.ts'
import type { Address } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { allAdjustments, filled, invoiceOf, isDay, linesOf, present, taxesOf, ublNamed } from './ask.ts'
import { type Rule, type RuleGroup, rulesFor } from './rule.ts'

type Read = ReadInvoice

export const romanianSpecification = 'urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1'

/** Counties by ISO 3166-2; RO-B is Bucharest, whose towns are its sectors. */
const counties = new Set(
  `AB AG AR B BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS NT OT PH SB SJ SM SV TL TM TR VL
   VN VS`
    .split(/\s+/)
    .map(code => `RO-${code}`),
)
const sectors = new Set([1, 2, 3, 4, 5, 6].map(number => `SECTOR${number}`))

const inRomania = (a: Address<Fact> | null | undefined): boolean => a?.country?.text === 'RO'
const sectorFits = (a: Address<Fact> | null | undefined): boolean =>
  !inRomania(a) || a?.region?.text !== 'RO-B' || sectors.has(a.town?.text ?? '')
const countyFits = (a: Address<Fact> | null | undefined): boolean =>
  !inRomania(a) || counties.has(a?.region?.text ?? '')
const vatCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M']

function usesVat({ invoice }: Read): boolean {
  const used = [...invoice.lines.map(one => one.vat), ...invoice.adjustments.map(one => one.vat)]
  return used.some(one => vatCodes.includes(one?.code?.text ?? ''))
}

/** At most so many characters, as ANAF counts them. */
type Length = readonly [
  id: string,
  term: string,
  most: number,
  of: (read: Read) => readonly (Fact | null | undefined)[],
]

// biome-ignore format: one length a row
const lengths: readonly Length[] = [
  ['BR-RO-L0201', 'BT-38', 20, r => [r.invoice.seller?.address?.postalCode]],
  ['BR-RO-L0202', 'BT-53', 20, r => [r.invoice.buyer?.address?.postalCode]],
  ['BR-RO-L0203', 'BT-67', 20, r => [r.invoice.taxRepresentative?.address?.postalCode]],
  ['BR-RO-L0204', 'BT-78', 20, r => [r.invoice.delivery?.address?.postalCode]],
  ['BR-RO-L155', 'BT-1', 200, r => [r.invoice.number]],
  ['BR-RO-L0302', 'BT-12', 200, r => [r.invoice.contract]],
  ['BR-RO-L0303', 'BT-13', 200, r => [r.invoice.order]],
  ['BR-RO-L0304', 'BT-14', 200, r => [r.invoice.salesOrder]],
  ['BR-RO-L0305', 'BT-15', 200, r => [r.invoice.receivingAdvice]],
  ['BR-RO-L0306', 'BT-16', 200, r => [r.invoice.despatchAdvice]],
  ['BR-RO-L0307', 'BT-17', 200, r => [r.invoice.tender]],
  ['BR-RO-L0308', 'BT-122', 200, r => [...r.invoice.attachments.map(one => one.id), r.invoice.invoicedObject?.id]],
  ['BR-RO-L0501', 'BT-37', 50, r => [r.invoice.seller?.address?.town]],
  ['BR-RO-L0502', 'BT-52', 50, r => [r.invoice.buyer?.address?.town]],
  ['BR-RO-L0503', 'BT-66', 50, r => [r.invoice.taxRepresentative?.address?.town]],
  ['BR-RO-L0504', 'BT-77', 50, r => [r.invoice.delivery?.address?.town]],
  ['BR-RO-L0505', 'BT-160', 50, r => linesOf(r).flatMap(one => one.item?.attributes.map(each => each.name) ?? [])],
  ['BR-RO-L1001', 'BT-19', 100, r => [r.invoice.buyerAccounting]],
  ['BR-RO-L1002', 'BT-36', 100, r => [r.invoice.seller?.address?.more]],
  ['BR-RO-L1003', 'BT-162', 100, r => [r.invoice.seller?.address?.third]],
  ['BR-RO-L1004', 'BT-41', 100, r => [r.invoice.seller?.contact?.name]],
  ['BR-RO-L1005', 'BT-42', 100, r => [r.invoice.seller?.contact?.telephone]],
  ['BR-RO-L1006', 'BT-43', 100, r => [r.invoice.seller?.contact?.mail]],
  ['BR-RO-L1007', 'BT-51', 100, r => [r.invoice.buyer?.address?.more]],
  ['BR-RO-L1008', 'BT-163', 100, r => [r.invoice.buyer?.address?.third]],
  ['BR-RO-L1009', 'BT-56', 100, r => [r.invoice.buyer?.contact?.name]],
  ['BR-RO-L1010', 'BT-57', 100, r => [r.invoice.buyer?.contact?.telephone]],
  ['BR-RO-L1011', 'BT-58', 100, r => [r.invoice.buyer?.contact?.mail]],
  ['BR-RO-L1012', 'BT-65', 100, r => [r.invoice.taxRepresentative?.address?.more]],
  ['BR-RO-L1013', 'BT-164', 100, r => [r.invoice.taxRepresentative?.address?.third]],
  ['BR-RO-L1014', 'BT-76', 100, r => [r.invoice.delivery?.address?.more]],
  ['BR-RO-L1015', 'BT-165', 100, r => [r.invoice.delivery?.address?.third]],
  ['BR-RO-L1016', 'BT-82', 100, r => r.invoice.payments.map(one => one.text)],
  ['BR-RO-L1019', 'BT-120', 100, r => taxesOf(r.invoice).map(one => one.exemption)],
  ['BR-RO-L1020', 'BT-123', 100, r => r.invoice.attachments.map(one => one.description)],
  ['BR-RO-L1021', 'BT-133', 100, r => linesOf(r).map(one => one.buyerAccounting)],
  ['BR-RO-L1022', 'BT-139', 100, r => linesOf(r).flatMap(one => one.adjustments.filter(a => a.charge === false).map(a => a.reason))],
  ['BR-RO-L1023', 'BT-144', 100, r => linesOf(r).flatMap(one => one.adjustments.filter(a => a.charge === true).map(a => a.reason))],
  ['BR-RO-L1024', 'BT-153', 100, r => linesOf(r).map(one => one.item?.name)],
  ['BR-RO-L1025', 'BT-161', 100, r => linesOf(r).flatMap(one => one.item?.attributes.map(each => each.value) ?? [])],
  ['BR-RO-L140', 'BT-83', 140, r => r.invoice.payments.map(one => one.reference)],
  ['BR-RO-L151', 'BT-35', 150, r => [r.invoice.seller?.address?.street]],
  ['BR-RO-L152', 'BT-50', 150, r => [r.invoice.buyer?.address?.street]],
  ['BR-RO-L153', 'BT-64', 150, r => [r.invoice.taxRepresentative?.address?.street]],
  ['BR-RO-L154', 'BT-75', 150, r => [r.invoice.delivery?.address?.street]],
  ['BR-RO-L156', 'BT-25', 200, r => r.invoice.precedingInvoices.map(one => one.number)],
  ['BR-RO-L201', 'BT-27', 200, r => [r.invoice.seller?.name]],
  ['BR-RO-L202', 'BT-28', 200, r => [r.invoice.seller?.tradingName]],
  ['BR-RO-L203', 'BT-44', 200, r => [r.invoice.buyer?.name]],
  ['BR-RO-L204', 'BT-45', 200, r => [r.invoice.buyer?.tradingName]],
  ['BR-RO-L205', 'BT-59', 200, r => [r.invoice.payee?.name]],
  ['BR-RO-L206', 'BT-62', 200, r => [r.invoice.taxRepresentative?.name]],
  ['BR-RO-L207', 'BT-70', 200, r => [r.invoice.delivery?.name]],
  ['BR-RO-L208', 'BT-85', 200, r => r.invoice.payments.map(one => one.account?.name)],
  ['BR-RO-L209', 'BT-88', 200, r => r.invoice.payments.map(one => one.card?.holder)],
  ['BR-RO-L210', 'BT-124', 200, r => r.invoice.attachments.map(one => one.address)],
  ['BR-RO-L211', 'BT-125', 200, r => r.invoice.attachments.map(one => one.file?.name)],
  ['BR-RO-L212', 'BT-154', 200, r => linesOf(r).map(one => one.item?.description)],
  ['BR-RO-L301', 'BT-20', 300, r => [r.invoice.paymentTerms]],
  ['BR-RO-L302', 'BT-22', 300, r => r.invoice.notes.map(one => one.text)],
  ['BR-RO-L303', 'BT-127', 300, r => linesOf(r).map(one => one.note)],
  ['BR-RO-L1000', 'BT-33', 1000, r => [r.invoice.seller?.legalForm]],
]

const dates: readonly (readonly [id: string, name: string])[] = [
  ['BR-RO-DT001', 'IssueDate'],
  ['BR-RO-DT002', 'TaxPointDate'],
  ['BR-RO-DT003', 'DueDate'],
  ['BR-RO-DT003_CN', 'PaymentDueDate'],
  ['BR-RO-DT004', 'ActualDeliveryDate'],
  ['BR-RO-DT005', 'StartDate'],
  ['BR-RO-DT006', 'EndDate'],
]

function lengthRule([id, term, most]: Length): Rule<Fact> {
  return {
    id,
    holds: one => one.text.length <= most,
    words: ['too-long', term],
    shows: () => ({ most: String(most) }),
    says: `${term} has at most ${most} characters.`,
  }
}

/** CIUS-RO 1.0.1 as ANAF checks it, as of version 1.0.9 of its rules. */
// biome-ignore format: one rule a row
export const romanianRules: readonly RuleGroup[] = [
  ...dates.map(([id, name]) => rulesFor(ublNamed(name), [{ id, holds: one => isDay(one.text), words: 'date', shows: one => ({ value: one.text }), says: 'A date is written YYYY-MM-DD.' }])),
  rulesFor(({ invoice }) => present(invoice.typeCode), [
    { id: 'BR-RO-020', holds: (code, { invoice }) => (invoice.document === 'invoice' ? ['380', '384', '389', '751'] : ['381']).includes(code.text), words: 'type', shows: code => ({ code: code.text }), says: 'The type is 380, 384, 389 or 751, of a credit note 381.' },
  ]),
  rulesFor(invoiceOf, [
    { id: 'BR-RO-001', holds: i => i.specification?.text === romanianSpecification, words: 'profile', says: `The specification (BT-24) is ${romanianSpecification}.` },
    { id: 'BR-RO-A020', holds: i => i.notes.length <= 20, words: ['too-many', 'BT-22'], says: 'Twenty notes at most.' },
    { id: 'BR-RO-A051', holds: i => i.attachments.length <= 50, words: ['too-many', 'BG-24'], says: 'Fifty supporting documents at most.' },
    { id: 'BR-RO-A500', holds: i => i.precedingInvoices.length <= 500, words: ['too-many', 'BG-3'], says: 'Five hundred preceding invoices at most.' },
    { id: 'BR-RO-010', holds: i => /\d/.test(i.number?.text ?? ''), words: ['number', 'BT-1'], shows: i => ({ value: i.number?.text ?? '' }), says: 'The number has a digit at least.' },
    { id: 'BR-RO-030', holds: i => i.taxCurrency?.text === 'RON' || i.currency?.text === 'RON', words: ['missing', 'BT-6'], says: 'An invoice in another currency has RON as its accounting currency (BT-6).' },
    { id: 'BR-RO-065', holds: (i, r) => !usesVat(r) || filled(i.seller?.vatId) || filled(i.seller?.taxId) || !!i.taxRepresentative?.vatId, words: ['missing', 'BT-31'], says: 'With VAT the tax number of seller or representative is stated.' },
    { id: 'BR-RO-081', holds: i => filled(i.seller?.address?.street), words: ['missing', 'BT-35'], says: 'The seller’s street (BT-35) is stated.' },
    { id: 'BR-RO-082', holds: i => filled(i.buyer?.address?.street), words: ['missing', 'BT-50'], says: 'The buyer’s street (BT-50) is stated.' },
    { id: 'BR-RO-091', holds: i => filled(i.seller?.address?.town), words: ['missing', 'BT-37'], says: 'The seller’s town (BT-37) is stated.' },
    { id: 'BR-RO-092', holds: i => filled(i.buyer?.address?.town), words: ['missing', 'BT-52'], says: 'The buyer’s town (BT-52) is stated.' },
    { id: 'BR-RO-100', holds: i => sectorFits(i.seller?.address), words: ['code', 'BT-37'], shows: i => ({ code: i.seller?.address?.town?.text ?? '' }), says: 'In Bucharest the seller’s town is SECTOR1 to SECTOR6.' },
    { id: 'BR-RO-101', holds: i => sectorFits(i.buyer?.address), words: ['code', 'BT-52'], shows: i => ({ code: i.buyer?.address?.town?.text ?? '' }), says: 'In Bucharest the buyer’s town is SECTOR1 to SECTOR6.' },
    { id: 'BR-RO-110', holds: i => countyFits(i.seller?.address), words: ['code', 'BT-39'], shows: i => ({ code: i.seller?.address?.region?.text ?? '' }), says: 'The seller’s county (BT-39) is a code of ISO 3166-2:RO.' },
    { id: 'BR-RO-111', holds: i => countyFits(i.buyer?.address), words: ['code', 'BT-54'], shows: i => ({ code: i.buyer?.address?.region?.text ?? '' }), says: 'The buyer’s county (BT-54) is a code of ISO 3166-2:RO.' },
    { id: 'BR-RO-120', holds: (i, r) => !usesVat(r) || !!i.buyer?.legalId || filled(i.buyer?.vatId), words: ['missing', 'BT-47'], says: 'With VAT the buyer’s registration (BT-47) or VAT number (BT-48) is stated.' },
  ]),
  rulesFor(({ invoice }) => (invoice.taxRepresentative?.address ? [invoice.taxRepresentative.address] : []), [
    { id: 'BR-RO-140', holds: a => filled(a.street), words: ['missing', 'BT-64'], says: 'The representative’s street (BT-64) is stated.' },
    { id: 'BR-RO-150', holds: a => filled(a.town), words: ['missing', 'BT-66'], says: 'The representative’s town (BT-66) is stated.' },
    { id: 'BR-RO-160', holds: sectorFits, words: ['code', 'BT-66'], shows: a => ({ code: a.town?.text ?? '' }), says: 'In Bucharest the representative’s town is SECTOR1 to SECTOR6.' },
    { id: 'BR-RO-170', holds: countyFits, words: ['code', 'BT-68'], shows: a => ({ code: a.region?.text ?? '' }), says: 'The representative’s county (BT-68) is a code of ISO 3166-2:RO.' },
  ]),
  rulesFor(({ invoice }) => (invoice.delivery?.address ? [invoice.delivery.address] : []), [
    { id: 'BR-RO-180', holds: a => filled(a.street), words: ['missing', 'BT-75'], says: 'The street of delivery (BT-75) is stated.' },
    { id: 'BR-RO-201', holds: a => filled(a.town), words: ['missing', 'BT-77'], says: 'The town of delivery (BT-77) is stated.' },
    { id: 'BR-RO-202', holds: sectorFits, words: ['code', 'BT-77'], shows: a => ({ code: a.town?.text ?? '' }), says: 'In Bucharest the town of delivery is SECTOR1 to SECTOR6.' },
    { id: 'BR-RO-211', holds: a => filled(a.region), words: ['missing', 'BT-79'], says: 'The county of delivery (BT-79) is stated.' },
    { id: 'BR-RO-212', holds: countyFits, words: ['code', 'BT-79'], shows: a => ({ code: a.region?.text ?? '' }), says: 'The county of delivery (BT-79) is a code of ISO 3166-2:RO.' },
  ]),
  rulesFor(({ invoice }) => present(invoice.taxPointCode), [
    { id: 'BR-RO-040', holds: code => ['3', '35', '432'].includes(code.text), words: ['code', 'BT-8'], shows: code => ({ code: code.text }), says: 'The VAT point (BT-8) is 3, 35 or 432.' },
  ]),
  rulesFor(r => linesOf(r).flatMap(one => (one.item ? [one.item] : [])), [
    { id: 'BR-RO-A052', holds: item => item.attributes.length <= 50, words: ['too-many', 'BG-32'], says: 'Fifty attributes of an item at most.' },
  ]),
  rulesFor(r => allAdjustments(r.invoice).filter(a => a.vat !== null), [
    { id: 'BR-RO-L1017', holds: a => (a.reason?.text.length ?? 0) <= 100, words: ['too-long', 'BT-97'], shows: () => ({ most: '100' }), says: 'The reason of an allowance or charge has at most 100 characters.' },
  ]),
  ...lengths.map(length => rulesFor(r => length[3](r).flatMap(present), [lengthRule(length)])),
]

export function isRomanian({ invoice }: Read): boolean {
  return /urn:efactura\.mfinante\.ro:CIUS-RO/i.test(invoice.specification?.text ?? '')
}

import { type XmlElement, attribute } from '../../xml/element.ts'
import type { Fact } from '../fact.ts'
import type { Address, Party, PaymentMeans } from '../model.ts'
import { type ReadInvoice, fact } from '../reading.ts'
import {
  allAdjustments,
  filled,
  invoiceOf,
  isDay,
  linesOf,
  ofSyntax,
  present,
  taxesOf,
  ublNamed,
  value,
} from './ask.ts'
import { addressCountry, sellerCountry } from './countries.ts'
import { isNorwegianOrganisation, isSwedishOrganisation } from './numbers.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

type Read = ReadInvoice

function sellerIn(country: string) {
  return (read: Read): readonly Party<Fact>[] => {
    const { seller } = read.invoice
    return seller && addressCountry(read, 'seller') === country ? [seller] : []
  }
}

function bothIn(read: Read, country: string): boolean {
  return addressCountry(read, 'seller') === country && addressCountry(read, 'buyer') === country
}

const isNumber = (text: string): boolean => /^\d+$/.test(text)

// biome-ignore format: one rule a row
const norway: readonly RuleGroup[] = [
  rulesFor(r => (r.invoice.seller && sellerCountry(r) === 'NO' ? [r.invoice.seller] : []), [
    { id: 'NO-R-001', holds: p => !p.vatId?.text.startsWith('NO') || (/^NO\d{9}MVA$/.test(p.vatId.text) && isNorwegianOrganisation(p.vatId.text.slice(2, 11))), words: ['number', 'BT-31'], shows: p => ({ value: p.vatId?.text ?? '' }), says: 'A Norwegian VAT number is NO, a valid organisation number, and MVA.' },
    { id: 'NO-R-002', severity: 'warning', holds: p => p.taxId?.text === 'Foretaksregisteret', words: ['missing', 'BT-32'], says: 'Most Norwegian sellers state “Foretaksregisteret” (BT-32).' },
  ]),
]

const swedishVat = (r: Read): boolean =>
  addressCountry(r, 'seller') === 'SE' && !!r.invoice.seller?.vatId?.text.startsWith('SE')

function swedishRates(
  r: Read,
): readonly { readonly at?: XmlElement; readonly rate: Fact | null; readonly code: Fact | null }[] {
  if (!swedishVat(r)) return []
  const all = [
    ...taxesOf(r.invoice).map(one => one.category),
    ...allAdjustments(r.invoice).map(one => one.vat),
    ...linesOf(r).map(one => one.vat),
  ]
  return all.flatMap(one => (one?.code?.text === 'S' ? [one] : []))
}

function swedishPayments(r: Read): readonly PaymentMeans<Fact>[] {
  return addressCountry(r, 'seller') === 'SE' ? r.invoice.payments : []
}

function giro(r: Read, provider: string): readonly Fact[] {
  return swedishPayments(r)
    .filter(one => one.code?.text === '30' && one.account?.provider?.text === provider)
    .flatMap(one => present(one.account?.id))
}

// biome-ignore format: one rule a row
const sweden: readonly RuleGroup[] = [
  rulesFor(r => (swedishVat(r) ? sellerIn('SE')(r) : []), [
    { id: 'SE-R-001', holds: p => p.vatId?.text.length === 14, words: ['number', 'BT-31'], shows: p => ({ value: p.vatId?.text ?? '' }), says: 'A Swedish VAT number has 14 characters.' },
    { id: 'SE-R-002', holds: p => isNumber(p.vatId?.text.slice(2, 14).trim() ?? ''), words: ['number', 'BT-31'], shows: p => ({ value: p.vatId?.text ?? '' }), says: 'A Swedish VAT number has twelve digits behind SE.' },
  ]),
  rulesFor(r => sellerIn('SE')(r).flatMap(p => present(p.legalId?.id)), [
    { id: 'SE-R-003', holds: id => isNumber(id.text), words: ['number', 'BT-30'], shows: id => ({ value: id.text }), says: 'A Swedish organisation number is numeric.' },
    { id: 'SE-R-004', holds: id => id.text.length === 10, words: ['number', 'BT-30'], shows: id => ({ value: id.text }), says: 'A Swedish organisation number has ten digits.' },
    { id: 'SE-R-013', holds: id => isSwedishOrganisation(id.text), words: ['number', 'BT-30'], shows: id => ({ value: id.text }), says: 'The last digit of a Swedish organisation number is right (Luhn).' },
  ]),
  rulesFor(r => sellerIn('SE')(r).flatMap(p => (p.legalId ? present(p.taxId) : [])), [
    { id: 'SE-R-005', holds: id => id.text.toUpperCase() === 'GODKÄND FÖR F-SKATT', words: ['missing', 'BT-32'], says: 'A Swedish seller’s tax registration (BT-32) says “Godkänd för F-skatt”.' },
  ]),
  rulesFor(swedishRates, [
    { id: 'SE-R-006', holds: one => { const rate = value(one.rate); return rate !== null && [25n, 12n, 6n].some(each => rate.units === each * 10n ** BigInt(rate.scale)) }, words: 'rate', shows: one => ({ category: 'S', rate: one.rate?.text ?? '-' }), says: 'A Swedish seller’s standard rates are 25, 12 and 6.' },
  ]),
  rulesFor(r => giro(r, 'SE:PLUSGIRO'), [
    { id: 'SE-R-007', severity: 'warning', holds: id => isNumber(id.text), words: ['number', 'BT-84'], shows: id => ({ value: id.text }), says: 'A Plusgiro number is numeric.' },
    { id: 'SE-R-010', severity: 'warning', holds: id => id.text.length >= 2 && id.text.length <= 8, words: ['number', 'BT-84'], shows: id => ({ value: id.text }), says: 'A Plusgiro number has 2 to 8 digits.' },
  ]),
  rulesFor(r => giro(r, 'SE:BANKGIRO'), [
    { id: 'SE-R-008', severity: 'warning', holds: id => isNumber(id.text), words: ['number', 'BT-84'], shows: id => ({ value: id.text }), says: 'A Bankgiro number is numeric.' },
    { id: 'SE-R-009', severity: 'warning', holds: id => id.text.length === 7 || id.text.length === 8, words: ['number', 'BT-84'], shows: id => ({ value: id.text }), says: 'A Bankgiro number has 7 or 8 digits.' },
  ]),
  rulesFor(swedishPayments, [
    { id: 'SE-R-011', severity: 'warning', holds: p => p.code?.text !== '50' && p.code?.text !== '56', words: 'payment', says: 'Bankgiro and Plusgiro are told by means 30 with SE:BANKGIRO or SE:PLUSGIRO.' },
    { id: 'SE-R-012', severity: 'warning', holds: (p, r) => p.code?.text !== '31' || !bothIn(r, 'SE'), words: 'payment', says: 'Between Swedish parties a credit transfer is means 30.' },
  ]),
]

const cvr = (p: Party<Fact> | null): boolean => !p?.legalId || p.legalId.scheme?.text === '0184'
const danishMeans = ['1', '10', '31', '42', '48', '49', '50', '58', '59', '93', '97']
const starts = (p: PaymentMeans<Fact>, ...codes: readonly string[]): boolean =>
  codes.some(code => p.reference?.text.startsWith(`${code}#`))

// biome-ignore format: one rule a row
const denmark: readonly RuleGroup[] = [
  rulesFor(r => (addressCountry(r, 'seller') === 'DK' ? invoiceOf(r) : []), [
    { id: 'DK-R-002', holds: i => filled(i.seller?.legalId?.id), words: ['missing', 'BT-30'], says: 'A Danish seller states the CVR number (BT-30).' },
    { id: 'DK-R-014', holds: i => cvr(i.seller), words: ['scheme', 'BT-30'], says: 'A Danish seller’s registration is of scheme 0184.' },
    { id: 'DK-R-016', holds: (i, r) => !(i.document === 'credit-note' && bothIn(r, 'DK')) || (value(i.totals?.due)?.units ?? 0n) >= 0n, words: ['negative', 'BT-115'], says: 'A Danish credit note has no negative total.' },
  ]),
  rulesFor(ofSyntax('ubl', r => (bothIn(r, 'DK') ? r.named('PartyIdentification').filter(one => ['AccountingSupplierParty', 'AccountingCustomerParty'].includes(one.parent?.parent?.name ?? '')) : [])), [
    { id: 'DK-R-013', holds: one => { const id = one.children.find(each => each.name === 'ID'); return !id || !!attribute(id, 'schemeID')?.trim() }, words: ['scheme', 'BT-29'], says: 'Between Danish parties an identifier names its scheme.' },
  ]),
  rulesFor(r => (bothIn(r, 'DK') && r.invoice.document === 'invoice' ? r.invoice.payments : []), [
    { id: 'DK-R-005', holds: p => danishMeans.includes(p.code?.text ?? ''), words: 'payment', says: 'Danish means of payment are 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 and 97.' },
    { id: 'DK-R-006', holds: p => !['31', '42'].includes(p.code?.text ?? '') || (filled(p.account?.id) && filled(p.account?.provider)), words: 'payment', says: 'Means 31 and 42 need account and registration number.' },
    { id: 'DK-R-007', holds: p => p.code?.text !== '49' || (filled(p.mandate?.reference) && filled(p.mandate?.account)), words: 'payment', says: 'Means 49 needs mandate and debited account.' },
    { id: 'DK-R-008', holds: p => p.code?.text !== '50' || (starts(p, '01', '04', '15') && /^\d{7,8}$/.test(p.account?.id?.text ?? '')), words: 'payment', says: 'Giro (50) needs a card type 01#, 04# or 15# and an account of 7 or 8 digits.' },
    { id: 'DK-R-009', holds: p => p.code?.text !== '50' || !starts(p, '04', '15') || p.reference?.text.length === 19, words: 'payment', says: 'Card types 04# and 15# are followed by 16 digits.' },
    { id: 'DK-R-010', holds: p => p.code?.text !== '93' || (starts(p, '71', '73', '75') && p.account?.id?.text.length === 8), words: 'payment', says: 'FIK (93) needs a card type 71#, 73# or 75# and an account of 8 characters.' },
    { id: 'DK-R-011', holds: p => p.code?.text !== '93' || !starts(p, '71', '75') || [18, 19].includes(p.reference?.text.length ?? 0), words: 'payment', says: 'Card types 71# and 75# are followed by 15 or 16 digits.' },
  ]),
  rulesFor(r => (bothIn(r, 'DK') && r.invoice.buyer ? [r.invoice.buyer] : []), [
    { id: 'DK-R-017', holds: cvr, words: ['scheme', 'BT-47'], says: 'A Danish buyer’s registration is of scheme 0184.' },
  ]),
  rulesFor(r => (bothIn(r, 'DK') ? linesOf(r) : []), [
    { id: 'DK-R-003', holds: l => { const of = l.item?.classifications ?? []; return !of.some(one => one.list?.text === 'TST') || of.some(one => ['19.05.01', '19.0501', '26.08.01', '26.0801'].includes(one.version?.text ?? '')) }, words: ['code', 'BT-158'], shows: () => ({ code: 'TST' }), says: 'UNSPSC is of version 19.05.01 or 26.08.01.' },
  ]),
  rulesFor(r => (bothIn(r, 'DK') ? allAdjustments(r.invoice) : []), [
    { id: 'DK-R-004', holds: a => a.reasonCode?.text !== 'ZZZ' || isDanishTax(a.reason?.text ?? ''), words: ['code', 'BT-104'], shows: a => ({ code: a.reason?.text ?? '' }), says: 'A tax other than VAT (ZZZ) has a four-digit category, or a # within its reason.' },
  ]),
]

function isDanishTax(reason: string): boolean {
  return /^\d{4}$/.test(reason) || (reason.includes('#') && !reason.startsWith('#') && !reason.endsWith('#'))
}

const hasStreetAndCode = (a: Address<Fact> | null | undefined): boolean => !!a?.street && !!a.postalCode
const icelandicAccount = (p: PaymentMeans<Fact>, code: string): boolean =>
  p.code?.text !== code || p.account?.id?.text.length === 12

function deadlines(r: Read): readonly XmlElement[] {
  if (addressCountry(r, 'seller') !== 'IS') return []
  return ublNamed('AdditionalDocumentReference')(r).filter(one => fact(one, 'DocumentDescription')?.text === 'EINDAGI')
}

// biome-ignore format: one rule a row
const iceland: readonly RuleGroup[] = [
  rulesFor(r => (addressCountry(r, 'seller') === 'IS' ? invoiceOf(r) : []), [
    { id: 'IS-R-001', severity: 'warning', holds: i => ['380', '381'].includes(i.typeCode?.text ?? ''), words: 'type', shows: i => ({ code: i.typeCode?.text ?? '-' }), says: 'An Icelandic invoice is of type 380 or 381.' },
    { id: 'IS-R-002', holds: i => i.seller?.legalId?.scheme?.text === '0196', words: ['missing', 'BT-30'], says: 'An Icelandic seller states the kennitala (BT-30, scheme 0196).' },
    { id: 'IS-R-003', holds: i => hasStreetAndCode(i.seller?.address), words: 'address', says: 'An Icelandic seller’s address has street and post code.' },
    { id: 'IS-R-004', holds: (i, r) => !bothIn(r, 'IS') || i.buyer?.legalId?.scheme?.text === '0196', words: ['missing', 'BT-47'], says: 'An Icelandic buyer’s kennitala is stated (BT-47, scheme 0196).' },
    { id: 'IS-R-005', holds: (i, r) => !bothIn(r, 'IS') || hasStreetAndCode(i.buyer?.address), words: 'address', says: 'An Icelandic buyer’s address has street and post code.' },
    { id: 'IS-R-006', holds: i => i.payments.every(p => icelandicAccount(p, '9')), words: 'payment', says: 'Means 9 has an account of 12 digits.' },
    { id: 'IS-R-007', holds: i => i.payments.every(p => icelandicAccount(p, '42')), words: 'payment', says: 'Means 42 has an account of 12 digits.' },
  ]),
  rulesFor(deadlines, [
    { id: 'IS-R-008', holds: one => isDay(fact(one, 'ID')?.text ?? ''), words: 'date', shows: one => ({ value: fact(one, 'ID')?.text ?? '' }), says: 'The eindagi is written YYYY-MM-DD.' },
    { id: 'IS-R-009', holds: (_, r) => r.named('DueDate').length > 0, words: ['missing', 'BT-9'], says: 'With an eindagi there is a due date (BT-9).' },
    { id: 'IS-R-010', holds: (one, r) => (r.invoice.dueOn?.text ?? '') <= (fact(one, 'ID')?.text ?? ''), words: 'period', says: 'The eindagi is not before the due date.' },
  ]),
]

/** National rules of Peppol for sellers in Norway, Sweden, Denmark and Iceland. */
export const nordicRules: readonly RuleGroup[] = [...norway, ...sweden, ...denmark, ...iceland]

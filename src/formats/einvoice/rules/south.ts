import type { XmlElement } from '../../xml/element.ts'
import { childrenOf, first } from '../../xml/element.ts'
import type { Fact } from '../fact.ts'
import type { Party } from '../model.ts'
import { type ReadInvoice, fact } from '../reading.ts'
import { filled, ofSyntax, present } from './ask.ts'
import { addressCountry, buyerCountry, sellerCountry } from './countries.ts'
import { isGreekTaxNumber } from './numbers.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

type Read = ReadInvoice

const isGreek = (country: string): boolean => country === 'GR' || country === 'EL'
const greekVat = (text: string): boolean => text.startsWith('EL') && isGreekTaxNumber(text.slice(2))

function seller(read: Read, applies: boolean): readonly Party<Fact>[] {
  return applies && read.invoice.seller ? [read.invoice.seller] : []
}

function buyer(read: Read, applies: boolean): readonly Party<Fact>[] {
  return applies && read.invoice.buyer ? [read.invoice.buyer] : []
}

// biome-ignore format: one rule a row
const italy: readonly RuleGroup[] = [
  rulesFor(r => seller(r, sellerCountry(r) === 'IT'), [
    { id: 'IT-R-001', holds: p => !p.taxId || /^[A-Z0-9]{11,16}$/.test(p.taxId.text), words: ['number', 'BT-32'], shows: p => ({ value: p.taxId?.text ?? '' }), says: 'An Italian tax registration (BT-32) has 11 to 16 capitals and digits.' },
    { id: 'IT-R-002', holds: p => !!p.address?.street, words: ['missing', 'BT-35'], says: 'An Italian seller’s address has a street (BT-35).' },
    { id: 'IT-R-003', holds: p => !!p.address?.town, words: ['missing', 'BT-37'], says: 'An Italian seller’s address has a town (BT-37).' },
    { id: 'IT-R-004', holds: p => !!p.address?.postalCode, words: ['missing', 'BT-38'], says: 'An Italian seller’s address has a post code (BT-38).' },
  ]),
]

const segments = (number: Fact): readonly string[] => number.text.split('|')
const types = new Set(['1.1', '1.6', '2.1', '2.4', '5.1', '5.2', ''])

function greekReferences(read: Read, description: string): readonly XmlElement[] {
  return childrenOf(read.root, 'AdditionalDocumentReference').filter(
    one => fact(one, 'DocumentDescription')?.text === description,
  )
}

const inGreece = ofSyntax('ubl', r =>
  isGreek(sellerCountry(r)) && addressCountry(r, 'seller') === 'GR' ? [r.root] : [],
)
const greekSeller = (r: Read): boolean => isGreek(sellerCountry(r))
const greekBoth = (r: Read): boolean => greekSeller(r) && isGreek(buyerCountry(r))

function taxNumberIsParty(number: Fact, { invoice }: Read): boolean {
  const [own = ''] = segments(number)
  const parties = [invoice.seller?.vatId, invoice.taxRepresentative?.vatId].map(one => one?.text.slice(2, 11))
  return own.trim().length === 9 && isGreekTaxNumber(own) && parties.includes(own)
}

/** `31/01/2026` in the number is the day of issue. */
function dayIsIssue(number: Fact, { invoice }: Read): boolean {
  const [day = '', month = '', year = ''] = (segments(number)[1] ?? '').split('/')
  return year !== '' && `${year}-${month}-${day}` === invoice.issuedOn?.text
}

const endpointFits = (p: Party<Fact>): boolean =>
  !p.endpoint || (p.endpoint.scheme?.text === '9933' && isGreekTaxNumber(p.endpoint.id.text))

// biome-ignore format: one rule a row
const greece: readonly RuleGroup[] = [
  rulesFor(r => (greekSeller(r) ? present(r.invoice.number) : []), [
    { id: 'GR-R-001-1', holds: n => segments(n).length === 6, words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'A Greek invoice number has six segments.' },
    { id: 'GR-R-001-2', holds: taxNumberIsParty, words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The first segment is the tax number of the seller or representative.' },
    { id: 'GR-R-001-3', holds: dayIsIssue, words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The second segment is the day of issue.' },
    { id: 'GR-R-001-4', holds: n => /^\s*\d+\s*$/.test(segments(n)[2] ?? ''), words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The third segment is a whole number.' },
    { id: 'GR-R-001-5', holds: n => !!segments(n)[3]?.trim() && types.has(segments(n)[3] ?? ''), words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The fourth segment is a Greek document type.' },
    { id: 'GR-R-001-6', holds: n => !!segments(n)[4], words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The fifth segment is not empty.' },
    { id: 'GR-R-001-7', holds: n => !!segments(n)[5], words: ['number', 'BT-1'], shows: n => ({ value: n.text }), says: 'The sixth segment is not empty.' },
  ]),
  rulesFor(r => seller(r, greekSeller(r)), [
    { id: 'GR-R-002', holds: p => filled(p.tradingName), words: ['missing', 'BT-28'], says: 'A Greek seller states the full name (BT-28).' },
    { id: 'GR-S-011', severity: 'warning', holds: p => greekVat(p.vatId?.text ?? ''), words: ['missing', 'BT-31'], says: 'A Greek seller states the VAT number behind EL.' },
    { id: 'GR-R-003', holds: p => !p.vatId || greekVat(p.vatId.text), words: ['number', 'BT-31'], shows: p => ({ value: p.vatId?.text ?? '' }), says: 'A Greek VAT number is EL and a valid tax number.' },
    { id: 'GR-R-009', holds: endpointFits, words: ['number', 'BT-34'], shows: p => ({ value: p.endpoint?.id.text ?? '' }), says: 'A Greek seller’s electronic address is a tax number of scheme 9933.' },
  ]),
  rulesFor(inGreece, [
    { id: 'GR-R-004-1', holds: (_, r) => greekReferences(r, '##M.AR.K##').length === 1, words: ['missing', 'BT-122'], says: 'A Greek invoice has one MARK.' },
    { id: 'GR-S-008-1', severity: 'warning', holds: (_, r) => greekReferences(r, '##INVOICE|URL##').length === 1, words: ['missing', 'BT-124'], says: 'A Greek invoice has one address for verification.' },
    { id: 'GR-R-008-2', holds: (_, r) => greekReferences(r, '##INVOICE|URL##').length <= 1, words: ['too-many', 'BT-124'], says: 'A Greek invoice has one address for verification at most.' },
  ]),
  rulesFor(r => (inGreece(r).length > 0 ? greekReferences(r, '##M.AR.K##').flatMap(one => present(fact(one, 'ID'))) : []), [
    { id: 'GR-R-004-2', holds: id => /^[1-9]\d*/.test(id.text), words: ['number', 'BT-122'], shows: id => ({ value: id.text }), says: 'The MARK is a whole number.' },
  ]),
  rulesFor(r => (greekSeller(r) ? greekReferences(r, '##INVOICE|URL##') : []), [
    { id: 'GR-R-008-3', holds: one => !!first(one, 'Attachment/ExternalReference/URI')?.text.trim(), words: ['missing', 'BT-124'], says: 'The reference for verification has an address.' },
  ]),
  rulesFor(r => buyer(r, greekSeller(r)), [
    { id: 'GR-R-005', holds: p => filled(p.tradingName), words: ['missing', 'BT-45'], says: 'A Greek seller states the full name of the buyer (BT-45).' },
    { id: 'GR-R-006', holds: (p, r) => !greekBoth(r) || greekVat(p.vatId?.text ?? ''), words: ['missing', 'BT-48'], says: 'Between Greek parties the buyer’s VAT number is stated.' },
    { id: 'GR-R-010', holds: (p, r) => !greekBoth(r) || endpointFits(p), words: ['number', 'BT-49'], shows: p => ({ value: p.endpoint?.id.text ?? '' }), says: 'Between Greek parties the buyer’s electronic address is a tax number of scheme 9933.' },
  ]),
]

/** National rules of Peppol for sellers in Italy and Greece. */
export const southernRules: readonly RuleGroup[] = [...italy, ...greece]

import type { Fact } from '../fact.ts'
import type { Address, Party } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { allAdjustments, filled, invoiceOf, linesOf, present, taxesOf, ublNamed, value } from './ask.ts'
import { addressCountry } from './countries.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

type Read = ReadInvoice

const dutch = (r: Read): boolean => addressCountry(r, 'seller') === 'NL'
const dutchBuyer = (r: Read): boolean => dutch(r) && addressCountry(r, 'buyer') === 'NL'
const when = <S>(applies: boolean, subjects: readonly S[]): readonly S[] => (applies ? subjects : [])
const addressOf = (party: Party<Fact> | null): readonly Address<Fact>[] => (party?.address ? [party.address] : [])
const whole = (a: Address<Fact>): boolean => !!a.street && !!a.town && !!a.postalCode
const registered = (p: Party<Fact> | null): boolean =>
  ['0106', '0190'].includes(p?.legalId?.scheme?.text ?? '') && filled(p?.legalId?.id)
const means = new Set(['30', '48', '49', '57', '58', '59'])
const noReference = ({ invoice }: Read): boolean => !invoice.precedingInvoices.some(one => one.number)
const ordered = (r: Read): readonly Fact[] => linesOf(r).flatMap(one => present(one.orderLine))

/** Something goes from the buyer to the seller: a positive invoice, a negative credit note. */
function isOwed({ invoice }: Read): boolean {
  const due = value(invoice.totals?.due)
  if (!due) return true
  return invoice.document === 'invoice' ? due.units > 0n : due.units < 0n
}

/** Peppol's rules for sellers in the Netherlands. */
// biome-ignore format: one rule a row
export const peppolDutchRules: readonly RuleGroup[] = [
  rulesFor(r => when(dutch(r), ublNamed('CreditNoteTypeCode')(r)), [
    { id: 'NL-R-001', holds: (_, r) => !noReference(r), words: ['missing', 'BT-25'], says: 'A Dutch credit note names the invoice that it credits (BT-25).' },
  ]),
  rulesFor(r => when(dutch(r), addressOf(r.invoice.seller)), [
    { id: 'NL-R-002', holds: whole, words: 'address', says: 'A Dutch seller’s address has street, town and post code.' },
  ]),
  rulesFor(r => when(dutch(r) && !!r.invoice.seller?.legalId, [r.invoice.seller]), [
    { id: 'NL-R-003', holds: registered, words: ['number', 'BT-30'], shows: p => ({ value: p?.legalId?.id.text ?? '' }), says: 'A Dutch seller’s registration is a KVK number (0106) or an OIN (0190).' },
  ]),
  rulesFor(r => when(dutchBuyer(r), addressOf(r.invoice.buyer)), [
    { id: 'NL-R-004', holds: whole, words: 'address', says: 'A Dutch buyer’s address has street, town and post code.' },
  ]),
  rulesFor(r => when(dutchBuyer(r) && !!r.invoice.buyer?.legalId, [r.invoice.buyer]), [
    { id: 'NL-R-005', holds: registered, words: ['number', 'BT-47'], shows: p => ({ value: p?.legalId?.id.text ?? '' }), says: 'A Dutch buyer’s registration is a KVK number (0106) or an OIN (0190).' },
  ]),
  rulesFor(r => when(dutch(r) && addressCountry(r, 'taxRepresentative') === 'NL', addressOf(r.invoice.taxRepresentative)), [
    { id: 'NL-R-006', holds: whole, words: 'address', says: 'A Dutch representative’s address has street, town and post code.' },
  ]),
  rulesFor(r => when(dutch(r) && r.invoice.totals !== null, [r.invoice.totals]), [
    { id: 'NL-R-007', holds: (_, r) => !isOwed(r) || r.invoice.payments.length > 0, words: ['missing', 'BG-16'], says: 'A Dutch seller says how to pay (BG-16), where something is owed.' },
  ]),
  rulesFor(r => when(dutchBuyer(r), r.invoice.payments), [
    { id: 'NL-R-008', holds: p => means.has(p.code?.text ?? ''), words: 'payment', says: 'Between Dutch parties the means of payment is 30, 48, 49, 57, 58 or 59.' },
  ]),
  rulesFor(r => when(dutch(r), ordered(r)), [
    { id: 'NL-R-009', holds: (_, { invoice }) => invoice.order !== null, words: ['missing', 'BT-13'], says: 'With an order line (BT-132) the order is named (BT-13).' },
  ]),
]

const advised: readonly (readonly [id: string, of: (r: Read) => readonly Fact[], says: string])[] = [
  ['BR-NL-19', r => present(r.invoice.taxCurrency), 'A VAT accounting currency (BT-6) is not recommended.'],
  ['BR-NL-20', r => present(r.invoice.taxPointOn), 'A VAT point date (BT-7) is not recommended.'],
  ['BR-NL-21', r => present(r.invoice.taxPointCode), 'A VAT point code (BT-8) is not recommended.'],
  [
    'BR-NL-24',
    r => r.invoice.precedingInvoices.flatMap(one => present(one.issuedOn)),
    'The date of a preceding invoice (BT-26) is not recommended.',
  ],
  ['BR-NL-25', r => present(r.invoice.seller?.taxId), 'A tax registration (BT-32) is not recommended.'],
  ['BR-NL-26', r => present(r.invoice.seller?.legalForm), 'Additional legal information (BT-33) is not recommended.'],
  [
    'BR-NL-27-1',
    r => present(r.invoice.seller?.address?.third),
    'A third line of the seller’s address is not recommended.',
  ],
  [
    'BR-NL-27-2',
    r => present(r.invoice.buyer?.address?.third),
    'A third line of the buyer’s address is not recommended.',
  ],
  [
    'BR-NL-27-3',
    r => present(r.invoice.taxRepresentative?.address?.third),
    'A third line of the representative’s address is not recommended.',
  ],
  [
    'BR-NL-27-4',
    r => present(r.invoice.delivery?.address?.third),
    'A third line of the delivery address is not recommended.',
  ],
  [
    'BR-NL-28-1',
    r => present(r.invoice.seller?.address?.region),
    'A region in the seller’s address is not recommended.',
  ],
  ['BR-NL-28-2', r => present(r.invoice.buyer?.address?.region), 'A region in the buyer’s address is not recommended.'],
  [
    'BR-NL-28-3',
    r => present(r.invoice.taxRepresentative?.address?.region),
    'A region in the representative’s address is not recommended.',
  ],
  [
    'BR-NL-28-4',
    r => present(r.invoice.delivery?.address?.region),
    'A region in the delivery address is not recommended.',
  ],
  [
    'BR-NL-29',
    r => r.invoice.payments.flatMap(one => present(one.text)),
    'A text of the means of payment (BT-82) is not recommended.',
  ],
  [
    'BR-NL-30',
    r => r.invoice.payments.flatMap(one => present(one.account?.name)),
    'The name of an account (BT-85) is not recommended.',
  ],
  [
    'BR-NL-31',
    r =>
      r.invoice.payments.flatMap(one =>
        ['58', '59'].includes(one.code?.text ?? '') ? present(one.account?.provider) : [],
      ),
    'For SEPA a BIC (BT-86) is not recommended.',
  ],
  [
    'BR-NL-32',
    r => allAdjustments(r.invoice).flatMap(one => (one.charge === false ? present(one.reasonCode) : [])),
    'A code for the reason of an allowance is not recommended.',
  ],
  [
    'BR-NL-34',
    r => allAdjustments(r.invoice).flatMap(one => (one.charge === true ? present(one.reasonCode) : [])),
    'A code for the reason of a charge is not recommended.',
  ],
  [
    'BR-NL-33',
    r =>
      r.invoice.taxTotals.flatMap(one => (one.currency?.text === r.invoice.currency?.text ? [] : present(one.amount))),
    'A VAT total in another currency (BT-111) is not recommended.',
  ],
  [
    'BR-NL-35',
    r => taxesOf(r.invoice).flatMap(one => present(one.exemptionCode)),
    'A code for the reason of exemption (BT-121) is not recommended.',
  ],
]

/** NLCIUS 1.0 (SI-UBL 2.0) for sellers in the Netherlands; recommendations are warnings. */
// biome-ignore format: one rule a row
export const nlciusRules: readonly RuleGroup[] = [
  rulesFor(r => when(dutch(r), invoiceOf(r)), [
    { id: 'BR-NL-1', holds: i => registered(i.seller), words: ['missing', 'BT-30'], says: 'The seller states a KVK number (0106) or an OIN (0190).' },
    { id: 'BR-NL-2', holds: i => i.buyerReference !== null || i.order !== null, words: ['missing', 'BT-10'], says: 'The buyer’s reference (BT-10) or the order (BT-13) is stated.' },
    { id: 'BR-NL-3', holds: i => addressOf(i.seller).every(whole), words: 'address', says: 'The seller’s address has street, town and post code.' },
    { id: 'BR-NL-4', holds: (i, r) => addressCountry(r, 'buyer') !== 'NL' || addressOf(i.buyer).every(whole), words: 'address', says: 'A Dutch buyer’s address has street, town and post code.' },
    { id: 'BR-NL-5', holds: (i, r) => addressCountry(r, 'taxRepresentative') !== 'NL' || addressOf(i.taxRepresentative).every(whole), words: 'address', says: 'A Dutch representative’s address has street, town and post code.' },
    { id: 'BR-NL-7', holds: i => ['380', '381', '384', '389'].includes(i.typeCode?.text ?? ''), words: 'type', shows: i => ({ code: i.typeCode?.text ?? '-' }), says: 'The type is 380, 381, 384 or 389.' },
    { id: 'BR-NL-8', holds: (i, r) => r.syntax === 'cii' || (i.typeCode?.text === '381') === (i.document === 'credit-note'), words: 'type', shows: i => ({ code: i.typeCode?.text ?? '-' }), says: 'Type 381 is a credit note, the others are invoices.' },
    { id: 'BR-NL-9', holds: (i, r) => i.typeCode?.text !== '384' || !noReference(r), words: ['missing', 'BT-25'], says: 'A corrective invoice (384) names the invoice that it corrects (BT-25).' },
    { id: 'BR-NL-10', holds: (i, r) => addressCountry(r, 'buyer') !== 'NL' || registered(i.buyer), words: ['missing', 'BT-47'], says: 'A Dutch buyer’s registration is a KVK number (0106) or an OIN (0190).' },
    { id: 'BR-NL-11', holds: (i, r) => i.document === 'credit-note' || !isOwed(r) || i.payments.length > 0, words: ['missing', 'BG-16'], says: 'The seller says how to pay (BG-16), where something is owed.' },
  ]),
  rulesFor(r => when(dutch(r), r.invoice.payments), [
    { id: 'BR-NL-12', holds: p => means.has(p.code?.text ?? ''), words: 'payment', says: 'The means of payment is 30, 48, 49, 57, 58 or 59.' },
  ]),
  rulesFor(ordered, [
    { id: 'BR-NL-13', holds: (_, { invoice }) => invoice.order !== null, words: ['missing', 'BT-13'], says: 'With an order line (BT-132) the order is named (BT-13).' },
  ]),
  ...advised.map(([id, of, says]) => rulesFor(r => when(dutch(r), of(r)), [{ id, severity: 'warning', holds: () => false, words: 'other', says }])),
]

export function isNlcius({ invoice }: Read): boolean {
  return /#(?:compliant#urn:fdc:nen\.nl:nlcius|conformant#urn:fdc:nen\.nl:gaccount):v1\.0/.test(
    invoice.specification?.text ?? '',
  )
}

import type { Fact } from '../fact.ts'
import type { Contact, Invoice, PaymentMeans } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { allAdjustments, filled, invoiceOf, linesOf, taxesOf } from './ask.ts'
import { isGerman } from './countries.ts'
import { isIbanLike } from './numbers.ts'
import { type Rule, type RuleGroup, rulesFor } from './rule.ts'

type Read = ReadInvoice
type Row<S> = Omit<Rule<S>, 'id'> & { readonly peppol: string; readonly xrechnung: string }

const vatCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M']
const types = ['326', '380', '384', '389', '381', '875', '876', '877']

function usesVat(read: Read): boolean {
  const { invoice } = read
  const used = [...linesOf(read).map(one => one.vat), ...allAdjustments(invoice).map(one => one.vat)]
  return used.some(one => vatCodes.includes(one?.code?.text ?? ''))
}

function taxNumberOf({ seller, taxRepresentative }: Invoice<Fact>): boolean {
  return filled(seller?.vatId) || filled(seller?.taxId) || taxRepresentative !== null
}

const skonto = /(?:^|\r?\n)#SKONTO#TAGE=\d+#PROZENT=\d+\.\d{2}(?:#BASISBETRAG=-?\d+\.\d{2})?#$/

/** Lines that begin with # are statements of cash discount, each whole and ended by a line break. */
function skontoFits({ paymentTerms }: Invoice<Fact>): boolean {
  const text = paymentTerms?.at.text ?? ''
  const stated = text.split(/\r?\n/).filter(line => line.trim().startsWith('#'))
  if (stated.length === 0) return true
  const rest = text.split(/#.+#/).at(-1) ?? ''
  return stated.every(line => skonto.test(line.trim().replace(/\s+/g, ' '))) && /^\s*\n/.test(rest)
}

function filesDiffer({ attachments }: Invoice<Fact>): boolean {
  const names = attachments.flatMap(one => (one.file?.name ? [one.file.name.text] : []))
  return new Set(names).size === names.length
}

const mandates = (i: Invoice<Fact>): readonly PaymentMeans<Fact>[] => i.payments.filter(one => one.mandate)

// biome-ignore format: one rule a row
const documentRows: readonly Row<Invoice<Fact>>[] = [
  { peppol: 'DE-R-001', xrechnung: 'BR-DE-1', holds: i => i.payments.length > 0, words: ['missing', 'BG-16'], says: 'Payment instructions (BG-16) are stated.' },
  { peppol: 'DE-R-002', xrechnung: 'BR-DE-2', holds: i => i.seller === null || i.seller.contact !== null, words: ['missing', 'BG-6'], says: 'The seller’s contact (BG-6) is stated.' },
  { peppol: 'DE-R-003', xrechnung: 'BR-DE-3', holds: i => !i.seller?.address || filled(i.seller.address.town), words: ['missing', 'BT-37'], says: 'The seller’s town (BT-37) is stated.' },
  { peppol: 'DE-R-004', xrechnung: 'BR-DE-4', holds: i => !i.seller?.address || filled(i.seller.address.postalCode), words: ['missing', 'BT-38'], says: 'The seller’s post code (BT-38) is stated.' },
  { peppol: 'DE-R-008', xrechnung: 'BR-DE-8', holds: i => !i.buyer?.address || filled(i.buyer.address.town), words: ['missing', 'BT-52'], says: 'The buyer’s town (BT-52) is stated.' },
  { peppol: 'DE-R-009', xrechnung: 'BR-DE-9', holds: i => !i.buyer?.address || filled(i.buyer.address.postalCode), words: ['missing', 'BT-53'], says: 'The buyer’s post code (BT-53) is stated.' },
  { peppol: 'DE-R-010', xrechnung: 'BR-DE-10', holds: i => !i.delivery?.address || filled(i.delivery.address.town), words: ['missing', 'BT-77'], says: 'The town of delivery (BT-77) is stated.' },
  { peppol: 'DE-R-011', xrechnung: 'BR-DE-11', holds: i => !i.delivery?.address || filled(i.delivery.address.postalCode), words: ['missing', 'BT-78'], says: 'The post code of delivery (BT-78) is stated.' },
  { peppol: 'DE-R-015', xrechnung: 'BR-DE-15', holds: i => filled(i.buyerReference), words: ['missing', 'BT-10'], says: 'The buyer’s reference (BT-10) is stated.' },
  { peppol: 'DE-R-016', xrechnung: 'BR-DE-16', holds: (i, r) => !usesVat(r) || taxNumberOf(i), words: ['missing', 'BT-31'], says: 'With VAT the seller’s VAT number (BT-31), tax registration (BT-32) or representative (BG-11) is stated.' },
  { peppol: 'DE-R-017', xrechnung: 'BR-DE-17', severity: 'warning', holds: i => types.includes(i.typeCode?.text ?? ''), words: 'type', shows: i => ({ code: i.typeCode?.text ?? '-' }), says: 'The type is 326, 380, 381, 384, 389, 875, 876 or 877.' },
  { peppol: 'DE-R-018', xrechnung: 'BR-DE-18', holds: skontoFits, words: ['number', 'BT-20'], shows: () => ({ value: '#SKONTO#' }), says: 'Cash discount is stated as #SKONTO#TAGE=n#PROZENT=n.nn# with a line break.' },
  { peppol: 'DE-R-022', xrechnung: 'BR-DE-22', holds: filesDiffer, words: ['too-many', 'BT-125'], says: 'Attached files have different names.' },
  { peppol: 'DE-R-026', xrechnung: 'BR-DE-26', severity: 'warning', holds: i => i.typeCode?.text !== '384' || i.precedingInvoices.length > 0, words: ['missing', 'BT-25'], says: 'A corrected invoice (384) names the one before (BG-3).' },
  { peppol: 'DE-R-030', xrechnung: 'BR-DE-30', holds: i => mandates(i).length === 0 || i.creditorId !== null, words: ['missing', 'BT-90'], says: 'A direct debit names the creditor identifier (BT-90).' },
  { peppol: 'DE-R-031', xrechnung: 'BR-DE-31', holds: i => mandates(i).length === 0 || mandates(i).some(one => one.mandate?.account), words: ['missing', 'BT-91'], says: 'A direct debit names the debited account (BT-91).' },
  { peppol: 'DE-R-014', xrechnung: 'BR-DE-14', holds: i => taxesOf(i).every(one => filled(one.category?.rate)), words: ['missing', 'BT-119'], says: 'Every VAT breakdown has a rate (BT-119).' },
  { peppol: 'DE-R-T02', xrechnung: 'BR-TMP-2', severity: 'warning', holds: i => i.attachments.every(one => !one.address || /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(one.address.text)), words: ['number', 'BT-124'], shows: () => ({ value: '' }), says: 'The address of an external document is a whole one.' },
]

// biome-ignore format: one rule a row
const contactRows: readonly Row<Contact<Fact>>[] = [
  { peppol: 'DE-R-005', xrechnung: 'BR-DE-5', holds: c => filled(c.name), words: ['missing', 'BT-41'], says: 'The seller’s contact has a name (BT-41).' },
  { peppol: 'DE-R-006', xrechnung: 'BR-DE-6', holds: c => filled(c.telephone), words: ['missing', 'BT-42'], says: 'The seller’s contact has a telephone (BT-42).' },
  { peppol: 'DE-R-007', xrechnung: 'BR-DE-7', holds: c => filled(c.mail), words: ['missing', 'BT-43'], says: 'The seller’s contact has a mail address (BT-43).' },
  { peppol: 'DE-R-027', xrechnung: 'BR-DE-27', severity: 'warning', holds: c => (c.telephone?.text.match(/\d/g)?.length ?? 0) >= 3, words: ['number', 'BT-42'], shows: c => ({ value: c.telephone?.text ?? '' }), says: 'The telephone has three digits at least.' },
  { peppol: 'DE-R-028', xrechnung: 'BR-DE-28', severity: 'warning', holds: c => /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/.test(c.mail?.text ?? ''), words: ['number', 'BT-43'], shows: c => ({ value: c.mail?.text ?? '' }), says: 'The mail address has one @ between whole parts.' },
]

const code = (p: PaymentMeans<Fact>, ...codes: readonly string[]): boolean => codes.includes(p.code?.text ?? '')

// biome-ignore format: one rule a row
const paymentRows: readonly Row<PaymentMeans<Fact>>[] = [
  { peppol: 'DE-R-019', xrechnung: 'BR-DE-19', severity: 'warning', holds: p => !code(p, '58') || isIbanLike(p.account?.id?.text ?? ''), words: ['number', 'BT-84'], shows: p => ({ value: p.account?.id?.text ?? '' }), says: 'For a SEPA transfer (58) the account is a valid IBAN.' },
  { peppol: 'DE-R-020', xrechnung: 'BR-DE-20', severity: 'warning', holds: p => !code(p, '59') || isIbanLike(p.mandate?.account?.text ?? ''), words: ['number', 'BT-91'], shows: p => ({ value: p.mandate?.account?.text ?? '' }), says: 'For a SEPA direct debit (59) the debited account is a valid IBAN.' },
  { peppol: 'DE-R-023-1', xrechnung: 'BR-DE-23-a', holds: p => !code(p, '30', '58') || p.account !== null, words: 'payment', says: 'A credit transfer (30, 58) names the account (BG-17).' },
  { peppol: 'DE-R-023-2', xrechnung: 'BR-DE-23-b', holds: p => !code(p, '30', '58') || (!p.card && !p.mandate), words: 'payment', says: 'A credit transfer (30, 58) has no card and no mandate.' },
  { peppol: 'DE-R-024-1', xrechnung: 'BR-DE-24-a', holds: p => !code(p, '48', '54', '55') || p.card !== null, words: 'payment', says: 'A card payment (48, 54, 55) names the card (BG-18).' },
  { peppol: 'DE-R-024-2', xrechnung: 'BR-DE-24-b', holds: p => !code(p, '48', '54', '55') || (!p.account && !p.mandate), words: 'payment', says: 'A card payment (48, 54, 55) has no account and no mandate.' },
  { peppol: 'DE-R-025-1', xrechnung: 'BR-DE-25-a', holds: p => !code(p, '59') || p.mandate !== null, words: 'payment', says: 'A direct debit (59) names the mandate (BG-19).' },
  { peppol: 'DE-R-025-2', xrechnung: 'BR-DE-25-b', holds: p => !code(p, '59') || (!p.account && !p.card), words: 'payment', says: 'A direct debit (59) has no account and no card.' },
]

function rows<S>(kind: 'peppol' | 'xrechnung', list: readonly Row<S>[]): readonly Rule<S>[] {
  return list.map(({ peppol, xrechnung, ...rule }) => ({ ...rule, id: kind === 'peppol' ? peppol : xrechnung }))
}

function rulesAs(kind: 'peppol' | 'xrechnung', applies: (read: Read) => boolean): readonly RuleGroup[] {
  const when = <S>(read: Read, subjects: readonly S[]): readonly S[] => (applies(read) ? subjects : [])
  return [
    rulesFor(read => when(read, invoiceOf(read)), rows(kind, documentRows)),
    rulesFor(
      read => when(read, read.invoice.seller?.contact ? [read.invoice.seller.contact] : []),
      rows(kind, contactRows),
    ),
    rulesFor(read => when(read, read.invoice.payments), rows(kind, paymentRows)),
  ]
}

/** Peppol’s rules between German parties: those of XRechnung by other names. */
export const peppolGermanRules = rulesAs('peppol', isGerman)

/** XRechnung 3.0 (KoSIT), without its extensions. */
export const xrechnungRules: readonly RuleGroup[] = [
  ...rulesAs('xrechnung', () => true),
  rulesFor(invoiceOf, [
    {
      id: 'BR-DE-21',
      severity: 'warning',
      holds: i =>
        /^urn:cen\.eu:en16931:2017#(?:compliant|conformant)#urn:xeinkauf\.de:kosit:(?:xrechnung|extension:xrechnung)_3\.0/.test(
          i.specification?.text ?? '',
        ),
      words: 'profile',
      says: 'The specification (BT-24) is that of XRechnung 3.0.',
    },
  ]),
]

export function isXrechnung({ invoice }: Read): boolean {
  return /#urn:(?:xeinkauf\.de:kosit|xoev-de:kosit:standard):(?:extension:)?xrechnung_/.test(
    invoice.specification?.text ?? '',
  )
}

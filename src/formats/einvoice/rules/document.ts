import { attribute, child, childrenOf } from '../../xml/element.ts'
import { countries } from '../codes/lists.ts'
import type { Fact } from '../fact.ts'
import type { Party, Period } from '../model.ts'
import { type ReadInvoice, fact } from '../reading.ts'
import { filled, invoiceOf, isDay, linesOf, ofSyntax, present, ublNamed } from './ask.ts'
import { type RuleGroup, rulesFor } from './rule.ts'

function parties(...names: readonly ('seller' | 'buyer' | 'payee' | 'taxRepresentative')[]) {
  return ({ invoice }: ReadInvoice): readonly Party<Fact>[] =>
    names.flatMap(name => {
      const party = invoice[name]
      return party ? [party] : []
    })
}

/** Begins no later than it ends, where it says both. */
function inOrder(period: Period<Fact>): boolean {
  const { from, to } = period
  return !from || !to || (isDay(from.text) && isDay(to.text) && to.text >= from.text)
}

/** EN 16931-1: what an invoice must say, and about whom. */
// biome-ignore format: one rule a row
export const documentRules: readonly RuleGroup[] = [
  rulesFor(invoiceOf, [
    { id: 'BR-01', holds: i => filled(i.specification), words: ['missing', 'BT-24'], says: 'An invoice has a specification identifier (BT-24).' },
    { id: 'BR-02', holds: i => filled(i.number), words: ['missing', 'BT-1'], says: 'An invoice has a number (BT-1).' },
    { id: 'BR-03', holds: i => filled(i.issuedOn), words: ['missing', 'BT-2'], says: 'An invoice has an issue date (BT-2).' },
    { id: 'BR-04', holds: i => filled(i.typeCode), words: ['missing', 'BT-3'], says: 'An invoice has a type code (BT-3).' },
    { id: 'BR-05', holds: i => filled(i.currency), words: ['missing', 'BT-5'], says: 'An invoice has a currency (BT-5).' },
    { id: 'BR-06', holds: i => filled(i.seller?.name), words: ['missing', 'BT-27'], says: "An invoice has the seller's name (BT-27)." },
    { id: 'BR-07', holds: i => filled(i.buyer?.name), words: ['missing', 'BT-44'], says: "An invoice has the buyer's name (BT-44)." },
    { id: 'BR-08', holds: i => !!i.seller?.address, words: ['missing', 'BG-5'], says: "An invoice has the seller's postal address (BG-5)." },
    { id: 'BR-10', holds: i => !!i.buyer?.address, words: ['missing', 'BG-8'], says: "An invoice has the buyer's postal address (BG-8)." },
    { id: 'BR-16', holds: i => i.lines.length > 0, words: ['missing', 'BG-25'], says: 'An invoice has at least one line (BG-25).' },
    { id: 'BR-53', holds: i => !i.taxCurrency || i.taxTotals.some(one => one.amount && one.currency?.text === i.taxCurrency?.text), words: ['missing', 'BT-111'], says: 'With a VAT accounting currency (BT-6) the VAT total in that currency (BT-111) is stated.' },
    { id: 'BR-66', holds: i => i.payments.filter(one => one.card).length <= 1, words: ['too-many', 'BG-18'], says: 'An invoice names at most one payment card (BG-18).' },
    { id: 'BR-67', holds: (i, { syntax }) => syntax === 'cii' || i.payments.filter(one => one.mandate).length <= 1, words: ['too-many', 'BG-19'], says: 'An invoice names at most one direct debit mandate (BG-19).' },
    { id: 'BR-CO-03', holds: i => !i.taxPointOn || !i.taxPointCode, words: ['either', 'BT-7'], says: 'The VAT point date (BT-7) and its code (BT-8) exclude each other.' },
    { id: 'BR-CO-18', holds: i => i.taxTotals.some(one => one.taxes.length > 0), words: ['missing', 'BG-23'], says: 'An invoice has at least one VAT breakdown (BG-23).' },
    { id: 'BR-CO-25', holds: (i, { syntax }) => (syntax === 'ubl' && i.document === 'credit-note') || !(i.totals?.due && (i.totals.due.decimal?.units ?? 0n) > 0n) || i.dueOn !== null || i.paymentTerms !== null, words: ['missing', 'BT-9'], says: 'Where something is to be paid, a due date (BT-9) or payment terms (BT-20) say when.' },
  ]),
  rulesFor(parties('seller'), [
    { id: 'BR-CO-26', holds: p => p.vatId !== null || p.identifiers.length > 0 || p.legalId !== null, words: ['missing', 'BT-30'], says: 'The seller is told by an identifier (BT-29), a registration (BT-30) or a VAT number (BT-31).' },
    { id: 'BR-62', holds: p => !p.endpoint || p.endpoint.scheme !== null, words: ['scheme', 'BT-34'], says: "The seller's electronic address (BT-34) names its scheme." },
    { id: 'BR-09', holds: p => !p.address || filled(p.address.country), words: ['missing', 'BT-40'], says: "The seller's address has a country (BT-40)." },
  ]),
  rulesFor(parties('buyer'), [
    { id: 'BR-63', holds: p => !p.endpoint || p.endpoint.scheme !== null, words: ['scheme', 'BT-49'], says: "The buyer's electronic address (BT-49) names its scheme." },
    { id: 'BR-11', holds: p => !p.address || filled(p.address.country), words: ['missing', 'BT-55'], says: "The buyer's address has a country (BT-55)." },
  ]),
  rulesFor(parties('payee'), [
    { id: 'BR-17', holds: (p, read) => p.name !== null && !isSeller(p, read), words: ['missing', 'BT-59'], says: 'A payee (BG-10) other than the seller has a name (BT-59).' },
  ]),
  rulesFor(parties('taxRepresentative'), [
    { id: 'BR-18', holds: p => filled(p.name), words: ['missing', 'BT-62'], says: 'A tax representative (BG-11) has a name (BT-62).' },
    { id: 'BR-19', holds: p => p.address !== null, words: ['missing', 'BG-12'], says: 'A tax representative (BG-11) has a postal address (BG-12).' },
    { id: 'BR-20', holds: p => !p.address || filled(p.address.country), words: ['missing', 'BT-69'], says: "The tax representative's address has a country (BT-69)." },
    { id: 'BR-56', holds: p => p.vatId !== null, words: ['missing', 'BT-63'], says: 'A tax representative (BG-11) has a VAT number (BT-63).' },
  ]),
  rulesFor(({ invoice }) => (invoice.delivery?.address ? [invoice.delivery.address] : []), [
    { id: 'BR-57', holds: a => a.country !== null, words: ['missing', 'BT-80'], says: 'A delivery address (BG-15) has a country (BT-80).' },
  ]),
  rulesFor(({ invoice }) => invoice.precedingInvoices, [
    { id: 'BR-55', holds: p => p.number !== null, words: ['missing', 'BT-25'], says: 'A reference to a preceding invoice (BG-3) has its number (BT-25).' },
  ]),
  rulesFor(ublNamed('AdditionalDocumentReference'), [
    { id: 'BR-52', holds: one => filled(fact(one, 'ID')), words: ['missing', 'BT-122'], says: 'A supporting document (BG-24) has a reference (BT-122).' },
  ]),
  rulesFor(ofSyntax('cii', ({ invoice }) => invoice.attachments), [
    { id: 'BR-52', holds: one => filled(one.id), words: ['missing', 'BT-122'], says: 'A supporting document (BG-24) has a reference (BT-122).' },
  ]),
  rulesFor(({ invoice }) => (invoice.period ? [invoice.period] : []), [
    { id: 'BR-29', holds: inOrder, words: 'period', says: 'The invoicing period ends (BT-74) no earlier than it begins (BT-73).' },
    { id: 'BR-CO-19', holds: (p, { invoice }) => p.from !== null || p.to !== null || invoice.taxPointCode !== null, words: ['missing', 'BT-73'], says: 'An invoicing period (BG-14) has a start (BT-73) or an end (BT-74).' },
  ]),
  rulesFor(read => linesOf(read).flatMap(one => (one.period ? [one.period] : [])), [
    { id: 'BR-30', holds: inOrder, words: 'period', says: "A line's period ends (BT-135) no earlier than it begins (BT-134)." },
    { id: 'BR-CO-20', holds: p => p.from !== null || p.to !== null, words: ['missing', 'BT-134'], says: "A line's period (BG-26) has a start (BT-134) or an end (BT-135)." },
  ]),
  rulesFor(({ invoice }) => invoice.payments.filter(one => one.at), [
    { id: 'BR-49', holds: p => p.code !== null, words: ['missing', 'BT-81'], says: 'Payment instructions (BG-16) have a means of payment (BT-81).' },
    { id: 'BR-50', holds: p => !isTransfer(p.code) || !p.account || filled(p.account.id), words: ['missing', 'BT-84'], says: 'A credit transfer (BG-17) names the account (BT-84).' },
    { id: 'BR-61', holds: p => !isTransfer(p.code) || !!p.account?.id, words: ['missing', 'BT-84'], says: 'Where payment is by credit transfer, the account (BT-84) is named.' },
    { id: 'BR-51', severity: 'warning', holds: p => !p.card?.number || p.card.number.text.length <= 10, words: ['too-long', 'BT-87'], says: 'Of a payment card at most the first six and the last four digits (BT-87) are shown.' },
  ]),
  rulesFor(({ invoice }) => vatIds(invoice), [
    { id: 'BR-CO-09', holds: id => prefixes.has(id.text.slice(0, 2)), words: ['number', 'BT-31'], shows: id => ({ value: id.text }), says: 'A VAT number (BT-31, BT-48, BT-63) begins with the code of its country (ISO 3166-1, or EL).' },
  ]),
  rulesFor(ublNamed('ItemClassificationCode'), [
    { id: 'BR-65', holds: one => attribute(one, 'listID') !== null, words: ['scheme', 'BT-158'], says: 'A classification of an item (BT-158) names its list.' },
  ]),
  rulesFor(ofSyntax('cii', read => linesOf(read).flatMap(one => one.item?.classifications.map(each => each) ?? [])), [
    { id: 'BR-65', holds: one => filled(one.list), words: ['scheme', 'BT-158'], says: 'A classification of an item (BT-158) names its list.' },
  ]),
  rulesFor(read => linesOf(read).flatMap(one => (one.item?.standardId ? [one.item.standardId] : [])), [
    { id: 'BR-64', holds: one => one.scheme !== null, words: ['scheme', 'BT-157'], says: 'A standard identifier of an item (BT-157) names its scheme.' },
  ]),
  rulesFor(ublNamed('AdditionalItemProperty'), [
    { id: 'BR-54', holds: one => child(one, 'Name') !== null && childrenOf(one, 'Value').length > 0, words: ['missing', 'BT-161'], says: 'An attribute of an item (BG-32) has a name (BT-160) and a value (BT-161).' },
  ]),
  rulesFor(ofSyntax('cii', read => linesOf(read).flatMap(one => one.item?.attributes ?? [])), [
    { id: 'BR-54', holds: one => one.name !== null && one.value !== null, words: ['missing', 'BT-161'], says: 'An attribute of an item (BG-32) has a name (BT-160) and a value (BT-161).' },
  ]),
]

function isTransfer(code: Fact | null): boolean {
  return code?.text === '30' || code?.text === '58'
}

/** A payee that bears the seller's own name or identifier is not another. */
function isSeller(payee: Party<Fact>, { invoice, syntax }: ReadInvoice): boolean {
  const { seller } = invoice
  const name = syntax === 'ubl' ? seller?.tradingName : seller?.name
  const sellers = new Set(seller?.identifiers.map(one => one.id.text))
  return (name !== null && name?.text === payee.name?.text) || payee.identifiers.some(one => sellers.has(one.id.text))
}

function vatIds(invoice: ReadInvoice['invoice']): readonly Fact[] {
  return [invoice.seller, invoice.buyer, invoice.taxRepresentative].flatMap(one => present(one?.vatId))
}

const prefixes = new Set([...countries, 'EL', ''])

import { type XmlElement, attribute, childrenOf } from '../../xml/element.ts'
import {
  addresses,
  allowanceReasons,
  chargeReasons,
  countries,
  currencies,
  exemptions,
  invoiceTypes,
  itemClassifications,
  objectSchemes,
  paymentMeans,
  registers,
} from '../codes/lists.ts'
import { noteSubjects } from '../codes/note-subjects.ts'
import { units } from '../codes/units.ts'
import { creditTypes } from '../credit-types.ts'
import { Fact } from '../fact.ts'
import type { Party } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { allAdjustments, linesOf, ofSyntax, present, taxesOf, ublNamed } from './ask.ts'
import { type Rule, type RuleGroup, rulesFor } from './rule.ts'

const vatCodes: ReadonlySet<string> = new Set(['AE', 'L', 'M', 'E', 'S', 'Z', 'G', 'O', 'K', 'B'])
const taxPoints: ReadonlySet<string> = new Set(['3', '35', '432'])
const media: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
])

function inList(id: string, term: string, list: ReadonlySet<string>, name: string): Rule<Fact> {
  return {
    id,
    holds: code => list.has(code.text),
    words: ['code', term],
    shows: code => ({ code: code.text }),
    says: `${term} is a code of ${name}.`,
  }
}

const amounts = [
  ...['Amount', 'BaseAmount', 'PriceAmount', 'TaxAmount', 'TaxableAmount', 'LineExtensionAmount', 'TaxExclusiveAmount'],
  ...['TaxInclusiveAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount'],
  'PayableAmount',
]

/** A code in an attribute, at its element. */
function coded(elements: readonly XmlElement[], name: string): readonly Fact[] {
  return elements.flatMap(one => {
    const value = attribute(one, name)
    return value === null ? [] : [new Fact(value, one)]
  })
}

/** Facts of a UBL file by their elements, so that none is overlooked; of a CII file by the model. */
function bySyntax(ubl: (read: ReadInvoice) => readonly Fact[], cii: (read: ReadInvoice) => readonly Fact[]) {
  return (read: ReadInvoice): readonly Fact[] => (read.syntax === 'ubl' ? ubl(read) : cii(read))
}

/** Children of a name inside every element of another. */
function inside(read: ReadInvoice, parent: string, name: string): readonly XmlElement[] {
  return read.named(parent).flatMap(one => childrenOf(one, name))
}

function texts(elements: readonly XmlElement[]): readonly Fact[] {
  return elements.map(one => new Fact(one.text, one))
}

function parties({ invoice }: ReadInvoice): readonly Party<Fact>[] {
  const all = [invoice.seller, invoice.buyer, invoice.payee, invoice.taxRepresentative]
  return all.filter((one): one is Party<Fact> => one !== null)
}

/** SEPA is a scheme too, of a creditor: of the seller or the payee. */
function isCreditor(element: XmlElement): boolean {
  if (attribute(element, 'schemeID') !== 'SEPA') return false
  const party = element.parent?.parent
  return party?.name === 'PayeeParty' || party?.parent?.name === 'AccountingSupplierParty'
}

const identifierSchemes = bySyntax(
  r =>
    coded(
      inside(r, 'PartyIdentification', 'ID').filter(one => !isCreditor(one)),
      'schemeID',
    ),
  r => parties(r).flatMap(party => party.identifiers.flatMap(one => present(one.scheme))),
)
const legalSchemes = bySyntax(
  r => coded(inside(r, 'PartyLegalEntity', 'CompanyID'), 'schemeID'),
  r => parties(r).flatMap(party => present(party.legalId?.scheme)),
)
const itemSchemes = bySyntax(
  r => coded(inside(r, 'StandardItemIdentification', 'ID'), 'schemeID'),
  r => linesOf(r).flatMap(one => present(one.item?.standardId?.scheme)),
)
const addressSchemes = bySyntax(
  r => coded(r.named('EndpointID'), 'schemeID'),
  r => parties(r).flatMap(party => present(party.endpoint?.scheme)),
)
const countryCodes = bySyntax(
  r => texts(inside(r, 'Country', 'IdentificationCode')),
  r => [...parties(r).map(one => one.address), r.invoice.delivery?.address].flatMap(one => present(one?.country)),
)
const originCountries = bySyntax(
  r => texts(inside(r, 'OriginCountry', 'IdentificationCode')),
  r => linesOf(r).flatMap(one => present(one.item?.originCountry)),
)

function reasons(read: ReadInvoice, charge: boolean): readonly Fact[] {
  return allAdjustments(read.invoice).flatMap(one => (one.charge === charge ? present(one.reasonCode) : []))
}

const ubl = (...names: readonly string[]) => ublNamed(...names)

// biome-ignore format: one rule a row
export const codeRules: readonly RuleGroup[] = [
  rulesFor(({ invoice }) => present(invoice.typeCode), [
    { id: 'BR-CL-01', holds: (code, { syntax, invoice }) => syntax === 'ubl' ? (invoice.document === 'invoice' ? invoiceTypes : creditTypes).has(code.text) : invoiceTypes.has(code.text) || creditTypes.has(code.text), words: ['code', 'BT-3'], shows: code => ({ code: code.text }), says: 'The type of the document (BT-3) is a code of UNTDID 1001 for invoices or credit notes.' },
  ]),
  rulesFor(r => coded(ubl(...amounts)(r), 'currencyID'), [inList('BR-CL-03', 'currencyID', currencies, 'ISO 4217')]),
  rulesFor(ofSyntax('cii', r => r.invoice.taxTotals.flatMap(one => present(one.currency))), [inList('BR-CL-03', 'currencyID', currencies, 'ISO 4217')]),
  rulesFor(({ invoice }) => present(invoice.currency), [inList('BR-CL-04', 'BT-5', currencies, 'ISO 4217')]),
  rulesFor(({ invoice }) => present(invoice.taxCurrency), [inList('BR-CL-05', 'BT-6', currencies, 'ISO 4217')]),
  rulesFor(({ invoice }) => present(invoice.taxPointCode), [inList('BR-CL-06', 'BT-8', taxPoints, 'UNTDID 2005 (in CII 2475)')]),
  rulesFor(({ invoice }) => [invoice.invoicedObject, ...invoice.lines.map(one => one.object)].flatMap(one => present(one?.scheme)), [inList('BR-CL-07', 'BT-18', objectSchemes, 'UNTDID 1153')]),
  rulesFor(({ invoice }) => invoice.notes.flatMap(one => present(one.subject)), [inList('BR-CL-08', 'BT-21', noteSubjects, 'UNTDID 4451')]),
  rulesFor(identifierSchemes, [inList('BR-CL-10', 'BT-29', registers, 'ISO 6523')]),
  rulesFor(legalSchemes, [inList('BR-CL-11', 'BT-30', registers, 'ISO 6523')]),
  rulesFor(r => linesOf(r).flatMap(one => one.item?.classifications.flatMap(each => present(each.list)) ?? []), [inList('BR-CL-13', 'BT-158', itemClassifications, 'UNTDID 7143')]),
  rulesFor(countryCodes, [inList('BR-CL-14', 'BT-40', countries, 'ISO 3166-1')]),
  rulesFor(originCountries, [inList('BR-CL-15', 'BT-159', countries, 'ISO 3166-1')]),
  rulesFor(({ invoice }) => invoice.payments.flatMap(one => present(one.code)), [inList('BR-CL-16', 'BT-81', paymentMeans, 'UNTDID 4461')]),
  rulesFor(({ invoice }) => [...taxesOf(invoice).map(one => one.category), ...allAdjustments(invoice).map(one => one.vat)].flatMap(one => present(one?.code)), [inList('BR-CL-17', 'BT-118', vatCodes, 'UNTDID 5305')]),
  rulesFor(r => linesOf(r).flatMap(one => present(one.vat?.code)), [inList('BR-CL-18', 'BT-151', vatCodes, 'UNTDID 5305')]),
  rulesFor(r => reasons(r, false), [inList('BR-CL-19', 'BT-98', allowanceReasons, 'UNTDID 5189')]),
  rulesFor(r => reasons(r, true), [inList('BR-CL-20', 'BT-105', chargeReasons, 'UNTDID 7161')]),
  rulesFor(itemSchemes, [inList('BR-CL-21', 'BT-157', registers, 'ISO 6523')]),
  rulesFor(({ invoice }) => taxesOf(invoice).flatMap(one => present(one.exemptionCode)), [
    { id: 'BR-CL-22', holds: code => exemptions.has(code.text.toUpperCase()), words: ['code', 'BT-121'], shows: code => ({ code: code.text }), says: 'BT-121 is a code of the CEF VATEX list.' },
  ]),
  rulesFor(r => linesOf(r).flatMap(one => [...present(one.unit), ...present(one.price?.baseUnit)]), [inList('BR-CL-23', 'BT-130', units, 'UN/ECE recommendation 20 or 21')]),
  rulesFor(({ invoice }) => invoice.attachments.flatMap(one => present(one.file?.mediaType)), [inList('BR-CL-24', 'BT-125', media, 'the media types that EN 16931 allows')]),
  rulesFor(addressSchemes, [inList('BR-CL-25', 'BT-34', addresses, 'the CEF EAS list')]),
  rulesFor(({ invoice }) => (invoice.delivery?.location ? present(invoice.delivery.location.scheme) : []), [inList('BR-CL-26', 'BT-71', registers, 'ISO 6523')]),
]

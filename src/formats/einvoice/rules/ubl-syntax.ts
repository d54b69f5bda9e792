import { type XmlElement, attribute, child, childrenOf, every } from '../../xml/element.ts'
import { type ReadInvoice, fact } from '../reading.ts'
import { ofSyntax, ublNamed } from './ask.ts'
import { type Rule, type RuleGroup, type Words, rulesFor } from './rule.ts'

/** Nothing at that path stands there more often than so. */
function atMost(
  id: string,
  path: string,
  most: number,
  says: string,
  words: Words | readonly [Words, string] = 'too-many',
): Rule<XmlElement> {
  return { id, holds: one => every(one, path).length <= most, says, words }
}

const root = ofSyntax('ubl', ({ root: element }) => [element])

function schemes(party: XmlElement | null, vat: boolean): number {
  const all = party ? childrenOf(party, 'PartyTaxScheme') : []
  const isVat = (one: XmlElement): boolean => fact(one, 'TaxScheme/ID')?.text.toUpperCase() === 'VAT'
  const among = all.filter(one => fact(one, 'TaxScheme/ID') !== null && isVat(one) === vat)
  return among.flatMap(one => childrenOf(one, 'CompanyID')).length
}

function partyOf(element: XmlElement, role: string): XmlElement | null {
  return every(element, `${role}/Party`)[0] ?? null
}

/** How many different texts elements of a name have. */
function different(read: ReadInvoice, name: string): number {
  return new Set(read.named(name).map(one => one.text)).size
}

/** A payee's facts stand at most once, and the payee is not the seller. */
function payeeOnce(payee: XmlElement, path: string, read: ReadInvoice): boolean {
  const ids = every(payee, path).filter(one => attribute(one, 'schemeID')?.toUpperCase() !== 'SEPA')
  const name = fact(payee, 'PartyName/Name')?.text
  const seller = partyOf(read.root, 'AccountingSupplierParty')
  const legal = seller && fact(seller, 'PartyLegalEntity/RegistrationName')?.text
  return ids.length <= 1 && name !== undefined && typeof legal === 'string' && name !== legal
}

function isAmount(element: XmlElement): boolean {
  const { name } = element
  if (!name.endsWith('Amount') || name.endsWith('PriceAmount')) return false
  for (let at = element.parent; at; at = at.parent)
    if (at.name === 'AllowanceCharge' && at.parent?.name === 'Price') return false
  return true
}

function fraction(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const amountNames = [
  ...['Amount', 'BaseAmount', 'TaxAmount', 'TaxableAmount', 'LineExtensionAmount', 'TaxExclusiveAmount'],
  ...['TaxInclusiveAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount'],
  ...['PayableAmount', 'PerUnitAmount', 'RoundingAmount', 'PaidAmount'],
]

/** What the syntax of UBL adds to EN 16931: how often something may stand there, and in which form. */
// biome-ignore format: one rule a row
export const ublRules: readonly RuleGroup[] = [
  rulesFor(root, [
    atMost('UBL-SR-01', 'ContractDocumentReference/ID', 1, 'One contract at most.', ['too-many', 'BT-12']),
    atMost('UBL-SR-02', 'ReceiptDocumentReference/ID', 1, 'One receiving advice at most.', ['too-many', 'BT-15']),
    atMost('UBL-SR-03', 'DespatchDocumentReference/ID', 1, 'One despatch advice at most.', ['too-many', 'BT-16']),
    { id: 'UBL-SR-04', holds: one => childrenOf(one, 'AdditionalDocumentReference').filter(each => fact(each, 'DocumentTypeCode')?.text === '130').length <= 1, words: ['too-many', 'BT-18'], says: 'One invoiced object at most.' },
    atMost('UBL-SR-05', 'PaymentTerms/Note', 1, 'One text of payment terms at most.', ['too-many', 'BT-20']),
    atMost('UBL-SR-08', 'InvoicePeriod', 1, 'One invoicing period at most.', ['too-many', 'BG-14']),
    atMost('UBL-SR-09', 'AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName', 1, 'One name of the seller at most.', ['too-many', 'BT-27']),
    atMost('UBL-SR-10', 'AccountingSupplierParty/Party/PartyName/Name', 1, 'One trading name of the seller at most.', ['too-many', 'BT-28']),
    atMost('UBL-SR-11', 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyID', 1, 'One registration of the seller at most.', ['too-many', 'BT-30']),
    { id: 'UBL-SR-12', holds: one => schemes(partyOf(one, 'AccountingSupplierParty'), true) <= 1, words: ['too-many', 'BT-31'], says: 'One VAT number of the seller at most.' },
    { id: 'UBL-SR-13', holds: one => schemes(partyOf(one, 'AccountingSupplierParty'), false) <= 1, words: ['too-many', 'BT-32'], says: 'One tax registration of the seller at most.' },
    atMost('UBL-SR-14', 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyLegalForm', 1, 'One legal information of the seller at most.', ['too-many', 'BT-33']),
    atMost('UBL-SR-15', 'AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName', 1, 'One name of the buyer at most.', ['too-many', 'BT-44']),
    atMost('UBL-SR-16', 'AccountingCustomerParty/Party/PartyIdentification/ID', 1, 'One identifier of the buyer at most.', ['too-many', 'BT-46']),
    atMost('UBL-SR-17', 'AccountingCustomerParty/Party/PartyLegalEntity/CompanyID', 1, 'One registration of the buyer at most.', ['too-many', 'BT-47']),
    { id: 'UBL-SR-18', holds: one => schemes(partyOf(one, 'AccountingCustomerParty'), true) <= 1, words: ['too-many', 'BT-48'], says: 'One VAT number of the buyer at most.' },
    atMost('UBL-SR-24', 'Delivery', 1, 'One delivery at most.', ['too-many', 'BG-13']),
    { id: 'UBL-SR-29', holds: (_, r) => r.named('PartyIdentification').flatMap(each => childrenOf(each, 'ID')).filter(each => attribute(each, 'schemeID')?.toUpperCase() === 'SEPA').length <= 1, words: ['too-many', 'BT-90'], says: 'One creditor identifier at most.' },
    atMost('UBL-SR-39', 'ProjectReference/ID', 1, 'One project at most.', ['too-many', 'BT-11']),
    atMost('UBL-SR-40', 'AccountingCustomerParty/Party/PartyName/Name', 1, 'One trading name of the buyer at most.', ['too-many', 'BT-45']),
    { id: 'UBL-SR-44', holds: (_, r) => different(r, 'PaymentID') <= 1, words: ['too-many', 'BT-83'], says: 'All means of payment bear the same payment reference.' },
    atMost('UBL-SR-45', 'PaymentMeans/PaymentDueDate', 1, 'One due date at most.', ['too-many', 'BT-9']),
    { id: 'UBL-SR-46', holds: one => every(one, 'PaymentMeans/PaymentMeansCode').filter(each => attribute(each, 'name') !== null).length <= 1, words: ['too-many', 'BT-82'], says: 'One text of the means of payment at most.' },
    { id: 'UBL-SR-47', holds: (_, r) => different(r, 'PaymentMeansCode') <= 1, words: ['too-many', 'BT-81'], says: 'All means of payment have the same code.' },
    atMost('UBL-SR-49', 'InvoicePeriod/DescriptionCode', 1, 'One VAT point at most.', ['too-many', 'BT-8']),
    { id: 'UBL-CR-666', holds: one => !childrenOf(one, 'AdditionalDocumentReference').some(each => fact(each, 'DocumentTypeCode')?.text === '130' && child(each, 'Attachment')), words: ['either', 'BT-18'], says: 'A reference to the invoiced object carries no attachment.' },
    { id: 'UBL-CR-673', holds: one => !childrenOf(one, 'AdditionalDocumentReference').some(each => fact(each, 'DocumentTypeCode')?.text === '130' && child(each, 'DocumentDescription')), words: ['either', 'BT-18'], says: 'A reference to the invoiced object carries no description.' },
  ]),
  rulesFor(ublNamed('PostalAddress', 'Address'), [atMost('UBL-SR-51', 'AddressLine', 1, 'An address has one further line at most.')]),
  rulesFor(r => root(r).flatMap(one => every(one, 'AccountingSupplierParty/Party')), [atMost('UBL-SR-42', 'PartyTaxScheme', 2, 'The seller has two tax schemes at most.')]),
  rulesFor(ublNamed('AdditionalDocumentReference'), [
    atMost('UBL-SR-33', 'DocumentDescription', 1, 'One description of a supporting document at most.', ['too-many', 'BT-123']),
    { id: 'UBL-SR-43', holds: (one, { invoice }) => { const type = fact(one, 'DocumentTypeCode')?.text; const id = child(one, 'ID'); return type === '130' || (type === '50' && invoice.document === 'credit-note') || (type === undefined && (!id || attribute(id, 'schemeID') === null)) }, words: ['scheme', 'BT-18'], says: 'Only a reference to the invoiced object (type 130; in a credit note 50 for the project) has a type or a scheme.' },
  ]),
  rulesFor(r => ublNamed(...amountNames)(r).filter(isAmount), [
    { id: 'UBL-DT-01', holds: one => fraction(one.text.trim()) <= 2, words: 'decimals', shows: one => ({ value: one.text.trim() }), says: 'An amount has at most two decimals.' },
  ]),
  rulesFor(ublNamed('EmbeddedDocumentBinaryObject', 'BinaryObject'), [
    { id: 'UBL-DT-06', holds: one => attribute(one, 'mimeCode') !== null, words: ['missing', 'BT-125'], says: 'An attached file says its media type.' },
    { id: 'UBL-DT-07', holds: one => attribute(one, 'filename') !== null, words: ['missing', 'BT-125'], says: 'An attached file says its name.' },
  ]),
  rulesFor(ublNamed('Delivery'), [atMost('UBL-SR-25', 'DeliveryParty/PartyName/Name', 1, 'One name at the place of delivery at most.', ['too-many', 'BT-70'])]),
  rulesFor(r => ublNamed('AllowanceCharge')(r).filter(one => isCharge(one) === false), [atMost('UBL-SR-30', 'AllowanceChargeReason', 1, 'One reason for an allowance at most.', ['too-many', 'BT-97'])]),
  rulesFor(r => ublNamed('AllowanceCharge')(r).filter(one => isCharge(one) === true), [atMost('UBL-SR-31', 'AllowanceChargeReason', 1, 'One reason for a charge at most.', ['too-many', 'BT-104'])]),
  rulesFor(ublNamed('InvoiceLine', 'CreditNoteLine'), [
    atMost('UBL-SR-34', 'Note', 1, 'One note of a line at most.', ['too-many', 'BT-127']),
    atMost('UBL-SR-35', 'OrderLineReference/LineID', 1, 'One order line of a line at most.', ['too-many', 'BT-132']),
    atMost('UBL-SR-36', 'InvoicePeriod', 1, 'One period of a line at most.', ['too-many', 'BG-26']),
    atMost('UBL-SR-37', 'Price/AllowanceCharge/Amount', 1, 'One discount on a price at most.', ['too-many', 'BT-147']),
    { id: 'UBL-SR-48', holds: one => every(one, 'Item/ClassifiedTaxCategory').length === 1, words: ['missing', 'BT-151'], says: 'A line has one category of VAT.' },
    atMost('UBL-SR-50', 'Item/Description', 1, 'One description of an item at most.', ['too-many', 'BT-154']),
    atMost('UBL-SR-52', 'DocumentReference', 1, 'One document of a line at most.', ['too-many', 'BT-128']),
  ]),
  rulesFor(ublNamed('PayeeParty'), [
    { id: 'UBL-SR-19', holds: (one, r) => every(one, 'PartyName/Name').length <= 1 && payeeOnce(one, 'PartyName/None', r), words: ['too-many', 'BT-59'], says: 'A payee has one name, and is not the seller.' },
    { id: 'UBL-SR-20', holds: (one, r) => payeeOnce(one, 'PartyIdentification/ID', r), words: ['too-many', 'BT-60'], says: 'A payee has one identifier at most, and is not the seller.' },
    { id: 'UBL-SR-21', holds: (one, r) => payeeOnce(one, 'PartyLegalEntity/CompanyID', r), words: ['too-many', 'BT-61'], says: 'A payee has one registration at most, and is not the seller.' },
  ]),
  rulesFor(ublNamed('PaymentMeans'), [
    atMost('UBL-SR-26', 'PaymentID', 1, 'One payment reference at most.', ['too-many', 'BT-83']),
    atMost('UBL-SR-27', 'PaymentMeansCode', 1, 'One means of payment at most.', ['too-many', 'BT-81']),
    atMost('UBL-SR-28', 'PaymentMandate/ID', 1, 'One mandate at most.', ['too-many', 'BT-89']),
  ]),
  rulesFor(ublNamed('BillingReference'), [
    atMost('UBL-SR-06', 'InvoiceDocumentReference', 1, 'One preceding invoice in a reference.', ['too-many', 'BT-25']),
    { id: 'UBL-SR-07', holds: one => every(one, 'InvoiceDocumentReference/ID').length > 0, words: ['missing', 'BT-25'], says: 'A reference to a preceding invoice has its number.' },
  ]),
  rulesFor(ublNamed('TaxSubtotal'), [atMost('UBL-SR-32', 'TaxCategory/TaxExemptionReason', 1, 'One reason for exemption at most.', ['too-many', 'BT-120'])]),
]

function isCharge(element: XmlElement): boolean | null {
  const text = fact(element, 'ChargeIndicator')?.text
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : null
}

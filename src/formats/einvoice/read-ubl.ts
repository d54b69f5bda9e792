import { type XmlElement, child, childrenOf, every, first } from '../xml/element.ts'
import { Fact } from './fact.ts'
import type {
  Address,
  Adjustment,
  Attachment,
  Contact,
  Delivery,
  Identifier,
  Invoice,
  Item,
  Line,
  Note,
  Party,
  PaymentMeans,
  Period,
  Price,
  TaxTotal,
  Totals,
  VatCategory,
} from './model.ts'
import {
  attributeFact,
  classificationsOf,
  fact,
  fileOf,
  group,
  identifier,
  identifierOf,
  indicated,
  measured,
} from './reading.ts'

/** UBL 2.1 Invoice and CreditNote as EN 16931 binds them (CEN/TS 16931-3-2). */
export function readUbl(root: XmlElement): Invoice<Fact> {
  const document = root.name === 'CreditNote' ? 'credit-note' : 'invoice'
  const references = childrenOf(root, 'AdditionalDocumentReference')
  const ofType = (code: string): XmlElement | undefined =>
    references.find(one => fact(one, 'DocumentTypeCode')?.text === code)
  const object = ofType('130')
  return {
    at: root,
    document,
    number: fact(root, 'ID'),
    issuedOn: fact(root, 'IssueDate'),
    typeCode: fact(root, document === 'invoice' ? 'InvoiceTypeCode' : 'CreditNoteTypeCode'),
    currency: fact(root, 'DocumentCurrencyCode'),
    taxCurrency: fact(root, 'TaxCurrencyCode'),
    taxPointOn: fact(root, 'TaxPointDate'),
    taxPointCode: fact(root, 'InvoicePeriod/DescriptionCode'),
    dueOn: fact(root, 'DueDate') ?? fact(root, 'PaymentMeans/PaymentDueDate'),
    buyerReference: fact(root, 'BuyerReference'),
    project: fact(root, 'ProjectReference/ID') ?? (document === 'credit-note' ? fact(ofType('50'), 'ID') : null),
    contract: fact(root, 'ContractDocumentReference/ID'),
    order: fact(root, 'OrderReference/ID'),
    salesOrder: fact(root, 'OrderReference/SalesOrderID'),
    receivingAdvice: fact(root, 'ReceiptDocumentReference/ID'),
    despatchAdvice: fact(root, 'DespatchDocumentReference/ID'),
    tender: fact(root, 'OriginatorDocumentReference/ID'),
    invoicedObject: identifier(object, 'ID'),
    buyerAccounting: fact(root, 'AccountingCost'),
    paymentTerms: fact(root, 'PaymentTerms/Note'),
    notes: childrenOf(root, 'Note').map(note),
    process: fact(root, 'ProfileID'),
    specification: fact(root, 'CustomizationID'),
    precedingInvoices: childrenOf(root, 'BillingReference').map(one => ({
      at: one,
      number: fact(one, 'InvoiceDocumentReference/ID'),
      issuedOn: fact(one, 'InvoiceDocumentReference/IssueDate'),
    })),
    seller: partyAt(root, 'AccountingSupplierParty/Party'),
    buyer: partyAt(root, 'AccountingCustomerParty/Party'),
    payee: payeeAt(root),
    taxRepresentative: partyAt(root, 'TaxRepresentativeParty'),
    delivery: group(root, 'Delivery', delivery),
    period: group(root, 'InvoicePeriod', period),
    payments: childrenOf(root, 'PaymentMeans').map(payment),
    creditorId: creditorId(root),
    adjustments: childrenOf(root, 'AllowanceCharge').map(adjustment),
    totals: group(root, 'LegalMonetaryTotal', totals),
    taxTotals: childrenOf(root, 'TaxTotal').map(taxTotal),
    attachments: references.filter(one => !isReference(one, document)).map(attachment),
    lines: root.children.filter(one => one.name === 'InvoiceLine' || one.name === 'CreditNoteLine').map(line),
  }
}

/** An additional document that is no attachment: the invoiced object, in a credit note the project. */
function isReference(one: XmlElement, document: string): boolean {
  const code = fact(one, 'DocumentTypeCode')?.text
  return code === '130' || (document === 'credit-note' && code === '50')
}

/** `#AAI#text` carries the subject code in the text. */
function note(element: XmlElement): Note<Fact> {
  const coded = /^\s*#([A-Z0-9]{3})#([\s\S]*)$/.exec(element.text)
  if (!coded) return { text: new Fact(element.text, element), subject: null }
  return { text: new Fact(coded[2] ?? '', element), subject: new Fact(coded[1] ?? '', element) }
}

function partyAt(root: XmlElement, path: string): Party<Fact> | null {
  const found = first(root, path)
  return found ? party(found) : null
}

function party(element: XmlElement): Party<Fact> {
  const schemes = childrenOf(element, 'PartyTaxScheme')
  const vat = schemes.filter(one => taxOf(one) === 'VAT')
  const other = schemes.find(one => taxOf(one) !== 'VAT')
  const trading = fact(element, 'PartyName/Name')
  const legal = fact(element, 'PartyLegalEntity/RegistrationName')
  const representative = element.name === 'TaxRepresentativeParty'
  return {
    at: element,
    name: representative ? trading : legal,
    tradingName: representative ? null : trading,
    identifiers: partyIds(element).filter(one => one.scheme?.text.toUpperCase() !== 'SEPA'),
    legalId: identifier(element, 'PartyLegalEntity/CompanyID'),
    vatId: vat.map(one => fact(one, 'CompanyID')).find(one => one !== null) ?? null,
    taxId: fact(other, 'CompanyID'),
    legalForm: fact(element, 'PartyLegalEntity/CompanyLegalForm'),
    endpoint: identifier(element, 'EndpointID'),
    address: group(element, 'PostalAddress', address),
    contact: group(element, 'Contact', contact),
  }
}

function payeeAt(root: XmlElement): Party<Fact> | null {
  const found = partyAt(root, 'PayeeParty')
  return found && { ...found, name: found.tradingName, tradingName: null }
}

function partyIds(element: XmlElement): Identifier<Fact>[] {
  return every(element, 'PartyIdentification/ID').map(identifierOf)
}

/** The tax that a scheme is about, in capitals. */
function taxOf(element: XmlElement): string {
  return fact(element, 'TaxScheme/ID')?.text.toUpperCase() ?? ''
}

function address(element: XmlElement): Address<Fact> {
  return {
    at: element,
    street: fact(element, 'StreetName'),
    more: fact(element, 'AdditionalStreetName'),
    third: fact(element, 'AddressLine/Line'),
    town: fact(element, 'CityName'),
    postalCode: fact(element, 'PostalZone'),
    region: fact(element, 'CountrySubentity'),
    country: fact(element, 'Country/IdentificationCode'),
  }
}

function contact(element: XmlElement): Contact<Fact> {
  return {
    at: element,
    name: fact(element, 'Name'),
    telephone: fact(element, 'Telephone'),
    mail: fact(element, 'ElectronicMail'),
  }
}

function delivery(element: XmlElement): Delivery<Fact> {
  const location = child(element, 'DeliveryLocation')
  return {
    at: element,
    name: fact(element, 'DeliveryParty/PartyName/Name'),
    location: identifier(location, 'ID'),
    on: fact(element, 'ActualDeliveryDate'),
    address: group(location, 'Address', address),
  }
}

function period(element: XmlElement): Period<Fact> {
  return { at: element, from: fact(element, 'StartDate'), to: fact(element, 'EndDate') }
}

function payment(element: XmlElement): PaymentMeans<Fact> {
  return {
    at: element,
    code: fact(element, 'PaymentMeansCode'),
    text: attributeFact(child(element, 'PaymentMeansCode'), 'name'),
    reference: fact(element, 'PaymentID'),
    account: group(element, 'PayeeFinancialAccount', one => ({
      at: one,
      id: fact(one, 'ID'),
      name: fact(one, 'Name'),
      provider:
        fact(one, 'FinancialInstitutionBranch/ID') ?? fact(one, 'FinancialInstitutionBranch/FinancialInstitution/ID'),
    })),
    card: group(element, 'CardAccount', one => ({
      number: fact(one, 'PrimaryAccountNumberID'),
      holder: fact(one, 'HolderName'),
    })),
    mandate: group(element, 'PaymentMandate', one => ({
      reference: fact(one, 'ID'),
      account: fact(one, 'PayerFinancialAccount/ID'),
    })),
  }
}

function creditorId(root: XmlElement): Fact | null {
  const parties = [first(root, 'AccountingSupplierParty/Party'), child(root, 'PayeeParty')]
  const ids = parties.flatMap(one => (one ? partyIds(one) : []))
  return ids.find(one => one.scheme?.text.toUpperCase() === 'SEPA')?.id ?? null
}

export function adjustment(element: XmlElement): Adjustment<Fact> {
  const indicator = fact(element, 'ChargeIndicator')?.text
  return {
    at: element,
    charge: indicated(indicator),
    amount: fact(element, 'Amount'),
    base: fact(element, 'BaseAmount'),
    percent: fact(element, 'MultiplierFactorNumeric'),
    vat: vatAmong(childrenOf(element, 'TaxCategory')),
    reason: fact(element, 'AllowanceChargeReason'),
    reasonCode: fact(element, 'AllowanceChargeReasonCode'),
  }
}

/** The category of VAT where there is one, else that of another tax. */
function vatAmong(elements: readonly XmlElement[]): VatCategory<Fact> | null {
  const one = elements.find(element => taxOf(element) === 'VAT') ?? elements[0]
  return one ? category(one) : null
}

function category(element: XmlElement): VatCategory<Fact> {
  return {
    at: element,
    code: fact(element, 'ID'),
    rate: fact(element, 'Percent'),
    scheme: fact(element, 'TaxScheme/ID'),
  }
}

function totals(element: XmlElement): Totals<Fact> {
  return {
    at: element,
    lines: fact(element, 'LineExtensionAmount'),
    allowances: fact(element, 'AllowanceTotalAmount'),
    charges: fact(element, 'ChargeTotalAmount'),
    net: fact(element, 'TaxExclusiveAmount'),
    gross: fact(element, 'TaxInclusiveAmount'),
    paid: fact(element, 'PrepaidAmount'),
    rounding: fact(element, 'PayableRoundingAmount'),
    due: fact(element, 'PayableAmount'),
  }
}

function taxTotal(element: XmlElement): TaxTotal<Fact> {
  return {
    at: element,
    amount: fact(element, 'TaxAmount'),
    currency: attributeFact(child(element, 'TaxAmount'), 'currencyID'),
    taxes: childrenOf(element, 'TaxSubtotal').map(one => {
      const among = childrenOf(one, 'TaxCategory')
      const of = among.find(each => taxOf(each) === 'VAT') ?? among[0]
      return {
        at: one,
        base: fact(one, 'TaxableAmount'),
        amount: fact(one, 'TaxAmount'),
        category: of ? category(of) : null,
        exemption: fact(of, 'TaxExemptionReason'),
        exemptionCode: fact(of, 'TaxExemptionReasonCode'),
      }
    }),
  }
}

function attachment(element: XmlElement): Attachment<Fact> {
  const file = first(element, 'Attachment/EmbeddedDocumentBinaryObject')
  return {
    at: element,
    id: fact(element, 'ID'),
    description: fact(element, 'DocumentDescription'),
    address: fact(element, 'Attachment/ExternalReference/URI'),
    file: fileOf(file),
  }
}

function line(element: XmlElement): Line<Fact> {
  const quantity = measured(child(element, 'InvoicedQuantity') ?? child(element, 'CreditedQuantity'))
  const object = childrenOf(element, 'DocumentReference').find(one => fact(one, 'DocumentTypeCode')?.text === '130')
  const item = child(element, 'Item')
  return {
    at: element,
    id: fact(element, 'ID'),
    note: fact(element, 'Note'),
    object: identifier(object, 'ID'),
    quantity: quantity.amount,
    unit: quantity.unit,
    amount: fact(element, 'LineExtensionAmount'),
    orderLine: fact(element, 'OrderLineReference/LineID'),
    buyerAccounting: fact(element, 'AccountingCost'),
    period: group(element, 'InvoicePeriod', period),
    adjustments: childrenOf(element, 'AllowanceCharge').map(adjustment),
    price: group(element, 'Price', price),
    vat: item ? vatAmong(childrenOf(item, 'ClassifiedTaxCategory')) : null,
    item: item && itemOf(item),
  }
}

function price(element: XmlElement): Price<Fact> {
  return {
    at: element,
    net: fact(element, 'PriceAmount'),
    discount: fact(element, 'AllowanceCharge/Amount'),
    gross: fact(element, 'AllowanceCharge/BaseAmount'),
    baseQuantity: fact(element, 'BaseQuantity'),
    baseUnit: attributeFact(child(element, 'BaseQuantity'), 'unitCode'),
  }
}

function itemOf(element: XmlElement): Item<Fact> {
  return {
    at: element,
    name: fact(element, 'Name'),
    description: fact(element, 'Description'),
    sellersId: fact(element, 'SellersItemIdentification/ID'),
    buyersId: fact(element, 'BuyersItemIdentification/ID'),
    standardId: identifier(element, 'StandardItemIdentification/ID'),
    classifications: classificationsOf(element, 'CommodityClassification/ItemClassificationCode'),
    originCountry: fact(element, 'OriginCountry/IdentificationCode'),
    attributes: childrenOf(element, 'AdditionalItemProperty').map(one => ({
      at: one,
      name: fact(one, 'Name'),
      value: fact(one, 'Value'),
    })),
  }
}

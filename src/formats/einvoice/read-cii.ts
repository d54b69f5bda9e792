import { type XmlElement, attribute, child, childrenOf, every } from '../xml/element.ts'
import { Fact } from './fact.ts'
import { creditTypes } from './credit-types.ts'
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
  Party,
  PaymentMeans,
  Period,
  Price,
  Tax,
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
import { taxPointFromCii } from './tax-point.ts'

/** UN/CEFACT CII D16B as EN 16931 binds it (CEN/TS 16931-3-3), and its forerunner of ZUGFeRD 1, whose groups had other names. */
export function readCii(root: XmlElement): Invoice<Fact> {
  const context = either(root, 'ExchangedDocumentContext', 'SpecifiedExchangedDocumentContext')
  const head = either(root, 'ExchangedDocument', 'HeaderExchangedDocument')
  const deal = either(root, 'SupplyChainTradeTransaction', 'SpecifiedSupplyChainTradeTransaction')
  const agreement = either(deal, 'ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement')
  const shipping = either(deal, 'ApplicableHeaderTradeDelivery', 'ApplicableSupplyChainTradeDelivery')
  const settlement = either(deal, 'ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement')
  const typeCode = fact(head, 'TypeCode')
  return {
    at: root,
    document: typeCode && creditTypes.has(typeCode.text) ? 'credit-note' : 'invoice',
    number: fact(head, 'ID'),
    issuedOn: day(head, 'IssueDateTime/DateTimeString'),
    typeCode,
    notes: (head ? childrenOf(head, 'IncludedNote') : []).flatMap(one => {
      const text = fact(one, 'Content')
      return text ? [{ text, subject: fact(one, 'SubjectCode') }] : []
    }),
    process: fact(context, 'BusinessProcessSpecifiedDocumentContextParameter/ID'),
    specification: fact(context, 'GuidelineSpecifiedDocumentContextParameter/ID'),
    ...ofAgreement(agreement),
    despatchAdvice: fact(shipping, 'DespatchAdviceReferencedDocument/IssuerAssignedID'),
    receivingAdvice: fact(shipping, 'ReceivingAdviceReferencedDocument/IssuerAssignedID'),
    delivery: shipping && delivery(shipping),
    ...ofSettlement(settlement),
    lines: (deal ? childrenOf(deal, 'IncludedSupplyChainTradeLineItem') : []).map(line),
  }
}

function either(element: XmlElement | null, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = element && child(element, name)
    if (found) return found
  }
  return null
}

function ofAgreement(agreement: XmlElement | null) {
  const references = agreement ? childrenOf(agreement, 'AdditionalReferencedDocument') : []
  const ofType = (code: string): XmlElement | undefined => references.find(one => fact(one, 'TypeCode')?.text === code)
  const object = ofType('130')
  const objectId = fact(object, 'IssuerAssignedID')
  return {
    buyerReference: fact(agreement, 'BuyerReference'),
    project: fact(agreement, 'SpecifiedProcuringProject/ID'),
    contract: fact(agreement, 'ContractReferencedDocument/IssuerAssignedID'),
    order:
      fact(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID') ??
      fact(agreement, 'BuyerOrderReferencedDocument/ID'),
    salesOrder: fact(agreement, 'SellerOrderReferencedDocument/IssuerAssignedID'),
    tender: fact(ofType('50'), 'IssuerAssignedID'),
    invoicedObject: objectId && { id: objectId, scheme: fact(object, 'ReferenceTypeCode') },
    seller: group(agreement, 'SellerTradeParty', party),
    buyer: group(agreement, 'BuyerTradeParty', party),
    taxRepresentative: group(agreement, 'SellerTaxRepresentativeTradeParty', party),
    attachments: references.filter(one => !['50', '130'].includes(fact(one, 'TypeCode')?.text ?? '')).map(attachment),
  }
}

function ofSettlement(settlement: XmlElement | null) {
  const currency = fact(settlement, 'InvoiceCurrencyCode')
  const taxes = settlement ? childrenOf(settlement, 'ApplicableTradeTax') : []
  const terms = settlement ? childrenOf(settlement, 'SpecifiedTradePaymentTerms') : []
  const said = <T>(read: (one: XmlElement) => T | null, among: readonly XmlElement[]): T | null => {
    for (const one of among) {
      const found = read(one)
      if (found !== null) return found
    }
    return null
  }
  const mandate = said(one => fact(one, 'DirectDebitMandateID'), terms)
  const reference = fact(settlement, 'PaymentReference')
  return {
    currency,
    taxCurrency: fact(settlement, 'TaxCurrencyCode'),
    taxPointOn: said(one => day(one, 'TaxPointDate/DateString'), taxes),
    taxPointCode: said(taxPoint, taxes),
    dueOn: said(one => day(one, 'DueDateDateTime/DateTimeString'), terms),
    paymentTerms: said(one => fact(one, 'Description'), terms),
    buyerAccounting: fact(settlement, 'ReceivableSpecifiedTradeAccountingAccount/ID'),
    precedingInvoices: (settlement ? childrenOf(settlement, 'InvoiceReferencedDocument') : []).map(one => ({
      at: one,
      number: fact(one, 'IssuerAssignedID'),
      issuedOn: day(one, 'FormattedIssueDateTime/DateTimeString'),
    })),
    payee: group(settlement, 'PayeeTradeParty', party),
    period: group(settlement, 'BillingSpecifiedPeriod', period),
    payments: payments(settlement, reference, mandate),
    creditorId: fact(settlement, 'CreditorReferenceID'),
    adjustments: (settlement ? childrenOf(settlement, 'SpecifiedTradeAllowanceCharge') : []).map(adjustment),
    totals: totals(summation(settlement)),
    taxTotals: taxTotals(summation(settlement), taxes.map(tax), currency),
  }
}

function taxPoint(element: XmlElement): Fact | null {
  const found = fact(element, 'DueDateTypeCode')
  return found && new Fact(taxPointFromCii[found.text] ?? found.text, found.at)
}

function summation(settlement: XmlElement | null): XmlElement | null {
  return either(
    settlement,
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  )
}

/** `20260131` (format 102) becomes an ISO date; anything else stays as it stands. */
function day(element: XmlElement | null, path: string): Fact | null {
  const found = fact(element, path)
  const parts = found && /^(\d{4})(\d{2})(\d{2})/.exec(found.text)
  return found && parts ? new Fact(`${parts[1]}-${parts[2]}-${parts[3]}`, found.at) : found
}

function party(element: XmlElement): Party<Fact> {
  const registrations = every(element, 'SpecifiedTaxRegistration/ID')
  const registered = (scheme: string): Fact | null => {
    const found = registrations.find(one => attribute(one, 'schemeID') === scheme)
    return found ? new Fact(found.text, found) : null
  }
  return {
    at: element,
    name: fact(element, 'Name'),
    tradingName: fact(element, 'SpecifiedLegalOrganization/TradingBusinessName'),
    identifiers: [...childrenOf(element, 'ID'), ...childrenOf(element, 'GlobalID')].map(identifierOf),
    legalId: identifier(element, 'SpecifiedLegalOrganization/ID'),
    vatId: registered('VA'),
    taxId: registered('FC'),
    legalForm: fact(element, 'Description'),
    endpoint: identifier(element, 'URIUniversalCommunication/URIID'),
    address: group(element, 'PostalTradeAddress', address),
    contact: group(element, 'DefinedTradeContact', contact),
  }
}

function address(element: XmlElement): Address<Fact> {
  return {
    at: element,
    street: fact(element, 'LineOne'),
    more: fact(element, 'LineTwo'),
    third: fact(element, 'LineThree'),
    town: fact(element, 'CityName'),
    postalCode: fact(element, 'PostcodeCode'),
    region: fact(element, 'CountrySubDivisionName'),
    country: fact(element, 'CountryID'),
  }
}

function contact(element: XmlElement): Contact<Fact> {
  return {
    at: element,
    name: fact(element, 'PersonName') ?? fact(element, 'DepartmentName'),
    telephone: fact(element, 'TelephoneUniversalCommunication/CompleteNumber'),
    mail:
      fact(element, 'EmailURIUniversalCommunication/URIID') ??
      fact(element, 'EmailURIUniversalCommunication/CompleteNumber'),
  }
}

function delivery(element: XmlElement): Delivery<Fact> | null {
  const to = child(element, 'ShipToTradeParty')
  const on = day(element, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString')
  if (!to && !on) return null
  const id = to && (child(to, 'GlobalID') ?? child(to, 'ID'))
  return {
    at: to ?? element,
    name: fact(to, 'Name'),
    location: id && identifierOf(id),
    on,
    address: group(to, 'PostalTradeAddress', address),
  }
}

function period(element: XmlElement): Period<Fact> {
  return {
    at: element,
    from: day(element, 'StartDateTime/DateTimeString'),
    to: day(element, 'EndDateTime/DateTimeString'),
  }
}

function payments(
  settlement: XmlElement | null,
  reference: Fact | null,
  mandate: Fact | null,
): readonly PaymentMeans<Fact>[] {
  const means = settlement ? childrenOf(settlement, 'SpecifiedTradeSettlementPaymentMeans') : []
  const read = means.map(one => payment(one, reference, mandate))
  if (read.length > 0 || !(reference ?? mandate)) return read
  const mandated = mandate && { reference: mandate, account: null }
  return [{ code: null, text: null, reference, account: null, card: null, mandate: mandated }]
}

function payment(element: XmlElement, reference: Fact | null, mandate: Fact | null): PaymentMeans<Fact> {
  const payer = fact(element, 'PayerPartyDebtorFinancialAccount/IBANID')
  const account = child(element, 'PayeePartyCreditorFinancialAccount')
  return {
    at: element,
    code: fact(element, 'TypeCode'),
    text: fact(element, 'Information'),
    reference,
    account: account && {
      at: account,
      id: fact(account, 'IBANID') ?? fact(account, 'ProprietaryID'),
      name: fact(account, 'AccountName'),
      provider: fact(element, 'PayeeSpecifiedCreditorFinancialInstitution/BICID'),
    },
    card: group(element, 'ApplicableTradeSettlementFinancialCard', one => ({
      number: fact(one, 'ID'),
      holder: fact(one, 'CardholderName'),
    })),
    mandate: (mandate ?? payer) ? { reference: mandate, account: payer } : null,
  }
}

function adjustment(element: XmlElement): Adjustment<Fact> {
  const indicator = fact(element, 'ChargeIndicator/Indicator')?.text
  return {
    at: element,
    charge: indicated(indicator),
    amount: fact(element, 'ActualAmount'),
    base: fact(element, 'BasisAmount'),
    percent: fact(element, 'CalculationPercent'),
    vat: group(element, 'CategoryTradeTax', category),
    reason: fact(element, 'Reason'),
    reasonCode: fact(element, 'ReasonCode'),
  }
}

function category(element: XmlElement): VatCategory<Fact> {
  return {
    at: element,
    code: fact(element, 'CategoryCode'),
    rate: fact(element, 'RateApplicablePercent') ?? fact(element, 'ApplicablePercent'),
    scheme: fact(element, 'TypeCode'),
  }
}

function tax(element: XmlElement): Tax<Fact> {
  return {
    at: element,
    base: fact(element, 'BasisAmount'),
    amount: fact(element, 'CalculatedAmount'),
    category: category(element),
    exemption: fact(element, 'ExemptionReason'),
    exemptionCode: fact(element, 'ExemptionReasonCode'),
  }
}

function totals(element: XmlElement | null): Totals<Fact> | null {
  return (
    element && {
      at: element,
      lines: fact(element, 'LineTotalAmount'),
      allowances: fact(element, 'AllowanceTotalAmount'),
      charges: fact(element, 'ChargeTotalAmount'),
      net: fact(element, 'TaxBasisTotalAmount'),
      gross: fact(element, 'GrandTotalAmount'),
      paid: fact(element, 'TotalPrepaidAmount'),
      rounding: fact(element, 'RoundingAmount'),
      due: fact(element, 'DuePayableAmount'),
    }
  )
}

/** The VAT breakdown belongs to the total in the invoice's currency, which is the first where none says its currency. */
function taxTotals(
  element: XmlElement | null,
  taxes: readonly Tax<Fact>[],
  currency: Fact | null,
): readonly TaxTotal<Fact>[] {
  const stated = (element ? childrenOf(element, 'TaxTotalAmount') : []).map(one => ({
    at: one,
    amount: new Fact(one.text, one),
    currency: attributeFact(one, 'currencyID'),
    taxes: [] as readonly Tax<Fact>[],
  }))
  const own = stated.findIndex(one => one.currency?.text === currency?.text)
  const place = own < 0 ? stated.findIndex(one => one.currency === null) : own
  if (place >= 0) return stated.map((one, index) => (index === place ? { ...one, taxes } : one))
  return taxes.length === 0 ? stated : [{ amount: null, currency, taxes }, ...stated]
}

function attachment(element: XmlElement): Attachment<Fact> {
  const file = child(element, 'AttachmentBinaryObject')
  return {
    at: element,
    id: fact(element, 'IssuerAssignedID'),
    description: fact(element, 'Name'),
    address: fact(element, 'URIID'),
    file: fileOf(file),
  }
}

function line(element: XmlElement): Line<Fact> {
  const agreement = either(element, 'SpecifiedLineTradeAgreement', 'SpecifiedSupplyChainTradeAgreement')
  const shipping = either(element, 'SpecifiedLineTradeDelivery', 'SpecifiedSupplyChainTradeDelivery')
  const settlement = either(element, 'SpecifiedLineTradeSettlement', 'SpecifiedSupplyChainTradeSettlement')
  const quantity = measured(shipping && child(shipping, 'BilledQuantity'))
  const object = settlement && child(settlement, 'AdditionalReferencedDocument')
  const objectId = fact(object, 'IssuerAssignedID')
  return {
    at: element,
    id: fact(element, 'AssociatedDocumentLineDocument/LineID'),
    note: fact(element, 'AssociatedDocumentLineDocument/IncludedNote/Content'),
    object: objectId && { id: objectId, scheme: fact(object, 'ReferenceTypeCode') },
    quantity: quantity.amount,
    unit: quantity.unit,
    amount:
      fact(settlement, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount') ??
      fact(settlement, 'SpecifiedTradeSettlementMonetarySummation/LineTotalAmount'),
    orderLine: fact(agreement, 'BuyerOrderReferencedDocument/LineID'),
    buyerAccounting: fact(settlement, 'ReceivableSpecifiedTradeAccountingAccount/ID'),
    period: group(settlement, 'BillingSpecifiedPeriod', period),
    adjustments: (settlement ? childrenOf(settlement, 'SpecifiedTradeAllowanceCharge') : []).map(adjustment),
    price: agreement && price(agreement),
    vat: group(settlement, 'ApplicableTradeTax', category),
    item: group(element, 'SpecifiedTradeProduct', itemOf),
  }
}

function price(agreement: XmlElement): Price<Fact> | null {
  const net = child(agreement, 'NetPriceProductTradePrice')
  const gross = child(agreement, 'GrossPriceProductTradePrice')
  if (!net && !gross) return null
  const base = measured((net && child(net, 'BasisQuantity')) ?? (gross && child(gross, 'BasisQuantity')))
  return {
    at: net ?? agreement,
    net: fact(net, 'ChargeAmount'),
    discount: fact(gross, 'AppliedTradeAllowanceCharge/ActualAmount'),
    gross: fact(gross, 'ChargeAmount'),
    baseQuantity: base.amount,
    baseUnit: base.unit,
  }
}

function itemOf(element: XmlElement): Item<Fact> {
  const standard: Identifier<Fact> | null = identifier(element, 'GlobalID')
  return {
    at: element,
    name: fact(element, 'Name'),
    description: fact(element, 'Description'),
    sellersId: fact(element, 'SellerAssignedID'),
    buyersId: fact(element, 'BuyerAssignedID'),
    standardId: standard,
    classifications: classificationsOf(element, 'DesignatedProductClassification/ClassCode'),
    originCountry: fact(element, 'OriginTradeCountry/ID'),
    attributes: childrenOf(element, 'ApplicableProductCharacteristic').map(one => ({
      at: one,
      name: fact(one, 'Description'),
      value: fact(one, 'Value'),
    })),
  }
}

import { type XmlNode, element, writeXml } from '../xml/write.ts'
import type {
  Address,
  Adjustment,
  Attachment,
  Delivery,
  Identifier,
  Invoice,
  Line,
  Party,
  PaymentMeans,
  Period,
  Tax,
  VatCategory,
} from './model.ts'
import { taxPointOfCii } from './tax-point.ts'

type Text = string | null

const namespaces = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
}

/** Writes UN/CEFACT CII D16B in the order of its schema, as Factur-X and ZUGFeRD put it into a PDF. */
export function writeCii(invoice: Invoice): string {
  const name = 'rsm:CrossIndustryInvoice'
  const root = element(name, [context(invoice), head(invoice), deal(invoice)], namespaces)
  return writeXml(root ?? { name, attributes: {}, content: [] })
}

function ram(name: string, text: Text, attributes: Readonly<Record<string, Text>> = {}): XmlNode | null {
  return element(`ram:${name}`, text, attributes)
}

function group(name: string, ...content: readonly (XmlNode | null)[]): XmlNode | null {
  return element(`ram:${name}`, content)
}

/** Some groups of the schema stand there even when nothing is in them. */
function always(name: string, ...content: readonly (XmlNode | null)[]): XmlNode {
  return group(name, ...content) ?? { name: `ram:${name}`, attributes: {}, content: [] }
}

/** 2026-01-31 → 20260131 with its format. */
function day(name: string, on: Text, inner = 'udt:DateTimeString'): XmlNode | null {
  return element(`ram:${name}`, [element(inner, on?.replaceAll('-', '') ?? null, { format: '102' })])
}

function id(name: string, one: Identifier | null): XmlNode | null {
  return one && ram(name, one.id, { schemeID: one.scheme })
}

function context(i: Invoice): XmlNode | null {
  return element('rsm:ExchangedDocumentContext', [
    group('BusinessProcessSpecifiedDocumentContextParameter', ram('ID', i.process)),
    group('GuidelineSpecifiedDocumentContextParameter', ram('ID', i.specification)),
  ])
}

function head(i: Invoice): XmlNode | null {
  return element('rsm:ExchangedDocument', [
    ram('ID', i.number),
    ram('TypeCode', i.typeCode),
    day('IssueDateTime', i.issuedOn),
    ...i.notes.map(one => group('IncludedNote', ram('Content', one.text), ram('SubjectCode', one.subject))),
  ])
}

function deal(i: Invoice): XmlNode | null {
  return element('rsm:SupplyChainTradeTransaction', [...i.lines.map(line), agreement(i), shipping(i), settlement(i)])
}

function agreement(i: Invoice): XmlNode {
  const object = i.invoicedObject
  return always(
    'ApplicableHeaderTradeAgreement',
    ram('BuyerReference', i.buyerReference),
    party('SellerTradeParty', i.seller),
    party('BuyerTradeParty', i.buyer),
    party('SellerTaxRepresentativeTradeParty', i.taxRepresentative),
    group('SellerOrderReferencedDocument', ram('IssuerAssignedID', i.salesOrder)),
    group('BuyerOrderReferencedDocument', ram('IssuerAssignedID', i.order)),
    group('ContractReferencedDocument', ram('IssuerAssignedID', i.contract)),
    ...i.attachments.map(attachment),
    i.tender ? group('AdditionalReferencedDocument', ram('IssuerAssignedID', i.tender), ram('TypeCode', '50')) : null,
    object && referenced(object),
    // The schema wants a name for a project; the model knows its number alone.
    i.project ? group('SpecifiedProcuringProject', ram('ID', i.project), ram('Name', i.project)) : null,
  )
}

/** BT-18, BT-128: the object that is invoiced. */
function referenced(object: Identifier): XmlNode | null {
  return group(
    'AdditionalReferencedDocument',
    ram('IssuerAssignedID', object.id),
    ram('TypeCode', '130'),
    ram('ReferenceTypeCode', object.scheme),
  )
}

function attachment({ id: number, description, address, file }: Attachment): XmlNode | null {
  return group(
    'AdditionalReferencedDocument',
    ram('IssuerAssignedID', number),
    ram('URIID', address),
    ram('TypeCode', '916'),
    ram('Name', description),
    file && ram('AttachmentBinaryObject', file.content, { mimeCode: file.mediaType, filename: file.name }),
  )
}

function party(name: string, one: Party | null): XmlNode | null {
  if (!one) return null
  const { contact } = one
  return group(
    name,
    ...one.identifiers.filter(each => each.scheme === null).map(each => id('ID', each)),
    ...one.identifiers.filter(each => each.scheme !== null).map(each => id('GlobalID', each)),
    ram('Name', one.name),
    ram('Description', one.legalForm),
    group('SpecifiedLegalOrganization', id('ID', one.legalId), ram('TradingBusinessName', one.tradingName)),
    contact &&
      group(
        'DefinedTradeContact',
        ram('PersonName', contact.name),
        group('TelephoneUniversalCommunication', ram('CompleteNumber', contact.telephone)),
        group('EmailURIUniversalCommunication', ram('URIID', contact.mail)),
      ),
    address(one.address),
    group('URIUniversalCommunication', id('URIID', one.endpoint)),
    group('SpecifiedTaxRegistration', ram('ID', one.vatId, { schemeID: 'VA' })),
    group('SpecifiedTaxRegistration', ram('ID', one.taxId, { schemeID: 'FC' })),
  )
}

function address(one: Address | null): XmlNode | null {
  return (
    one &&
    group(
      'PostalTradeAddress',
      ram('PostcodeCode', one.postalCode),
      ram('LineOne', one.street),
      ram('LineTwo', one.more),
      ram('LineThree', one.third),
      ram('CityName', one.town),
      ram('CountryID', one.country),
      ram('CountrySubDivisionName', one.region),
    )
  )
}

function shipping(i: Invoice): XmlNode {
  return always(
    'ApplicableHeaderTradeDelivery',
    shipTo(i.delivery),
    group('ActualDeliverySupplyChainEvent', day('OccurrenceDateTime', i.delivery?.on ?? null)),
    group('DespatchAdviceReferencedDocument', ram('IssuerAssignedID', i.despatchAdvice)),
    group('ReceivingAdviceReferencedDocument', ram('IssuerAssignedID', i.receivingAdvice)),
  )
}

function shipTo(one: Delivery | null): XmlNode | null {
  const name = one?.location?.scheme ? 'GlobalID' : 'ID'
  return one && group('ShipToTradeParty', id(name, one.location), ram('Name', one.name), address(one.address))
}

function settlement(i: Invoice): XmlNode {
  const taxes = i.taxTotals.flatMap(one => one.taxes)
  const mandate = i.payments.find(one => one.mandate?.reference)?.mandate?.reference ?? null
  return always(
    'ApplicableHeaderTradeSettlement',
    ram('CreditorReferenceID', i.creditorId),
    ram('PaymentReference', i.payments.find(one => one.reference)?.reference ?? null),
    ram('TaxCurrencyCode', i.taxCurrency),
    ram('InvoiceCurrencyCode', i.currency),
    party('PayeeTradeParty', i.payee),
    ...i.payments.map(payment),
    ...taxes.map(one => tax(one, i)),
    period(i.period),
    ...i.adjustments.map(adjustment),
    group(
      'SpecifiedTradePaymentTerms',
      ram('Description', i.paymentTerms),
      day('DueDateDateTime', i.dueOn),
      ram('DirectDebitMandateID', mandate),
    ),
    summation(i),
    ...i.precedingInvoices.map(one =>
      group(
        'InvoiceReferencedDocument',
        ram('IssuerAssignedID', one.number),
        day('FormattedIssueDateTime', one.issuedOn, 'qdt:DateTimeString'),
      ),
    ),
    group('ReceivableSpecifiedTradeAccountingAccount', ram('ID', i.buyerAccounting)),
  )
}

function payment(one: PaymentMeans): XmlNode | null {
  const { account, card, mandate } = one
  const iban = /^[A-Z]{2}\d{2}/.test(account?.id ?? '')
  return group(
    'SpecifiedTradeSettlementPaymentMeans',
    ram('TypeCode', one.code),
    ram('Information', one.text),
    card && group('ApplicableTradeSettlementFinancialCard', ram('ID', card.number), ram('CardholderName', card.holder)),
    group('PayerPartyDebtorFinancialAccount', ram('IBANID', mandate?.account ?? null)),
    account &&
      group(
        'PayeePartyCreditorFinancialAccount',
        ram('IBANID', iban ? account.id : null),
        ram('AccountName', account.name),
        ram('ProprietaryID', iban ? null : account.id),
      ),
    group('PayeeSpecifiedCreditorFinancialInstitution', ram('BICID', account?.provider ?? null)),
  )
}

function tax(one: Tax, i: Invoice): XmlNode | null {
  return group(
    'ApplicableTradeTax',
    ram('CalculatedAmount', one.amount),
    ram('TypeCode', one.category?.scheme ?? null),
    ram('ExemptionReason', one.exemption),
    ram('BasisAmount', one.base),
    ram('CategoryCode', one.category?.code ?? null),
    ram('ExemptionReasonCode', one.exemptionCode),
    day('TaxPointDate', i.taxPointOn, 'udt:DateString'),
    ram('DueDateTypeCode', i.taxPointCode && (taxPointOfCii[i.taxPointCode] ?? i.taxPointCode)),
    ram('RateApplicablePercent', one.category?.rate ?? null),
  )
}

function category(name: string, vat: VatCategory | null): XmlNode | null {
  return (
    vat &&
    group(name, ram('TypeCode', vat.scheme), ram('CategoryCode', vat.code), ram('RateApplicablePercent', vat.rate))
  )
}

function period(one: Period | null): XmlNode | null {
  return one && group('BillingSpecifiedPeriod', day('StartDateTime', one.from), day('EndDateTime', one.to))
}

function adjustment(one: Adjustment): XmlNode | null {
  return group(
    'SpecifiedTradeAllowanceCharge',
    group('ChargeIndicator', element('udt:Indicator', String(one.charge === true))),
    ram('CalculationPercent', one.percent),
    ram('BasisAmount', one.base),
    ram('ActualAmount', one.amount),
    ram('ReasonCode', one.reasonCode),
    ram('Reason', one.reason),
    category('CategoryTradeTax', one.vat),
  )
}

function summation({ totals: one, taxTotals }: Invoice): XmlNode | null {
  return (
    one &&
    group(
      'SpecifiedTradeSettlementHeaderMonetarySummation',
      ram('LineTotalAmount', one.lines),
      ram('ChargeTotalAmount', one.charges),
      ram('AllowanceTotalAmount', one.allowances),
      ram('TaxBasisTotalAmount', one.net),
      ...taxTotals.map(each => ram('TaxTotalAmount', each.amount, { currencyID: each.currency })),
      ram('RoundingAmount', one.rounding),
      ram('GrandTotalAmount', one.gross),
      ram('TotalPrepaidAmount', one.paid),
      ram('DuePayableAmount', one.due),
    )
  )
}

function line(one: Line): XmlNode | null {
  return group(
    'IncludedSupplyChainTradeLineItem',
    group('AssociatedDocumentLineDocument', ram('LineID', one.id), group('IncludedNote', ram('Content', one.note))),
    product(one),
    lineAgreement(one),
    group('SpecifiedLineTradeDelivery', ram('BilledQuantity', one.quantity, { unitCode: one.unit })),
    group(
      'SpecifiedLineTradeSettlement',
      category('ApplicableTradeTax', one.vat),
      period(one.period),
      ...one.adjustments.map(adjustment),
      group('SpecifiedTradeSettlementLineMonetarySummation', ram('LineTotalAmount', one.amount)),
      one.object && referenced(one.object),
      group('ReceivableSpecifiedTradeAccountingAccount', ram('ID', one.buyerAccounting)),
    ),
  )
}

function product({ item: one }: Line): XmlNode | null {
  return (
    one &&
    group(
      'SpecifiedTradeProduct',
      id('GlobalID', one.standardId),
      ram('SellerAssignedID', one.sellersId),
      ram('BuyerAssignedID', one.buyersId),
      ram('Name', one.name),
      ram('Description', one.description),
      ...one.attributes.map(each =>
        group('ApplicableProductCharacteristic', ram('Description', each.name), ram('Value', each.value)),
      ),
      ...one.classifications.map(each =>
        group(
          'DesignatedProductClassification',
          ram('ClassCode', each.id, { listID: each.list, listVersionID: each.version }),
        ),
      ),
      group('OriginTradeCountry', ram('ID', one.originCountry)),
    )
  )
}

function lineAgreement({ price, orderLine }: Line): XmlNode | null {
  const base = price && ram('BasisQuantity', price.baseQuantity, { unitCode: price.baseUnit })
  const discount = price?.discount
    ? group(
        'AppliedTradeAllowanceCharge',
        group('ChargeIndicator', element('udt:Indicator', 'false')),
        ram('ActualAmount', price.discount),
      )
    : null
  return group(
    'SpecifiedLineTradeAgreement',
    group('BuyerOrderReferencedDocument', ram('LineID', orderLine)),
    price?.gross ? group('GrossPriceProductTradePrice', ram('ChargeAmount', price.gross), base, discount) : null,
    price && group('NetPriceProductTradePrice', ram('ChargeAmount', price.net), base),
  )
}

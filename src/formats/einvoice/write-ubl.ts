import { type XmlNode, element, writeXml } from '../xml/write.ts'
import type {
  Address,
  Adjustment,
  Attachment,
  Delivery,
  Identifier,
  Invoice,
  Line,
  Note,
  Party,
  PaymentMeans,
  Period,
  TaxTotal,
  Totals,
  VatCategory,
} from './model.ts'

type Text = string | null

const namespaces = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}

/** Writes UBL 2.1, Invoice or CreditNote, in the order of its schema; what is null is left out. */
export function writeUbl(invoice: Invoice): string {
  const isInvoice = invoice.document === 'invoice'
  const name = isInvoice ? 'Invoice' : 'CreditNote'
  const root = element(name, isInvoice ? invoiceContent(invoice) : creditNoteContent(invoice), {
    xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`,
    'xmlns:cac': namespaces.cac,
    'xmlns:cbc': namespaces.cbc,
  })
  return writeXml(root ?? { name, attributes: {}, content: [] })
}

function cbc(name: string, text: Text, attributes: Readonly<Record<string, Text>> = {}): XmlNode | null {
  return element(`cbc:${name}`, text, attributes)
}

function cac(name: string, ...content: readonly (XmlNode | null)[]): XmlNode | null {
  return element(`cac:${name}`, content)
}

function invoiceContent(i: Invoice): (XmlNode | null)[] {
  return [
    cbc('CustomizationID', i.specification),
    cbc('ProfileID', i.process),
    cbc('ID', i.number),
    cbc('IssueDate', i.issuedOn),
    cbc('DueDate', i.dueOn),
    cbc('InvoiceTypeCode', i.typeCode),
    ...i.notes.map(note),
    cbc('TaxPointDate', i.taxPointOn),
    ...currencies(i),
    ...billing(i),
    cac('OriginatorDocumentReference', cbc('ID', i.tender)),
    cac('ContractDocumentReference', cbc('ID', i.contract)),
    ...supporting(i),
    cac('ProjectReference', cbc('ID', i.project)),
    ...parties(i),
    ...i.payments.map(one => payment(one, null)),
    ...amounts(i),
  ]
}

/** A credit note has no due date, project or tender reference of its own: they stand elsewhere, or in another order. */
function creditNoteContent(i: Invoice): (XmlNode | null)[] {
  return [
    cbc('CustomizationID', i.specification),
    cbc('ProfileID', i.process),
    cbc('ID', i.number),
    cbc('IssueDate', i.issuedOn),
    cbc('TaxPointDate', i.taxPointOn),
    cbc('CreditNoteTypeCode', i.typeCode),
    ...i.notes.map(note),
    ...currencies(i),
    ...billing(i),
    cac('ContractDocumentReference', cbc('ID', i.contract)),
    ...supporting(i),
    i.project ? cac('AdditionalDocumentReference', cbc('ID', i.project), cbc('DocumentTypeCode', '50')) : null,
    cac('OriginatorDocumentReference', cbc('ID', i.tender)),
    ...parties(i),
    ...i.payments.map((one, place) => payment(one, place === 0 ? i.dueOn : null)),
    ...amounts(i),
  ]
}

function currencies(i: Invoice): (XmlNode | null)[] {
  return [
    cbc('DocumentCurrencyCode', i.currency),
    cbc('TaxCurrencyCode', i.taxCurrency),
    cbc('AccountingCost', i.buyerAccounting),
    cbc('BuyerReference', i.buyerReference),
  ]
}

function billing(i: Invoice): (XmlNode | null)[] {
  const { from = null, to = null } = i.period ?? {}
  const order = i.order ?? (i.salesOrder ? 'NA' : null)
  return [
    cac('InvoicePeriod', cbc('StartDate', from), cbc('EndDate', to), cbc('DescriptionCode', i.taxPointCode)),
    cac('OrderReference', cbc('ID', order), cbc('SalesOrderID', i.salesOrder)),
    ...i.precedingInvoices.map(one =>
      cac('BillingReference', cac('InvoiceDocumentReference', cbc('ID', one.number), cbc('IssueDate', one.issuedOn))),
    ),
    cac('DespatchDocumentReference', cbc('ID', i.despatchAdvice)),
    cac('ReceiptDocumentReference', cbc('ID', i.receivingAdvice)),
  ]
}

function note({ text, subject }: Note): XmlNode | null {
  return cbc('Note', subject ? `#${subject}#${text}` : text)
}

function supporting(i: Invoice): (XmlNode | null)[] {
  const object = i.invoicedObject
  return [
    object && cac('AdditionalDocumentReference', id('ID', object), cbc('DocumentTypeCode', '130')),
    ...i.attachments.map(attachment),
  ]
}

function attachment({ id: number, description, address, file }: Attachment): XmlNode | null {
  return cac(
    'AdditionalDocumentReference',
    cbc('ID', number),
    cbc('DocumentDescription', description),
    cac(
      'Attachment',
      file && cbc('EmbeddedDocumentBinaryObject', file.content, { mimeCode: file.mediaType, filename: file.name }),
      cac('ExternalReference', cbc('URI', address)),
    ),
  )
}

function id(name: string, one: Identifier | null): XmlNode | null {
  return one && cbc(name, one.id, { schemeID: one.scheme })
}

function parties(i: Invoice): (XmlNode | null)[] {
  const creditor = i.creditorId ? { id: i.creditorId, scheme: 'SEPA' } : null
  const { seller, buyer, payee, taxRepresentative } = i
  return [
    seller && cac('AccountingSupplierParty', cac('Party', ...party(seller, payee ? null : creditor))),
    buyer && cac('AccountingCustomerParty', cac('Party', ...party(buyer, null))),
    payee &&
      cac(
        'PayeeParty',
        ...identifiers(payee, creditor),
        cac('PartyName', cbc('Name', payee.name)),
        cac('PartyLegalEntity', id('CompanyID', payee.legalId)),
      ),
    taxRepresentative &&
      cac(
        'TaxRepresentativeParty',
        cac('PartyName', cbc('Name', taxRepresentative.name)),
        address('PostalAddress', taxRepresentative.address),
        taxScheme(taxRepresentative.vatId, 'VAT'),
      ),
    delivery(i.delivery),
  ]
}

function identifiers(one: Party, creditor: Identifier | null): (XmlNode | null)[] {
  return [...one.identifiers, creditor].map(each => each && cac('PartyIdentification', id('ID', each)))
}

function party(one: Party, creditor: Identifier | null): (XmlNode | null)[] {
  const { contact } = one
  return [
    id('EndpointID', one.endpoint),
    ...identifiers(one, creditor),
    cac('PartyName', cbc('Name', one.tradingName)),
    address('PostalAddress', one.address),
    taxScheme(one.vatId, 'VAT'),
    taxScheme(one.taxId, 'TAX'),
    cac(
      'PartyLegalEntity',
      cbc('RegistrationName', one.name),
      id('CompanyID', one.legalId),
      cbc('CompanyLegalForm', one.legalForm),
    ),
    contact &&
      cac(
        'Contact',
        cbc('Name', contact.name),
        cbc('Telephone', contact.telephone),
        cbc('ElectronicMail', contact.mail),
      ),
  ]
}

function taxScheme(number: Text, scheme: string): XmlNode | null {
  return number ? cac('PartyTaxScheme', cbc('CompanyID', number), cac('TaxScheme', cbc('ID', scheme))) : null
}

function address(name: string, one: Address | null): XmlNode | null {
  return (
    one &&
    cac(
      name,
      cbc('StreetName', one.street),
      cbc('AdditionalStreetName', one.more),
      cbc('CityName', one.town),
      cbc('PostalZone', one.postalCode),
      cbc('CountrySubentity', one.region),
      cac('AddressLine', cbc('Line', one.third)),
      cac('Country', cbc('IdentificationCode', one.country)),
    )
  )
}

function delivery(one: Delivery | null): XmlNode | null {
  return (
    one &&
    cac(
      'Delivery',
      cbc('ActualDeliveryDate', one.on),
      cac('DeliveryLocation', id('ID', one.location), address('Address', one.address)),
      cac('DeliveryParty', cac('PartyName', cbc('Name', one.name))),
    )
  )
}

function payment(one: PaymentMeans, dueOn: Text): XmlNode | null {
  const { account, card, mandate } = one
  return cac(
    'PaymentMeans',
    cbc('PaymentMeansCode', one.code, { name: one.text }),
    cbc('PaymentDueDate', dueOn),
    cbc('PaymentID', one.reference),
    // The schema wants a network of every card; the model knows none.
    card &&
      cac(
        'CardAccount',
        cbc('PrimaryAccountNumberID', card.number),
        cbc('NetworkID', 'NA'),
        cbc('HolderName', card.holder),
      ),
    account &&
      cac(
        'PayeeFinancialAccount',
        cbc('ID', account.id),
        cbc('Name', account.name),
        cac('FinancialInstitutionBranch', cbc('ID', account.provider)),
      ),
    mandate &&
      cac('PaymentMandate', cbc('ID', mandate.reference), cac('PayerFinancialAccount', cbc('ID', mandate.account))),
  )
}

function amounts(i: Invoice): (XmlNode | null)[] {
  return [
    cac('PaymentTerms', cbc('Note', i.paymentTerms)),
    ...i.adjustments.map(one => adjustment(one, i.currency)),
    ...i.taxTotals.map(one => taxTotal(one, i.currency)),
    i.totals && totals(i.totals, i.currency),
    ...i.lines.map(one => line(one, i)),
  ]
}

function money(name: string, amount: Text, currency: Text): XmlNode | null {
  return cbc(name, amount, { currencyID: currency })
}

function adjustment(one: Adjustment, currency: Text): XmlNode | null {
  return cac(
    'AllowanceCharge',
    cbc('ChargeIndicator', String(one.charge === true)),
    cbc('AllowanceChargeReasonCode', one.reasonCode),
    cbc('AllowanceChargeReason', one.reason),
    cbc('MultiplierFactorNumeric', one.percent),
    money('Amount', one.amount, currency),
    money('BaseAmount', one.base, currency),
    category('TaxCategory', one.vat),
  )
}

function category(name: string, vat: VatCategory | null, exemption: readonly (XmlNode | null)[] = []): XmlNode | null {
  return (
    vat &&
    cac(name, cbc('ID', vat.code), cbc('Percent', vat.rate), ...exemption, cac('TaxScheme', cbc('ID', vat.scheme)))
  )
}

function taxTotal(one: TaxTotal, currency: Text): XmlNode | null {
  return cac(
    'TaxTotal',
    money('TaxAmount', one.amount, one.currency),
    ...one.taxes.map(tax =>
      cac(
        'TaxSubtotal',
        money('TaxableAmount', tax.base, currency),
        money('TaxAmount', tax.amount, currency),
        category('TaxCategory', tax.category, [
          cbc('TaxExemptionReasonCode', tax.exemptionCode),
          cbc('TaxExemptionReason', tax.exemption),
        ]),
      ),
    ),
  )
}

function totals(one: Totals, currency: Text): XmlNode | null {
  return cac(
    'LegalMonetaryTotal',
    money('LineExtensionAmount', one.lines, currency),
    money('TaxExclusiveAmount', one.net, currency),
    money('TaxInclusiveAmount', one.gross, currency),
    money('AllowanceTotalAmount', one.allowances, currency),
    money('ChargeTotalAmount', one.charges, currency),
    money('PrepaidAmount', one.paid, currency),
    money('PayableRoundingAmount', one.rounding, currency),
    money('PayableAmount', one.due, currency),
  )
}

function period(one: Period | null): XmlNode | null {
  return one && cac('InvoicePeriod', cbc('StartDate', one.from), cbc('EndDate', one.to))
}

function line(one: Line, { document, currency }: Invoice): XmlNode | null {
  const isInvoice = document === 'invoice'
  return cac(
    isInvoice ? 'InvoiceLine' : 'CreditNoteLine',
    cbc('ID', one.id),
    cbc('Note', one.note),
    cbc(isInvoice ? 'InvoicedQuantity' : 'CreditedQuantity', one.quantity, { unitCode: one.unit }),
    money('LineExtensionAmount', one.amount, currency),
    cbc('AccountingCost', one.buyerAccounting),
    period(one.period),
    cac('OrderLineReference', cbc('LineID', one.orderLine)),
    one.object && cac('DocumentReference', id('ID', one.object), cbc('DocumentTypeCode', '130')),
    ...one.adjustments.map(each => adjustment(each, currency)),
    item(one),
    price(one, currency),
  )
}

function item({ item: one, vat }: Line): XmlNode | null {
  return cac(
    'Item',
    cbc('Description', one?.description ?? null),
    cbc('Name', one?.name ?? null),
    cac('BuyersItemIdentification', cbc('ID', one?.buyersId ?? null)),
    cac('SellersItemIdentification', cbc('ID', one?.sellersId ?? null)),
    cac('StandardItemIdentification', id('ID', one?.standardId ?? null)),
    cac('OriginCountry', cbc('IdentificationCode', one?.originCountry ?? null)),
    ...(one?.classifications ?? []).map(each =>
      cac(
        'CommodityClassification',
        cbc('ItemClassificationCode', each.id, { listID: each.list, listVersionID: each.version }),
      ),
    ),
    category('ClassifiedTaxCategory', vat),
    ...(one?.attributes ?? []).map(each =>
      cac('AdditionalItemProperty', cbc('Name', each.name), cbc('Value', each.value)),
    ),
  )
}

function price({ price: one }: Line, currency: Text): XmlNode | null {
  if (!one) return null
  const discounted = one.gross !== null || one.discount !== null
  return cac(
    'Price',
    money('PriceAmount', one.net, currency),
    cbc('BaseQuantity', one.baseQuantity, { unitCode: one.baseUnit }),
    discounted
      ? cac(
          'AllowanceCharge',
          cbc('ChargeIndicator', 'false'),
          money('Amount', one.discount, currency),
          money('BaseAmount', one.gross, currency),
        )
      : null,
  )
}

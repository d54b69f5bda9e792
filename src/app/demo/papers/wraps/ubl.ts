import type { Bill } from '../bill.ts'
import { decimal } from '../formats.ts'
import type { Office, Party } from '../parties/types.ts'
import { isWithinUnion } from '../vat.ts'
import { wordsOf } from '../words/index.ts'
import type { Unit } from '../words/types.ts'
import { endpointOf, registerOf, townOf } from './party-ids.ts'
import { el, group } from './xml.ts'

/** UN/ECE Recommendation 20 and 21 codes. */
export const unitCodes: Readonly<Record<Unit, string>> = {
  piece: 'C62',
  pack: 'XPK',
  roll: 'XRO',
  hour: 'HUR',
  month: 'MON',
  kwh: 'KWH',
  night: 'DAY',
  kilo: 'KGM',
  metre: 'MTR',
  trip: 'C62',
  sum: 'LS',
  licence: 'C62',
}

/** VAT category of EN 16931 (UNCL5305) for a rate on this bill. */
export const categoryOf = (bill: Bill, rate: number): 'S' | 'Z' | 'AE' | 'G' => {
  if (bill.reverseCharged) return isWithinUnion(bill.seller, bill.buyer) ? 'AE' : 'G'
  return rate === 0 ? 'Z' : 'S'
}

/** VAT number with its country prefix, as BT-31 wants it. */
export const vatId = (party: Party | Office): string => party.vat

const party = (role: string, one: Party | Office, contact: { name: string; mail: string } | null): string => {
  const [scheme, endpoint] = endpointOf(one)
  const { postcode, city } = townOf(one.town)
  return group(
    role,
    group(
      'cac:Party',
      el('cbc:EndpointID', endpoint, `schemeID="${scheme}"`),
      group('cac:PartyName', el('cbc:Name', one.name)),
      group(
        'cac:PostalAddress',
        el('cbc:StreetName', one.street),
        el('cbc:CityName', city),
        el('cbc:PostalZone', postcode),
        group('cac:Country', el('cbc:IdentificationCode', one.country)),
      ),
      group('cac:PartyTaxScheme', el('cbc:CompanyID', vatId(one)), group('cac:TaxScheme', el('cbc:ID', 'VAT'))),
      group('cac:PartyLegalEntity', el('cbc:RegistrationName', one.name), el('cbc:CompanyID', registerOf(one))),
      contact === null
        ? ''
        : group('cac:Contact', el('cbc:Name', contact.name), el('cbc:ElectronicMail', contact.mail)),
    ),
  )
}

const amountEl = (name: string, currency: string, minor: number): string =>
  el(name, decimal(minor), `currencyID="${currency}"`)

const taxCategory = (name: string, bill: Bill, rate: number): string => {
  const category = categoryOf(bill, rate)
  const reason =
    category === 'AE'
      ? el('cbc:TaxExemptionReasonCode', 'VATEX-EU-AE') + el('cbc:TaxExemptionReason', 'Reverse charge')
      : category === 'G'
        ? el('cbc:TaxExemptionReasonCode', 'VATEX-EU-G') + el('cbc:TaxExemptionReason', 'Export outside the EU')
        : ''
  return group(
    name,
    el('cbc:ID', category),
    el('cbc:Percent', category === 'S' ? String(rate / 10) : '0'),
    name === 'cac:TaxCategory' ? reason : '',
    group('cac:TaxScheme', el('cbc:ID', 'VAT')),
  )
}

const paymentMeans = (bill: Bill): string => {
  const giro = bill.seller.country === 'SE' && bill.bank.account !== null
  return group(
    'cac:PaymentMeans',
    el('cbc:PaymentMeansCode', '30'),
    el('cbc:PaymentID', bill.reference ?? bill.number),
    group(
      'cac:PayeeFinancialAccount',
      el('cbc:ID', giro ? (bill.bank.account ?? '').replace('-', '') : bill.bank.iban),
      el('cbc:Name', bill.seller.name),
      group('cac:FinancialInstitutionBranch', el('cbc:ID', giro ? 'SE:BANKGIRO' : bill.bank.bic)),
    ),
  )
}

const lines = (bill: Bill): string => {
  const credit = bill.kind === 'credit-note'
  return bill.lines
    .map((line, i) =>
      group(
        credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
        el('cbc:ID', String(i + 1)),
        el(
          credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity',
          String(line.quantity / 100),
          `unitCode="${unitCodes[line.unit]}"`,
        ),
        amountEl('cbc:LineExtensionAmount', bill.currency, line.amount_minor),
        group(
          'cac:Item',
          el('cbc:Name', line.what),
          group('cac:SellersItemIdentification', el('cbc:ID', line.code)),
          taxCategory('cac:ClassifiedTaxCategory', bill, line.rate),
        ),
        group('cac:Price', amountEl('cbc:PriceAmount', bill.currency, line.price_minor)),
      ),
    )
    .join('')
}

/** A bill or credit note as Peppol BIS Billing 3.0 in UBL 2.1. */
export const ubl = (bill: Bill): string => {
  const credit = bill.kind === 'credit-note'
  const root = credit ? 'CreditNote' : 'Invoice'
  const { totals, currency } = bill
  const taxed = totals.net_minor + totals.vat_minor
  const inner = [
    el('cbc:CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
    el('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    el('cbc:ID', bill.number),
    el('cbc:IssueDate', bill.issuedOn),
    credit ? '' : el('cbc:DueDate', bill.dueOn),
    el(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', credit ? '381' : '380'),
    el('cbc:Note', bill.remark),
    el('cbc:DocumentCurrencyCode', currency),
    el('cbc:BuyerReference', bill.yourReference),
    bill.period === null
      ? ''
      : group('cac:InvoicePeriod', el('cbc:StartDate', bill.period[0]), el('cbc:EndDate', bill.period[1])),
    bill.orderNumber === null ? '' : group('cac:OrderReference', el('cbc:ID', bill.orderNumber)),
    bill.about === null
      ? ''
      : group(
          'cac:BillingReference',
          group(
            'cac:InvoiceDocumentReference',
            el('cbc:ID', bill.about.number),
            el('cbc:IssueDate', bill.about.issuedOn),
          ),
        ),
    party('cac:AccountingSupplierParty', bill.seller, { name: bill.seller.person, mail: bill.seller.mail }),
    party('cac:AccountingCustomerParty', bill.buyer, { name: bill.yourReference, mail: bill.buyer.mail }),
    bill.deliveredOn === null
      ? ''
      : group(
          'cac:Delivery',
          el('cbc:ActualDeliveryDate', bill.deliveredOn),
          group(
            'cac:DeliveryLocation',
            group('cac:Address', group('cac:Country', el('cbc:IdentificationCode', bill.buyer.country))),
          ),
        ),
    paymentMeans(bill),
    group('cac:PaymentTerms', el('cbc:Note', wordsOf(bill.seller.language).termDays(bill.seller.termDays))),
    group(
      'cac:TaxTotal',
      amountEl('cbc:TaxAmount', currency, totals.vat_minor),
      ...totals.vatLines.map(one =>
        group(
          'cac:TaxSubtotal',
          amountEl('cbc:TaxableAmount', currency, one.net_minor),
          amountEl('cbc:TaxAmount', currency, one.vat_minor),
          taxCategory('cac:TaxCategory', bill, one.rate),
        ),
      ),
    ),
    group(
      'cac:LegalMonetaryTotal',
      amountEl('cbc:LineExtensionAmount', currency, totals.net_minor),
      amountEl('cbc:TaxExclusiveAmount', currency, totals.net_minor),
      amountEl('cbc:TaxInclusiveAmount', currency, taxed),
      totals.rounding_minor === 0 ? '' : amountEl('cbc:PayableRoundingAmount', currency, totals.rounding_minor),
      amountEl('cbc:PayableAmount', currency, totals.total_minor),
    ),
    lines(bill),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">${inner.join('')}</${root}>\n`
}

import type { Bill } from '../bill.ts'
import { decimal } from '../formats.ts'
import type { Office, Party } from '../parties/types.ts'
import { wordsOf } from '../words/index.ts'
import { endpointOf, registerOf, townOf } from './party-ids.ts'
import { categoryOf, unitCodes, vatId } from './ubl.ts'
import { el, group } from './xml.ts'

const date = (name: string, iso: string | null): string =>
  iso === null ? '' : group(name, el('udt:DateTimeString', iso.replaceAll('-', ''), 'format="102"'))

const party = (name: string, one: Party | Office, contact: { name: string; mail: string } | null): string => {
  const [scheme, endpoint] = endpointOf(one)
  const { postcode, city } = townOf(one.town)
  return group(
    name,
    el('ram:Name', one.name),
    group('ram:SpecifiedLegalOrganization', el('ram:ID', registerOf(one))),
    contact === null
      ? ''
      : group(
          'ram:DefinedTradeContact',
          el('ram:PersonName', contact.name),
          group('ram:EmailURIUniversalCommunication', el('ram:URIID', contact.mail)),
        ),
    group(
      'ram:PostalTradeAddress',
      el('ram:PostcodeCode', postcode),
      el('ram:LineOne', one.street),
      el('ram:CityName', city),
      el('ram:CountryID', one.country),
    ),
    group('ram:URIUniversalCommunication', el('ram:URIID', endpoint, `schemeID="${scheme}"`)),
    group('ram:SpecifiedTaxRegistration', el('ram:ID', vatId(one), 'schemeID="VA"')),
  )
}

const tax = (bill: Bill, rate: number, amounts: readonly [net: number, vat: number] | null): string => {
  const category = categoryOf(bill, rate)
  return group(
    'ram:ApplicableTradeTax',
    amounts === null ? '' : el('ram:CalculatedAmount', decimal(amounts[1])),
    el('ram:TypeCode', 'VAT'),
    amounts !== null && category === 'AE' ? el('ram:ExemptionReason', 'Reverse charge') : '',
    amounts === null ? '' : el('ram:BasisAmount', decimal(amounts[0])),
    el('ram:CategoryCode', category),
    amounts !== null && category === 'AE' ? el('ram:ExemptionReasonCode', 'VATEX-EU-AE') : '',
    el('ram:RateApplicablePercent', category === 'S' ? String(rate / 10) : '0'),
  )
}

const lines = (bill: Bill): string =>
  bill.lines
    .map((line, i) =>
      group(
        'ram:IncludedSupplyChainTradeLineItem',
        group('ram:AssociatedDocumentLineDocument', el('ram:LineID', String(i + 1))),
        group('ram:SpecifiedTradeProduct', el('ram:SellerAssignedID', line.code), el('ram:Name', line.what)),
        group(
          'ram:SpecifiedLineTradeAgreement',
          group('ram:NetPriceProductTradePrice', el('ram:ChargeAmount', decimal(line.price_minor))),
        ),
        group(
          'ram:SpecifiedLineTradeDelivery',
          el('ram:BilledQuantity', String(line.quantity / 100), `unitCode="${unitCodes[line.unit]}"`),
        ),
        group(
          'ram:SpecifiedLineTradeSettlement',
          tax(bill, line.rate, null),
          group(
            'ram:SpecifiedTradeSettlementLineMonetarySummation',
            el('ram:LineTotalAmount', decimal(line.amount_minor)),
          ),
        ),
      ),
    )
    .join('')

/** A bill or credit note as UN/CEFACT Cross Industry Invoice D16B, EN 16931 profile: also the factur-x.xml of hybrids. */
export const cii = (bill: Bill): string => {
  const { totals, currency } = bill
  const body = [
    group(
      'rsm:ExchangedDocumentContext',
      group('ram:GuidelineSpecifiedDocumentContextParameter', el('ram:ID', 'urn:cen.eu:en16931:2017')),
    ),
    group(
      'rsm:ExchangedDocument',
      el('ram:ID', bill.number),
      el('ram:TypeCode', bill.kind === 'credit-note' ? '381' : '380'),
      date('ram:IssueDateTime', bill.issuedOn),
    ),
    group(
      'rsm:SupplyChainTradeTransaction',
      lines(bill),
      group(
        'ram:ApplicableHeaderTradeAgreement',
        el('ram:BuyerReference', bill.yourReference),
        party('ram:SellerTradeParty', bill.seller, { name: bill.seller.person, mail: bill.seller.mail }),
        party('ram:BuyerTradeParty', bill.buyer, null),
        bill.orderNumber === null
          ? ''
          : group('ram:BuyerOrderReferencedDocument', el('ram:IssuerAssignedID', bill.orderNumber)),
      ),
      group(
        'ram:ApplicableHeaderTradeDelivery',
        bill.deliveredOn === null
          ? ''
          : group('ram:ActualDeliverySupplyChainEvent', date('ram:OccurrenceDateTime', bill.deliveredOn)),
      ),
      group(
        'ram:ApplicableHeaderTradeSettlement',
        el('ram:PaymentReference', bill.reference ?? bill.number),
        el('ram:InvoiceCurrencyCode', currency),
        group(
          'ram:SpecifiedTradeSettlementPaymentMeans',
          el('ram:TypeCode', '30'),
          group('ram:PayeePartyCreditorFinancialAccount', el('ram:IBANID', bill.bank.iban)),
          group('ram:PayeeSpecifiedCreditorFinancialInstitution', el('ram:BICID', bill.bank.bic)),
        ),
        ...totals.vatLines.map(one => tax(bill, one.rate, [one.net_minor, one.vat_minor])),
        bill.period === null
          ? ''
          : group(
              'ram:BillingSpecifiedPeriod',
              date('ram:StartDateTime', bill.period[0]),
              date('ram:EndDateTime', bill.period[1]),
            ),
        group(
          'ram:SpecifiedTradePaymentTerms',
          el('ram:Description', wordsOf(bill.seller.language).termDays(bill.seller.termDays)),
          date('ram:DueDateDateTime', bill.dueOn),
        ),
        group(
          'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
          el('ram:LineTotalAmount', decimal(totals.net_minor)),
          el('ram:TaxBasisTotalAmount', decimal(totals.net_minor)),
          el('ram:TaxTotalAmount', decimal(totals.vat_minor), `currencyID="${currency}"`),
          totals.rounding_minor === 0 ? '' : el('ram:RoundingAmount', decimal(totals.rounding_minor)),
          el('ram:GrandTotalAmount', decimal(totals.net_minor + totals.vat_minor)),
          el('ram:DuePayableAmount', decimal(totals.total_minor)),
        ),
        bill.about === null
          ? ''
          : group('ram:InvoiceReferencedDocument', el('ram:IssuerAssignedID', bill.about.number)),
      ),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">${body.join('')}</rsm:CrossIndustryInvoice>\n`
}

import type { Syntax } from './einvoice.ts'

const deal = 'SupplyChainTradeTransaction'
const agreements = ['ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement'].map(
  name => `${deal}/${name}`,
)
const settlements = ['ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement'].map(
  name => `${deal}/${name}`,
)
const documents = ['ExchangedDocument', 'HeaderExchangedDocument']
const sums = settlements.flatMap(path => [
  `${path}/SpecifiedTradeSettlementHeaderMonetarySummation`,
  `${path}/SpecifiedTradeSettlementMonetarySummation`,
])

function each(paths: readonly string[], ...rest: readonly string[]): string[] {
  return rest.flatMap(end => paths.map(path => `${path}/${end}`))
}

/** UN/CEFACT CII D16B as EN 16931 maps it (CEN/TS 16931-3-3), and its forerunner in ZUGFeRD 1. */
export const cii: Syntax = {
  roots: ['CrossIndustryInvoice', 'CrossIndustryDocument'],
  typeCode: each(documents, 'TypeCode'),
  fields: {
    senderName: each(agreements, 'SellerTradeParty/Name'),
    senderVatNumber: each(agreements, "SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID='VA']"),
    senderOrganisationNumber: each(
      agreements,
      'SellerTradeParty/SpecifiedLegalOrganization/ID',
      "SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID='FC']",
    ),
    addressee: each(agreements, 'BuyerTradeParty/Name'),
    number: each(documents, 'ID'),
    issuedOn: each(documents, 'IssueDateTime/DateTimeString'),
    dueOn: each(settlements, 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString'),
    periodFrom: each(settlements, 'BillingSpecifiedPeriod/StartDateTime/DateTimeString'),
    periodTo: each(settlements, 'BillingSpecifiedPeriod/EndDateTime/DateTimeString'),
    currency: each(settlements, 'InvoiceCurrencyCode'),
    net: each(sums, 'TaxBasisTotalAmount'),
    vat: each(sums, "TaxTotalAmount[@currencyID=//*[local-name()='InvoiceCurrencyCode']]", 'TaxTotalAmount'),
    total: each(sums, 'GrandTotalAmount'),
    payable: each(sums, 'DuePayableAmount'),
    iban: each(settlements, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID'),
    bic: each(settlements, 'SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID'),
    reference: each(settlements, 'PaymentReference'),
    orderNumber: each(agreements, 'BuyerOrderReferencedDocument/IssuerAssignedID', 'BuyerOrderReferencedDocument/ID'),
  },
}

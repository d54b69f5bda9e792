import type { Syntax } from './einvoice.ts'

const party = 'AccountingSupplierParty/Party'
const buyer = 'AccountingCustomerParty/Party'
const sums = 'LegalMonetaryTotal'

/** UBL 2.1 Invoice and CreditNote as EN 16931 maps them (CEN/TS 16931-3-2). */
export const ubl: Syntax = {
  roots: ['Invoice', 'CreditNote'],
  typeCode: ['InvoiceTypeCode', 'CreditNoteTypeCode'],
  fields: {
    senderName: [`${party}/PartyName/Name`, `${party}/PartyLegalEntity/RegistrationName`],
    senderVatNumber: [`${party}/PartyTaxScheme[TaxScheme/ID='VAT']/CompanyID`],
    senderOrganisationNumber: [`${party}/PartyLegalEntity/CompanyID`, `${party}/PartyIdentification/ID`],
    addressee: [`${buyer}/PartyName/Name`, `${buyer}/PartyLegalEntity/RegistrationName`],
    number: ['ID'],
    issuedOn: ['IssueDate'],
    dueOn: ['DueDate', 'PaymentMeans/PaymentDueDate', 'PaymentTerms/PaymentDueDate'],
    periodFrom: ['InvoicePeriod/StartDate'],
    periodTo: ['InvoicePeriod/EndDate'],
    currency: ['DocumentCurrencyCode'],
    net: [`${sums}/TaxExclusiveAmount`],
    vat: ["TaxTotal/TaxAmount[@currencyID=//*[local-name()='DocumentCurrencyCode']]", 'TaxTotal/TaxAmount'],
    total: [`${sums}/TaxInclusiveAmount`, `${sums}/PayableAmount`],
    payable: [`${sums}/PayableAmount`],
    iban: ['PaymentMeans/PayeeFinancialAccount/ID'],
    bic: [
      'PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID',
      'PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID',
    ],
    reference: ['PaymentMeans/PaymentID'],
    orderNumber: ['OrderReference/ID'],
  },
}

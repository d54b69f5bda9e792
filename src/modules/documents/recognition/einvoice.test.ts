import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Reading } from '../reading/types.ts'
import { parseEInvoice, readEInvoice } from './einvoice.ts'
import { expectFields } from './expect-for-tests.ts'
import { paper } from './paper-for-tests.ts'

const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'

function ublInvoice(root: 'Invoice' | 'CreditNote'): string {
  return `<?xml version="1.0"?><${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cbc="${cbc}" xmlns:cac="${cac}">
  <cbc:ID>A-17</cbc:ID><cbc:IssueDate>2026-01-17</cbc:IssueDate><cbc:DueDate>2026-02-16</cbc:DueDate><cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>PO 9</cbc:ID></cac:OrderReference>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Nordkontor AB</cbc:Name></cac:PartyName>
    <cac:PartyTaxScheme><cbc:CompanyID>GODKÄND FÖR F-SKATT</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyTaxScheme><cbc:CompanyID>SE556677889901</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty>
  <cac:PaymentMeans><cbc:PaymentID>1002345500</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>5302195</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">21.50</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID="SEK">250</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="SEK">1000.0</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="SEK">1250.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="SEK">750.00</cbc:PayableAmount></cac:LegalMonetaryTotal></${root}>`
}

function valuesOf(xml: string): Record<string, string> {
  return Object.fromEntries((parseEInvoice(Buffer.from(xml))?.fields ?? []).map(field => [field.name, field.value]))
}

test('UBL is read exactly, its currency told from that of the books', () => {
  assert.deepEqual(valuesOf(ublInvoice('Invoice')), {
    kind: 'bill',
    senderName: 'Nordkontor AB',
    senderVatNumber: 'SE556677889901',
    number: 'A-17',
    issuedOn: '2026-01-17',
    dueOn: '2026-02-16',
    currency: 'SEK',
    net: '1000.00',
    vat: '250.00',
    total: '1250.00',
    payable: '750.00',
    account: '5302195',
    reference: '1002345500',
    orderNumber: 'PO 9',
  })
  assert.equal(valuesOf(ublInvoice('CreditNote')).kind, 'credit-note')
})

test('an e-invoice inside a paper wins over what is printed, unless only the visible counts', () => {
  const reading: Reading = {
    ...paper('sv', [
      [60, 50, 'Faktura', 18],
      [60, 80, 'Fakturanummer 999'],
      [60, 94, 'Fakturadatum 2026-01-17'],
      [60, 300, 'Att betala'],
      [400, 300, '750,00 kr'],
    ]),
    parts: [{ name: 'factur-x.xml', mediaType: 'text/xml', bytes: Buffer.from(ublInvoice('Invoice')) }],
  }
  const fields = expectFields(reading, 'bill', {
    number: 'A-17',
    total: '1250.00',
    vat: '250.00',
    issuedOn: '2026-01-17',
  })
  assert.ok(fields.find(field => field.name === 'issuedOn')?.box, 'what both say is shown on the page')
  assert.ok(
    fields.filter(field => field.reasons.includes('e-invoice')).every(field => field.sure && field.confidence === 1),
  )
  expectFields(reading, 'bill', { number: '999', total: '750.00', vat: null }, { visibleOnly: true })
})

test('what is attached to a mail is a paper of its own: the mail is no second bill', () => {
  const parts = [{ name: 'bill.xml', mediaType: 'text/xml', bytes: Buffer.from(ublInvoice('Invoice')) }]
  const reading: Reading = { ...paper('sv', [[60, 40, 'Hej, här kommer fakturan.']]), parts }
  assert.ok(readEInvoice(reading))
  assert.equal(readEInvoice({ ...reading, mediaKind: 'mail' }), null)
})

test('what is no invoice is none', () => {
  for (const xml of ['<a/>', '<Invoice/>', '<Order><ID>1</ID></Order>', 'no xml', ''])
    assert.equal(parseEInvoice(Buffer.from(xml)), null, xml)
})

const data = path.join(
  process.env.KONTOR_DATA ?? path.resolve(import.meta.dirname, '../../../../../shared/data'),
  'en16931/examples',
)

test('every example of EN 16931 gives its number, date, currency and total', {
  skip: existsSync(data) ? false : 'no outside data',
}, () => {
  for (const name of readdirSync(data).filter(file => /\.xml$/i.test(file))) {
    const invoice = parseEInvoice(readFileSync(path.join(data, name)))
    if (!invoice) {
      assert.match(readFileSync(path.join(data, name), 'utf8'), /FatturaElettronica|<testSet/, name)
      continue
    }
    const found = invoice.fields.map(field => field.name)
    for (const field of ['number', 'issuedOn', 'currency', 'total'] as const)
      assert.ok(found.includes(field), `${name}: ${field}`)
  }
})

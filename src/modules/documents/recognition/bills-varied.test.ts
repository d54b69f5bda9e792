import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectFields, expectSure, sureOf } from './expect-for-tests.ts'
import { pageOf, paper, readingOf, type Run } from './paper-for-tests.ts'

/** Rows of a table of sums: label at the left, amount at the right. */
function sums(top: number, ...rows: readonly (readonly [string, string])[]): Run[] {
  return rows.flatMap(([label, amount], index): Run[] => [
    [320, top + index * 14, label],
    [490, top + index * 14, amount],
  ])
}

test('Scandinavian dates with a stroke, and goods that are called like a paper', () => {
  const reading = paper('sv', [
    [60, 40, 'Västkust Städ – Fastighet AB', 14],
    [400, 40, 'Faktura/Följesedel', 14],
    [60, 150, 'Faktureras till'],
    [60, 162, 'Hansson & Söner Handelsbolag'],
    [60, 174, 'Storgatan 12'],
    [60, 186, '114 55 Stockholm'],
    [330, 150, 'Fakt.datum'],
    [430, 150, '18/11-2026'],
    [330, 164, 'Att betala senast'],
    [430, 164, '18/12-2026'],
    [330, 178, 'Nummer'],
    [430, 178, '22308'],
    [60, 300, 'Serviceavtal'],
    [420, 300, '2 500,00'],
    [490, 300, '2 500,00'],
    ...sums(340, ['Exkl. moms', '2 500,00'], ['Varav moms', '625,00'], ['Summa inkl. moms', '3 125,00']),
  ])
  expectFields(reading, 'bill', {
    senderName: 'Västkust Städ – Fastighet AB',
    addressee: 'Hansson & Söner Handelsbolag',
    number: '22308',
    issuedOn: '2026-11-18',
    dueOn: '2026-12-18',
    total: '3125.00',
  })
})

test('two-digit years come first in Swedish, last in Dutch', () => {
  const runs = (date: string, due: string): Run[] => [
    [60, 100, `${date} 19-03-07`],
    [60, 114, `${due} 19-04-06`],
  ]
  expectFields(paper('sv', [[60, 40, 'Faktura', 16], ...runs('Fakturadatum', 'Förfallodatum')]), 'bill', {
    issuedOn: '2019-03-07',
    dueOn: '2019-04-06',
  })
  expectFields(paper('nl', [[60, 40, 'Factuur', 16], ...runs('Factuurdatum', 'Vervaldatum')]), 'bill', {
    issuedOn: '2007-03-19',
    dueOn: '2006-04-19',
  })
})

test('the buyer in the window keeps its VAT number; the sender stands in the foot alone', () => {
  const reading = paper('fr', [
    [400, 40, 'FACTURE', 16],
    [60, 130, 'Cabinet Martin EURL'],
    [60, 142, '1242 chemin de l’olive'],
    [60, 154, '84340 Malaucène'],
    [60, 166, 'N° TVA client: FR 40 303 265 045'],
    [60, 220, 'N° de facture: 1397945'],
    [60, 234, 'Date de facture: 08/02/2022'],
    ...sums(300, ['Total HT', '100,00 €'], ['TVA 20%', '20,00 €'], ['Total TTC', '120,00 €']),
    [60, 790, 'Menuiserie Dubois et Fils, 12 rue de la Paix, 69003 LYON', 7],
    [330, 790, 'TVA intracom: FR83404833048', 7],
  ])
  expectFields(reading, 'bill', {
    senderName: 'Menuiserie Dubois et Fils',
    senderVatNumber: 'FR83404833048',
    addressee: 'Cabinet Martin EURL',
    number: '1397945',
    total: '120.00',
  })
})

test('an account in the block of the buyer is none to pay to', () => {
  const block: Run[] = [
    [60, 40, 'Bakker & Zonen B.V.', 14],
    [400, 40, 'Factuur', 14],
    [60, 130, 'Factuur aan:'],
    [60, 142, 'De Kantoorwinkel BV'],
    [60, 154, 'Dorpsstraat 12'],
    [60, 166, '3511 AB Utrecht'],
    [60, 178, 'IBAN NL91 ABNA 0417 1643 00'],
  ]
  expectFields(paper('nl', block), 'bill', { iban: null, addressee: 'De Kantoorwinkel BV' })
  const paid = paper('nl', [...block, [60, 500, 'IBAN: NL20 INGB 0001 2345 67']])
  expectSure(expectFields(paid, 'bill', { iban: 'NL20INGB0001234567' }), 'iban')
})

test('what is left to pay after a deposit is not the total', () => {
  const reading = paper('en', [
    [60, 40, 'Northern Power plc', 14],
    [400, 40, 'Sales Invoice', 14],
    [60, 180, 'Invoice No: 642/2022'],
    [60, 194, 'Date issued: 12-Apr-2022'],
    ...sums(
      290,
      ['Total amount', '6604.18'],
      ['Includes VAT of', '1071.76'],
      ['Amount paid', '-1981.25'],
      ['Total to pay', '4622.93'],
    ),
  ])
  const fields = expectFields(reading, 'bill', { number: '642/2022', total: '6604.18', payable: '4622.93' })
  assert.ok(!fields.some(field => field.sure && field.name === 'total' && field.value === '4622.93'))
})

test('two taxes without their sum make the total with the net amount', () => {
  const reading = paper('ro', [
    [60, 40, 'FACTURA', 16],
    [60, 80, 'Nr. facturii: J-2022-707'],
    [60, 94, 'Data facturii: 27.04.2022'],
    ...sums(
      300,
      ['Subtotal', '14.245,11 RON'],
      ['Total TVA 19 %', '1.731,91 RON'],
      ['Total TVA 21,00%', '1.077,26 RON'],
      ['Total', '17.054,28 RON'],
    ),
  ])
  const fields = expectFields(reading, 'bill', {
    number: 'J-2022-707',
    net: '14245.11',
    vat: '2809.17',
    total: '17054.28',
  })
  expectSure(fields, 'net', 'total')
})

test('labels cut by a full stop, and a heading that is no label of a number', () => {
  const cut = paper('pt', [
    [60, 40, 'Fatura', 16],
    [60, 80, 'Data de Vencim. 07/06/2021'],
    [60, 94, 'Data de emissão 08/05/2021'],
  ])
  expectFields(cut, 'bill', { issuedOn: '2021-05-08', dueOn: '2021-06-07' })
  const heading = paper('en', [
    [60, 40, 'TAX INVOICE', 12],
    [60, 54, '50GM EPOXY PUTTY'],
  ])
  assert.ok(!sureOf(expectFields(heading, 'bill', {})).includes('number'))
})

test('a receipt in a money without hundredths', () => {
  const page = pageOf(
    ['WARUNG MAKAN', 'JL. SUDIRMAN 12', '14/03/2018 12:15', '2 NASI GORENG 50.000', 'ES TEH 8.000', 'TOTAL 58.000']
      .concat('CASH 100.000', 'CHANGE 42.000')
      .map((text, index): Run => [10, 10 + index * 14, text]),
  )
  const words = page.lines.map(line => ({
    ...line,
    words: line.words.map(word => ({ ...word, confidence: 0.92 })),
  }))
  const reading = readingOf([{ ...page, lines: words, source: 'ocr' }], 'en')
  expectFields(reading, 'receipt', { total: '58000.00', issuedOn: '2018-03-14' })
})

test('names read from a picture are not sure, dates and proven sums are', () => {
  const page = pageOf([
    [60, 40, 'Thames Office Supplies Ltd', 14],
    [400, 40, 'Invoice', 14],
    [60, 100, 'Invoice number: FV576351'],
    [60, 114, 'Invoice date: 13/04/2026'],
    ...sums(300, ['Net total', '100.00'], ['VAT 20%', '20.00'], ['Total', '120.00']),
  ])
  const seen = page.lines.map(line => ({ ...line, words: line.words.map(word => ({ ...word, confidence: 0.95 })) }))
  const fields = expectFields(readingOf([{ ...page, lines: seen, source: 'ocr' }], 'en'), 'bill', {
    number: 'FV576351',
    issuedOn: '2026-04-13',
    total: '120.00',
  })
  expectSure(fields, 'total', 'issuedOn')
  assert.ok(!sureOf(fields).includes('number'))
})

test('the Portuguese fiscal code says which paper it is and what it comes to', () => {
  const text = 'A:500100144*B:999999990*C:PT*D:NC*F:20260131*G:NC 2026/7*N:23.00*O:123.00'
  const code = { page: 1, format: 'QRCode', text, box: [0, 0, 0.1, 0.1] } as const
  const reading = paper(
    'pt',
    [[60, 40, 'Documento', 14], ...sums(300, ['Total', '246,00'], ['Valor', '123,00'])],
    [code],
  )
  expectFields(reading, 'credit-note', { number: 'NC 2026/7', issuedOn: '2026-01-31', senderVatNumber: 'PT500100144' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { StatementRefused } from '../model.ts'
import { readStatement } from '../read.ts'
import { dayIn, decimalIn, rowsOf } from './csv.ts'
import { guessLayout } from './csv-layout.ts'

const read = (text: string, currency = 'SEK') =>
  readStatement(new TextEncoder().encode(text), { name: 'x.csv', currency })
const facts = (text: string, currency?: string) =>
  read(text, currency).statements[0]!.lines.map(one => [
    one.bookedOn,
    one.amount.minor,
    one.counterparty?.name ?? one.text,
  ])

test('tables of Nordic, Dutch, Romanian and Portuguese banks are known by their headings', () => {
  const swedish =
    'Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\n2026/11/20;-1 250,50;;;HISINGS STÄD;Faktura 17;8 749,50;SEK\n2026/11/19;10 000,00;;;KUND AB;Inbetalning;10 000,00;SEK\n'
  assert.deepEqual(facts(swedish), [
    ['2026-11-19', 1_000_000n, 'KUND AB'],
    ['2026-11-20', -125_050n, 'HISINGS STÄD'],
  ])
  assert.deepEqual(read(swedish).findings, [])
  assert.equal(read(swedish).statements[0]?.opening?.amount.minor, 0n)
  const norwegian =
    '"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"\n"20.11.2026";"Strøm";"20.11.2026";"500,00";""\n"21.11.2026";"Kunde";"21.11.2026";"";"700,00"\n'
  assert.deepEqual(facts(norwegian, 'NOK'), [
    ['2026-11-20', -50_000n, 'Strøm'],
    ['2026-11-21', 70_000n, 'Kunde'],
  ])
  const ing =
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n"20261120","KPN","NL91ABNA0417164300","NL86INGB0002445588","IC","Af","12,95","Incasso","Factuur 17"\n'
  const [line] = read(ing, 'EUR').statements[0]!.lines
  assert.deepEqual(
    [line?.amount.minor, line?.counterparty?.account?.number, line?.text],
    [-1_295n, 'NL86INGB0002445588', 'Factuur 17'],
  )
  const romanian =
    'Data;Descriere;Debit;Credit;Sold\n20/11/2026;Chirie;1.500,00;;500,00\n21/11/2026;Încasare;;2.000,00;2.500,00\n'
  assert.deepEqual(
    facts(romanian, 'RON').map(one => one[1]),
    [-150_000n, 200_000n],
  )
  const portuguese =
    'Consultar saldos\nConta;12345\n\nData Mov.;Data-valor;Descrição;Montante;Moeda;Saldo\n20-11-2026;20-11-2026;EDP;-45,10;EUR;954,90\n'
  assert.deepEqual(facts(portuguese), [['2026-11-20', -4_510n, 'EDP']])
  const english = 'Date,Description,Amount,Currency\n11/20/2026,Coffee,-3.50,GBP\n11/21/2026,Refund,3.50,GBP\n'
  assert.deepEqual(facts(english), [
    ['2026-11-20', -350n, 'Coffee'],
    ['2026-11-21', 350n, 'Refund'],
  ])
})

test('sums and blanks are left out and said; balances that do not follow are said', () => {
  const text = 'Datum;Text;Belopp;Saldo\n2026-11-20;Hyra;-100,00;900,00\nSumma;;-100,00;\n2026-11-21;Lön;50,00;999,00\n'
  const { statements, findings } = read(text)
  assert.equal(statements[0]?.lines.length, 2)
  assert.deepEqual(
    findings.map(one => [one.name, one.line]),
    [
      ['row-left-out', 3],
      ['balance-differs', 4],
    ],
  )
})

test('a table without headings asks for its layout, and is read by it', () => {
  const text = '2026-11-20;Hyra;-100,00\n2026-11-21;Lön;50,00\n'
  assert.throws(
    () => read(text),
    (thrown: unknown) => thrown instanceof StatementRefused && thrown.refusal === 'statement-layout-unknown',
  )
  const layout = {
    separator: ';',
    skip: 0,
    decimal: ',',
    dayOrder: 'ymd',
    columns: { bookedOn: 0, amount: 2, text: [1] },
  } as const
  const file = readStatement(new TextEncoder().encode(text), { layout, currency: 'SEK' })
  assert.deepEqual(
    file.statements[0]?.lines.map(one => one.text),
    ['Hyra', 'Lön'],
  )
  assert.throws(() => readStatement(new TextEncoder().encode(text), { layout }), StatementRefused)
  assert.throws(() => read('Datum;Belopp;Text\n2026-11-20;1,00;"cut'), StatementRefused)
})

test('amounts and days as people write them', () => {
  const comma = (text: string) => decimalIn(text, ',', 'SEK')
  assert.deepEqual(['1 234,50', '1.234,50-', '(12,00)', '−5', '+7,1', '12,50 SEK', 'kr 9', 'EUR', ''].map(comma), [
    123_450n,
    -123_450n,
    -1_200n,
    -500n,
    710n,
    1_250n,
    900n,
    null,
    null,
  ])
  assert.equal(decimalIn('1,234.50', '.', 'EUR'), 123_450n)
  assert.equal(decimalIn('1.005', '.', 'EUR'), null, 'more decimals than the currency has')
  assert.deepEqual(
    [
      dayIn('3.2.2026', 'dmy'),
      dayIn('02/03/2026', 'mdy'),
      dayIn('20260203', 'ymd'),
      dayIn('31/02/2026', 'dmy'),
      dayIn('2026-02-03 14:05', 'dmy'),
    ],
    ['2026-02-03', '2026-02-03', '2026-02-03', null, '2026-02-03'],
  )
})

test('cells keep whatever stands in them', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', 'é', ',') }).map(text => text.trim())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), table => {
      const text = table.map(row => row.map(one => `"${one.replace(/"/g, '""')}"`).join(';')).join('\r\n')
      assert.deepEqual(
        rowsOf(text, ';').map(row => row.cells),
        table,
      )
    }),
    { numRuns: 100 },
  )
})

test('a layout says the order of days only where the days allow it', () => {
  const layout = (days: string[]) =>
    guessLayout(`Date,Description,Amount\n${days.map(day => `${day},x,1.00`).join('\n')}\n`)?.dayOrder
  assert.equal(layout(['01/02/2026', '03/04/2026']), 'dmy')
  assert.equal(layout(['01/20/2026', '03/04/2026', '03/25/2026']), 'mdy')
  assert.equal(layout(['2026-01-20']), 'ymd')
  assert.equal(guessLayout('a;b;c\n1;2;3\n'), null)
})

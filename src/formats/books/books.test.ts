import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBooks } from './check.ts'
import { bookFormats, formatOf, readAnyBooks, readBooks, writeBooks } from './index.ts'
import { type Books, BooksFault } from './model.ts'
import { decodeCp437, encodeCp437 } from './sie/cp437.ts'
import { readSieLines, writeSieLines } from './sie/lines.ts'
import { readSie } from './sie/to-books.ts'
import { writeSie } from './sie/write.ts'
import { arbitraryBooks, type Carries } from './testing.ts'

const data = process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
process.env['KONTOR_SCHEMAS'] ??= data
const files = existsSync(path.join(data, 'sie'))
  ? readdirSync(path.join(data, 'sie')).map(file => path.join(data, 'sie', file))
  : []
const skip = files.length === 0 ? 'skipped: no outside data' : false

const carried: Readonly<Record<'sie4' | 'saft-no' | 'saft-pt' | 'd406' | 'xaf', Carries>> = {
  sie4: {
    country: 'SE',
    currency: 'SEK',
    accounts: { '1930': 'asset', '2081': 'equity', '2440': 'liability', '3001': 'income', '6110': 'cost' },
    dimensions: ['1', '6'],
    vat: false,
    vatBase: false,
    parties: false,
    foreign: false,
    lineFacts: true,
    taxCode: '7201',
    closing: true,
  },
  'saft-no': {
    country: 'NO',
    currency: 'NOK',
    accounts: { '1920': 'asset', '2050': 'equity', '2400': 'liability', '3000': 'income', '6800': 'cost' },
    dimensions: ['A', 'P'],
    vat: true,
    vatBase: true,
    parties: true,
    foreign: true,
    lineFacts: true,
    taxCode: '12',
    closing: true,
  },
  'saft-pt': {
    country: 'PT',
    currency: 'EUR',
    accounts: { '12': 'asset', '221': 'liability', '51': 'equity', '62': 'cost', '721': 'income' },
    dimensions: [],
    vat: false,
    vatBase: false,
    parties: false,
    foreign: false,
    lineFacts: false,
    taxCode: '7',
    closing: true,
  },
  d406: {
    country: 'RO',
    currency: 'RON',
    accounts: { '1012': 'equity', '401': 'liability', '5121': 'asset', '628': 'cost', '704': 'income' },
    dimensions: ['C'],
    vat: true,
    vatBase: true,
    parties: true,
    foreign: true,
    lineFacts: true,
    taxCode: '401',
    closing: true,
  },
  xaf: {
    country: 'NL',
    currency: 'EUR',
    accounts: { '1100': null, '4000': null, '8000': null },
    dimensions: ['costID', 'projID'],
    vat: true,
    vatBase: false,
    parties: true,
    foreign: true,
    lineFacts: false,
    taxCode: 'BLimBan',
    closing: false,
  },
}

/** What a format says of the books, as far as it carries it: both sides are brought to that before they are compared. */
const comparable = (books: Books, format: keyof typeof carried): unknown => {
  const xaf = format === 'xaf'
  return {
    company: books.company.name,
    currency: books.currency,
    span: books.span,
    years: books.years,
    accounts: books.accounts.map(one => ({ ...one, type: xaf ? null : one.type })),
    dimensions: xaf ? null : books.dimensions,
    vatCodes: books.vatCodes.map(one => ({ code: one.code, name: one.name })),
    parties: books.parties.map(({ code, name, side }) => ({ code, name, side })),
    entries: books.entries.map(entry => ({ ...entry, registeredOn: null, by: null })),
  }
}

for (const format of Object.keys(carried) as (keyof typeof carried)[])
  test(`${format}: books → file → the same books, checked before they are handed out`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBooks(carried[format]), async books => {
        const written = await writeBooks(books, format)
        assert.equal(formatOf(written.bytes), format)
        if (!skip && (format === 'saft-no' || format === 'xaf')) assert.equal(written.checkedBy, 'schema')
        assert.deepEqual(comparable(readBooks(written.bytes, format).books, format), comparable(books, format))
      }),
      { numRuns: 40 },
    )
  })

test('code page 437: every byte comes back as it was; what the page lacks is written by its nearest letter and counted', () => {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at)
  assert.deepEqual(encodeCp437(decodeCp437(all)), all)
  const books = { ...sample(), company: { ...sample().company, name: 'Škoda “Øst” €' } }
  const { bytes, replaced } = writeSie(books)
  assert.equal(replaced, 5)
  assert.equal(readSie(bytes).books.company.name, 'Skoda "Öst" EUR')
})

const sample = (): Books => fc.sample(arbitraryBooks(carried.sie4), { numRuns: 1, seed: 4 })[0]!

test('SIE files of other programs: read, written, read the same, with their voucher numbers', { skip }, () => {
  for (const file of files) {
    const bytes = readFileSync(file)
    const lines = readSieLines(bytes)
    const strip = (records: readonly { label: string; fields: unknown; records: unknown }[]): unknown =>
      records.map(one => [one.label, one.fields, strip(one.records as never)])
    assert.deepEqual(strip(readSieLines(writeSieLines(lines).bytes).records), strip(lines.records), file)
    const { books } = readSie(bytes)
    assert.ok(books.entries.length >= 20, file)
    const again = readSie(writeSie(books).bytes).books
    assert.deepEqual(again, books, file)
    assert.deepEqual(
      checkBooks(books).filter(one => one.name !== 'closing-differs' && one.name !== 'entry-outside'),
      [],
      file,
    )
  }
})

const faultOf = (run: () => unknown): { what: string; line: number | null } => {
  try {
    run()
  } catch (fault) {
    if (fault instanceof BooksFault) return { what: fault.what, line: fault.line }
    throw fault
  }
  return { what: 'nothing', line: null }
}
const sie = (...lines: string[]): Uint8Array =>
  encodeCp437(['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#RAR 0 20260101 20261231', ...lines].join('\r\n'))

test('SIE: what is wrong is refused with its line', () => {
  const cases: [string, number | null, string[]][] = [
    ['entry-unbalanced', 5, ['#VER A 1 20260102 "x"', '{', '#TRANS 1930 {} 10', '#TRANS 3000 {} -9.99', '}']],
    ['not-closed', 5, ['#VER A 1 20260102 "x"', '{', '#TRANS 1930 {} 10']],
    ['quote-not-closed', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {"1} 1', '}']],
    ['amount-wrong', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {} 1e9', '}']],
    ['amount-too-fine', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {} 1.005', '}']],
    ['day-wrong', 5, ['#VER A 1 20260231', '{', '}']],
    ['field-missing', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {}', '}']],
    ['objects-unpaired', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {1} 1', '}']],
    ['label-misplaced', 5, ['#TRANS 1930 {} 1']],
    ['label-missing', 5, ['rubbish']],
    ['list-not-closed', 7, ['#VER A 1 20260102', '{', '#TRANS 1930 {1 2', '}']],
    ['brace-unexpected', 5, ['}']],
    ['year-unknown', 5, ['#IB -3 1930 5']],
    ['year-reversed', 5, ['#RAR -1 20251231 20250101']],
    ['currency-wrong', 5, ['#VALUTA kronor']],
  ]
  for (const [what, line, lines] of cases)
    assert.deepEqual(
      faultOf(() => readSie(sie(...lines))),
      { what, line },
      lines.join(' '),
    )
  assert.equal(faultOf(() => readSie(encodeCp437('hello'))).what, 'label-missing')
  assert.equal(faultOf(() => readSie(encodeCp437('#HELLO 1'))).what, 'not-sie')
  assert.equal(faultOf(() => readSie(Uint8Array.of(0x23, 0))).what, 'not-sie')
  assert.equal(faultOf(() => readAnyBooks(encodeCp437('PK'))).what, 'not-books')
})

test('SIE: a file cut off anywhere is refused or says less, and never breaks', () => {
  const { bytes } = writeSie(sample())
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      faultOf(() => readSie(bytes.subarray(0, at)))
      const changed = Uint8Array.from(bytes)
      changed[at] = byte
      faultOf(() => readSie(changed))
    }),
    { numRuns: 400 },
  )
})

test('SIE: every record of the text is known, and records nobody knows are left alone', () => {
  const { books, findings } = readSie(
    sie(
      '#GEN 20270101 "A B"',
      '#PROSA "hej"',
      '#FTYP AB',
      '#ORGNR 556677-8899 1 1',
      '#BKOD 12',
      '#TAXAR 2027',
      '#OMFATTN 20261231',
      '#KPTYP EUBAS97',
      '#VALUTA SEK',
      '#KONTO 1930 Bank',
      '#KTYP 1930 T',
      '#ENHET 1930 st',
      '#SRU 1930 7281',
      '#DIM 1 Ställe',
      '#UNDERDIM 21 Under 1',
      '#OBJEKT 1 10 "Söder"',
      '#IB 0 1930 5',
      '#OIB 0 1930 {1 10} 5',
      '#UB 0 1930 6',
      '#OUB 0 1930 {1 10} 5',
      '#RES 0 3000 -1',
      '#PSALDO 0 202601 1930 {} 1',
      '#PBUDGET 0 202601 3000 {} -2 4',
      '#NYTT 1',
      '#KSUMMA',
      '#VER A 1 20260102 "x" 20260103 me',
      '{',
      '#TRANS 1930 {1 10} 1 20260102 "t" 2 me',
      '#TRANS 3000 {} -1',
      '#BTRANS 1930 {} 7',
      '}',
    ),
  )
  assert.deepEqual(
    findings.map(one => one.name),
    ['label-unknown', 'entry-changed-later'],
  )
  assert.deepEqual(
    books.periodFigures.map(one => [one.month, one.amount, one.budget]),
    [
      ['2026-01', 100n, false],
      ['2026-01', -200n, true],
    ],
  )
  assert.deepEqual(
    books.accounts.map(one => [one.number, one.type, one.taxCodes.join()]),
    [
      ['1930', 'asset', '7281'],
      ['3000', 'income', ''],
    ],
  )
  assert.deepEqual(books.entries[0]!.lines[0], {
    account: '1930',
    amount: 100n,
    text: 't',
    on: '2026-01-02',
    quantity: '2',
    by: 'me',
    dimensions: [{ dimension: '1', value: '10' }],
    vat: null,
    party: null,
    foreign: null,
  })
})

test('an example of the Norwegian tax office is read; entities and outside references are refused', { skip }, () => {
  const folder = path.join(data, 'saft-no')
  const example = readdirSync(folder).find(file => file.endsWith('.xml'))!
  const { books } = readAnyBooks(readFileSync(path.join(folder, example)))
  assert.equal(books.entries.length, 2)
  assert.equal(books.company.number, '999999999')
  const bomb =
    '<!DOCTYPE a [<!ENTITY b "x">]><AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO">&b;</AuditFile>'
  assert.equal(faultOf(() => readAnyBooks(new TextEncoder().encode(bomb))).what, 'xml-doctype')
})

test('what does not hold is not handed out, in any format', async () => {
  const books = sample()
  const entry = { series: 'A', number: '99', on: '2026-05-05', registeredOn: null, by: null, text: 'x' }
  const line = (account: string, amount: bigint) => ({
    ...(books.entries[0]?.lines[0] ?? ({} as never)),
    account,
    amount,
    dimensions: [],
  })
  const wrong: [string, Books][] = [
    ['entry-unbalanced', { ...books, entries: [{ ...entry, lines: [line('1930', 1n), line('3001', -2n)] }] }],
    ['account-unknown', { ...books, entries: [{ ...entry, lines: [line('9999', 1n), line('3001', -1n)] }] }],
    [
      'entry-outside',
      { ...books, entries: [{ ...entry, on: '2027-01-01', lines: [line('1930', 1n), line('3001', -1n)] }] },
    ],
  ]
  for (const format of bookFormats)
    for (const [what, one] of wrong) await assert.rejects(writeBooks(one, format), { what }, format)
  await assert.rejects(
    writeBooks(
      { ...books, currency: 'EUR', accounts: [{ ...books.accounts[0]!, taxCodes: [] }], entries: [] },
      'saft-pt',
    ),
    { what: 'taxonomy-code-missing' },
  )
})

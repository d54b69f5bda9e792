import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readBooks, writeBooks } from '../../../formats/books/index.ts'
import {
  type BookEntry,
  type BookLine,
  type BookParty,
  type Books,
  noCompany,
  plainLine,
} from '../../../formats/books/model.ts'
import { encodeCp437 } from '../../../formats/books/sie/cp437.ts'
import * as c from '../contract.ts'
import { type BooksOffice, booksOffice, insertRecord, refusalOf, sek } from '../testing.ts'
import { type CodeHere, marksOf } from './vat-marks.ts'

const data = path.join(
  process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/data'),
  'sie',
)
process.env['KONTOR_DATA'] ??= path.join(data, '..')
const skip = existsSync(data) ? false : 'skipped: no outside data'

let it: BooksOffice
before(async () => {
  it = await booksOffice()
})
after(() => it.office.close())

const sie = (year: string, ...lines: string[]): string =>
  Buffer.from(
    encodeCp437(
      [
        '#FLAGGA 0',
        '#FORMAT PC8',
        '#SIETYP 4',
        '#FNAMN "Ö AB"',
        '#ORGNR 556677-8899',
        `#RAR 0 ${year}0101 ${year}1231`,
        '#KONTO 1930 "Bank"',
        ...lines,
      ].join('\r\n'),
    ),
  ).toString('base64')
const voucher = (number: string, on: string, amount: string): string[] => [
  `#VER ${number} ${on} "Köp ${number}"`,
  '{',
  `#TRANS 6110 {1 "10"} ${amount}`,
  `#TRANS 1930 {} -${amount}`,
  '}',
]

async function exported(format: c.ExportFormat, from: string, until: string) {
  const seen = await it.office.query(c.exportBooks, { format, from, until } as never, it.elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  return { ...seen.output, bytes: Buffer.from(seen.output.content, 'base64') }
}

test('a file is shown before it is taken in, keeps its numbers and gaps, and is taken in once', async () => {
  const { office, elin } = it
  const content = sie(
    '2025',
    '#IB 0 1930 500.00',
    '#IB 0 2081 -500.00',
    '#OBJEKT 1 10 "Söder"',
    '#KONTO 6999 "Udda"',
    ...voucher('A 1', '20250105', '10'),
    ...voucher('A 7', '20250305', '20.50'),
    ...voucher('# 1', '20250405', '1'),
    '#VER A 9 20250501',
    '{',
    '#TRANS 6999 {} 0',
    '}',
  )
  const file = { fileName: 'gammal.se', content }
  const trial = await office.dispatch(c.importBooks, file, elin, { dryRun: true })
  assert.ok(trial.status === 'done', JSON.stringify(trial))
  const { entries, opening, accounts, values, yearOpened, renumbered, leftOut } = trial.output
  assert.deepEqual(
    { entries, opening, accounts, values, yearOpened, renumbered, leftOut },
    { entries: 3, opening: 2, accounts: [], values: 1, yearOpened: true, renumbered: 1, leftOut: 1 },
  )
  const count = async (): Promise<number> =>
    ((await office.superuser.query('select count(*)::int as n from ledger.entry')).rows[0] as { n: number }).n
  assert.equal(await count(), 0)
  assert.equal((await office.dispatch(c.importBooks, file, elin, { key: 'k' })).status, 'done')
  assert.equal((await office.dispatch(c.importBooks, file, elin, { key: 'k' })).status, 'done')
  assert.equal(refusalOf(await office.dispatch(c.importBooks, file, elin)), 'books-file-taken-before')
  assert.equal(await count(), 4)
  const back = readBooks((await exported('sie4', '2025-01-01', '2025-12-31')).bytes, 'sie4').books
  assert.deepEqual(
    back.entries.map(one => [one.series, one.number, one.text]),
    [
      ['#', '1', 'Köp # 1'],
      ['A', '1', 'Köp A 1'],
      ['A', '7', 'Köp A 7'],
    ],
  )
  assert.deepEqual(
    back.years[0]!.opening.map(one => [one.account, one.amount]),
    [
      ['1930', 50000n],
      ['2081', -50000n],
    ],
  )
  assert.equal(back.company.number, '556677-8899')
  assert.deepEqual(back.entries[1]!.lines[0]!.dimensions, [{ dimension: '1', value: '10' }])
})

test('the year after must open as the year before ended; numbers already here are not taken twice', async () => {
  const { office, elin } = it
  const tried = async (content: string): Promise<string> =>
    refusalOf(await office.dispatch(c.importBooks, { fileName: 'x.se', content }, elin))
  assert.equal(await tried(sie('2026', '#IB 0 1930 1.00', '#IB 0 2081 -1.00')), 'books-file-opening-differs')
  assert.equal(
    await tried(sie('2025', '#IB 0 1930 500.00', '#IB 0 2081 -500.00', ...voucher('A 7', '20250606', '3'))),
    'books-file-number-taken',
  )
  assert.equal(await tried(sie('2025', '#VALUTA EUR')), 'books-file-other-currency')
  assert.equal(await tried(sie('2025', ...voucher('A 99', '20260606', '3'))), 'books-file-not-usable')
  assert.equal(await tried(Buffer.from('no books at all').toString('base64')), 'books-file-not-usable')
  assert.equal(
    await tried(Buffer.from('#FLAGGA 0\n#RAR 0 20250701 20260630\n').toString('base64')),
    'books-file-year-differs',
  )
  const broken = await office.dispatch(
    c.importBooks,
    { fileName: 'x.se', content: sie('2025', '#VER A 50 20250101', '{', '#TRANS 1930 {} 1', '}') },
    elin,
  )
  assert.ok(broken.status === 'refused')
  assert.deepEqual([broken.refusal.data?.['what'], broken.refusal.data?.['line']], ['entry-unbalanced', 8])
  await office.done(c.lockPeriods, { until: '2025-12-31' }, elin)
  assert.equal(
    await tried(sie('2025', '#IB 0 1930 500.00', '#IB 0 2081 -500.00', ...voucher('B 1', '20250606', '3'))),
    'period-not-open',
  )
  await office.done(c.unlockPeriods, { from: '2025-01-01', reason: 'test' }, elin)
})

test('books that open with balances of their own take no earlier year, until that opening is reversed', async () => {
  const own = await booksOffice()
  try {
    const lines = [
      { account: '1930', amount: sek('5.00') },
      { account: '2081', amount: sek('-5.00') },
    ]
    const { id } = await own.office.done(c.enterOpening, { on: '2026-01-01', lines }, own.elin)
    const file = { fileName: 'x.se', content: sie('2025', ...voucher('A 1', '20250105', '10')) }
    assert.equal(refusalOf(await own.office.dispatch(c.importBooks, file, own.elin)), 'books-file-before-opening')
    await own.office.done(c.reverseEntry, { id, on: '2026-01-01' }, own.elin)
    await own.office.done(c.importBooks, file, own.elin)
  } finally {
    await own.office.close()
  }
})

test('what is posted here goes on after the highest number of the file', async () => {
  const { office, elin } = it
  const posted = await office.done(
    c.postEntry,
    {
      on: '2025-12-01',
      text: 'New',
      lines: [
        { account: '6110', amount: sek('5.00') },
        { account: '1930', amount: sek('-5.00') },
      ],
    },
    elin,
  )
  assert.deepEqual([posted.series, posted.number], ['A', 8])
})

test('files of other Swedish programs come through the books as they were, entry by entry', { skip }, async () => {
  for (const file of readdirSync(data)) {
    const own = await booksOffice()
    try {
      const bytes = readFileSync(path.join(data, file))
      const { books } = readBooks(bytes, 'sie4')
      const done = await own.office.dispatch(
        c.importBooks,
        { fileName: file, content: bytes.toString('base64') },
        own.elin,
      )
      assert.ok(done.status === 'done', `${file}: ${JSON.stringify(done)}`)
      const year = books.years[0]!
      const seen = await own.office.query(
        c.exportBooks,
        { format: 'sie4', from: year.from, until: year.to } as never,
        own.elin,
      )
      assert.ok(seen.status === 'done', `${file}: ${JSON.stringify(seen)}`)
      const again = readBooks(Buffer.from(seen.output.content, 'base64'), 'sie4').books
      assert.deepEqual(comparable(again.entries), comparable(books.entries.filter(one => one.lines.length > 1)), file)
      const balances = await own.office.query(c.getTrialBalance, { from: year.from, until: year.to } as never, own.elin)
      assert.ok(balances.status === 'done' && balances.output.totals.closing.amount === '0.00')
    } finally {
      await own.office.close()
    }
  }
})

/** What books keep of an entry: quantities and days of single lines are the other program's. */
const comparable = (entries: readonly BookEntry[]): unknown =>
  entries
    .map(entry => ({
      ...entry,
      text: entry.text.trim(),
      registeredOn: null,
      lines: entry.lines.map(line => [
        line.account,
        line.amount,
        line.text,
        line.dimensions
          .map(part => `${part.dimension}=${part.value}`)
          .sort()
          .join(),
      ]),
    }))
    .map(entry => JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? String(value) : value)))
    .sort()

test('the books go out in every format that the office can be asked for, each checked; what would not hold is refused', async () => {
  for (const format of ['sie4', 'saft-no', 'd406', 'xaf', 'hledger'] as const) {
    const file = await exported(format, '2025-01-01', '2025-12-31')
    assert.ok(file.entries === 4 && file.bytes.length > 500, format)
    if (!skip) assert.equal(file.checkedBy, format === 'saft-no' || format === 'xaf' ? 'schema' : 'own-rules', format)
    if (format !== 'hledger') assert.equal(readBooks(file.bytes, format).books.entries.length, 4)
  }
  const refused = await it.office.query(
    c.exportBooks,
    { format: 'saft-pt', from: '2025-01-01', until: '2025-12-31' } as never,
    it.elin,
  )
  assert.equal(refusalOf(refused as never), 'books-export-not-valid')
})

test('codes of accounts and the facts of the office are set, undone, and stand in files', async () => {
  const { office, elin } = it
  const set = await office.dispatch(c.setAccountCode, { number: '1930', code: '7281' }, elin)
  assert.ok(set.status === 'done' && set.undo)
  const codes = await office.query(c.listAccountCodes, {}, elin)
  assert.ok(codes.status === 'done' && codes.output.rows.some(row => row.number === '1930' && row.code === '7281'))
  assert.equal(refusalOf(await office.dispatch(c.setAccountCode, { number: '0', code: '1' }, elin)), 'account-unknown')
  await office.done(c.setAccountCode, set.undo.input as never, elin)
  const named = await office.dispatch(c.setCompany, { town: 'Lund', phone: null }, elin)
  assert.ok(named.status === 'done' && named.undo)
  const list = await office.query(c.listImports, {}, elin)
  assert.ok(list.status === 'done')
  assert.deepEqual(
    [list.output.company['town'], list.output.company['number'], list.output.usual, list.output.rows.length],
    ['Lund', '556677-8899', 'sie4', 1],
  )
})

const vatLine = (account: string, amount: bigint, code: string | null, tax = 0n): BookLine => ({
  ...plainLine(account, amount),
  vat: code === null ? null : { code, rate: '25', base: null, amount: tax },
})
const purchase = { here: 'I25', kind: 'purchase', taxAccount: '2641', dueAccount: null } as const
const reversed = { here: 'R25', kind: 'reverse-charge', taxAccount: '2645', dueAccount: '2614' } as const

test('net and tax of another program’s entries are told apart, or nothing is said of them', () => {
  const codes = new Map<string, CodeHere>([
    ['1', purchase],
    ['86', reversed],
  ])
  const marked = (...lines: BookLine[]) =>
    [...marksOf({ lines } as unknown as BookEntry, codes)]
      .sort(([a], [b]) => a - b)
      .map(([at, { code, part }]) => `${at} ${code} ${part}`)
  const owed = vatLine('2440', -250n, null)
  assert.deepEqual(marked(vatLine('6110', 200n, '1', 50n), vatLine('2641', 50n, null), owed), [
    '0 I25 base',
    '1 I25 tax',
  ])
  assert.deepEqual(marked(vatLine('6110', 200n, '1', 50n), vatLine('2641', 40n, null), owed), [], 'another sum')
  assert.deepEqual(marked(vatLine('6110', 250n, '9', 50n), owed), [], 'a code that is nothing here')
  assert.deepEqual(
    marked(vatLine('4535', 400n, '86', 100n), vatLine('2645', 100n, null), vatLine('2614', -100n, null)),
    ['0 R25 base', '1 R25 tax', '2 R25 due'],
  )
  const amounts = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(amounts, fc.boolean(), fc.bigInt(1n, 10n ** 6n), (nets, whole, off) => {
      const taxes = nets.map(net => net / 4n)
      const tax = taxes.reduce((all, one) => all + one, 0n)
      const lines = [
        ...nets.map((net, at) => vatLine('6110', net, '1', taxes[at])),
        vatLine('2641', whole ? tax : tax + off, null),
      ]
      const sum = [...marksOf({ lines } as unknown as BookEntry, codes)].reduce(
        (all, [at, { part }]) => (part === 'tax' ? all + lines[at]!.amount : all),
        0n,
      )
      assert.equal(sum, whole ? tax : 0n, 'never another tax than the file says')
    }),
    { numRuns: 200 },
  )
})

test('codes and parties of a file become those that are here; who is new is proposed and never added', async () => {
  const own = await booksOffice()
  try {
    const { office, elin, organisationId } = own
    const known = await insertRecord(office, organisationId, 'organisation', 'Nordlys AS')
    await office.superuser.query(
      `insert into directory.party (organisation_id, id, kind, name, sort_name, company_number, country)
       values ($1, $2, 'organisation', 'Nordlys AS', 'nordlys as', '914 077 826', 'NO')`,
      [organisationId, known],
    )
    const party = (code: string, name: string, vatNumber: string | null): BookParty => ({
      code,
      name,
      side: 'supplier',
      number: null,
      vatNumber,
      street: null,
      postalCode: null,
      town: null,
      country: 'NO',
      account: null,
      opening: 0n,
      closing: 0n,
    })
    const code = { name: 'Inngående', rate: '25', direction: 'purchase', standardCode: '1' } as const
    const accounts = [
      ['6110', 'cost'],
      ['2641', 'asset'],
      ['2440', 'liability'],
      ['2642', 'asset'],
    ] as const
    const books: Books = {
      company: { ...noCompany, name: 'Ö', number: '914077826', vatNumber: '914077826', country: 'NO' },
      currency: 'SEK',
      program: { name: 'Old', version: '1' },
      madeOn: '2026-02-01',
      madeBy: null,
      chart: null,
      years: [{ from: '2026-01-01', to: '2026-12-31', opening: [], closing: [] }],
      span: { from: '2026-01-01', to: '2026-12-31' },
      accounts: accounts.map(([number, type]) => ({ number, name: number, type, unit: null, taxCodes: [] })),
      dimensions: [],
      vatCodes: ['1', '12'].map(one => ({ ...code, code: one, salesAccount: null, purchaseAccount: null })),
      parties: [party('P1', 'Nordlys Gruppen', 'NO914077826MVA'), party('P2', 'Fjord Rør AS', 'NO923609016MVA')],
      periodFigures: [],
      series: [{ code: 'A', name: '' }],
      entries: (
        [
          ['1', '2641', 'P1'],
          ['12', '2642', 'P2'],
        ] as const
      ).map(([vatCode, taxAccount, from], at) => ({
        series: 'A',
        number: `${at + 1}`,
        on: '2026-01-15',
        registeredOn: '2026-01-15',
        by: null,
        text: 'Paper',
        lines: [
          vatLine('6110', 20_000n, vatCode, 5_000n),
          vatLine(taxAccount, 5_000n, null),
          { ...plainLine('2440', -25_000n), party: from },
        ],
      })),
    }
    const content = Buffer.from((await writeBooks(books, 'saft-no')).bytes).toString('base64')
    const file = { fileName: 'old.xml', content }
    const trial = await office.dispatch(c.importBooks, file, elin, { dryRun: true })
    assert.ok(trial.status === 'done', JSON.stringify(trial))
    assert.deepEqual(
      trial.output.parties.map(one => [one.name, one.known?.title ?? null]),
      [
        ['Nordlys Gruppen', 'Nordlys AS'],
        ['Fjord Rør AS', null],
      ],
    )
    assert.deepEqual(
      trial.output.vatCodes.map(one => [one.code, one.here, one.isNew]),
      [
        ['1', 'I25', false],
        ['12', '12', true],
      ],
      'one of the same rate and tax account is known; one with an account of its own is added',
    )
    await office.done(c.importBooks, file, elin)
    const { rows } = await office.superuser.query<{ account: string; code: string; part: string; party: string }>(
      `select account, coalesce(vat_code, '') as code, coalesce(vat_part, '') as part, coalesce(party_id::text, '') as party
       from ledger.posting p where organisation_id = $1 order by entry_id, line`,
      [organisationId],
    )
    assert.deepEqual(
      rows.map(row => [row.account, row.code, row.part, row.party === known]),
      [
        ['6110', 'I25', 'base', false],
        ['2641', 'I25', 'tax', false],
        ['2440', '', '', true],
        ['6110', '12', 'base', false],
        ['2642', '12', 'tax', false],
        ['2440', '', '', false],
      ],
    )
    const seen = await office.query(c.getVatReport, { from: '2026-01-01', until: '2026-03-31' }, elin)
    assert.ok(seen.status === 'done', JSON.stringify(seen))
    assert.equal(seen.output.toPay.amount, '-100.00', 'the return of the months before is that of their entries')
  } finally {
    await own.office.close()
  }
})

/**
 * SAF-T (PT) 1.04_01 for bookkeeping (TaxAccountingBasis C). Its schema is XSD 1.1, which no free validator here loads: the rules that
 * it states are kept by `checkSaftPt`, and the export says so. Kontor issues no invoices in Portugal and is no certified program:
 * the certificate's number is 0, which is what the format has for that.
 */
import { every, first, textAt, type XmlElement } from '../../xml/element.ts'
import { element, type XmlNode, writeXml } from '../../xml/write.ts'
import { typeByNumber } from '../account-type.ts'
import { readAmount, readDay, sumOf, turnover, writeAbsolute, writeAmount } from '../amounts.ts'
import { closingFindings } from '../check.ts'
import {
  type Balance,
  type BookAccount,
  type BookEntry,
  type BookLine,
  type BookParty,
  type Books,
  BooksFault,
  type BooksFinding,
  type BooksRead,
  noCompany,
  plainLine,
} from '../model.ts'
import { balancesOf, bySeries, dayAt, key, list, may, monthOf, must, needed, node, readSided } from '../nodes.ts'
import { rootOf } from './read.ts'

const namespace = 'urn:OECD:StandardAuditFile-Tax:PT_1.04_01'
const unknown = 'Desconhecido'

/** What the schema asks beyond what holds for any books. */
export function checkSaftPt(books: Books): readonly BooksFinding[] {
  const findings: BooksFinding[] = []
  const found = (name: string, data: Record<string, string> = {}): void =>
    void findings.push({ name, line: null, data })
  if (books.currency !== 'EUR') found('currency-not-euro', { currency: books.currency })
  if (!/^[1-9]\d{8}$/.test(taxNumber(books))) found('tax-number-wrong', { number: books.company.number ?? '' })
  for (const account of books.accounts) {
    if (account.number.length < 2) found('account-too-short', { account: account.number })
    if (!/^[1-9]\d{0,3}$/.test(account.taxCodes[0] ?? '')) found('taxonomy-code-missing', { account: account.number })
  }
  for (const entry of books.entries) {
    const at = { entry: `${entry.series}${entry.number}` }
    if (!/^[^ ]{1,30}$/.test(entry.series)) found('series-wrong', at)
    if (!/^[^ ]{1,20}$/.test(entry.number)) found('number-wrong', at)
    if (entry.on < '2000-01-01') found('day-too-early', at)
  }
  const ids = books.entries.map(transactionId)
  if (new Set(ids).size !== ids.length) found('entry-twice')
  return findings
}

const taxNumber = ({ company }: Books): string =>
  (company.vatNumber ?? company.number ?? '').replace(/^PT/, '').replace(/\s/g, '')
const transactionId = (entry: BookEntry): string => `${entry.on} ${entry.series} ${entry.number}`

export function writeSaftPt(books: Books): string {
  const first = checkSaftPt(books)[0]
  if (first) throw new BooksFault(first.name, null, first.data)
  const { company, span } = books
  return writeXml({
    name: 'AuditFile',
    attributes: { xmlns: namespace },
    content: [
      node('Header', [
        must('AuditFileVersion', '1.04_01'),
        must('CompanyID', company.number ?? taxNumber(books), 50),
        must('TaxRegistrationNumber', taxNumber(books)),
        must('TaxAccountingBasis', 'C'),
        must('CompanyName', company.name, 100),
        node('CompanyAddress', [
          must('AddressDetail', company.street ?? unknown, 210),
          must('City', company.town ?? unknown, 50),
          must('PostalCode', company.postalCode ?? unknown, 20),
          must('Country', 'PT'),
        ]),
        must('FiscalYear', (span?.from ?? books.madeOn).slice(0, 4)),
        must('StartDate', span?.from ?? books.madeOn),
        must('EndDate', span?.to ?? books.madeOn),
        must('CurrencyCode', 'EUR'),
        must('DateCreated', books.madeOn),
        must('TaxEntity', 'Global'),
        must('ProductCompanyTaxID', unknown),
        must('SoftwareCertificateNumber', '0'),
        must('ProductID', `${books.program.name}/${books.program.name}`),
        must('ProductVersion', books.program.version, 30),
        may('Telephone', company.phone, 20),
        may('Email', company.email, 254),
      ]),
      node('MasterFiles', [
        accountsNode(books),
        ...books.parties.filter(one => one.side !== 'supplier').map(one => partyNode(one, 'Customer')),
        ...books.parties.filter(one => one.side !== 'customer').map(one => partyNode(one, 'Supplier')),
        element(
          'TaxTable',
          books.vatCodes.map(code =>
            node('TaxTableEntry', [
              must('TaxType', 'IVA'),
              must('TaxCountryRegion', 'PT'),
              must('TaxCode', code.standardCode ?? code.code.replace(/[^0-9A-Za-z.]/g, ''), 10),
              must('Description', code.name || code.code, 255),
              must('TaxPercentage', code.rate ?? '0'),
            ]),
          ),
        ),
      ]),
      entriesNode(books),
    ],
  })
}

/** Accounts that carry entries stand beneath the two figures of their group, which stand in the file for that. */
function accountsNode(books: Books): XmlNode {
  const balances = balancesOf(books)
  const groups = new Map<string, { opening: bigint; closing: bigint }>()
  for (const { number } of books.accounts) {
    const sum = groups.get(groupOf(number)) ?? { opening: 0n, closing: 0n }
    const { opening, closing } = balances.get(number)!
    groups.set(groupOf(number), { opening: sum.opening + opening, closing: sum.closing + closing })
  }
  const four = (before: string, amount: bigint): XmlNode[] => [
    must(`${before}DebitBalance`, writeAmount(amount > 0n ? amount : 0n, 'EUR')),
    must(`${before}CreditBalance`, writeAmount(amount < 0n ? -amount : 0n, 'EUR')),
  ]
  const head = (
    number: string,
    name: string,
    { opening, closing }: { opening: bigint; closing: bigint },
  ): XmlNode[] => [
    key('AccountID', number, 30),
    must('AccountDescription', name || number, 100),
    ...four('Opening', opening),
    ...four('Closing', closing),
  ]
  return node('GeneralLedgerAccounts', [
    must('TaxonomyReference', 'S'),
    ...[...groups].map(([number, sums]) =>
      node('Account', [...head(number, number, sums), must('GroupingCategory', 'GR')]),
    ),
    ...books.accounts.map(account =>
      node('Account', [
        ...head(account.number, account.name, balances.get(account.number)!),
        must('GroupingCategory', 'GM'),
        must('GroupingCode', groupOf(account.number)),
        must('TaxonomyCode', account.taxCodes[0]!),
      ]),
    ),
  ])
}

/** An account of two figures stands beneath its class, since an account is no group of itself. */
const groupOf = (number: string): string => (number.length > 2 ? number.slice(0, 2) : `C${number[0]}`)

function partyNode(party: BookParty, word: 'Customer' | 'Supplier'): XmlNode {
  return node(word, [
    key(`${word}ID`, party.code, 30),
    must('AccountID', party.account ?? unknown),
    must(`${word}TaxID`, party.vatNumber ?? party.number ?? unknown, 30),
    must('CompanyName', party.name || unknown, 100),
    node('BillingAddress', [
      must('AddressDetail', party.street ?? unknown, 210),
      must('City', party.town ?? unknown, 50),
      must('PostalCode', party.postalCode ?? unknown, 20),
      must('Country', party.country ?? (word === 'Customer' ? unknown : 'PT')),
    ]),
    must('SelfBillingIndicator', '0'),
  ])
}

function entriesNode(books: Books): XmlNode {
  const sums = turnover(books.entries.flatMap(entry => entry.lines.map(line => line.amount)))
  return node('GeneralLedgerEntries', [
    must('NumberOfEntries', String(books.entries.length)),
    must('TotalDebit', writeAmount(sums.debit, 'EUR')),
    must('TotalCredit', writeAmount(sums.credit, 'EUR')),
    ...[...bySeries(books)].map(([series, entries]) =>
      node('Journal', [
        must('JournalID', series),
        must('Description', books.series.find(one => one.code === series)?.name || series, 200),
        ...entries.map(entryNode),
      ]),
    ),
  ])
}

function entryNode(entry: BookEntry): XmlNode {
  const line = (one: BookLine, at: number, word: 'Debit' | 'Credit'): XmlNode =>
    node(`${word}Line`, [
      must('RecordID', String(at + 1)),
      must('AccountID', one.account),
      must('SystemEntryDate', `${entry.registeredOn ?? entry.on}T00:00:00`),
      must('Description', one.text || entry.text || entry.number, 200),
      must(`${word}Amount`, writeAbsolute(one.amount, 'EUR')),
    ])
  const numbered = entry.lines.map((one, at) => ({ one, at }))
  const zero = (word: 'Debit' | 'Credit'): XmlNode[] =>
    numbered.slice(0, 1).map(({ one }) => line({ ...one, amount: 0n }, -1, word))
  const debits = numbered.filter(({ one }) => one.amount >= 0n).map(({ one, at }) => line(one, at, 'Debit'))
  const credits = numbered.filter(({ one }) => one.amount < 0n).map(({ one, at }) => line(one, at, 'Credit'))
  return node('Transaction', [
    key('TransactionID', transactionId(entry), 70),
    must('Period', monthOf(entry.on)),
    must('TransactionDate', entry.on),
    must('SourceID', entry.by ?? 'Kontor', 30),
    must('Description', entry.text || entry.number, 200),
    must('DocArchivalNumber', entry.number),
    must('TransactionType', 'N'),
    must('GLPostingDate', entry.on),
    // both sides must have a line, also in an entry of nothing but zeros: the one that is added bears the number 0
    node('Lines', [
      ...(debits.length > 0 ? debits : zero('Debit')),
      ...(credits.length > 0 ? credits : zero('Credit')),
    ]),
  ])
}

export function readSaftPt(bytes: Uint8Array): BooksRead {
  const root = rootOf(bytes, 'AuditFile')
  const header = first(root, 'Header')
  if (!header) throw new BooksFault('field-missing', root.line, { field: 'Header' })
  const span = { from: dayAt(header, 'StartDate'), to: dayAt(header, 'EndDate') }
  const accountElements = every(root, 'MasterFiles/GeneralLedgerAccounts/Account').filter(
    one => textAt(one, 'GroupingCategory') === 'GM',
  )
  const balances = (before: string): Balance[] =>
    accountElements.flatMap(one => {
      const amount = readSided(one, before, 'Balance', 'EUR')
      return amount === 0n ? [] : [{ account: needed(one, 'AccountID'), amount, quantity: null, dimensions: [] }]
    })
  const journals = every(root, 'GeneralLedgerEntries/Journal')
  const books: Books = {
    company: companyOf(header),
    currency: 'EUR',
    program: {
      name: textAt(header, 'ProductID')?.split('/')[0] ?? '',
      version: textAt(header, 'ProductVersion') ?? '',
    },
    madeOn: dayAt(header, 'DateCreated'),
    madeBy: null,
    chart: null,
    years: [{ ...span, opening: balances('Opening'), closing: balances('Closing') }],
    span,
    accounts: accountElements.map(accountOf),
    dimensions: [],
    vatCodes: every(root, 'MasterFiles/TaxTable/TaxTableEntry').map(one => ({
      code: needed(one, 'TaxCode'),
      name: textAt(one, 'Description') ?? '',
      rate: textAt(one, 'TaxPercentage'),
      direction: 'both',
      standardCode: needed(one, 'TaxCode'),
      salesAccount: null,
      purchaseAccount: null,
    })),
    parties: partiesOf(root),
    periodFigures: [],
    series: journals.map(journal => {
      const code = needed(journal, 'JournalID')
      const name = textAt(journal, 'Description') ?? ''
      return { code, name: name === code ? '' : name }
    }),
    entries: journals.flatMap(journal =>
      list(journal, 'Transaction').map(one => entryOf(one, needed(journal, 'JournalID'))),
    ),
  }
  return { books, findings: closingFindings(books) }
}

const known = (text: string | null): string | null => (text === unknown ? null : text)

function companyOf(header: XmlElement): Books['company'] {
  return {
    ...noCompany,
    name: textAt(header, 'CompanyName') ?? '',
    number: textAt(header, 'CompanyID'),
    vatNumber: textAt(header, 'TaxRegistrationNumber'),
    country: 'PT',
    street: known(textAt(header, 'CompanyAddress/AddressDetail')),
    postalCode: known(textAt(header, 'CompanyAddress/PostalCode')),
    town: known(textAt(header, 'CompanyAddress/City')),
    phone: textAt(header, 'Telephone'),
    email: textAt(header, 'Email'),
  }
}

function accountOf(one: XmlElement): BookAccount {
  const number = needed(one, 'AccountID')
  const code = textAt(one, 'TaxonomyCode')
  return {
    number,
    name: textAt(one, 'AccountDescription') ?? '',
    type: typeByNumber('PT', number),
    unit: null,
    taxCodes: code === null ? [] : [code],
  }
}

function partiesOf(root: XmlElement): BookParty[] {
  const master = first(root, 'MasterFiles')
  const found = new Map<string, BookParty>()
  for (const [side, word] of [
    ['customer', 'Customer'],
    ['supplier', 'Supplier'],
  ] as const)
    for (const one of list(master, word)) {
      const code = needed(one, `${word}ID`)
      found.set(code, {
        code,
        name: textAt(one, 'CompanyName') ?? '',
        side: found.has(code) ? 'both' : side,
        number: null,
        vatNumber: known(textAt(one, `${word}TaxID`)),
        street: known(textAt(one, 'BillingAddress/AddressDetail')),
        postalCode: known(textAt(one, 'BillingAddress/PostalCode')),
        town: known(textAt(one, 'BillingAddress/City')),
        country: known(textAt(one, 'BillingAddress/Country')),
        account: known(textAt(one, 'AccountID')),
        opening: 0n,
        closing: 0n,
      })
    }
  return [...found.values()]
}

function entryOf(one: XmlElement, series: string): BookEntry {
  const lines = (['Debit', 'Credit'] as const).flatMap(word =>
    every(one, `Lines/${word}Line`)
      .flatMap(line => (textAt(line, 'RecordID') === '0' ? [] : [line]))
      .map(line => ({
        at: Number(textAt(line, 'RecordID')),
        line: {
          ...plainLine(
            needed(line, 'AccountID'),
            (word === 'Debit' ? 1n : -1n) * readAmount(needed(line, `${word}Amount`), 'EUR', line.line),
          ),
          text: textAt(line, 'Description'),
        },
        registered: textAt(line, 'SystemEntryDate'),
      })),
  )
  const difference = sumOf(lines.map(({ line }) => line.amount))
  const number = textAt(one, 'DocArchivalNumber') ?? needed(one, 'TransactionID')
  if (difference !== 0n)
    throw new BooksFault('entry-unbalanced', one.line, {
      entry: `${series} ${number}`,
      difference: difference.toString(),
    })
  const registered = lines[0]?.registered
  return {
    series,
    number,
    on: dayAt(one, 'TransactionDate'),
    registeredOn: registered ? readDay(registered.slice(0, 10), one.line) : null,
    by: textAt(one, 'SourceID'),
    text: textAt(one, 'Description') ?? '',
    lines: lines.sort((a, b) => a.at - b.at).map(({ line }) => line),
  }
}

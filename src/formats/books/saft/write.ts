/**
 * The common shape of SAF-T (OECD, version 2) as Norway and Romania write it: header, accounts, parties, tax table, dimensions and
 * entries by journal. What differs stands in a dialect.
 */
import { element, type XmlNode, writeXml } from '../../xml/write.ts'
import { sumOf, turnover, writeAbsolute, writeAmount } from '../amounts.ts'
import type { BookAccount, BookEntry, BookLine, BookParty, Books, BookVatCode } from '../model.ts'
import { balancesOf, bySeries, key, may, monthOf, must, node, sided } from '../nodes.ts'

export interface SaftDialect {
  readonly namespace: string
  readonly version: string
  readonly country: string
  /** What the header has after its common part. */
  readonly headEnd: (books: Books) => readonly (XmlNode | null)[]
  /** What an account says of itself between its name and its balances. */
  readonly account: (account: BookAccount) => readonly XmlNode[]
  /** The balance of a party, in its account. */
  readonly partyBalance: (party: BookParty, currency: string) => readonly (XmlNode | null)[]
  readonly taxType: string
  readonly taxTypeName: string
  readonly taxCode: (code: BookVatCode) => readonly (XmlNode | null)[]
  /** The name of a line of an entry. */
  readonly line: 'Line' | 'TransactionLine'
  /** Customer, supplier and tax of a line, where the dialect wants them to stand whether there are any or not. */
  readonly always: boolean
}

export function writeSaft(books: Books, dialect: SaftDialect): string {
  const { span } = books
  return writeXml({
    name: 'AuditFile',
    attributes: { xmlns: dialect.namespace },
    content: [
      node('Header', [
        must('AuditFileVersion', dialect.version),
        must('AuditFileCountry', dialect.country),
        must('AuditFileDateCreated', books.madeOn),
        must('SoftwareCompanyName', books.program.name, 70),
        must('SoftwareID', books.program.name),
        must('SoftwareVersion', books.program.version, 18),
        company(books, dialect),
        must('DefaultCurrencyCode', books.currency),
        ...(span
          ? [node('SelectionCriteria', [must('SelectionStartDate', span.from), must('SelectionEndDate', span.to)])]
          : []),
        ...dialect.headEnd(books),
      ]),
      masterFiles(books, dialect),
      entries(books, dialect),
    ],
  })
}

function company({ company: facts }: Books, { country }: SaftDialect): XmlNode {
  return node('Company', [
    must('RegistrationNumber', facts.number, 35),
    must('Name', facts.name),
    node('Address', [
      may('StreetName', facts.street),
      may('City', facts.town),
      may('PostalCode', facts.postalCode, 70),
      must('Country', facts.country || country),
    ]),
    node('Contact', [
      // a name that is one word or a whole: the Norwegian text lays down NotUsed for the part that is not known
      node('ContactPerson', [must('FirstName', 'NotUsed'), must('LastName', facts.contact ?? 'NotUsed', 70)]),
      must('Telephone', facts.phone, 18),
      may('Email', facts.email, 70),
    ]),
    element('TaxRegistration', [may('TaxRegistrationNumber', facts.vatNumber, 35)]),
  ])
}

function masterFiles(books: Books, dialect: SaftDialect): XmlNode {
  const balances = balancesOf(books)
  const parties = (side: 'customer' | 'supplier'): (XmlNode | null)[] =>
    books.parties
      .filter(party => party.side === side || party.side === 'both')
      .map(party => partyNode(party, side, books, dialect))
  return node('MasterFiles', [
    element(
      'GeneralLedgerAccounts',
      books.accounts.map(account => {
        const { opening, closing } = balances.get(account.number)!
        return node('Account', [
          key('AccountID', account.number, 70),
          must('AccountDescription', account.name),
          ...dialect.account(account),
          sided('Opening', 'Balance', opening, books.currency),
          sided('Closing', 'Balance', closing, books.currency),
        ])
      }),
    ),
    element('Customers', parties('customer')),
    element('Suppliers', parties('supplier')),
    books.vatCodes.length === 0
      ? null
      : node('TaxTable', [
          node('TaxTableEntry', [
            must('TaxType', dialect.taxType),
            must('Description', dialect.taxTypeName),
            ...books.vatCodes.map(code =>
              node('TaxCodeDetails', [key('TaxCode', code.code, 70), ...dialect.taxCode(code)]),
            ),
          ]),
        ]),
    element(
      'AnalysisTypeTable',
      books.dimensions.flatMap(dimension =>
        dimension.values.map(value =>
          node('AnalysisTypeTableEntry', [
            key('AnalysisType', dimension.code, 9),
            must('AnalysisTypeDescription', dimension.name),
            key('AnalysisID', value.code, 35),
            must('AnalysisIDDescription', value.name),
          ]),
        ),
      ),
    ),
  ])
}

function partyNode(party: BookParty, side: 'customer' | 'supplier', books: Books, dialect: SaftDialect): XmlNode {
  const word = side === 'customer' ? 'Customer' : 'Supplier'
  return node(word, [
    may('RegistrationNumber', party.number, 35),
    must('Name', party.name),
    element('Address', [
      may('StreetName', party.street),
      may('City', party.town),
      may('PostalCode', party.postalCode, 70),
      may('Country', party.country),
    ]),
    element('TaxRegistration', [may('TaxRegistrationNumber', party.vatNumber, 35)]),
    key(`${word}ID`, party.code, 35),
    ...dialect.partyBalance(party, books.currency),
  ])
}

function entries(books: Books, dialect: SaftDialect): XmlNode {
  const sums = turnover(books.entries.flatMap(entry => entry.lines.map(line => line.amount)))
  const seen = new Map<string, number>()
  return node('GeneralLedgerEntries', [
    must('NumberOfEntries', String(books.entries.length)),
    must('TotalDebit', writeAmount(sums.debit, books.currency)),
    must('TotalCredit', writeAmount(sums.credit, books.currency)),
    ...[...bySeries(books)].map(([series, list]) =>
      node('Journal', [
        key('JournalID', series, 18),
        must('Description', books.series.find(one => one.code === series)?.name || series),
        must('Type', 'GL'),
        ...list.map(entry => entryNode(entry, books, dialect, seen)),
      ]),
    ),
  ])
}

function entryNode(entry: BookEntry, books: Books, dialect: SaftDialect, seen: Map<string, number>): XmlNode {
  const id = `${entry.series}-${entry.number}`
  const times = (seen.get(id) ?? 0) + 1
  seen.set(id, times)
  return node('Transaction', [
    key('TransactionID', times === 1 ? id : `${id}~${times}`, 70),
    must('Period', monthOf(entry.on)),
    must('PeriodYear', entry.on.slice(0, 4)),
    must('TransactionDate', entry.on),
    may('SourceID', entry.by, 35),
    must('Description', entry.text),
    must('SystemEntryDate', entry.registeredOn ?? entry.on),
    must('GLPostingDate', entry.on),
    ...entry.lines.map((line, at) => lineNode(line, at + 1, entry, books, dialect)),
  ])
}

function lineNode(line: BookLine, number: number, entry: BookEntry, books: Books, dialect: SaftDialect): XmlNode {
  const party = line.party === null ? null : books.parties.find(one => one.code === line.party)
  const customer = party && party.side !== 'supplier' ? party.code : dialect.always ? '0' : null
  const supplier = party?.side === 'supplier' ? party.code : dialect.always ? '0' : null
  return node(dialect.line, [
    must('RecordID', String(number)),
    must('AccountID', line.account),
    ...line.dimensions.map(part =>
      node('Analysis', [must('AnalysisType', part.dimension), must('AnalysisID', part.value)]),
    ),
    may('ValueDate', line.on),
    may('CustomerID', customer),
    may('SupplierID', supplier),
    must('Description', line.text ?? entry.text),
    amountNode(line.amount < 0n ? 'CreditAmount' : 'DebitAmount', line.amount, line.foreign, books.currency),
    ...taxNodes(line, books, dialect),
    may('Quantity', line.quantity),
  ])
}

function amountNode(name: string, amount: bigint, foreign: BookLine['foreign'], currency: string): XmlNode {
  return node(name, [
    must('Amount', writeAbsolute(amount, currency)),
    must('CurrencyCode', foreign?.currency ?? currency),
    must('CurrencyAmount', foreign ? writeAbsolute(foreign.amount, foreign.currency) : writeAbsolute(amount, currency)),
  ])
}

function taxNodes({ vat, amount }: BookLine, books: Books, dialect: SaftDialect): XmlNode[] {
  const { currency } = books
  if (!vat && !dialect.always) return []
  if (dialect.always)
    return [
      node('TaxInformation', [
        must('TaxType', vat ? dialect.taxType : '000'),
        must('TaxCode', vat?.code ?? '000000'),
        may('TaxPercentage', vat?.rate ?? null),
        may('TaxBase', vat?.base === null || vat === null ? null : writeAmount(vat.base, currency)),
        node('TaxAmount', [
          must('Amount', writeAmount(vat?.amount ?? 0n, currency)),
          must('CurrencyCode', currency),
          must('CurrencyAmount', writeAmount(vat?.amount ?? 0n, currency)),
        ]),
      ]),
    ]
  const tax = vat!
  const credit = tax.amount < 0n || (tax.amount === 0n && amount < 0n)
  return [
    node('TaxInformation', [
      must('TaxType', dialect.taxType),
      must('TaxCode', tax.code),
      may('TaxPercentage', tax.rate),
      must('Country', dialect.country),
      may('TaxBase', tax.base === null ? null : writeAmount(tax.base, currency)),
      amountNode(credit ? 'CreditTaxAmount' : 'DebitTaxAmount', tax.amount, null, currency),
    ]),
  ]
}

/** The opening balances of all accounts add up to nothing; where they do not, the file would show it. */
export const openingSum = (books: Books): bigint =>
  sumOf((books.years[0]?.opening ?? []).filter(one => one.dimensions.length === 0).map(one => one.amount))

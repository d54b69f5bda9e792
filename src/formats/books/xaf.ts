/** XML Auditfile Financieel 3.2, the Netherlands; checked against its XSD where the operator has it. */
import { every, first, textAt, type XmlElement } from '../xml/element.ts'
import { element, type XmlNode, writeXml } from '../xml/write.ts'
import { readAmount, sumOf, turnover, writeAbsolute, writeAmount } from './amounts.ts'
import {
  type BookEntry,
  type BookLine,
  type BookParty,
  type Books,
  BooksFault,
  type BooksRead,
  noCompany,
} from './model.ts'
import { bySeries, dayAt, dayOrNull, key, list, may, monthOf, must, needed, node } from './nodes.ts'
import { rootOf } from './saft/read.ts'

export const xafSchema = 'XmlAuditfileFinancieel3.2.xsd'
const namespace = 'http://www.auditfiles.nl/XAF/3.2'

/** The format has fields for two dimensions: the cost centre, then the project. */
const dimensionFields = ['costID', 'projID'] as const

const signed = (amount: bigint, currency: string, before = ''): XmlNode[] => [
  must(`${before}${before ? 'A' : 'a'}mnt`, writeAbsolute(amount, currency)),
  must(`${before}${before ? 'A' : 'a'}mntTp`, amount < 0n ? 'C' : 'D'),
]

export function writeXaf(books: Books): string {
  const { company, span } = books
  const from = span?.from ?? books.madeOn
  return writeXml({
    name: 'auditfile',
    attributes: { xmlns: namespace },
    content: [
      node('header', [
        must('fiscalYear', from.slice(0, 4)),
        must('startDate', from),
        must('endDate', span?.to ?? books.madeOn),
        must('curCode', books.currency),
        must('dateCreated', books.madeOn),
        must('softwareDesc', books.program.name, 50),
        must('softwareVersion', books.program.version, 20),
      ]),
      node('company', [
        may('companyIdent', company.number, 35),
        must('companyName', company.name, 999),
        must('taxRegistrationCountry', company.country || 'NL'),
        must('taxRegIdent', company.vatNumber ?? '', 30),
        element('streetAddress', [
          may('streetname', company.street, 999),
          may('city', company.town, 50),
          may('postalCode', company.postalCode, 10),
          may('country', company.country || 'NL'),
        ]),
        element('customersSuppliers', books.parties.map(partyNode)),
        node(
          'generalLedger',
          books.accounts.map(account =>
            node('ledgerAccount', [
              key('accID', account.number, 35),
              must('accDesc', account.name, 999),
              must('accTp', account.type === 'income' || account.type === 'cost' ? 'P' : 'B'),
              may('leadReference', account.taxCodes[0] ?? null, 999),
            ]),
          ),
        ),
        element(
          'vatCodes',
          books.vatCodes.map(code =>
            node('vatCode', [
              key('vatID', code.code, 35),
              must('vatDesc', code.name, 999),
              may('vatToPayAccID', code.salesAccount, 35),
              may('vatToClaimAccID', code.purchaseAccount, 35),
            ]),
          ),
        ),
        periodsNode(books),
        openingNode(books),
        entriesNode(books),
      ]),
    ],
  })
}

function partyNode(party: BookParty): XmlNode {
  return node('customerSupplier', [
    key('custSupID', party.code, 35),
    must('custSupName', party.name, 50),
    may('commerceNr', party.number, 999),
    may('taxRegIdent', party.vatNumber, 30),
    must('custSupTp', { customer: 'C', supplier: 'S', both: 'B' }[party.side]),
    element('streetAddress', [
      may('streetname', party.street, 999),
      may('city', party.town, 50),
      may('postalCode', party.postalCode, 10),
      may('country', party.country),
    ]),
  ])
}

function periodsNode({ span }: Books): XmlNode | null {
  if (!span) return null
  const periods: XmlNode[] = []
  const last = Temporal.PlainDate.from(span.to)
  let from = Temporal.PlainDate.from(span.from)
  while (Temporal.PlainDate.compare(from, last) <= 0) {
    const end = from.with({ day: from.daysInMonth })
    periods.push(
      node('period', [
        must('periodNumber', String(from.month)),
        must('startDatePeriod', from.toString()),
        must('endDatePeriod', (Temporal.PlainDate.compare(end, last) < 0 ? end : last).toString()),
      ]),
    )
    from = end.add({ days: 1 })
  }
  return node('periods', periods)
}

const totals = (count: number, amounts: Iterable<bigint>, currency: string): XmlNode[] => {
  const { debit, credit } = turnover(amounts)
  return [
    must('linesCount', String(count)),
    must('totalDebit', writeAmount(debit, currency)),
    must('totalCredit', writeAmount(credit, currency)),
  ]
}

function openingNode(books: Books): XmlNode | null {
  const lines = (books.years[0]?.opening ?? []).filter(one => one.dimensions.length === 0)
  if (lines.length === 0) return null
  return node('openingBalance', [
    must('opBalDate', books.years[0]!.from),
    ...totals(
      lines.length,
      lines.map(one => one.amount),
      books.currency,
    ),
    ...lines.map((one, at) =>
      node('obLine', [must('nr', String(at + 1)), must('accID', one.account), ...signed(one.amount, books.currency)]),
    ),
  ])
}

function entriesNode(books: Books): XmlNode {
  const amounts = books.entries.flatMap(entry => entry.lines.map(line => line.amount))
  return node('transactions', [
    ...totals(amounts.length, amounts, books.currency),
    ...[...bySeries(books)].map(([series, entries]) =>
      node('journal', [
        key('jrnID', series, 35),
        must('desc', books.series.find(one => one.code === series)?.name || series, 9999),
        must('jrnTp', 'M'),
        ...entries.map(entry =>
          node('transaction', [
            key('nr', entry.number, 35),
            may('desc', entry.text, 9999),
            must('periodNumber', monthOf(entry.on)),
            must('trDt', entry.on),
            may('sourceID', entry.by, 35),
            ...entry.lines.map((line, at) => lineNode(line, at + 1, entry, books)),
          ]),
        ),
      ]),
    ),
  ])
}

function lineNode(line: BookLine, number: number, entry: BookEntry, books: Books): XmlNode {
  const value = (at: number): string | null =>
    line.dimensions.find(part => part.dimension === books.dimensions[at]?.code)?.value ?? null
  return node('trLine', [
    must('nr', String(number)),
    must('accID', line.account),
    must('docRef', entry.number, 999),
    must('effDate', line.on ?? entry.on),
    may('desc', line.text, 9999),
    ...signed(line.amount, books.currency),
    may('custSupID', line.party, 35),
    may(dimensionFields[0], value(0), 35),
    may(dimensionFields[1], value(1), 35),
    line.vat
      ? node('vat', [
          must('vatID', line.vat.code, 35),
          must('vatPerc', line.vat.rate ?? '0'),
          ...signed(line.vat.amount, books.currency, 'vat'),
        ])
      : null,
    line.foreign
      ? node('currency', [
          must('curCode', line.foreign.currency),
          must('curAmnt', writeAmount(line.foreign.amount, line.foreign.currency)),
        ])
      : null,
  ])
}

export function readXaf(bytes: Uint8Array): BooksRead {
  const root = rootOf(bytes, 'auditfile')
  const header = first(root, 'header')
  const company = first(root, 'company')
  if (!header || !company) throw new BooksFault('field-missing', root.line, { field: header ? 'company' : 'header' })
  const currency = needed(header, 'curCode')
  const span = { from: dayAt(header, 'startDate'), to: dayAt(header, 'endDate') }
  const journals = every(company, 'transactions/journal')
  const entries = journals.flatMap(journal =>
    list(journal, 'transaction').map(one => entryOf(one, needed(journal, 'jrnID'), currency)),
  )
  const lines = entries.reduce((count, entry) => count + entry.lines.length, 0)
  const said = textAt(company, 'transactions/linesCount')
  if (said && Number(said) !== lines)
    throw new BooksFault('total-differs', first(company, 'transactions')!.line, { says: said, is: String(lines) })
  const books: Books = {
    company: companyOf(company),
    currency,
    program: { name: textAt(header, 'softwareDesc') ?? '', version: textAt(header, 'softwareVersion') ?? '' },
    madeOn: dayAt(header, 'dateCreated'),
    madeBy: null,
    chart: null,
    years: [
      {
        ...span,
        opening: every(company, 'openingBalance/obLine').map(one => ({
          account: needed(one, 'accID'),
          amount: amountOf(one, currency),
          quantity: null,
          dimensions: [],
        })),
        closing: [],
      },
    ],
    span,
    accounts: every(company, 'generalLedger/ledgerAccount').map(one => ({
      number: needed(one, 'accID'),
      name: textAt(one, 'accDesc') ?? '',
      type: null,
      unit: null,
      taxCodes: [textAt(one, 'leadReference')].filter(code => code !== null),
    })),
    dimensions: dimensionsOf(entries),
    vatCodes: every(company, 'vatCodes/vatCode').map(one => ({
      code: needed(one, 'vatID'),
      name: textAt(one, 'vatDesc') ?? '',
      rate: null,
      direction: textAt(one, 'vatToPayAccID')
        ? textAt(one, 'vatToClaimAccID')
          ? 'both'
          : 'sale'
        : textAt(one, 'vatToClaimAccID')
          ? 'purchase'
          : 'both',
      standardCode: null,
      salesAccount: textAt(one, 'vatToPayAccID'),
      purchaseAccount: textAt(one, 'vatToClaimAccID'),
    })),
    parties: every(company, 'customersSuppliers/customerSupplier').map(partyOf),
    periodFigures: [],
    series: journals.map(journal => {
      const code = needed(journal, 'jrnID')
      const name = textAt(journal, 'desc') ?? ''
      return { code, name: name === code ? '' : name }
    }),
    entries,
  }
  return { books: { ...books, accounts: withTypes(books, company) }, findings: [] }
}

/** The file tells balance from result; within those the side of what was booked says which. */
function withTypes(books: Books, company: XmlElement): Books['accounts'] {
  const kind = new Map(
    every(company, 'generalLedger/ledgerAccount').map(one => [needed(one, 'accID'), textAt(one, 'accTp')]),
  )
  const sums = new Map<string, bigint>()
  const add = (account: string, amount: bigint): void => void sums.set(account, (sums.get(account) ?? 0n) + amount)
  for (const one of books.years[0]!.opening) add(one.account, one.amount)
  for (const entry of books.entries) for (const line of entry.lines) add(line.account, line.amount)
  return books.accounts.map(account => {
    const credit = (sums.get(account.number) ?? 0n) < 0n
    const result = kind.get(account.number) === 'P'
    return { ...account, type: result ? (credit ? 'income' : 'cost') : credit ? 'liability' : 'asset' }
  })
}

function amountOf(element: XmlElement, currency: string, before = ''): bigint {
  const name = before ? `${before}A` : 'a'
  const amount = readAmount(needed(element, `${name}mnt`), currency, element.line)
  return needed(element, `${name}mntTp`) === 'C' ? -amount : amount
}

function companyOf(company: XmlElement): Books['company'] {
  return {
    ...noCompany,
    name: textAt(company, 'companyName') ?? '',
    number: textAt(company, 'companyIdent'),
    vatNumber: textAt(company, 'taxRegIdent'),
    country: textAt(company, 'taxRegistrationCountry') ?? 'NL',
    street: textAt(company, 'streetAddress/streetname'),
    postalCode: textAt(company, 'streetAddress/postalCode'),
    town: textAt(company, 'streetAddress/city'),
  }
}

function partyOf(one: XmlElement): BookParty {
  const type = textAt(one, 'custSupTp')
  return {
    code: needed(one, 'custSupID'),
    name: textAt(one, 'custSupName') ?? '',
    side: type === 'C' ? 'customer' : type === 'S' ? 'supplier' : 'both',
    number: textAt(one, 'commerceNr'),
    vatNumber: textAt(one, 'taxRegIdent'),
    street: textAt(one, 'streetAddress/streetname'),
    postalCode: textAt(one, 'streetAddress/postalCode'),
    town: textAt(one, 'streetAddress/city'),
    country: textAt(one, 'streetAddress/country'),
    account: null,
    opening: 0n,
    closing: 0n,
  }
}

function entryOf(one: XmlElement, series: string, currency: string): BookEntry {
  const number = needed(one, 'nr')
  const on = dayAt(one, 'trDt')
  const lines = list(one, 'trLine').map((line): BookLine => {
    const vat = first(line, 'vat')
    const foreign = first(line, 'currency')
    const day = dayOrNull(line, 'effDate')
    return {
      account: needed(line, 'accID'),
      amount: amountOf(line, currency),
      text: textAt(line, 'desc'),
      on: day === on ? null : day,
      quantity: textAt(line, 'qntity'),
      by: null,
      dimensions: dimensionFields.flatMap(field => {
        const value = textAt(line, field)
        return value === null ? [] : [{ dimension: field, value }]
      }),
      vat: vat
        ? {
            code: needed(vat, 'vatID'),
            rate: textAt(vat, 'vatPerc'),
            base: null,
            amount: amountOf(vat, currency, 'vat'),
          }
        : null,
      party: textAt(line, 'custSupID'),
      foreign: foreign
        ? {
            currency: needed(foreign, 'curCode'),
            amount: readAmount(needed(foreign, 'curAmnt'), needed(foreign, 'curCode'), foreign.line),
          }
        : null,
    }
  })
  const difference = sumOf(lines.map(line => line.amount))
  if (difference !== 0n)
    throw new BooksFault('entry-unbalanced', one.line, {
      entry: `${series} ${number}`,
      difference: difference.toString(),
    })
  return { series, number, on, registeredOn: null, by: textAt(one, 'sourceID'), text: textAt(one, 'desc') ?? '', lines }
}

/** The format names no values: those that entries use are the dimensions. */
function dimensionsOf(entries: readonly BookEntry[]): Books['dimensions'] {
  return dimensionFields.flatMap(field => {
    const values = new Set(
      entries.flatMap(entry =>
        entry.lines.flatMap(line => line.dimensions.filter(part => part.dimension === field).map(part => part.value)),
      ),
    )
    const name = field === 'costID' ? 'Kostenplaats' : 'Project'
    return values.size === 0
      ? []
      : [{ code: field, name, parent: null, values: [...values].map(code => ({ code, name: code })) }]
  })
}

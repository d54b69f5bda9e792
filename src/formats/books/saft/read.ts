/** Reads the common shape of SAF-T, whatever its country and version. */
import { parseXml } from '../../xml/parse.ts'
import { XmlRefused } from '../../xml/refused.ts'
import { every, first, textAt, type XmlElement } from '../../xml/element.ts'
import { typeByNumber } from '../account-type.ts'
import { readAmount, readDay, sumOf } from '../amounts.ts'
import { closingFindings } from '../check.ts'
import {
  type Balance,
  type BookDimension,
  type BookEntry,
  type BookLine,
  type BookParty,
  type Books,
  BooksFault,
  type BooksRead,
  type BookVatCode,
  noCompany,
} from '../model.ts'
import { dayAt, dayOrNull, list, needed, readSided } from '../nodes.ts'

/** The root of an XML file, with what is refused said as a fault of the books. */
export function rootOf(bytes: Uint8Array, name: string): XmlElement {
  try {
    const root = parseXml(bytes)
    if (root.name !== name) throw new BooksFault('not-this-format', root.line, { root: root.name })
    return root
  } catch (thrown) {
    if (thrown instanceof XmlRefused) throw new BooksFault(thrown.refusal, thrown.line || null)
    throw thrown
  }
}

export interface SaftReading {
  readonly country: string
  /** The standard code's side of trade. */
  readonly direction: (standardCode: string | null, code: string) => BookVatCode['direction']
}

export function readSaft(bytes: Uint8Array, reading: SaftReading): BooksRead {
  const root = rootOf(bytes, 'AuditFile')
  const header = first(root, 'Header')
  if (!header) throw new BooksFault('field-missing', root.line, { field: 'Header' })
  const currency = textAt(header, 'DefaultCurrencyCode') ?? 'EUR'
  const span = spanOf(header)
  const accountElements = every(root, 'MasterFiles/GeneralLedgerAccounts/Account')
  const balances = (before: string): Balance[] =>
    accountElements.flatMap(one => {
      const amount = readSided(one, before, 'Balance', currency)
      return amount === 0n ? [] : [{ account: needed(one, 'AccountID'), amount, quantity: null, dimensions: [] }]
    })
  const entries = every(root, 'GeneralLedgerEntries/Journal').flatMap(journal => {
    const series = textAt(journal, 'JournalID') ?? ''
    return list(journal, 'Transaction').map(one => entryOf(one, series, currency))
  })
  const books: Books = {
    company: companyOf(header, reading.country),
    currency,
    program: { name: textAt(header, 'SoftwareID') ?? '', version: textAt(header, 'SoftwareVersion') ?? '' },
    madeOn: dayAt(header, 'AuditFileDateCreated'),
    madeBy: textAt(header, 'UserID'),
    chart: null,
    years: span ? [{ ...span, opening: balances('Opening'), closing: balances('Closing') }] : [],
    span,
    accounts: accountElements.map(one => ({
      number: needed(one, 'AccountID'),
      name: textAt(one, 'AccountDescription') ?? '',
      type: typeByNumber(reading.country, needed(one, 'AccountID')),
      unit: null,
      taxCodes: [textAt(one, 'GroupingCode') ?? textAt(one, 'StandardAccountID')].filter(code => code !== null),
    })),
    dimensions: dimensionsOf(every(root, 'MasterFiles/AnalysisTypeTable/AnalysisTypeTableEntry')),
    vatCodes: every(root, 'MasterFiles/TaxTable/TaxTableEntry/TaxCodeDetails').map(one => vatCodeOf(one, reading)),
    parties: partiesOf(root, currency),
    periodFigures: [],
    series: every(root, 'GeneralLedgerEntries/Journal').map(journal => {
      const code = textAt(journal, 'JournalID') ?? ''
      const name = textAt(journal, 'Description') ?? ''
      return { code, name: name === code ? '' : name }
    }),
    entries,
  }
  mustAgree(root, books)
  return { books, findings: closingFindings(books) }
}

/** Control totals at the head of the entries catch a file that was cut or changed. */
function mustAgree(root: XmlElement, { entries }: Books): void {
  const head = first(root, 'GeneralLedgerEntries')
  const said = head && textAt(head, 'NumberOfEntries')
  if (said && Number(said) !== entries.length)
    throw new BooksFault('total-differs', head.line, { says: said, is: String(entries.length) })
}

function spanOf(header: XmlElement): { from: string; to: string } | null {
  const criteria = first(header, 'SelectionCriteria')
  if (!criteria) return null
  const [from, to] = [dayOrNull(criteria, 'SelectionStartDate'), dayOrNull(criteria, 'SelectionEndDate')]
  if (from && to) return { from, to }
  const month = (number: string, year: string): Temporal.PlainDate =>
    Temporal.PlainDate.from(
      readDay(`${needed(criteria, year)}-${needed(criteria, number).padStart(2, '0')}-01`, criteria.line),
    )
  const end = month('PeriodEnd', 'PeriodEndYear')
  return {
    from: month('PeriodStart', 'PeriodStartYear').toString(),
    to: end.with({ day: end.daysInMonth }).toString(),
  }
}

const used = (text: string | null): string | null => (text === 'NotUsed' ? null : text)

function companyOf(header: XmlElement, country: string): Books['company'] {
  const at = (path: string): string | null => textAt(header, `Company/${path}`)
  const person = [used(at('Contact/ContactPerson/FirstName')), used(at('Contact/ContactPerson/LastName'))]
  return {
    ...noCompany,
    name: at('Name') ?? '',
    number: at('RegistrationNumber'),
    vatNumber: at('TaxRegistration/TaxRegistrationNumber'),
    country: textAt(header, 'AuditFileCountry') ?? country,
    contact: person.filter(Boolean).join(' ') || null,
    street: at('Address/StreetName'),
    postalCode: at('Address/PostalCode'),
    town: at('Address/City'),
    phone: at('Contact/Telephone'),
    email: at('Contact/Email'),
  }
}

function dimensionsOf(elements: readonly XmlElement[]): BookDimension[] {
  const found = new Map<string, { name: string; values: { code: string; name: string }[] }>()
  for (const one of elements) {
    const code = needed(one, 'AnalysisType')
    const dimension = found.get(code) ?? { name: textAt(one, 'AnalysisTypeDescription') ?? code, values: [] }
    found.set(code, dimension)
    dimension.values.push({ code: needed(one, 'AnalysisID'), name: textAt(one, 'AnalysisIDDescription') ?? '' })
  }
  return [...found].map(([code, { name, values }]) => ({ code, name, parent: null, values }))
}

function vatCodeOf(one: XmlElement, reading: SaftReading): BookVatCode {
  const code = needed(one, 'TaxCode')
  const standardCode = textAt(one, 'StandardTaxCode')
  return {
    code,
    name: textAt(one, 'Description') ?? '',
    rate: textAt(one, 'TaxPercentage'),
    direction: reading.direction(standardCode, code),
    standardCode,
    salesAccount: null,
    purchaseAccount: null,
  }
}

function partiesOf(root: XmlElement, currency: string): BookParty[] {
  const found = new Map<string, BookParty>()
  for (const [side, word] of [
    ['customer', 'Customer'],
    ['supplier', 'Supplier'],
  ] as const) {
    for (const one of every(root, `MasterFiles/${word}s/${word}`)) {
      const code = needed(one, `${word}ID`)
      const holder = first(one, 'BalanceAccount') ?? one
      const known = found.get(code)
      found.set(code, {
        code,
        name: textAt(one, 'Name') ?? '',
        side: known ? 'both' : side,
        number: textAt(one, 'RegistrationNumber'),
        vatNumber: textAt(one, 'TaxRegistration/TaxRegistrationNumber'),
        street: textAt(one, 'Address/StreetName'),
        postalCode: textAt(one, 'Address/PostalCode'),
        town: textAt(one, 'Address/City'),
        country: textAt(one, 'Address/Country'),
        account: textAt(holder, 'AccountID'),
        opening: readSided(holder, 'Opening', 'Balance', currency),
        closing: readSided(holder, 'Closing', 'Balance', currency),
      })
    }
  }
  return [...found.values()]
}

function entryOf(one: XmlElement, series: string, currency: string): BookEntry {
  const id = needed(one, 'TransactionID')
  const lines = [...list(one, 'Line'), ...list(one, 'TransactionLine')].map(line => lineOf(line, currency))
  const difference = sumOf(lines.map(line => line.amount))
  if (difference !== 0n)
    throw new BooksFault('entry-unbalanced', one.line, { entry: id, difference: difference.toString() })
  return {
    series,
    number: id.startsWith(`${series}-`) ? id.slice(series.length + 1).replace(/~\d+$/, '') : id,
    on: dayOrNull(one, 'TransactionDate') ?? dayAt(one, 'GLPostingDate'),
    registeredOn: dayOrNull(one, 'SystemEntryDate'),
    by: textAt(one, 'SourceID'),
    text: textAt(one, 'Description') ?? '',
    lines,
  }
}

function lineOf(one: XmlElement, currency: string): BookLine {
  const debit = first(one, 'DebitAmount')
  const side = debit ?? first(one, 'CreditAmount')
  if (!side) throw new BooksFault('field-missing', one.line, { field: 'DebitAmount' })
  const sign = debit ? 1n : -1n
  const money = textAt(side, 'CurrencyCode')
  const tax = first(one, 'TaxInformation')
  const party = [textAt(one, 'CustomerID'), textAt(one, 'SupplierID')].find(code => code !== null && code !== '0')
  return {
    account: needed(one, 'AccountID'),
    amount: sign * readAmount(textAt(side, 'Amount') ?? side.text.trim(), currency, side.line),
    text: textAt(one, 'Description'),
    on: dayOrNull(one, 'ValueDate'),
    quantity: textAt(one, 'Quantity'),
    by: null,
    dimensions: list(one, 'Analysis').map(part => ({
      dimension: needed(part, 'AnalysisType'),
      value: needed(part, 'AnalysisID'),
    })),
    vat: tax ? vatOf(tax, currency) : null,
    party: party ?? null,
    foreign:
      money && money !== currency && textAt(side, 'CurrencyAmount')
        ? { currency: money, amount: sign * readAmount(textAt(side, 'CurrencyAmount')!, money, side.line) }
        : null,
  }
}

function vatOf(tax: XmlElement, currency: string): BookLine['vat'] {
  const code = textAt(tax, 'TaxCode')
  if (code === null || code === '000000') return null
  const amount = (path: string): bigint => {
    const text = textAt(tax, `${path}/Amount`) ?? textAt(tax, path)
    return text === null ? 0n : readAmount(text, currency, tax.line)
  }
  const base = textAt(tax, 'TaxBase')
  return {
    code,
    rate: textAt(tax, 'TaxPercentage'),
    base: base === null ? null : readAmount(base, currency, tax.line),
    amount: amount('DebitTaxAmount') - amount('CreditTaxAmount') + amount('TaxAmount'),
  }
}

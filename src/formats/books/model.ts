/**
 * Books as the world's exchange formats know them: one neutral model that every reader gives and every writer takes. Amounts are
 * minor units of the books' currency, debit positive and credit negative; days are `YYYY-MM-DD`.
 */
export type Day = string

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'cost'

export interface Company {
  readonly name: string
  /** Registration number as written in the country's register. */
  readonly number: string | null
  readonly vatNumber: string | null
  readonly country: string
  /** Legal form and the file's own id of the company, where the format has them. */
  readonly form: string | null
  readonly id: string | null
  readonly contact: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly town: string | null
  readonly phone: string | null
  readonly email: string | null
}

export interface BookAccount {
  readonly number: string
  readonly name: string
  readonly type: AccountType | null
  readonly unit: string | null
  /** Codes of tax forms and taxonomies (SRU, RGS, taxonomia), as the chart gives them. */
  readonly taxCodes: readonly string[]
}

export interface DimensionPart {
  readonly dimension: string
  readonly value: string
}

export interface BookDimension {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly values: readonly { readonly code: string; readonly name: string }[]
}

export interface BookVatCode {
  readonly code: string
  readonly name: string
  /** Percent as a decimal text ("25", "13.5"); null where it has none. */
  readonly rate: string | null
  readonly direction: 'sale' | 'purchase' | 'both'
  /** The code of the country's own list, where the chart gives it. */
  readonly standardCode: string | null
  readonly salesAccount: string | null
  readonly purchaseAccount: string | null
}

export interface BookParty {
  readonly code: string
  readonly name: string
  readonly side: 'customer' | 'supplier' | 'both'
  readonly number: string | null
  readonly vatNumber: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly town: string | null
  readonly country: string | null
  readonly account: string | null
  readonly opening: bigint
  readonly closing: bigint
}

/** A balance of an account; with dimensions it is a part of the account's own balance, never beside it. */
export interface Balance {
  readonly account: string
  readonly amount: bigint
  readonly quantity: string | null
  readonly dimensions: readonly DimensionPart[]
}

export interface BookYear {
  readonly from: Day
  readonly to: Day
  readonly opening: readonly Balance[]
  /** Closing balances of balance accounts and the results of the others. */
  readonly closing: readonly Balance[]
}

/** A month's change of an account, or what was planned for it. */
export interface PeriodFigure extends Balance {
  readonly year: number
  readonly month: string
  readonly budget: boolean
}

export interface LineVat {
  readonly code: string
  readonly rate: string | null
  readonly base: bigint | null
  /** The tax, with the sign of the line it belongs to. */
  readonly amount: bigint
}

export interface BookLine {
  readonly account: string
  readonly amount: bigint
  readonly text: string | null
  readonly on: Day | null
  readonly quantity: string | null
  readonly by: string | null
  readonly dimensions: readonly DimensionPart[]
  readonly vat: LineVat | null
  readonly party: string | null
  readonly foreign: { readonly currency: string; readonly amount: bigint } | null
}

export interface BookEntry {
  readonly series: string
  /** As it stands in the file: gaps, repetitions and letters are the former program's, and are kept. */
  readonly number: string
  readonly on: Day
  readonly registeredOn: Day | null
  readonly by: string | null
  readonly text: string
  readonly lines: readonly BookLine[]
}

export interface Books {
  readonly company: Company
  readonly currency: string
  readonly program: { readonly name: string; readonly version: string }
  readonly madeOn: Day
  readonly madeBy: string | null
  readonly chart: string | null
  /** The newest first: the year of the entries, then those before it. Empty in files that carry entries alone. */
  readonly years: readonly BookYear[]
  /** What of the year the entries cover. */
  readonly span: { readonly from: Day; readonly to: Day } | null
  readonly accounts: readonly BookAccount[]
  readonly dimensions: readonly BookDimension[]
  readonly vatCodes: readonly BookVatCode[]
  readonly parties: readonly BookParty[]
  readonly periodFigures: readonly PeriodFigure[]
  readonly series: readonly { readonly code: string; readonly name: string }[]
  readonly entries: readonly BookEntry[]
}

/** Something that a reader or check noticed and that does not stop the file from being used. */
export interface BooksFinding {
  readonly name: string
  readonly line: number | null
  readonly data: Readonly<Record<string, string>>
}

/** A file that cannot be used: what is wrong, and in which line. */
export class BooksFault extends Error {
  readonly what: string
  readonly line: number | null
  readonly data: Readonly<Record<string, string>>

  constructor(what: string, line: number | null, data: Readonly<Record<string, string>> = {}) {
    const facts = Object.entries(data).map(([key, value]) => `${key} ${value}`)
    super(`${what}${line === null ? '' : ` in line ${line}`}${facts.length ? ` (${facts.join(', ')})` : ''}`)
    this.what = what
    this.line = line
    this.data = data
  }
}

/** What a reader gives. */
export interface BooksRead {
  readonly books: Books
  readonly findings: readonly BooksFinding[]
}

export const noCompany: Company = {
  name: '',
  number: null,
  vatNumber: null,
  country: '',
  form: null,
  id: null,
  contact: null,
  street: null,
  postalCode: null,
  town: null,
  phone: null,
  email: null,
}

/** A line with nothing but account and amount. */
export const plainLine = (account: string, amount: bigint): BookLine => ({
  account,
  amount,
  text: null,
  on: null,
  quantity: null,
  by: null,
  dimensions: [],
  vat: null,
  party: null,
  foreign: null,
})

import type { DateStyle } from '../formats.ts'
import type { Face } from '../fonts.ts'
import type { Trade } from '../trades/types.ts'
import type { Country, Currency, Language } from '../types.ts'

export const billLayouts = ['classic', 'band', 'letterhead', 'sidebar', 'ledger', 'utility'] as const
export type BillLayout = (typeof billLayouts)[number]

export const marks = [
  'spiral',
  'roof',
  'wave',
  'leaf',
  'hexagon',
  'bars',
  'arch',
  'bolt',
  'drop',
  'key',
  'ring',
  'monogram',
] as const
export type Mark = (typeof marks)[number]

export interface Look {
  readonly layout: BillLayout
  readonly face: Face
  readonly colour: string
  readonly mark: Mark
  readonly dates: DateStyle
}

/** Where money for it goes: every party has an IBAN, most a national number that stands on its bills instead. */
export interface Bank {
  readonly name: string
  readonly iban: string
  readonly bic: string
  /** As printed: `5730-9122`, `1503 61 12345`, `20-45-77 · 12345678`. */
  readonly account: string | null
  /** Multibanco entity of five digits. */
  readonly entity?: string
}

export interface Party {
  readonly key: string
  readonly name: string
  readonly country: Country
  readonly language: Language | 'de'
  readonly street: string
  /** Postcode and town as the country writes them on one line. */
  readonly town: string
  readonly phone: string
  readonly mail: string
  readonly web: string
  /** As printed: 556710-2941, J12/1234/2009, 12345678 (KvK). */
  readonly organisation: string
  /** Without blanks: SE556710294101, NO987654321MVA. */
  readonly vat: string
  readonly bank: Bank
  readonly currency: Currency
  readonly look: Look
  readonly trade: Trade
  readonly termDays: number
  readonly person: string
  /** What its bill numbers begin with, and where they stood at the beginning of November 2026. */
  readonly series: string
  readonly nextNumber: number
  /** A line of the registered particulars under the paper that is this party's own. */
  readonly registered?: string
  /** Goods and services at a place (hotel, site): the country's own VAT even to a foreign buyer. */
  readonly onSite?: boolean
}

/** Who the papers are addressed to. */
export interface Office {
  readonly name: string
  readonly country: Country
  readonly language: Language
  readonly street: string
  readonly town: string
  readonly organisation: string
  readonly vat: string
  readonly mail: string
  readonly domain: string
  /** IANA zone of the arrival times. */
  readonly zone: string
  readonly people: readonly Person[]
}

export interface Person {
  readonly name: string
  readonly role: string
}

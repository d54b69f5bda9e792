import {
  bankgiro,
  britishVat,
  dutchAccount,
  dutchVat,
  germanVat,
  ibanOf,
  ibanPrinted,
  irishVat,
  norwegianAccount,
  norwegianOrganisation,
  portugueseNib,
  portugueseNif,
  romanianCui,
  swedishOrganisation,
} from '../check-digits.ts'
import type { Country, Currency, Language } from '../types.ts'
import type { Bank, Party } from './types.ts'

type Own = Omit<
  Party,
  'country' | 'language' | 'organisation' | 'vat' | 'bank' | 'currency' | 'web' | 'mail' | 'termDays'
> & {
  /** Payload of the company number, without check digit. */
  readonly company: string
  /** Payload of the account, without check digits. */
  readonly money: string
  readonly domain: string
  readonly mail?: string
  readonly termDays?: number
}

interface Home {
  readonly country: Country
  readonly language: Language | 'de'
  readonly currency: Currency
  readonly termDays: number
  readonly mailbox: string
}

const founded = (own: Own, home: Home, organisation: string, vat: string, bank: Bank): Party => {
  const { company: _company, money: _money, domain, ...rest } = own
  return {
    ...rest,
    country: home.country,
    language: home.language,
    currency: home.currency,
    termDays: own.termDays ?? home.termDays,
    mail: own.mail ?? `${home.mailbox}@${domain}`,
    web: `www.${domain}`,
    organisation,
    vat,
    bank,
  }
}

/** Swedish company: `company` nine digits, `money` the Bankgiro without its check digit. */
export const swedish = (own: Own): Party => {
  const organisation = swedishOrganisation(own.company)
  const bban = `600${own.money.padStart(16, '0')}8`
  return founded(
    own,
    { country: 'SE', language: 'sv', currency: 'SEK', termDays: 30, mailbox: 'faktura' },
    organisation,
    `SE${organisation.replace('-', '')}01`,
    { name: 'Handelsbanken', iban: ibanOf('SE', bban), bic: 'HANDSESS', account: bankgiro(own.money) },
  )
}

/** Norwegian company: `company` eight digits, `money` ten. */
export const norwegian = (own: Own): Party => {
  const organisation = norwegianOrganisation(own.company)
  const account = norwegianAccount(own.money)
  return founded(
    own,
    { country: 'NO', language: 'nb', currency: 'NOK', termDays: 14, mailbox: 'faktura' },
    organisation.replace(/(...)(?=.)/g, '$1 '),
    `NO${organisation}MVA`,
    { name: 'DNB', iban: ibanOf('NO', account), bic: 'DNBANOKK', account: account.replace(/^(....)(..)/, '$1 $2 ') },
  )
}

const dutchBanks: Readonly<Record<string, readonly [string, string]>> = {
  INGB: ['ING Bank', 'INGBNL2A'],
  RABO: ['Rabobank', 'RABONL2U'],
  ABNA: ['ABN AMRO', 'ABNANL2A'],
  TRIO: ['Triodos Bank', 'TRIONL2U'],
}

/** Dutch company: `company` eight digits of the RSIN, `money` bank code and nine digits; KvK number beside it. */
export const dutch = (own: Own & { readonly kvk: string }): Party => {
  const { kvk, ...rest } = own
  const code = own.money.slice(0, 4)
  const [name, bic] = dutchBanks[code] ?? ['', '']
  return founded(
    rest,
    { country: 'NL', language: 'nl', currency: 'EUR', termDays: 30, mailbox: 'administratie' },
    kvk,
    dutchVat(own.company),
    { name, iban: ibanOf('NL', code + dutchAccount(own.money.slice(4))), bic, account: null },
  )
}

const romanianBanks: Readonly<Record<string, readonly [string, string]>> = {
  BTRL: ['Banca Transilvania', 'BTRLRO22'],
  RNCB: ['Banca Comercială Română', 'RNCBROBU'],
  BRDE: ['BRD', 'BRDEROBU'],
  INGB: ['ING Bank', 'INGBROBU'],
}

/** Romanian company: `company` the CUI without its check digit, `money` bank code and sixteen signs, `register` the J number. */
export const romanian = (own: Own & { readonly register: string }): Party => {
  const { register, ...rest } = own
  const [name, bic] = romanianBanks[own.money.slice(0, 4)] ?? ['', '']
  return founded(
    rest,
    { country: 'RO', language: 'ro', currency: 'RON', termDays: 15, mailbox: 'facturare' },
    register,
    `RO${romanianCui(own.company)}`,
    { name, iban: ibanOf('RO', own.money), bic, account: null },
  )
}

/** Portuguese company: `company` eight digits, `money` nineteen digits of the NIB. */
export const portuguese = (own: Own & { readonly entity?: string }): Party => {
  const { entity, ...rest } = own
  const nif = portugueseNif(own.company)
  const cgd = own.money.startsWith('0035')
  return founded(
    rest,
    { country: 'PT', language: 'pt', currency: 'EUR', termDays: 30, mailbox: 'faturacao' },
    nif,
    `PT${nif}`,
    {
      name: cgd ? 'Caixa Geral de Depósitos' : 'Millennium bcp',
      iban: ibanOf('PT', portugueseNib(own.money)),
      bic: cgd ? 'CGDIPTPL' : 'BCOMPTPL',
      account: null,
      ...(entity === undefined ? {} : { entity }),
    },
  )
}

/** British company: `company` seven digits of the VAT number, `money` sort code and account number. */
export const british = (own: Own & { readonly house: string }): Party => {
  const { house, ...rest } = own
  const sort = own.money.slice(0, 6).replace(/(..)(?=.)/g, '$1-')
  return founded(
    rest,
    { country: 'GB', language: 'en', currency: 'GBP', termDays: 30, mailbox: 'accounts' },
    house,
    britishVat(own.company),
    {
      name: 'NatWest',
      iban: ibanOf('GB', `NWBK${own.money}`),
      bic: 'NWBKGB2L',
      account: `${sort} ${own.money.slice(6)}`,
    },
  )
}

/** Irish company, as the British. */
export const irish = (own: Own & { readonly house: string }): Party => {
  const { house, ...rest } = own
  return founded(
    rest,
    { country: 'IE', language: 'en', currency: 'EUR', termDays: 30, mailbox: 'accounts' },
    house,
    irishVat(own.company),
    { name: 'Allied Irish Banks', iban: ibanOf('IE', `AIBK${own.money}`), bic: 'AIBKIE2D', account: null },
  )
}

/** German company: `company` eight digits, `money` Bankleitzahl and ten digits. */
export const german = (own: Own & { readonly register: string }): Party => {
  const { register, ...rest } = own
  return founded(
    rest,
    { country: 'DE', language: 'de', currency: 'EUR', termDays: 21, mailbox: 'buchhaltung' },
    register,
    germanVat(own.company),
    { name: 'Hamburger Sparkasse', iban: ibanOf('DE', own.money), bic: 'HASPDEHH', account: null },
  )
}

/** A VAT number as its country prints it. */
export const vatPrinted = (party: { readonly country: Country; readonly vat: string }): string => {
  if (party.country === 'NO') return party.vat.replace(/^NO(...)(...)(...)MVA$/, 'NO $1 $2 $3 MVA')
  if (party.country === 'GB') return party.vat.replace(/^GB(...)(....)(..)$/, 'GB $1 $2 $3')
  return party.country === 'PT' ? party.vat.slice(2) : party.vat
}

export { ibanPrinted }

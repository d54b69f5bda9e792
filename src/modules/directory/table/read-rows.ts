/** The parties that the rows of a table say. Pure: nothing is looked up here. */
import type { ColumnMapping, ColumnMeaning, ImportKind } from '../contract/table.ts'
import type { PartyKind } from '../contract/shapes.ts'
import { type Account, readAccount } from '../numbers.ts'
import { fold } from '../../../kernel/language/fold.ts'
import { bearsLegalForm } from './looks-like.ts'
import { repairTwice } from '../../../kernel/table/decode.ts'
import { splitTable } from '../../../kernel/table/split.ts'

export interface ReadParty {
  /** Line of the table, counted from 1 with its header. */
  readonly row: number
  readonly kind: PartyKind
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly organisation: string | null
  readonly role: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string | null
  readonly companyNumber: string | null
  readonly vatNumber: string | null
  readonly account: Account | null
  readonly website: string | null
  readonly language: string | null
  readonly note: string
  /** What a card says beyond what a row can: further addresses and accounts, labels in the order of numbers and mails. */
  readonly more?: {
    readonly addresses: readonly ReadAddress[]
    readonly accounts: readonly Account[]
    readonly phoneLabels: readonly string[]
    readonly emailLabels: readonly string[]
    readonly languages: readonly string[]
    readonly preferredWay: string | null
  }
}

export interface ReadAddress {
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string | null
  readonly label: string
}

/** Every account that was read of one. */
export function accountsOf(read: ReadParty): readonly Account[] {
  return [...(read.account ? [read.account] : []), ...(read.more?.accounts ?? [])]
}

/** Every address that was read of one. */
export function addressesOf(read: ReadParty): readonly ReadAddress[] {
  const { street, postcode, city, country } = read
  const first = street || postcode || city ? [{ street, postcode, city, country, label: '' }] : []
  return read.more ? read.more.addresses : first
}

export interface ReadTable {
  readonly parties: readonly ReadParty[]
  /** Lines that give no party, and why: `no-name`. */
  readonly unusable: readonly { readonly row: number; readonly why: string }[]
}

/** Reads all rows under a mapping; `country` is where numbers without a country belong. */
export function readRows(text: string, mapping: ColumnMapping, kind: ImportKind, country: string): ReadTable {
  const rows = splitTable(repairTwice(text), mapping.separator)
  const parties: ReadParty[] = []
  const unusable: { row: number; why: string }[] = []
  rows.forEach((cells, at) => {
    if (mapping.header && at === 0) return
    const party = readRow(at + 1, cells, mapping.columns, kind, country)
    if (party) parties.push(party)
    else unusable.push({ row: at + 1, why: 'no-name' })
  })
  return { parties, unusable }
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly ColumnMeaning[],
  kind: ImportKind,
  country: string,
): ReadParty | null {
  const all = (meaning: ColumnMeaning) =>
    columns.flatMap((column, at) => (column === meaning && cells[at] ? [clean(cells[at])] : [])).filter(Boolean)
  const one = (meaning: ColumnMeaning) => all(meaning)[0] ?? ''
  const names = personName(one('name'), one('givenName'), one('familyName'))
  const organisation = one('organisation')
  const person = names.name !== ''
  const name = (person ? names.name : organisation).slice(0, 200)
  if (!name) return null
  const numbers = { companyNumber: one('companyNumber') || null, vatNumber: one('vatNumber') || null }
  const is: PartyKind = kind !== 'auto' ? kind : (kindSaid(one('kind')) ?? kindOf(names, organisation, person, numbers))
  const place = placeOf(one('postcode'), one('city'), one('postcodeCity'))
  const account = readAccount(one('account'), undefined, country)
  return {
    row,
    kind: is,
    name,
    givenName: is === 'person' ? names.givenName?.slice(0, 100) || null : null,
    familyName: is === 'person' ? names.familyName?.slice(0, 100) || null : null,
    organisation: is === 'person' && organisation && organisation !== name ? organisation.slice(0, 200) : null,
    role: one('role').slice(0, 100) || null,
    emails: [...new Set(all('email').flatMap(emailsIn))].slice(0, 5),
    phones: [...new Set([...all('phone'), ...all('mobile')])]
      .filter(phone => /\d{3}/.test(phone))
      .map(phone => phone.slice(0, 60))
      .slice(0, 5),
    street: one('street').slice(0, 300),
    ...place,
    country: countryCode(one('country')),
    companyNumber: is === 'organisation' ? (numbers.companyNumber?.slice(0, 40) ?? null) : null,
    vatNumber: is === 'organisation' ? (numbers.vatNumber?.slice(0, 40) ?? null) : null,
    account: account.ok ? account.account : null,
    website: one('website').slice(0, 300) || null,
    language: languageCode(one('language')),
    note: all('note').join('\n').slice(0, 20_000),
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f]/g
/** An apostrophe before what a spreadsheet would take for a formula is the writer's, not the office's. */
const clean = (cell: string) =>
  cell
    .replace(/^'(?=[=+@-])/, '')
    .replace(/\s+/g, ' ')
    .replace(unprintable, '')
    .toWellFormed()
    .trim()

interface PersonName {
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
}

/** "Öberg, Karin" is turned round; of two columns one name is made. */
function personName(full: string, given: string, family: string): PersonName {
  if (given || family)
    return {
      name: full || [given, family].filter(Boolean).join(' '),
      givenName: given || null,
      familyName: family || null,
    }
  const turned = /^([\p{L}'. -]+), ([\p{L}'. -]+)$/u.exec(full)
  if (turned && !bearsLegalForm(full))
    return { name: `${turned[2]} ${turned[1]}`, givenName: turned[2]!, familyName: turned[1]! }
  return { name: full, givenName: null, familyName: null }
}

const kindWords: Readonly<Record<string, PartyKind>> = {
  person: 'person',
  persoon: 'person',
  persoana: 'person',
  pessoa: 'person',
  individual: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  organisasjon: 'organisation',
  organisatie: 'organisation',
  organizatie: 'organisation',
  organizacao: 'organisation',
  org: 'organisation',
}

function kindSaid(cell: string): PartyKind | undefined {
  return kindWords[fold(cell)]
}

function kindOf(
  names: PersonName,
  organisation: string,
  person: boolean,
  numbers: { companyNumber: string | null; vatNumber: string | null },
): PartyKind {
  if (!person) return 'organisation'
  if (names.givenName || names.familyName) return 'person'
  if (bearsLegalForm(names.name)) return 'organisation'
  if (organisation) return 'person'
  if (numbers.companyNumber || numbers.vatNumber) return 'organisation'
  return /^\p{Lu}[\p{L}'.-]*( (van|van der|de|den|der|da|do|dos|von|af))?( \p{Lu}[\p{L}'.-]*){1,3}$/u.test(names.name)
    ? 'person'
    : 'organisation'
}

/** "411 05 Göteborg" in one cell is a postcode and a town. */
function placeOf(postcode: string, city: string, both: string): { postcode: string; city: string } {
  const split = /^((?:[A-Z]{1,2}-?)?(?:\d{3} ?\d{2}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}|\d{4,6}))\s+(.+)$/u.exec(both)
  return {
    postcode: (postcode || split?.[1] || '').slice(0, 20),
    city: (city || split?.[2] || (split ? '' : both)).slice(0, 100),
  }
}

function emailsIn(cell: string): string[] {
  return cell
    .split(/[;,\s]+/)
    .map(part => part.replace(/^.*<|>.*$/g, '').toLowerCase())
    .filter(part => /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[a-z]{2,}$/.test(part) && part.length <= 254)
}

const countries: Readonly<Record<string, string>> = {
  sweden: 'SE',
  sverige: 'SE',
  suedia: 'SE',
  suécia: 'SE',
  zweden: 'SE',
  norway: 'NO',
  norge: 'NO',
  norvegia: 'NO',
  noruega: 'NO',
  noorwegen: 'NO',
  netherlands: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  nederländerna: 'NL',
  olanda: 'NL',
  romania: 'RO',
  românia: 'RO',
  rumänien: 'RO',
  roemenië: 'RO',
  roménia: 'RO',
  portugal: 'PT',
  portugalia: 'PT',
  uk: 'GB',
  'united kingdom': 'GB',
  england: 'GB',
  ireland: 'IE',
  denmark: 'DK',
  danmark: 'DK',
  finland: 'FI',
  germany: 'DE',
  tyskland: 'DE',
  duitsland: 'DE',
}

function countryCode(cell: string): string | null {
  if (/^[A-Z]{2}$/.test(cell)) return cell === 'UK' ? 'GB' : cell
  return countries[cell.toLowerCase()] ?? null
}

function languageCode(cell: string): string | null {
  const code = cell.toLowerCase().slice(0, 2)
  return code === 'no' || code === 'nn'
    ? 'nb'
    : ['en', 'sv', 'nb', 'nl', 'ro', 'pt'].includes(code) && cell.length === 2
      ? code
      : null
}

/** vCards 3 and 4 (RFC 2426, RFC 6350) as parties. Pure: nothing is looked up here. */
import ICAL from 'ical.js'
import { repairTwice } from '../../../kernel/table/decode.ts'
import { preferredWays, spokenLanguages } from '../contract/shapes.ts'
import { type Account, readAccount } from '../numbers.ts'
import type { ReadAddress, ReadParty, ReadTable } from '../table/read-rows.ts'

type Value = string | readonly Value[]
type Property = readonly [name: string, parameters: Record<string, string | string[]>, type: string, ...values: Value[]]

export const areCards = (text: string) => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2_000))

/** The cards of a file; null where it cannot be read as any. `row` counts cards. */
export function readCards(text: string, country: string): ReadTable | null {
  const parties: ReadParty[] = []
  const unusable: { row: number; why: string }[] = []
  const cards = repairTwice(text).match(/^\s*BEGIN:VCARD[\s\S]*?^\s*END:VCARD\s*$/gim) ?? []
  cards.forEach((card, at) => {
    const properties = propertiesOf(card)
    const party = properties && readCard(at + 1, properties, country)
    if (party) parties.push(party)
    else unusable.push({ row: at + 1, why: properties ? 'no-name' : 'unreadable' })
  })
  return cards.length > 0 && unusable.every(one => one.why === 'unreadable') && parties.length === 0
    ? null
    : { parties, unusable }
}

/** One card that is broken leaves the others readable. */
function propertiesOf(card: string): readonly Property[] | null {
  try {
    // Before version 4 a property may stand in a group ("item1.TEL"), which the parser takes for a name.
    const read = ICAL.parse(card.trim().replace(/^[\w-]+\.(?=[\w-]+[;:])/gm, '')) as [string, Property[]]
    return read[1]
  } catch {
    return null
  }
}

const flat = (value: Value | undefined): string =>
  Array.isArray(value) ? value.map(flat).filter(Boolean).join(', ') : String(value ?? '')
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const line = (value: Value | undefined, most: number) =>
  flat(value).replace(/\s+/g, ' ').replace(unprintable, '').toWellFormed().trim().slice(0, most)

function readCard(row: number, properties: readonly Property[], country: string): ReadParty | null {
  const all = (name: string) => properties.filter(property => property[0].toLowerCase() === name)
  const first = (name: string) => all(name)[0]?.[3]
  const names = first('n')
  const [family, given] = Array.isArray(names) ? (names as readonly Value[]).map(part => line(part, 100)) : []
  const employers = first('org')
  const organisation = line(Array.isArray(employers) ? employers[0] : employers, 200)
  const isOrganisation = /^org$/i.test(line(first('kind'), 20)) || /^company$/i.test(line(first('x-abshowas'), 20))
  const fullName = line(first('fn'), 200) || [given, family].filter(Boolean).join(' ')
  const name = fullName || organisation
  if (!name) return null
  const kind = isOrganisation || (!given && !family && organisation === name) ? 'organisation' : 'person'
  const phones = unique(
    all('tel'),
    value => line(value, 60).replace(/^tel:/i, ''),
    told => /\d{3}/.test(told),
  )
  const emails = unique(
    all('email'),
    value => line(value, 254).toLowerCase(),
    told => /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[a-z]{2,}$/.test(told),
  )
  const addresses = all('adr').flatMap(addressIn).slice(0, 10)
  const accounts = accountsIn([...all('x-kontor-account'), ...all('x-iban')], country)
  const languages = all('lang').map(property => line(property[3], 10).toLowerCase().split('-')[0]!)
  const way = line(first('x-kontor-preferred-way'), 20)
  return {
    row,
    kind,
    name,
    givenName: kind === 'person' ? given || null : null,
    familyName: kind === 'person' ? family || null : null,
    organisation: kind === 'person' && organisation && organisation !== name ? organisation : null,
    role: kind === 'person' ? line(first('title') ?? first('role'), 100) || null : null,
    emails: emails.map(([told]) => told),
    phones: phones.map(([told]) => told),
    street: '',
    postcode: '',
    city: '',
    country:
      countryOf(line(first('x-kontor-country'), 2)) ?? addresses.find(address => address.country)?.country ?? null,
    companyNumber: kind === 'organisation' ? line(first('x-kontor-company-number'), 40) || null : null,
    vatNumber: kind === 'organisation' ? line(first('x-kontor-vat-number'), 40) || null : null,
    account: null,
    website: line(first('url'), 300) || null,
    language: [line(first('x-kontor-language'), 5), ...languages].map(languageOf).find(Boolean) ?? null,
    note: all('note')
      .map(property => flat(property[3]).replace(/\r\n?/g, '\n').replace(unprintable, '').toWellFormed())
      .join('\n')
      .trim()
      .slice(0, 20_000),
    more: {
      addresses,
      accounts,
      phoneLabels: phones.map(([, label]) => label),
      emailLabels: emails.map(([, label]) => label),
      languages: [...new Set(languages)]
        .filter(code => (spokenLanguages as readonly string[]).includes(code))
        .slice(0, 10),
      preferredWay: (preferredWays as readonly string[]).includes(way) ? way : null,
    },
  }
}

/** Each value once, with the label that stands by it, at most ten. */
function unique(
  properties: readonly Property[],
  read: (value: Value | undefined) => string,
  fits: (told: string) => boolean,
): [told: string, label: string][] {
  const told = new Map<string, string>()
  for (const property of properties) {
    const value = read(property[3])
    if (fits(value) && !told.has(value)) told.set(value, labelOf(property))
  }
  return [...told].slice(0, 10)
}

/** What says nothing that a person would write by a number. */
const silent = new Set(['voice', 'pref', 'internet', 'x-internet', 'text', 'other'])

function labelOf([, parameters]: Property): string {
  const own = parameters['x-label']
  if (own) return line(own as Value, 60)
  const types = [parameters['type'] ?? []].flat().map(type => type.toLowerCase())
  return types
    .filter(type => !silent.has(type))
    .join(' ')
    .slice(0, 60)
}

/** PO box and extended address stand before the street (RFC 6350, 6.3.1). */
function addressIn(property: Property): ReadAddress[] {
  const parts = property[3]
  if (!Array.isArray(parts)) return []
  const [box, extended, street, city, , postcode, country] = (parts as readonly Value[]).map(part => line(part, 300))
  const read = {
    street: [box, extended, street].filter(Boolean).join(', ').slice(0, 300),
    postcode: (postcode ?? '').slice(0, 20),
    city: (city ?? '').slice(0, 100),
    country: countryOf(country ?? ''),
    label: labelOf(property),
  }
  return read.street || read.postcode || read.city ? [read] : []
}

function accountsIn(properties: readonly Property[], country: string): Account[] {
  const read = properties.map(property => {
    const [scheme, number] = line(property[3], 80).split(/:(?=.)/, 2) as [string, string?]
    return readAccount(number ?? scheme, number ? (scheme as Account['scheme']) : undefined, country)
  })
  const right = read.flatMap(one => (one.ok ? [one.account] : []))
  return [...new Map(right.map(account => [`${account.scheme} ${account.number}`, account])).values()].slice(0, 20)
}

const countryOf = (written: string): string | null => (/^[A-Za-z]{2}$/.test(written) ? written.toUpperCase() : null)

function languageOf(code: string): string | null {
  const short = code.toLowerCase().slice(0, 2)
  if (short === 'no' || short === 'nn') return 'nb'
  return ['en', 'sv', 'nb', 'nl', 'ro', 'pt'].includes(short) ? short : null
}

/** A vCard (RFC 2426, RFC 6350) as far as the directory has a place for it. */
import { all, type Component, one, parseIcal, textOf } from '../../../formats/ical/component.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { DavFault } from '../reading/fault.ts'

export interface CardFacts {
  readonly uid: string
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly role: string | null
  readonly organisation: string | null
  readonly website: string | null
  readonly note: string
  readonly phones: readonly { readonly number: string; readonly label?: string }[]
  readonly emails: readonly { readonly email: string; readonly label?: string }[]
  readonly addresses: readonly {
    readonly street?: string
    readonly postcode?: string
    readonly city?: string
    readonly country?: string
    readonly label?: string
  }[]
}

const invalid = (words: string): DavFault => new DavFault(403, 'CR:valid-address-data', { words })

function parsed(text: string): Component {
  let cards: Component[]
  try {
    cards = parseIcal(text, { bytes: 1_000_000, depth: 2 })
  } catch (error) {
    if (error instanceof IcalRefused) throw invalid(error.message)
    throw error
  }
  const [card] = cards
  if (cards.length !== 1 || card?.name !== 'VCARD') throw invalid('one VCARD')
  if (!['3.0', '4.0'].includes(one(card, 'VERSION')?.value.trim() ?? '')) throw invalid('VERSION 3.0 or 4.0')
  return card
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const line = (value: string, most: number): string =>
  textOf(value).replace(unprintable, '').replace(/\s+/g, ' ').toWellFormed().trim().slice(0, most).trim()
/** Parts between semicolons that are not escaped. */
const partsOf = (value: string): string[] => value.split(/(?<!\\);/)

const words = ['work', 'home', 'cell', 'fax', 'pager']
function labelOf(property: Component['properties'][number]): { label?: string } {
  const own = property.parameters.get('X-LABEL')?.[0]
  const type = property.parameters
    .get('TYPE')
    ?.flatMap(list => list.toLowerCase().split(','))
    .find(word => words.includes(word))
  const label = (own ?? type)?.trim().slice(0, 60)
  return label ? { label } : {}
}

const distinct = <T>(list: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(list.map(item => [key(item), item])).values(),
]

export const phoneKey = (written: string): string => written.replace(/[^\d+]/g, '')

export function readCard(text: string): CardFacts {
  const card = parsed(text)
  const first = (name: string, most: number) => line(one(card, name)?.value ?? '', most) || null
  const [family = '', given = ''] = partsOf(one(card, 'N')?.value ?? '').map(part => line(part, 100))
  const organisation = line(partsOf(one(card, 'ORG')?.value ?? '')[0] ?? '', 200) || null
  const name = first('FN', 200) || [given, family].filter(Boolean).join(' ') || organisation
  if (!name) throw invalid('FN')
  const uid = one(card, 'UID')?.value.trim()
  if (!uid || uid.length > 400) throw invalid('UID')
  const isOrganisation =
    /^org$/i.test(one(card, 'KIND')?.value.trim() ?? '') ||
    /^company$/i.test(one(card, 'X-ABSHOWAS')?.value.trim() ?? '') ||
    (!given && !family && organisation === name)
  return {
    uid,
    kind: isOrganisation ? 'organisation' : 'person',
    name,
    givenName: given || null,
    familyName: family || null,
    role: first('TITLE', 100) ?? first('ROLE', 100),
    organisation: isOrganisation ? null : organisation,
    website: first('URL', 300),
    note: all(card, 'NOTE')
      .map(({ value }) => textOf(value).replace(/\r\n?/g, '\n').replace(unprintable, '').toWellFormed())
      .join('\n')
      .trim()
      .slice(0, 20_000),
    phones: distinct(
      all(card, 'TEL')
        .map(property => ({ number: line(property.value, 60).replace(/^tel:/i, ''), ...labelOf(property) }))
        .filter(({ number }) => /\d{3}/.test(number)),
      ({ number }) => phoneKey(number),
    ).slice(0, 20),
    emails: distinct(
      all(card, 'EMAIL')
        .map(property => ({ email: line(property.value, 254).toLowerCase(), ...labelOf(property) }))
        .filter(({ email }) => /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[a-z]{2,}$/.test(email)),
      ({ email }) => email,
    ).slice(0, 20),
    addresses: all(card, 'ADR')
      .map(property => {
        const [, , street = '', city = '', , postcode = '', country = ''] = partsOf(property.value)
        const place = { street: line(street, 300), city: line(city, 100), postcode: line(postcode, 20) }
        const code = line(country, 2).toUpperCase()
        return {
          ...place,
          ...(/^[A-Z]{2}$/.test(code) && line(country, 60).length === 2 ? { country: code } : {}),
          ...labelOf(property),
        }
      })
      .filter(({ street, city, postcode }) => street || city || postcode)
      .slice(0, 10),
  }
}

/** Parties as vCards: version 4 (RFC 6350), or 3 (RFC 2426) for older telephones and mail programs. Pure. */
import ICAL from 'ical.js'
import { folded } from '../../../formats/ical/component.ts'
import type { CardFacts } from './card-facts.ts'

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: unknown]

export function writeCards(parties: readonly CardFacts[], version: '4.0' | '3.0'): string {
  return parties.map(party => `${refolded(ICAL.stringify(cardOf(party, version) as never))}\r\n`).join('')
}

/** ical.js counts some letters short: a line of it may be longer than it may be. */
const refolded = (card: string): string =>
  card
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n')

function cardOf(party: CardFacts, version: '4.0' | '3.0'): [string, Property[], never[]] {
  const isPerson = party.kind === 'person'
  const properties: Property[] = [
    ['version', {}, 'text', version],
    ['prodid', {}, 'text', '-//Kontor//EN'],
    ['uid', {}, 'text', `urn:uuid:${party.id}`],
    ['fn', {}, 'text', party.name],
    ['n', {}, 'text', isPerson ? [party.familyName ?? '', party.givenName ?? '', '', '', ''] : ['', '', '', '', '']],
  ]
  const add = (name: string, value: unknown, parameters: Record<string, string | string[]> = {}) => {
    if (value) properties.push([name, parameters, 'text', value])
  }
  if (version === '4.0') add('kind', isPerson ? 'individual' : 'org')
  else if (!isPerson) add('x-abshowas', 'COMPANY')
  add('org', isPerson ? party.organisation : party.name)
  add('title', party.role)
  for (const { written, label } of party.phones) add('tel', written, labelled(label))
  for (const { email, label } of party.emails) add('email', email, labelled(label))
  for (const { street, postcode, city, country, label } of party.addresses)
    add('adr', ['', '', street, city, '', postcode, country ?? ''], labelled(label))
  add('url', party.website)
  for (const code of party.languages) add('lang', code)
  add('note', party.note)
  add('x-kontor-company-number', party.companyNumber)
  add('x-kontor-vat-number', party.vatNumber)
  add('x-kontor-country', party.country)
  add('x-kontor-language', party.language)
  add('x-kontor-preferred-way', party.preferredWay)
  for (const { scheme, number } of party.accounts) add('x-kontor-account', `${scheme}:${number}`)
  properties.push(['rev', {}, 'text', party.changedAt.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')])
  return ['vcard', properties, []]
}

/** Words of one's own, and the type that other programs know where the word is one. */
function labelled(label: string): Record<string, string | string[]> {
  if (!label) return {}
  const known = ['work', 'home', 'cell', 'fax', 'pager'].filter(type => type === label.toLowerCase())
  return { ...(known[0] ? { type: known[0] } : {}), 'x-label': label.replaceAll('"', "'") }
}

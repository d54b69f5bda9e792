/** GET, PUT and DELETE of cards: written by the directory's own commands, under the person's authority. */
import { sql } from 'kysely'
import { hrefNode } from '../../../formats/dav/xml.ts'
import { type DavAnswer, plain } from '../../../kernel/dav/door.ts'
import type { Command } from '../../../kernel/declare.ts'
import { fileNamed, shut } from '../../../kernel/files/stream.ts'
import {
  addAddress,
  addEmail,
  addMembership,
  addNumber,
  changeParty,
  createOrganisation,
  createPerson,
  findParty,
  getParty,
  removeAddress,
  removeEmail,
  removeNumber,
  retireParty,
} from '../../directory/contract.ts'
import { keepCard } from '../contract.ts'
import type { Call } from '../dav/call.ts'
import { conditionOf } from '../dav/objects.ts'
import { hrefOfPlace, type Place } from '../dav/place.ts'
import { cardType } from '../dav/properties.ts'
import { DavFault } from '../reading/fault.ts'
import { bookOf, type Card, textsOf } from './cards.ts'
import { extraOf } from './extra.ts'
import { type CardFacts, phoneKey, readCard } from './read-card.ts'

type CardPlace = Place & { readonly kind: 'card' }

async function cardAt(call: Call, name: string): Promise<Card | null> {
  return call.viewing(async view => {
    const book = await bookOf(view)
    if (!book) throw new DavFault(404)
    const [card] = await book.cards({ hrefs: [name] })
    return card ?? null
  })
}

export async function getCard(call: Call): Promise<DavAnswer> {
  const { name } = call.place as CardPlace
  const card = await cardAt(call, name)
  if (!card) throw new DavFault(404)
  const headers = {
    ...shut,
    etag: card.etag,
    'last-modified': new Date(card.changedAt.epochMilliseconds).toUTCString(),
    'cache-control': 'private, no-cache',
  }
  if (call.request.headers['if-none-match']?.split(',').some(tag => tag.trim() === card.etag))
    return { status: 304, headers, body: null }
  const version = /version="?4\.0/.test(call.request.headers['accept'] ?? '') ? '4.0' : '3.0'
  const body = Buffer.from((await textsOf(call, [card], version)).get(card.id) ?? '')
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': cardType,
      'content-length': String(body.length),
      'content-disposition': fileNamed(name),
    },
    body: call.request.method === 'HEAD' ? null : body,
  }
}

/** Does an act; what is there already is as good as done. */
async function tried<In, Wire, Out, OutWire>(
  call: Call,
  command: Command<In, Wire, Out, OutWire>,
  input: Wire,
  condition?: string,
): Promise<OutWire | null> {
  const outcome = await call.try(command, input)
  if (outcome.status === 'done') return outcome.output
  if (outcome.status === 'refused' && /-known$/.test(outcome.refusal.name)) return null
  if (outcome.status === 'refused' && outcome.refusal.name === 'version-changed') throw new DavFault(412)
  throw await call.refusedBy(outcome, condition)
}

/** The organisation of that very name; null where it is not known, or not one. */
async function organisationOf(call: Call, name: string | null): Promise<string | null> {
  if (!name) return null
  const answer = await call.ask(findParty, { wanted: [{ name }], kinds: ['organisation'] })
  if ('refused' in answer) return null
  const alike = answer.found[0]?.filter(({ by, score }) => by === 'name' && score === 1) ?? []
  return alike.length === 1 ? alike[0]!.id : null
}

async function create(call: Call, facts: CardFacts): Promise<string> {
  const { phones, emails, addresses, website, note, name } = facts
  const reach = {
    name,
    phones: [...phones],
    emails: [...emails],
    addresses: [...addresses],
    website,
    note,
  }
  const invalid = 'CR:valid-address-data'
  if (facts.kind === 'organisation') {
    const made = await call.try(createOrganisation, reach)
    if (made.status === 'done') return made.output.id
    throw await call.refusedBy(made, invalid)
  }
  const memberOfId = await organisationOf(call, facts.organisation)
  const made = await call.try(createPerson, {
    ...reach,
    givenName: facts.givenName,
    familyName: facts.familyName,
    ...(memberOfId ? { memberOfId } : {}),
    ...(facts.role ? { role: facts.role } : {}),
  })
  if (made.status === 'done') return made.output.id
  throw await call.refusedBy(made, invalid)
}

const addressKey = (at: { street?: string; postcode?: string; city?: string }): string =>
  [at.street, at.postcode, at.city].map(part => (part ?? '').toLowerCase().replace(/\s+/g, ' ')).join('|')

/** What differs between what is known and what a program says, as acts of the directory. */
async function change(call: Call, card: Card, facts: CardFacts): Promise<void> {
  const party = await call.ask(getParty, { id: card.id })
  if ('refused' in party) throw new DavFault(404)
  const who = { id: card.id, kind: card.kind }
  const isPerson = card.kind === 'person'
  const asked = {
    name: facts.name,
    ...(isPerson ? { givenName: facts.givenName, familyName: facts.familyName } : {}),
    website: facts.website,
    note: facts.note,
  }
  const differs = Object.entries(asked).some(([key, value]) => (party[key as 'name'] ?? null) !== value)
  const role =
    isPerson && facts.role && facts.role !== party.role && !party.memberOf.some(one => one.role === facts.role)
      ? facts.role
      : null
  if (differs || role)
    await tried(call, changeParty, { ...who, ...asked, ...(role ? { role } : {}), expectedVersion: card.version })
  const phones = new Set(facts.phones.map(({ number }) => phoneKey(number)))
  const knownPhones = new Set(party.phones.map(({ written }) => phoneKey(written)))
  for (const { detailId, written } of party.phones)
    if (!phones.has(phoneKey(written))) await tried(call, removeNumber, { ...who, detailId })
  for (const phone of facts.phones)
    if (!knownPhones.has(phoneKey(phone.number))) await tried(call, addNumber, { ...who, ...phone })
  const emails = new Set(facts.emails.map(({ email }) => email))
  const knownEmails = new Set(party.emails.map(({ email }) => email))
  for (const { detailId, email } of party.emails)
    if (!emails.has(email)) await tried(call, removeEmail, { ...who, detailId })
  for (const one of facts.emails) if (!knownEmails.has(one.email)) await tried(call, addEmail, { ...who, ...one })
  const addresses = new Set(facts.addresses.map(addressKey))
  const knownAddresses = new Set(party.addresses.map(addressKey))
  for (const { detailId, ...at } of party.addresses)
    if (!addresses.has(addressKey(at))) await tried(call, removeAddress, { ...who, detailId })
  for (const one of facts.addresses)
    if (!knownAddresses.has(addressKey(one))) await tried(call, addAddress, { ...who, ...one })
  if (!isPerson || party.memberOf.some(({ title }) => title === facts.organisation)) return
  const memberOfId = await organisationOf(call, facts.organisation)
  if (memberOfId) await tried(call, addMembership, { id: card.id, memberOfId })
}

/** Refuses a second card of the same name. */
async function requireUidFree(call: Call, uid: string): Promise<void> {
  const taken = await call.viewing(async view => {
    const { rows } = await sql<{ href: string }>`
      select c.href from caldav.card c join directory.party_fact f on f.organisation_id = c.organisation_id and f.party_id = c.party_id
      where c.organisation_id = ${view.office.id}::uuid and c.uid = ${uid} and not f.retired`.execute(view.db())
    return rows[0]?.href ?? null
  })
  if (taken === null) return
  const inner = hrefNode(hrefOfPlace({ kind: 'card', of: call.bearer.principalId, name: taken }))
  throw new DavFault(403, 'CR:no-uid-conflict', { inner })
}

export async function putCard(call: Call): Promise<DavAnswer> {
  const { name } = call.place as CardPlace
  const type = call.request.headers['content-type']
  if (type !== undefined && !/^text\/(?:x-)?vcard\b/i.test(type)) throw new DavFault(403, 'CR:supported-address-data')
  const text = await call.text(1_000_000, 'CR:max-resource-size')
  const facts = readCard(text)
  const card = await cardAt(call, name)
  const { ifMatch, ifNew } = await conditionOf(call, async () => card?.etag ?? null)
  if (ifNew && card) throw new DavFault(412)
  if (ifMatch !== undefined && (!card || (ifMatch !== '*' && ifMatch !== card.etag.slice(1, -1))))
    throw new DavFault(412)
  // A person does not become an organisation by what a program leaves out.
  if (!card) await requireUidFree(call, facts.uid)
  const partyId = card ? card.id : await create(call, facts)
  if (card) await change(call, card, facts)
  const isKnownOrganisation = facts.kind === 'organisation' || (await organisationOf(call, facts.organisation)) !== null
  const extra = extraOf(text, { withOrganisation: facts.organisation !== null && !isKnownOrganisation })
  const own = `urn:uuid:${partyId}`
  if (!card || card.extra !== extra || (card.uid ?? own) !== facts.uid)
    await call.act(keepCard, { partyId, href: name, uid: facts.uid, extra })
  // What is handed out is the directory's wording: a program fetches it, rather than believing its own.
  return plain(card ? 204 : 201)
}

export async function removeCard(call: Call): Promise<DavAnswer> {
  const { name } = call.place as CardPlace
  const card = await cardAt(call, name)
  if (!card) throw new DavFault(404)
  const { ifMatch } = await conditionOf(call, async () => card.etag)
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== card.etag.slice(1, -1)) throw new DavFault(412)
  await tried(call, retireParty, { id: card.id, kind: card.kind, expectedVersion: card.version })
  return plain(204)
}

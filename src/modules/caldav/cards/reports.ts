/** REPORT on address books (RFC 6352, 8): cards that fit a filter, and those that were named. */
import { childNamed, escapeXml, keyOf, namespaces, type XmlElement } from '../../../formats/dav/xml.ts'
import { partsOfAddress } from '../../../formats/dav/path.ts'
import { attribute } from '../../../formats/xml/element.ts'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import { gone, multistatus, statusResponse, worded } from '../dav/answers.ts'
import type { Call } from '../dav/call.ts'
import { bookName, hrefOfPlace, roots } from '../dav/place.ts'
import { type Asker, ofCard } from '../dav/properties.ts'
import { responseOf, type Wanted, wantedIn } from '../dav/wanted.ts'
import { DavFault } from '../reading/fault.ts'
import { type Book, bookOf, type Card, textsOf } from './cards.ts'
import { cardFilterOf, matchesCard } from './filter.ts'
import { partOfCard } from './part.ts'

interface Asked {
  readonly wanted: Wanted
  /** Null where no text was asked for. */
  readonly data: { readonly version: '3.0' | '4.0'; readonly names: readonly string[] | null } | null
}

function askedIn(body: XmlElement): Asked {
  const wanted = wantedIn(body)
  const element = wanted.what === 'these' ? wanted.names.find(name => keyOf(name) === 'CR:address-data') : undefined
  if (!element) return { wanted, data: null }
  const version = attribute(element, 'version') ?? '3.0'
  const type = attribute(element, 'content-type') ?? 'text/vcard'
  if ((version !== '3.0' && version !== '4.0') || type.toLowerCase() !== 'text/vcard')
    throw new DavFault(403, 'CR:supported-address-data')
  const props = element.children.filter(one => one.name === 'prop' && one.namespace === namespaces.CR)
  const names = props.flatMap(one => attribute(one, 'name')?.toUpperCase() ?? [])
  return { wanted, data: { version, names: names.length > 0 ? names : null } }
}

async function open(
  call: Call,
  wish?: { hrefs: readonly string[] },
): Promise<{ book: Book; cards: Card[]; asker: Asker }> {
  return call.viewing(async (view, asker) => {
    const book = await bookOf(view)
    if (!book) throw new DavFault(404)
    return { book, cards: await book.cards(wish), asker }
  })
}

function wording(
  { wanted, data }: Asked,
  asker: Asker,
  book: Book,
  texts: ReadonlyMap<string, string>,
  minimal: boolean,
) {
  return (card: Card): string => {
    const told = ofCard(asker, card, book.writable)
    const text = () => partOfCard(texts.get(card.id) ?? '', data?.names ?? null)
    const value: typeof told.value = (key, element) =>
      key === 'CR:address-data' && data ? escapeXml(text()) : told.value(key, element)
    return responseOf(hrefOfPlace({ kind: 'card', of: asker.id, name: card.href }), wanted, { ...told, value }, minimal)
  }
}

export async function cardQuery(call: Call, body: XmlElement): Promise<DavAnswer> {
  if (call.place.kind !== 'book') throw new DavFault(403, 'D:supported-report')
  const asked = askedIn(body)
  const filter = cardFilterOf(childNamed(body, 'CR', 'filter'))
  const limit = childNamed(body, 'CR', 'limit')
  const most = limit ? Number(childNamed(limit, 'CR', 'nresults')?.text.trim()) : Number.POSITIVE_INFINITY
  if (!(most > 0)) throw new DavFault(400)
  const { book, cards, asker } = await open(call)
  const texts = await textsOf(call, cards, asked.data?.version ?? '3.0')
  const found = cards.filter(card => matchesCard(texts.get(card.id) ?? '', filter))
  const rows = [...worded(found.slice(0, most), wording(asked, asker, book, texts, call.minimal))]
  if (found.length > most)
    rows.push(statusResponse(hrefOfPlace(call.place), 507, 'Insufficient Storage', 'D:number-of-matches-within-limits'))
  return multistatus(rows)
}

export async function cardMultiget(call: Call, body: XmlElement): Promise<DavAnswer> {
  if (call.place.kind !== 'book' && call.place.kind !== 'card' && call.place.kind !== 'book-home')
    throw new DavFault(403, 'D:supported-report')
  const asked = askedIn(body)
  const hrefs = body.children
    .filter(one => one.namespace === namespaces.D && one.name === 'href')
    .map(one => one.text.trim())
  if (hrefs.length === 0) throw new DavFault(400)
  const named = hrefs.map(href => {
    const parts = partsOfAddress(href, call.request.host, roots.books)
    const mine = parts?.length === 3 && parts[0] === call.bearer.principalId && parts[1] === bookName
    return { href, name: mine ? parts[2]! : null }
  })
  const { book, cards, asker } = await open(call, { hrefs: named.flatMap(({ name }) => name ?? []) })
  const texts = asked.data ? await textsOf(call, cards, asked.data.version) : new Map<string, string>()
  const byName = new Map(cards.map(card => [card.href.toLowerCase(), card]))
  const word = wording(asked, asker, book, texts, call.minimal)
  return multistatus(
    worded(named, ({ href, name }) => {
      const card = name === null ? undefined : byName.get(name.toLowerCase())
      return card ? word(card) : gone(href)
    }),
  )
}

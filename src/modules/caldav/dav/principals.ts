/** Reports about people (RFC 3744, 9; RFC 3253, 3.8): finding colleagues, and following properties to what they name. */
import { sql } from 'kysely'
import { attribute } from '../../../formats/xml/element.ts'
import { childNamed, dav, document, keyOf, node, type XmlElement } from '../../../formats/dav/xml.ts'
import { type DavAnswer, xmlAnswer } from '../../../kernel/dav/door.ts'
import type { View } from '../../../kernel/implement.ts'
import { DavFault } from '../reading/fault.ts'
import { multistatus } from './answers.ts'
import type { Call } from './call.ts'
import { hrefOfPlace, placeAt } from './place.ts'
import { lookAt } from './propfind.ts'
import { type Asker, ofPrincipal } from './properties.ts'
import { responseOf, type Value, wantedIn } from './wanted.ts'

/** As many colleagues as one search gives. */
const mostFound = 50

async function colleaguesLike(view: View, words: string): Promise<Asker[]> {
  const { rows } = await sql<{ id: string; title: string; email: string | null }>`
    select r.id, r.title, a.email from kernel.record r
    join authority.colleague c on c.organisation_id = r.organisation_id and c.principal_id = r.id and c.kind = 'person'
    left join authority.address_fact a on a.organisation_id = r.organisation_id and a.principal_id = r.id
    where r.organisation_id = ${view.office.id}::uuid
      and (strpos(lower(r.title), ${words}) > 0 or strpos(lower(coalesce(a.email, '')), ${words}) > 0)
    order by r.title limit ${mostFound}`.execute(view.db())
  return rows.map(row => ({ id: row.id, name: row.title, email: row.email }))
}

/** Which properties of people one may search by; addresses and names are looked for alike. */
const searchable = [
  'D:displayname',
  'CS:email-address-set',
  'C:calendar-user-address-set',
  'CS:first-name',
  'CS:last-name',
]

export async function principalPropertySearch(call: Call, body: XmlElement): Promise<DavAnswer> {
  const wanted = wantedIn(body)
  const searches = body.children.filter(one => one.namespace === 'DAV:' && one.name === 'property-search')
  if (searches.length === 0) throw new DavFault(400)
  const anyOf = attribute(body, 'test') === 'anyof'
  const words = searches.flatMap(one => {
    const names = childNamed(one, 'D', 'prop')?.children.map(keyOf) ?? []
    const text =
      childNamed(one, 'D', 'match')
        ?.text.trim()
        .toLowerCase()
        .replace(/^mailto:/, '') ?? ''
    return names.some(name => searchable.includes(name)) && text ? [text] : []
  })
  // What nobody can be found by finds nobody, where all must hold.
  if (words.length === 0 || (!anyOf && words.length < searches.length)) return multistatus([])
  return call.viewing(async (view, asker) => {
    const found = new Map<string, Asker>()
    for (const text of anyOf ? words : words.slice(0, 1))
      for (const person of await colleaguesLike(view, text)) found.set(person.id, person)
    const all = [...found.values()].filter(
      person => anyOf || words.every(text => `${person.name}\n${person.email ?? ''}`.toLowerCase().includes(text)),
    )
    return multistatus(
      all.map(person =>
        responseOf(hrefOfPlace({ kind: 'principal', of: person.id }), wanted, ofPrincipal(asker, person), call.minimal),
      ),
    )
  })
}

export async function principalSearchPropertySet(): Promise<DavAnswer> {
  const one = (name: string, words: string) =>
    dav('principal-search-property', dav('prop', node(name as 'D:x')), dav('description', words))
  return xmlAnswer(
    200,
    document(
      dav(
        'principal-search-property-set',
        one('D:displayname', 'Name'),
        one('CS:email-address-set', 'E-mail'),
        one('C:calendar-user-address-set', 'Address'),
      ),
    ),
  )
}

/** The people whom the rights of a thing name: whoever asks, since more is not told. */
export async function aclPrincipals(call: Call, body: XmlElement): Promise<DavAnswer> {
  const wanted = wantedIn(body)
  return call.viewing(async (_view, asker) =>
    multistatus([
      responseOf(
        hrefOfPlace({ kind: 'principal', of: asker.id }),
        wanted,
        ofPrincipal(asker, { ...asker, email: call.email }),
        call.minimal,
      ),
    ]),
  )
}

/** `property` elements name what is wanted, and of what its hrefs name again what is wanted there. */
const deepest = 3

export async function expandProperty(call: Call, body: XmlElement): Promise<DavAnswer> {
  const told = async (at: Call, element: XmlElement, depth: number): Promise<string> => {
    const wishes = element.children.filter(one => one.namespace === 'DAV:' && one.name === 'property')
    const names = wishes.map(one => ({
      namespace: attribute(one, 'namespace') ?? 'DAV:',
      name: attribute(one, 'name') ?? '',
      inner: one,
    }))
    const found = await lookAt(at, false)
    const [first] = 'rows' in found ? [...found.rows] : found
    if (!first) throw new DavFault(404)
    const values = new Map<string, Value>()
    for (const wish of names) {
      const key = keyOf(wish)
      const value = first.properties.value(key, null)
      const follows = value !== null && depth < deepest && wish.inner.children.length > 0
      values.set(key, follows ? await expanded(at, value, wish.inner, depth, told) : value)
    }
    const wanted = {
      what: 'these',
      names: names.map(({ namespace, name }) => ({ namespace, name }) as XmlElement),
    } as const
    return responseOf(
      first.href,
      wanted,
      { plain: [], others: [], value: key => values.get(key) ?? null },
      call.minimal,
    )
  }
  return multistatus([await told(call, body, 0)])
}

async function expanded(
  call: Call,
  value: string,
  element: XmlElement,
  depth: number,
  told: (at: Call, element: XmlElement, depth: number) => Promise<string>,
): Promise<string> {
  const responses: string[] = []
  for (const [, href = ''] of value.matchAll(/<D:href>([^<]*)<\/D:href>/g)) {
    const place = placeAt(href)
    if (!place || ('of' in place && place.of !== call.bearer.principalId && place.kind !== 'principal')) continue
    responses.push(await told({ ...call, place }, element, depth + 1))
  }
  return responses.join('')
}

/** PROPFIND: what there is at an address, and directly in it. */
import { sql } from 'kysely'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import type { View } from '../../../kernel/implement.ts'
import { createCalendar } from '../../calendar/contract.ts'
import { DavFault } from '../reading/fault.ts'
import { bookOf, type Book } from '../cards/cards.ts'
import { multistatus, worded } from './answers.ts'
import { type Call, xmlOf } from './call.ts'
import { calendarsOf, objectsOf, type SeenCalendar } from './calendars.ts'
import { type DayCalendar, dayCalendarAt, dayCalendarsOf, foundIn } from './days.ts'
import { hrefOfPlace, type Place } from './place.ts'
import * as properties from './properties.ts'
import { type Properties, responseOf, wantedOf } from './wanted.ts'

/** Something there is, with what may be asked of it. */
export interface Found {
  readonly href: string
  readonly properties: Properties
}

const foundAt = (place: Place, told: Properties): Found => ({ href: hrefOfPlace(place), properties: told })

export async function keptOf(view: View, target: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; value: string }>`
    select name, value from caldav.property where organisation_id = ${view.office.id}::uuid
      and principal_id = ${view.principal.id}::uuid and target = ${target}`.execute(view.db())
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** A person of this office; null where there is none, or nobody that programs could know. */
export async function personOf(view: View, id: string): Promise<properties.Asker | null> {
  const { rows } = await sql<{ title: string; email: string | null }>`
    select r.title, a.email from kernel.record r
    join authority.colleague c on c.organisation_id = r.organisation_id and c.principal_id = r.id
    left join authority.address_fact a on a.organisation_id = r.organisation_id and a.principal_id = r.id
    where r.organisation_id = ${view.office.id}::uuid and r.id = ${id}::uuid`.execute(view.db())
  const [row] = rows
  return row ? { id, name: row.title, email: row.email } : null
}

/** The calendar of a place's address; refused as not there where one may not look at it. */
export async function calendarAt(view: View, slug: string): Promise<SeenCalendar> {
  const [calendar] = await calendarsOf(view, slug)
  if (!calendar) throw new DavFault(404)
  return calendar
}

export const mayRead = ({ degree }: SeenCalendar): boolean => degree !== 'busy'

const listed = (calendars: readonly SeenCalendar[]): SeenCalendar[] =>
  calendars.filter(calendar => calendar.listed && mayRead(calendar))

/** A newcomer whose program comes first gets their main calendar now; else it is made at night. */
async function provideMain(call: Call): Promise<void> {
  if (call.place.kind !== 'home') return
  const name = await call.viewing(async (view, asker) =>
    (await calendarsOf(view)).some(({ type, mine }) => type === 'main' && mine) ? null : asker.name,
  )
  // Whoever was there first has made it.
  if (name !== null) await call.try(createCalendar, { type: 'main', title: name })
}

/** Whatever lies at the address of the call, with what lies in it where `deep`. */
export async function lookAt(
  call: Call,
  deep: boolean,
): Promise<readonly Found[] | { rows: Iterable<Found> & { length: number } }> {
  const { place, email } = call
  const day = place.kind === 'calendar' || place.kind === 'object' ? await dayCalendarAt(call, place.id) : null
  const days = place.kind === 'home' && deep ? await dayCalendarsOf(call) : []
  return call.viewing(async (view, asker) => {
    const mine = { ...asker, email }
    switch (place.kind) {
      case 'principals':
        return [
          foundAt(place, properties.ofPrincipals(mine)),
          ...(deep ? [foundAt({ kind: 'principal', of: mine.id }, properties.ofPrincipal(mine, mine))] : []),
        ]
      case 'principal': {
        const person = place.of === mine.id ? mine : await personOf(view, place.of)
        if (!person) throw new DavFault(404)
        return [foundAt(place, properties.ofPrincipal(mine, person))]
      }
      case 'homes':
        return [
          foundAt(place, properties.ofHomes(mine)),
          ...(deep
            ? [foundAt({ kind: 'home', of: mine.id }, properties.ofHome(mine, await keptOf(view, 'home')))]
            : []),
        ]
      case 'home':
        return [
          foundAt(place, properties.ofHome(mine, await keptOf(view, 'home'))),
          ...(deep ? await insideHome(view, mine, days) : []),
        ]
      case 'inbox':
        return [foundAt(place, properties.ofInbox(mine, await mainSlug(view)))]
      case 'outbox':
        return [foundAt(place, properties.ofOutbox(mine))]
      case 'calendar': {
        const calendar = day ?? (await calendarAt(view, place.id))
        const own = foundAt(place, properties.ofCalendar(mine, calendar))
        if (!deep || !mayRead(calendar)) return [own]
        const objects = day ? day.objects : await objectsOf(view, calendar.id, { withText: false })
        return {
          rows: worded2([own], objects, object =>
            foundAt({ ...place, kind: 'object', name: object.href }, properties.ofObject(mine, calendar, object)),
          ),
        }
      }
      case 'object': {
        const calendar = day ?? (await calendarAt(view, place.id))
        const [object] = day
          ? foundIn(day, [place.name])
          : mayRead(calendar)
            ? await objectsOf(view, calendar.id, { hrefs: [place.name], withText: false })
            : []
        if (!object) throw new DavFault(404)
        return [foundAt(place, properties.ofObject(mine, calendar, object))]
      }
      case 'book-homes':
        return [
          foundAt(place, properties.ofHomes(mine)),
          ...(deep ? [foundAt({ kind: 'book-home', of: mine.id }, properties.ofBookHome(mine))] : []),
        ]
      case 'book-home': {
        const book = deep ? await bookOf(view) : null
        return [foundAt(place, properties.ofBookHome(mine)), ...(book ? [await foundBook(view, mine, book)] : [])]
      }
      case 'book': {
        const book = await bookOf(view)
        if (!book) throw new DavFault(404)
        const own = await foundBook(view, mine, book)
        return deep
          ? {
              rows: worded2([own], await book.cards(), card =>
                foundAt({ ...place, kind: 'card', name: card.href }, properties.ofCard(mine, card, book.writable)),
              ),
            }
          : [own]
      }
      case 'card': {
        const book = await bookOf(view)
        const [card] = book ? await book.cards({ hrefs: [place.name] }) : []
        if (!book || !card) throw new DavFault(404)
        return [foundAt(place, properties.ofCard(mine, card, book.writable))]
      }
    }
  })
}

function worded2<T>(
  first: readonly Found[],
  rows: readonly T[],
  find: (row: T) => Found,
): Iterable<Found> & { length: number } {
  return {
    length: first.length + rows.length,
    *[Symbol.iterator]() {
      yield* first
      for (const row of rows) yield find(row)
    },
  }
}

async function mainSlug(view: View): Promise<string | null> {
  return (await calendarsOf(view)).find(({ type, mine }) => type === 'main' && mine)?.slug ?? null
}

async function insideHome(view: View, asker: properties.Asker, days: readonly DayCalendar[]): Promise<Found[]> {
  const calendars = await calendarsOf(view)
  const main = calendars.find(({ type, mine }) => type === 'main' && mine)
  const of = asker.id
  return [
    ...[...listed(calendars), ...days].map(calendar =>
      foundAt({ kind: 'calendar', of, id: calendar.slug }, properties.ofCalendar(asker, calendar)),
    ),
    foundAt({ kind: 'inbox', of }, properties.ofInbox(asker, main?.slug ?? null)),
    foundAt({ kind: 'outbox', of }, properties.ofOutbox(asker)),
  ]
}

async function foundBook(view: View, asker: properties.Asker, book: Book): Promise<Found> {
  const { name, token, writable } = book
  return foundAt(
    { kind: 'book', of: asker.id },
    properties.ofBook(asker, { name, token, writable, own: await keptOf(view, 'book') }),
  )
}

export async function propfind(call: Call): Promise<DavAnswer> {
  const depth = call.request.headers['depth'] ?? 'infinity'
  const wanted = wantedOf(await xmlOf(call))
  if (depth !== '0' && depth !== '1') throw new DavFault(403, 'D:propfind-finite-depth')
  await provideMain(call)
  const found = await lookAt(call, depth === '1')
  const rows = 'rows' in found ? found.rows : found
  return multistatus(
    worded([...rows], ({ href, properties: told }) => responseOf(href, wanted, told, call.minimal)),
    { headers: call.minimal ? { 'preference-applied': 'return=minimal' } : {} },
  )
}

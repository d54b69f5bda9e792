/** What lies at an address of calendars, address books and people: by its parts alone, nothing is looked up here. */
import { encodedPart, partsOf } from '../../../formats/dav/path.ts'

export const roots = { principals: '/dav/principals', calendars: '/dav/calendars', books: '/dav/addressbooks' } as const

export type Place =
  | { readonly kind: 'principals' }
  | { readonly kind: 'principal'; readonly of: string }
  | { readonly kind: 'homes' | 'book-homes' }
  | { readonly kind: 'home' | 'book-home' | 'inbox' | 'outbox'; readonly of: string }
  | { readonly kind: 'calendar'; readonly of: string; readonly id: string }
  | { readonly kind: 'object'; readonly of: string; readonly id: string; readonly name: string }
  | { readonly kind: 'book'; readonly of: string }
  | { readonly kind: 'card'; readonly of: string; readonly name: string }

/** The one address book: everybody and every organisation that one may see. */
export const bookName = 'people'
export const inboxName = 'inbox'
export const outboxName = 'outbox'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const kindIn: Readonly<Record<string, Place['kind']>> = { [inboxName]: 'inbox', [outboxName]: 'outbox' }

function inCalendars([of, id, name, ...more]: readonly string[]): Place | null {
  if (of === undefined) return { kind: 'homes' }
  if (id === undefined) return { kind: 'home', of }
  const box = kindIn[id]
  if (box) return name === undefined ? { kind: box as 'inbox', of } : null
  if (name === undefined) return { kind: 'calendar', of, id }
  return more.length === 0 ? { kind: 'object', of, id, name } : null
}

function inBooks([of, book, name, ...more]: readonly string[]): Place | null {
  if (of === undefined) return { kind: 'book-homes' }
  if (book === undefined) return { kind: 'book-home', of }
  if (book !== bookName || more.length > 0) return null
  return name === undefined ? { kind: 'book', of } : { kind: 'card', of, name }
}

/** Null where nothing can lie there. */
export function placeAt(url: string): Place | null {
  const [calendars, books, principals] = [roots.calendars, roots.books, roots.principals].map(root =>
    partsOf(url, root),
  )
  if (calendars) return inCalendars(calendars)
  if (books) return inBooks(books)
  if (!principals) return null
  if (principals.length === 0) return { kind: 'principals' }
  return principals.length === 1 && uuid.test(principals[0]!) ? { kind: 'principal', of: principals[0]! } : null
}

export function hrefOfPlace(place: Place): string {
  switch (place.kind) {
    case 'principals':
      return `${roots.principals}/`
    case 'principal':
      return `${roots.principals}/${place.of}/`
    case 'homes':
      return `${roots.calendars}/`
    case 'book-homes':
      return `${roots.books}/`
    case 'home':
      return `${roots.calendars}/${place.of}/`
    case 'inbox':
    case 'outbox':
      return `${roots.calendars}/${place.of}/${place.kind}/`
    case 'calendar':
      return `${roots.calendars}/${place.of}/${encodedPart(place.id)}/`
    case 'object':
      return `${roots.calendars}/${place.of}/${encodedPart(place.id)}/${encodedPart(place.name)}`
    case 'book-home':
      return `${roots.books}/${place.of}/`
    case 'book':
      return `${roots.books}/${place.of}/${bookName}/`
    case 'card':
      return `${roots.books}/${place.of}/${bookName}/${encodedPart(place.name)}`
  }
}

export const isCollection = ({ kind }: Place): boolean => kind !== 'object' && kind !== 'card'
/** Whose it is; null where it is everybody's. */
export const ownerOf = (place: Place): string | null => ('of' in place ? place.of : null)

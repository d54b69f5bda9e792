/**
 * Bookings as they come: a calendar file (RFC 5545), a confirmation page or mail with schema.org in JSON-LD (FlightReservation,
 * TrainReservation, BusReservation, LodgingReservation), or the mail as a file. What stands there plainly is proposed; nothing is guessed
 * from running text.
 */
import PostalMime from 'postal-mime'
import { all, type Component, one, parseIcal } from '../../../formats/ical/component.ts'
import { isZone, localOf, momentOf } from '../clock.ts'
import { placeNamed } from '../contract/places.ts'
import type { Mode } from '../contract/shapes.ts'

export interface ReadLeg {
  readonly mode: Mode
  readonly from: string
  readonly fromZone: string
  readonly departs: string
  readonly to: string
  readonly toZone: string
  readonly arrives: string
  readonly toCountry: string | null
  readonly carrier: string | null
  readonly number: string | null
  readonly seat: string | null
  readonly reference: string | null
  readonly kilometres: null
  readonly note: string
}
export interface ReadStay {
  readonly name: string
  readonly address: string | null
  readonly zone: string
  readonly checkIn: string
  readonly checkOut: string
  readonly country: string | null
  readonly reference: string | null
  readonly phone: string | null
  readonly note: string
}
export interface ReadBooking {
  readonly legs: readonly ReadLeg[]
  readonly stays: readonly ReadStay[]
}

type Json = { readonly [key: string]: unknown }
const most = 40
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const inner = (value: unknown, key: string): Json => {
  const found = isJson(value) ? listOf(value[key])[0] : undefined
  return isJson(found) ? found : {}
}
const textAt = (value: Json, key: string, length = 120): string | null => {
  const found = value[key]
  const text = typeof found === 'string' || typeof found === 'number' ? String(found).replace(/\s+/g, ' ').trim() : ''
  return text ? text.slice(0, length) : null
}
/** `http://schema.org/FlightReservation` and `FlightReservation` are one. */
const typeOf = (value: Json): string => String(listOf(value['@type'])[0] ?? '').replace(/^.*[/#]/, '')

/** `2026-12-01T10:05:00+01:00`: what the clock there shows; the offset is the airline's word for the zone, which the place knows better. */
function localIn(value: string | null, zone: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?/.exec(value ?? '')
  if (!found?.[1]) return null
  if (found[3] !== 'Z') return `${found[1]}T${found[2] ?? '00:00'}`
  return localOf(Temporal.Instant.from(`${found[1]}T${found[2] ?? '00:00'}:00Z`), zone)
}

interface Stop {
  readonly name: string
  readonly zone: string
  readonly country: string | null
}

function stopOf(value: Json, zone: string): Stop | null {
  const code = textAt(value, 'iataCode', 3)
  const name = textAt(value, 'name')
  const known = placeNamed(code ?? name ?? '')
  const shown = [name ?? known?.name, code].filter((part, at, parts) => part && parts.indexOf(part) === at).join(' ')
  if (!shown) return null
  const country = textAt(inner(value, 'address'), 'addressCountry', 2)
  return {
    name: shown,
    zone: known?.zone ?? zone,
    country: known?.country ?? (country && /^[A-Z]{2}$/.test(country) ? country : null),
  }
}

const ways: Readonly<
  Record<
    string,
    { mode: Mode; from: string; to: string; departs: string; arrives: string; number: string; carrier: string }
  >
> = {
  FlightReservation: {
    mode: 'flight',
    from: 'departureAirport',
    to: 'arrivalAirport',
    departs: 'departureTime',
    arrives: 'arrivalTime',
    number: 'flightNumber',
    carrier: 'airline',
  },
  TrainReservation: {
    mode: 'train',
    from: 'departureStation',
    to: 'arrivalStation',
    departs: 'departureTime',
    arrives: 'arrivalTime',
    number: 'trainNumber',
    carrier: 'provider',
  },
  BusReservation: {
    mode: 'bus',
    from: 'departureBusStop',
    to: 'arrivalBusStop',
    departs: 'departureTime',
    arrives: 'arrivalTime',
    number: 'busNumber',
    carrier: 'provider',
  },
}

function legIn(reservation: Json, zone: string): ReadLeg | null {
  const way = ways[typeOf(reservation)]
  if (!way) return null
  const trip = inner(reservation, 'reservationFor')
  const [from, to] = [stopOf(inner(trip, way.from), zone), stopOf(inner(trip, way.to), zone)]
  if (!from || !to) return null
  const departs = localIn(textAt(trip, way.departs), from.zone)
  const arrives = localIn(textAt(trip, way.arrives), to.zone)
  if (!departs || !arrives) return null
  const carrier = inner(trip, way.carrier)
  const code = way.mode === 'flight' ? textAt(carrier, 'iataCode', 3) : null
  const number = textAt(trip, way.number, 17)
  const ticket = inner(reservation, 'reservedTicket')
  return {
    mode: way.mode,
    from: from.name,
    fromZone: from.zone,
    departs,
    to: to.name,
    toZone: to.zone,
    arrives,
    toCountry: to.country,
    carrier: textAt(carrier, 'name', 60),
    number: number && code && !number.startsWith(code) ? `${code}${number}` : number,
    seat: textAt(inner(ticket, 'ticketedSeat'), 'seatNumber', 20) ?? textAt(reservation, 'airplaneSeat', 20),
    reference: textAt(reservation, 'reservationNumber', 40),
    kilometres: null,
    note: '',
  }
}

function stayIn(reservation: Json, zone: string): ReadStay | null {
  if (typeOf(reservation) !== 'LodgingReservation') return null
  const hotel = inner(reservation, 'reservationFor')
  const name = textAt(hotel, 'name', 200)
  const place = inner(hotel, 'address')
  const city = textAt(place, 'addressLocality')
  const known = placeNamed(city ?? '')
  const here = known?.zone ?? zone
  const checkIn = localIn(textAt(reservation, 'checkinTime') ?? textAt(reservation, 'checkinDate'), here)
  const checkOut = localIn(textAt(reservation, 'checkoutTime') ?? textAt(reservation, 'checkoutDate'), here)
  if (!name || !checkIn || !checkOut) return null
  const country = textAt(place, 'addressCountry', 2)
  const written = typeof hotel['address'] === 'string' ? textAt(hotel, 'address', 300) : null
  return {
    name,
    address:
      written ??
      ([textAt(place, 'streetAddress'), textAt(place, 'postalCode'), city].filter(Boolean).join(', ').slice(0, 300) ||
        null),
    zone: here,
    // a day alone: in the afternoon, out before noon
    checkIn: checkIn.endsWith('T00:00') ? `${checkIn.slice(0, 10)}T15:00` : checkIn,
    checkOut: checkOut.endsWith('T00:00') ? `${checkOut.slice(0, 10)}T11:00` : checkOut,
    country: known?.country ?? (country && /^[A-Z]{2}$/.test(country) ? country : null),
    reference: textAt(reservation, 'reservationNumber', 40),
    phone: textAt(hotel, 'telephone', 40),
    note: '',
  }
}

/** Every reservation in a JSON-LD block: alone, in a list, or in a graph. */
function* reservationsIn(value: unknown, depth = 0): Generator<Json> {
  if (depth > 4) return
  for (const item of listOf(value))
    if (isJson(item)) {
      if (typeOf(item).endsWith('Reservation')) yield item
      else yield* reservationsIn(item['@graph'] ?? item['subReservation'], depth + 1)
    }
}

function fromHtml(html: string, zone: string): ReadBooking {
  const blocks = [
    ...html.matchAll(/<script[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]{1,200000}?)<\/script>/gi),
  ]
  const found = blocks.slice(0, most).flatMap(([, text]) => {
    try {
      return [...reservationsIn(JSON.parse(text!))]
    } catch {
      return []
    }
  })
  return {
    legs: found.slice(0, most).flatMap(one => legIn(one, zone) ?? []),
    stays: found.slice(0, most).flatMap(one => stayIn(one, zone) ?? []),
  }
}

const unescaped = (text: string): string =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
const valueOf = (event: Component, name: string): string => unescaped(one(event, name)?.value ?? '')

/** A time of a calendar file on the clock of its zone. */
function timeIn(event: Component, name: string, zone: string): { local: string; zone: string } | null {
  const property = one(event, name)
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(Z)?$/.exec(property?.value.trim() ?? '')
  if (!property || !found) return null
  const local = `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}`
  if (found[6]) return { local: localOf(Temporal.Instant.from(`${local}:00Z`), zone), zone }
  const named = property.parameters.get('TZID')?.[0] ?? ''
  return { local, zone: isZone(named) ? named : zone }
}

/** `Flight SK1829 Stockholm – Lisboa`, `Train Göteborg → Borås`: a route in a title, between two places. */
const routePattern =
  /^(?:([\p{L}]+)\s+)?(?:([A-Z0-9]{2}\s?\d{1,4}|\d{1,5})\s+)?(.{2,60}?)\s+(?:–|—|-|→|>|to|till|til|naar|spre|para)\s+(.{2,60})$/u
const referencePattern =
  /\b(?:[Rr]ef|[Bb]ook|[Bb]okning|[Bb]estilling|[Bb]oek|[Rr]ezerv|[Rr]eserva)\p{L}*[^A-Z0-9]{1,24}([A-Z0-9]{5,12})\b/u
const modeWords: readonly (readonly [Mode, RegExp])[] = [
  ['flight', /fl(ight|yg|y)|vlucht|zbor|voo|✈/i],
  ['train', /train|tåg|tog|trein|tren\b|comboio|🚆/i],
  ['ferry', /ferry|färja|ferge|veerboot|feribot|barco/i],
  ['bus', /\bbus|buss|autobuz|autocarro/i],
]

function legOfEvent(event: Component, officeZone: string): ReadLeg | null {
  const title = valueOf(event, 'SUMMARY')
  const route = routePattern.exec(title)
  const starts = timeIn(event, 'DTSTART', officeZone)
  const ends = timeIn(event, 'DTEND', officeZone)
  if (!route || !starts || !ends) return null
  const [from, to] = [placeNamed(route[3]!), placeNamed(route[4]!)]
  const number = route[2]?.replace(/\s/g, '') ?? null
  const said = modeWords.find(([, pattern]) =>
    pattern.test(
      `${title} ${all(event, 'CATEGORIES')
        .map(({ value }) => value)
        .join(' ')}`,
    ),
  )?.[0]
  const mode = said ?? (number && /^[A-Z0-9]{2}\d/.test(number) ? 'flight' : null)
  if (!mode) return null
  const there = to?.zone ?? ends.zone
  const at = (time: { local: string; zone: string }, zone: string) => localOf(momentOf(time.local, time.zone), zone)
  const here = from?.zone ?? starts.zone
  const reference = referencePattern.exec(valueOf(event, 'DESCRIPTION'))
  return {
    mode,
    from: route[3]!.slice(0, 120),
    fromZone: here,
    departs: at(starts, here),
    to: route[4]!.slice(0, 120),
    toZone: there,
    arrives: at(ends, there),
    toCountry: to?.country ?? null,
    carrier: null,
    number,
    seat: null,
    reference: reference?.[1] ?? null,
    kilometres: null,
    note: '',
  }
}

function fromIcal(text: string, zone: string): ReadBooking {
  const events = parseIcal(text, { bytes: 2_000_000, depth: 6 }).flatMap(calendar =>
    calendar.components.filter(({ name }) => name === 'VEVENT'),
  )
  return { legs: events.slice(0, most).flatMap(event => legOfEvent(event, zone) ?? []), stays: [] }
}

const joined = (found: readonly ReadBooking[]): ReadBooking => {
  const once = <T>(rows: readonly T[]) => [...new Map(rows.map(row => [JSON.stringify(row), row])).values()]
  return { legs: once(found.flatMap(one => one.legs)), stays: once(found.flatMap(one => one.stays)) }
}

/** What a file of a booking says. Throws `IcalRefused` for a calendar file that cannot be read. */
export async function readBookingText(content: string, officeZone: string): Promise<ReadBooking> {
  const begins = content.slice(0, 2_000)
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(begins)) return fromIcal(content, officeZone)
  if (/^\uFEFF?\s*[[{]/.test(begins))
    return fromHtml(`<script type="application/ld+json">${content}</script>`, officeZone)
  if (/^[\w-]+:.*$/m.test(begins) && /^(from|received|mime-version|content-type|return-path|subject):/im.test(begins)) {
    const mail = await PostalMime.parse(content)
    const files = mail.attachments.filter(({ mimeType }) => /^(text\/calendar|application\/ics)/i.test(mimeType))
    const bytes = (value: ArrayBuffer | Uint8Array | string) =>
      typeof value === 'string' ? value : new TextDecoder().decode(value)
    return joined([
      fromHtml(mail.html ?? '', officeZone),
      ...files.slice(0, most).map(({ content: file }) => fromIcal(bytes(file), officeZone)),
    ])
  }
  return fromHtml(content, officeZone)
}

/** When a meeting is, as a guest reads it: on the meeting's clock, and on theirs where that is known to differ. */
import { type Component, one } from '../../../formats/ical/component.ts'
import { expand, type Instance } from '../../../formats/ical/expand.ts'
import { eventsOf } from '../../../formats/ical/itip/parts.ts'
import { RecurrenceTooCostly } from '../../../formats/ical/recur.ts'
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'

/** Countries with islands in other zones, by the zone that nearly all of their people live in. */
const mainZones: Readonly<Record<string, string>> = {
  PT: 'Europe/Lisbon',
  ES: 'Europe/Madrid',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  DK: 'Europe/Copenhagen',
}

/** The clock of a country that has one. */
export function zoneOfCountry(country: string | null): string | null {
  if (!country) return null
  const zones = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
  return zones.length === 1 ? zones[0]! : (mainZones[country] ?? null)
}

const yearMs = 366 * 86_400_000

/** The next instances of what a message tells of, at most so many; of what is over, the last one. */
export function nextInstances(calendar: Component, at: Temporal.Instant, zone: string, most = 4): Instance[] {
  const now = at.epochMilliseconds
  const within = (from: number, to: number): Instance[] => {
    try {
      return expand(calendar, { from, to, zone })
    } catch (thrown) {
      if (thrown instanceof RecurrenceTooCostly) return []
      throw thrown
    }
  }
  const ahead = within(now, now + 2 * yearMs)
  if (ahead.length > 0) return ahead.slice(0, most)
  return within(now - 3 * yearMs, now).slice(-1)
}

export const repeats = (calendar: Component): boolean =>
  eventsOf(calendar).some(event => one(event, 'RRULE') ?? one(event, 'RDATE'))

/** `Stockholm, GMT+1` */
function placeOfClock(zone: string, at: Date, language: Language): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  const offset = new Intl.DateTimeFormat(wordLocale(language), { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')?.value
  return offset && offset !== city ? `${city}, ${offset}` : city
}

function clockTimes(
  instance: Instance,
  zone: string,
  language: Language,
): { day: string; times: string; words: string } {
  const [from, to] = [new Date(instance.start), new Date(instance.end)]
  const locale = wordLocale(language)
  const days = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [day, last] = [days.format(from), days.format(to)]
  const times =
    day === last ? `${clock.format(from)}–${clock.format(to)}` : `${clock.format(from)} – ${last} ${clock.format(to)}`
  return { day, times, words: `${day}, ${times}` }
}

/** `Tuesday 24 November 2026, 10:00–11:00 (Stockholm, GMT+1)`, and for whoever lives by another clock that beside it. */
export function whenOf(
  instance: Instance,
  language: Language,
  zones: { readonly event: string; readonly guest: string | null },
): string {
  if (instance.allDay) {
    const days = new Intl.DateTimeFormat(wordLocale(language), {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    const [first, last] = [days.format(new Date(instance.start)), days.format(new Date(instance.end - 1))]
    return first === last ? first : `${first} – ${last}`
  }
  const at = new Date(instance.start)
  const own = clockTimes(instance, zones.event, language)
  const theirs = zones.guest ? clockTimes(instance, zones.guest, language) : null
  const here = `${own.words} (${placeOfClock(zones.event, at, language)})`
  if (!theirs || !zones.guest || theirs.words === own.words) return here
  const beside = theirs.day === own.day ? theirs.times : theirs.words
  return `${here}; ${beside} (${placeOfClock(zones.guest, at, language)})`
}

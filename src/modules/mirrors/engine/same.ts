/** What two files of one event say, whoever wrote them; and which of the two is newer. */
import { daySeconds } from '../../../formats/ical/civil.ts'
import { all, type Component, one, parseIcal, type Property, textOf } from '../../../formats/ical/component.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { clockOf, knownZone } from '../../../formats/ical/zone.ts'

function eventsIn(ics: string): Component[] {
  try {
    return parseIcal(ics).flatMap(({ components }) => components.filter(({ name }) => name === 'VEVENT'))
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return []
    throw thrown
  }
}

const times = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID'])
const texts = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION'])

const halfYear = 182 * daySeconds

/** A time as the moment that it is, and the one half a year later on the same clock: zones that go alike say the same. */
function momentText({ parameters, value }: Property): string {
  const zone = parameters.get('TZID')?.[0]
  const clock = zone === undefined ? null : knownZone(zone)
  return value
    .split(',')
    .map(text => {
      const moment = momentOf(text.trim())
      if (!moment || moment.kind === 'day') return text.trim().slice(0, 8)
      if (moment.kind === 'utc') return `${moment.seconds} ${moment.seconds + halfYear}`
      if (!clock) return `${zone ?? ''}:${text.trim()}`
      const at = clockOf(clock)
      return [0, halfYear].map(later => at.instantOf(moment.seconds + later) / 1000).join(' ')
    })
    .sort()
    .join()
}

const timeText = (event: Component, name: string): string => {
  const found = one(event, name)
  return found ? momentText(found) : ''
}

function saysOf(event: Component): string {
  const facts = [
    ...[...times].map(name => timeText(event, name)),
    ...[...texts].map(name => {
      const found = one(event, name)
      return found ? textOf(found.value).replace(/\s+/g, ' ').trim() : ''
    }),
    (one(event, 'RRULE')?.value ?? '').split(';').sort().join(';').toUpperCase(),
    ...['EXDATE', 'RDATE'].map(name =>
      all(event, name)
        .flatMap(property => momentText(property).split(','))
        .sort()
        .join(),
    ),
    one(event, 'DURATION')?.value ?? '',
    (one(event, 'STATUS')?.value ?? 'CONFIRMED').toUpperCase(),
    (one(event, 'TRANSP')?.value ?? 'OPAQUE').toUpperCase(),
    all(event, 'ATTENDEE')
      .map(({ value, parameters }) => `${value.toLowerCase()} ${parameters.get('PARTSTAT')?.[0] ?? ''}`)
      .sort()
      .join(),
  ]
  return facts.join('\n')
}

const summary = (ics: string): string => eventsIn(ics).map(saysOf).sort().join('\n\n')

/** Whether two files say the same of when, where, what and who; properties of programs and moments of writing aside. */
export const saysSame = (a: string, b: string): boolean => a === b || summary(a) === summary(b)

const numbers = (events: readonly Component[], name: string): number[] =>
  events.flatMap(event => {
    const text = one(event, name)?.value.trim()
    return text !== undefined && /^\d{1,9}$/.test(text) ? [Number(text)] : []
  })
const stamps = (events: readonly Component[], name: string): string =>
  events.map(event => one(event, name)?.value.trim() ?? '').reduce((most, at) => (at > most ? at : most), '')

/**
 * Whether ours is the newer of two that were changed on both sides: by SEQUENCE where both count, then by LAST-MODIFIED (or
 * DTSTAMP). Where neither is, theirs holds: it is what others already see.
 */
export function oursIsNewer(ours: string, theirs: string): boolean {
  const [mine, other] = [eventsIn(ours), eventsIn(theirs)]
  const [a, b] = [numbers(mine, 'SEQUENCE'), numbers(other, 'SEQUENCE')]
  if (a.length > 0 && b.length > 0 && Math.max(...a) !== Math.max(...b)) return Math.max(...a) > Math.max(...b)
  const written = (events: readonly Component[]) => stamps(events, 'LAST-MODIFIED') || stamps(events, 'DTSTAMP')
  return written(mine) > written(other)
}

export const uidIn = (ics: string): string | null => {
  const [event] = eventsIn(ics)
  return (event && one(event, 'UID')?.value.trim()) || null
}

export const titleIn = (ics: string): string => {
  const [event] = eventsIn(ics)
  const summary_ = event && one(event, 'SUMMARY')
  return summary_ ? textOf(summary_.value).replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

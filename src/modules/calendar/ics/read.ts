/** What a client's file says of an event, in the contract's words (RFC 5545). */
import { all, type Component, one, type Property, textOf } from '../../../formats/ical/component.ts'
import { daySeconds } from '../../../formats/ical/civil.ts'
import { durationOf } from '../../../formats/ical/duration.ts'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { momentOf, parseRule } from '../../../formats/ical/rule.ts'
import { clocksOf, knownZone } from '../../../formats/ical/zone.ts'
import { type EventTime, type Guest, localText, type Organiser, type Repeat } from '../contract/shapes.ts'
import { dayOfSeconds, startText, textOfSeconds, zoneClock } from '../wall.ts'
import { type Directory, guestAt } from './address.ts'
import { zoneAlike } from './zone-alike.ts'

export interface Reading {
  readonly calendar: Component
  readonly officeZone: string
  readonly directory: Directory
}

/** A time of the file on a clock that Kontor knows. */
interface Wall {
  readonly seconds: number
  readonly zone: string
  readonly isDay: boolean
}

function zoneOf(id: string | undefined, { calendar, officeZone }: Reading): string {
  if (id === undefined) return officeZone
  const known = knownZone(id)
  if (known) return known
  const own = calendar.components.some(of => of.name === 'VTIMEZONE' && one(of, 'TZID')?.value.trim() === id)
  if (!own) return officeZone
  const clock = clocksOf(calendar, zoneClock(officeZone))(id)
  return zoneAlike(clock, officeZone) ?? officeZone
}

function wallOf(property: Property, text: string, reading: Reading): Wall {
  const moment = momentOf(text.trim())
  if (!moment || localText(textOfSeconds(moment.seconds)) === null)
    throw new IcalRefused('ical-value', property.line, `${property.name}:${text.slice(0, 40)}`)
  const zone = moment.kind === 'utc' ? 'UTC' : zoneOf(property.parameters.get('TZID')?.[0], reading)
  return { seconds: moment.seconds, zone, isDay: moment.kind === 'day' }
}

/** The same moment on another clock. */
const on = (zone: string, wall: Wall): number =>
  wall.isDay || wall.zone === zone
    ? wall.seconds
    : zoneClock(zone).localAt(zoneClock(wall.zone).instantOf(wall.seconds))

export function readTime(event: Component, reading: Reading): EventTime | null {
  const begins = one(event, 'DTSTART')
  if (!begins) return null
  const start = wallOf(begins, begins.value, reading)
  const [ends, lasts] = [one(event, 'DTEND'), one(event, 'DURATION')]
  if (start.isDay) {
    const duration = lasts ? durationOf(lasts.value, lasts.line) : null
    const end = ends
      ? wallOf(ends, ends.value, reading).seconds
      : start.seconds + (duration ? duration.days : 1) * daySeconds
    const days = Math.max(1, Math.round((end - start.seconds) / daySeconds))
    return {
      allDay: true,
      from: dayOfSeconds(start.seconds),
      until: dayOfSeconds(start.seconds + (days - 1) * daySeconds),
    }
  }
  const { zone } = start
  const clock = zoneClock(zone)
  let end = start.seconds
  if (ends) end = on(zone, wallOf(ends, ends.value, reading))
  else if (lasts) {
    const { days, seconds } = durationOf(lasts.value, lasts.line)
    end = clock.localAt(clock.instantOf(start.seconds + days * daySeconds) + seconds * 1000)
  }
  // An end before the start is none, as from half-filled forms.
  if (clock.instantOf(end) < clock.instantOf(start.seconds)) end = start.seconds
  return { allDay: false, start: textOfSeconds(start.seconds), end: textOfSeconds(end), zone }
}

function timesAt(event: Component, name: string, when: EventTime, reading: Reading): string[] {
  const time = startText(when).slice(10)
  return all(event, name).flatMap(property =>
    property.value
      .split(',')
      .filter(text => text.trim() !== '')
      .map(text => {
        const wall = wallOf(property, text.split('/')[0]!, reading)
        const local = textOfSeconds(when.allDay ? wall.seconds : on(when.zone, wall))
        return wall.isDay || when.allDay ? local.slice(0, 10) + time : local
      }),
  )
}

/** The instance that a changed one stands for, on the clock of its series. */
export function readRecurrence(event: Component, when: EventTime, reading: Reading): string | null {
  const of = one(event, 'RECURRENCE-ID')
  if (!of) return null
  if (of.parameters.get('RANGE')?.[0]) throw new IcalRefused('ical-value', of.line, 'RANGE')
  return timesAt(event, 'RECURRENCE-ID', when, reading)[0] ?? null
}

export function readRepeat(event: Component, when: EventTime, reading: Reading): Repeat | null {
  const rules = all(event, 'RRULE')
  const [rule, second] = rules
  if (second) throw new IcalRefused('ical-rule', second.line, 'RRULE')
  if (rule) parseRule(rule.value, rule.line)
  const start = startText(when)
  const added = [...new Set(timesAt(event, 'RDATE', when, reading))].filter(time => time !== start).sort()
  const leftOut = [...new Set(timesAt(event, 'EXDATE', when, reading))].sort()
  if (!rule && added.length === 0 && leftOut.length === 0) return null
  return { rule: rule ? rule.value.trim().slice(0, 500) : null, added, leftOut }
}

const text = (event: Component, name: string, most: number): string | null => {
  const property = one(event, name)
  const value = property ? clean(textOf(property.value)).trim() : ''
  return value === '' ? null : value.slice(0, most)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text of Kontor may hold
const clean = (value: string): string =>
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed()
const oneLine = (value: string | null): string | null => value?.replace(/\s+/g, ' ').trim() || null

const answersBy: Readonly<Record<string, Guest['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  DELEGATED: 'delegated',
}
const rolesBy: Readonly<Record<string, Guest['role']>> = {
  CHAIR: 'chair',
  'OPT-PARTICIPANT': 'optional',
  'NON-PARTICIPANT': 'informed',
}
const parameter = (property: Property, name: string): string | null => property.parameters.get(name)?.[0] ?? null
const addressFrom = (property: Property): string => {
  const email = parameter(property, 'EMAIL')
  return /@|urn:uuid:|\//i.test(property.value) || !email ? property.value : email
}

export function readGuests(event: Component, { directory }: Reading): Guest[] {
  const found = new Map<string, Guest>()
  for (const property of all(event, 'ATTENDEE')) {
    const who = guestAt(addressFrom(property), oneLine(clean(parameter(property, 'CN') ?? '')), directory)
    if (!who) continue
    found.set(JSON.stringify(who), {
      who,
      role: rolesBy[(parameter(property, 'ROLE') ?? '').toUpperCase()] ?? 'required',
      answer: answersBy[(parameter(property, 'PARTSTAT') ?? '').toUpperCase()] ?? 'none',
      note: null,
    })
  }
  return [...found.values()].slice(0, 500)
}

export function readOrganiser(event: Component, { directory }: Reading): Organiser | null {
  const property = one(event, 'ORGANIZER')
  if (!property) return null
  const who = guestAt(addressFrom(property), oneLine(clean(parameter(property, 'CN') ?? '')), directory)
  if (!who || 'calendarId' in who) return null
  if ('email' in who) return { email: who.email, name: who.name }
  const by = parameter(property, 'SENT-BY')
  const sender = by ? guestAt(by, null, directory) : null
  return { principalId: who.principalId, sentBy: sender && 'principalId' in sender ? sender.principalId : null }
}

const minutesOf = (event: Component, name: string): number => {
  const property = one(event, name)
  if (!property) return 0
  const { days, seconds } = durationOf(property.value, property.line)
  return Math.min(1440, Math.max(0, Math.round((days * daySeconds + seconds) / 60)))
}

/** Alarms before the start, in minutes; others are kept as they are. */
export function readReminders(event: Component): number[] {
  const minutes = event.components
    .filter(({ name }) => name === 'VALARM')
    .flatMap(alarm => {
      const trigger = one(alarm, 'TRIGGER')
      if (!trigger || !/^-?P/i.test(trigger.value) || parameter(trigger, 'RELATED')?.toUpperCase() === 'END') return []
      const { days, seconds } = durationOf(trigger.value, trigger.line)
      const before = -Math.round((days * daySeconds + seconds) / 60)
      return before >= 0 && before <= 100_000 ? [before] : []
    })
  return [...new Set(minutes)].slice(0, 10)
}

const showAsOf = (event: Component): 'busy' | 'free' | 'tentative' | 'away' => {
  const named = one(event, 'X-MICROSOFT-CDO-BUSYSTATUS')?.value.trim().toUpperCase()
  if (named === 'OOF') return 'away'
  if (named === 'FREE') return 'free'
  if (named === 'TENTATIVE') return 'tentative'
  return one(event, 'TRANSP')?.value.trim().toUpperCase() === 'TRANSPARENT' ? 'free' : 'busy'
}

const urlOf = (event: Component): string | null => {
  const value = (one(event, 'CONFERENCE') ?? one(event, 'X-GOOGLE-CONFERENCE'))?.value.trim() ?? ''
  return /^https?:\/\/\S+$/i.test(value) && value.length <= 2000 && URL.canParse(value) ? value : null
}

/** What does not depend on other properties: of a series and of its changed instances alike. */
export function readFields(event: Component, reading: Reading) {
  const status = one(event, 'STATUS')?.value.trim().toUpperCase()
  const level = one(event, 'CLASS')?.value.trim().toUpperCase()
  const category = one(event, 'CATEGORIES')
  return {
    title: (oneLine(text(event, 'SUMMARY', 300)) ?? '–').slice(0, 300),
    place: oneLine(text(event, 'LOCATION', 300)),
    notes: text(event, 'DESCRIPTION', 50_000),
    category: category ? oneLine(clean(textOf(category.value.split(/(?<!\\),/)[0]!)).slice(0, 80)) : null,
    privacy:
      level === 'PRIVATE'
        ? ('private' as const)
        : level === 'CONFIDENTIAL'
          ? ('confidential' as const)
          : ('open' as const),
    showAs: showAsOf(event),
    status:
      status === 'TENTATIVE'
        ? ('tentative' as const)
        : status === 'CANCELLED'
          ? ('cancelled' as const)
          : ('confirmed' as const),
    guests: readGuests(event, reading),
    organiser: readOrganiser(event, reading),
    reminders: readReminders(event),
    setupMinutes: minutesOf(event, 'X-KONTOR-SETUP'),
    cleanupMinutes: minutesOf(event, 'X-KONTOR-CLEANUP'),
    travelBeforeMinutes: minutesOf(event, 'X-APPLE-TRAVEL-DURATION'),
    travelAfterMinutes: minutesOf(event, 'X-KONTOR-TRAVEL-AFTER'),
    conferenceUrl: urlOf(event),
  }
}
export type ReadFields = ReturnType<typeof readFields>

/** What a scheduling message says (iTIP, RFC 5546), read out of the components of RFC 5545 as they stand. */
import { all, type Component, one, type Property, textOf } from '../component.ts'
import { IcalRefused } from '../refused.ts'
import { momentOf } from '../rule.ts'
import { clocksOf, utc } from '../zone.ts'

export const methods = ['PUBLISH', 'REQUEST', 'REPLY', 'ADD', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER'] as const
export type Method = (typeof methods)[number]

/** How somebody has answered; what a program calls otherwise counts as not answered (RFC 5545, 3.2.12). */
export const answers = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'] as const
export type PartStat = (typeof answers)[number]

export interface Attendee {
  readonly address: string
  readonly name: string | null
  readonly role: string
  readonly answer: PartStat
  readonly sentBy: string | null
  readonly delegatedTo: readonly string[]
  readonly delegatedFrom: readonly string[]
}

export interface Organiser {
  readonly address: string
  readonly name: string | null
  /** Who arranges it for the organiser (RFC 5545, 3.2.18). */
  readonly sentBy: string | null
}

/** The address in a calendar address: `MAILTO:A@Example.com` and `a@example.com` are the same. */
export function addressIn(calendarAddress: string): string {
  const bare = calendarAddress
    .trim()
    .replace(/^mailto:/i, '')
    .split('?')[0]!
  try {
    return decodeURIComponent(bare).trim().toLowerCase()
  } catch {
    return bare.toLowerCase()
  }
}

const parameter = (property: Property, name: string): string | null => property.parameters.get(name)?.[0] ?? null
const addresses = (property: Property, name: string): string[] =>
  (property.parameters.get(name) ?? []).map(addressIn).filter(address => address !== '')

function attendeeFrom(property: Property): Attendee {
  const stat = (parameter(property, 'PARTSTAT') ?? 'NEEDS-ACTION').toUpperCase()
  // Exchange writes X400 and internal names as the value and the address in EMAIL (RFC 7986, 6.2).
  const value = addressIn(property.value)
  const email = parameter(property, 'EMAIL')
  return {
    address: value.includes('@') || !email ? value : addressIn(email),
    name: parameter(property, 'CN')?.trim() || null,
    role: (parameter(property, 'ROLE') ?? 'REQ-PARTICIPANT').toUpperCase(),
    answer: answers.find(one => one === stat) ?? 'NEEDS-ACTION',
    sentBy: addresses(property, 'SENT-BY')[0] ?? null,
    delegatedTo: addresses(property, 'DELEGATED-TO'),
    delegatedFrom: addresses(property, 'DELEGATED-FROM'),
  }
}

export const attendeesOf = (event: Component): Attendee[] => all(event, 'ATTENDEE').map(attendeeFrom)

export const attendeeOf = (event: Component, address: string): Attendee | undefined =>
  attendeesOf(event).find(attendee => attendee.address === address)

export function organiserOf(event: Component): Organiser | null {
  const property = one(event, 'ORGANIZER')
  if (!property) return null
  const { address, name, sentBy } = attendeeFrom(property)
  return { address, name, sentBy }
}

/** None is the first (RFC 5545, 3.8.7.4). */
export function sequenceOf(event: Component): number {
  const number = Number(one(event, 'SEQUENCE')?.value.trim() ?? 0)
  return Number.isSafeInteger(number) && number >= 0 ? number : 0
}

/** When the message was written, seconds since 1970; 0 where it does not say. */
export function stampOf(event: Component): number {
  return momentOf(one(event, 'DTSTAMP')?.value.trim() ?? '')?.seconds ?? 0
}

export const wordsOf = (event: Component, name: string): string | null => {
  const property = one(event, name)
  return property ? textOf(property.value).trim() || null : null
}

/** Names an instance whatever zone its time is written in: a day as `20260312`, an instant as milliseconds since 1970. */
export type InstanceKey = string

/** Reads the times of a calendar as keys of instances. */
export function instanceKeys(calendar: Component): (property: Property) => InstanceKey[] {
  const clocks = clocksOf(calendar, utc)
  return property =>
    property.value
      .split(',')
      .filter(text => text.trim() !== '')
      .map(text => {
        const moment = momentOf(text.trim())
        if (!moment) throw new IcalRefused('ical-value', property.line, property.name)
        if (moment.kind === 'day') return text.trim().slice(0, 8)
        const clock = moment.kind === 'utc' ? utc : clocks(parameter(property, 'TZID') ?? undefined)
        return String(clock.instantOf(moment.seconds))
      })
}

/** The instance that a component is of; null for the event or the series as a whole. */
export function instanceOf(calendar: Component, event: Component): InstanceKey | null {
  const property = one(event, 'RECURRENCE-ID')
  return property ? (instanceKeys(calendar)(property)[0] ?? null) : null
}

export const andFuture = (event: Component): boolean => {
  const property = one(event, 'RECURRENCE-ID')
  return property ? parameter(property, 'RANGE')?.toUpperCase() === 'THISANDFUTURE' : false
}

export const eventsOf = (calendar: Component): Component[] =>
  calendar.components.filter(({ name }) => name === 'VEVENT')

/** A message about one event: its components are the series, some of its instances, or both. */
export interface Message {
  readonly method: Method
  readonly uid: string
  readonly calendar: Component
  readonly events: readonly Component[]
}

/** What a part of a mail holds: one message for each event, the series before its instances. `ofMail`: the `method` of its Content-Type, which counts where the calendar names none. */
export function messagesOf(calendar: Component, ofMail: string | null = null): Message[] {
  const named = (one(calendar, 'METHOD')?.value ?? ofMail ?? '').trim().toUpperCase()
  const method = methods.find(one => one === named)
  if (!method) throw new IcalRefused('ical-value', calendar.line, named ? `METHOD:${named.slice(0, 40)}` : 'METHOD')
  const byUid = new Map<string, Component[]>()
  for (const event of eventsOf(calendar)) {
    const uid = one(event, 'UID')?.value.trim()
    if (!uid) throw new IcalRefused('ical-value', event.line, 'UID')
    byUid.set(uid, [...(byUid.get(uid) ?? []), event])
  }
  return [...byUid].map(([uid, events]) => ({
    method,
    uid,
    calendar,
    events: events.toSorted(
      (a, b) => Number(one(a, 'RECURRENCE-ID') !== undefined) - Number(one(b, 'RECURRENCE-ID') !== undefined),
    ),
  }))
}

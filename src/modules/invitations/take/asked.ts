/** What organisers outside say: invitations, changes, called off. They lie in the calendar of whoever is asked, as the organiser has them. */
import { type Component, icalText, one, type Property, propertyText } from '../../../formats/ical/component.ts'
import type { Outcome } from '../../../formats/ical/itip/outcome.ts'
import {
  attendeesOf,
  instanceOf,
  type Message,
  organiserOf,
  sequenceOf,
  stampOf,
} from '../../../formats/ical/itip/parts.ts'
import { changesOf, seriesOf } from '../../../formats/ical/itip/write.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { minutesText, property } from '../../../formats/ical/write.ts'
import type { Act } from '../../../kernel/implement.ts'
import { cancelEvent, provideCalendars, putObject, removeObject } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { accountsOf, calendarIn, type EventFact, eventsOfUid, guestsOf, mainCalendarOf } from '../facts.ts'
import { recurrenceOf } from '../instance-key.ts'
import { hostRow, putHost } from '../ledger.ts'
import type { Versions } from '../tables.ts'
import { sql } from 'kysely'
import type { Known } from './known.ts'
import { answerFor, type Taken } from './answers.ts'

const because = (outcome: { status: string; refusal?: { name: string } }): Taken => ({
  ok: false,
  because: outcome.refusal?.name ?? outcome.status,
})

const withoutMethod = (calendar: Component, events: readonly Component[]): Component => ({
  ...calendar,
  properties: calendar.properties.filter(({ name }) => name !== 'METHOD'),
  components: [...calendar.components.filter(({ name }) => name === 'VTIMEZONE'), ...events],
})

const timesOf = (event: Component): string =>
  event.properties
    .filter(({ name }) => /^(DTSTART|RRULE|RDATE)$/.test(name))
    .map(propertyText)
    .sort()
    .join('\n')

const endless = (event: Component): boolean => !one(event, 'DTEND') && !one(event, 'DURATION')

/** How long each time of a series lasts; by it an exception that only says when it begins, as Google writes some, is as long as the others. */
function lengthOf(series: Component): Property | null {
  const given = one(series, 'DURATION')
  if (given) return given
  const [start, end] = [one(series, 'DTSTART'), one(series, 'DTEND')]
  const [from, until] = [start, end].map(property => (property ? momentOf(property.value.trim()) : null))
  if (!start || !end || !from || !until || from.kind !== until.kind) return null
  if (start.parameters.get('TZID')?.[0] !== end.parameters.get('TZID')?.[0]) return null
  const minutes = Math.round((until.seconds - from.seconds) / 60)
  if (minutes <= 0) return null
  return property('DURATION', from.kind === 'day' ? `P${minutes / 1440}D` : minutesText(minutes))
}

/** The event as it lies here, with what the message says of it; what it says of the series drops changed instances that no longer fit. */
export function merged(before: Component | null, message: Component, events: readonly Component[]): Component {
  const series = events.find(event => !one(event, 'RECURRENCE-ID'))
  const known = before ? seriesOf(before) : undefined
  const changed = new Map(events.filter(event => event !== series).map(event => [instanceOf(message, event), event]))
  const keeps = !series || (known !== undefined && timesOf(known) === timesOf(series))
  const kept = before && keeps ? changesOf(before).filter(event => !changed.has(instanceOf(before, event))) : []
  const base = series ?? known
  const lasting = base ? lengthOf(base) : null
  const described = new Set(message.components.flatMap(zone => one(zone, 'TZID')?.value ?? []))
  const calendar = withoutMethod(message, [
    ...(base ? [base] : []),
    ...kept,
    ...[...changed.values()].map(event =>
      lasting && endless(event) ? { ...event, properties: [...event.properties, lasting] } : event,
    ),
  ])
  const zones = (before?.components ?? []).filter(
    zone => zone.name === 'VTIMEZONE' && !described.has(one(zone, 'TZID')?.value ?? ''),
  )
  return { ...calendar, components: [...zones, ...calendar.components] }
}

/** Instances that the organiser adds to a series (ADD). */
function extended(before: Component, events: readonly Component[]): Component {
  const series = seriesOf(before)
  if (!series) return before
  const dates = events.flatMap(event => {
    const start = one(event, 'DTSTART')
    return start ? [{ ...start, name: 'RDATE' }] : []
  })
  const own = series.properties.filter(({ name }) => name !== 'SEQUENCE')
  const sequence = Math.max(sequenceOf(series), ...events.map(sequenceOf))
  const longer = { ...series, properties: [...own, property('SEQUENCE', String(sequence)), ...dates] }
  return withoutMethod(before, [longer, ...changesOf(before)])
}

const newVersions = (calendar: Component, events: readonly Component[], before: Versions = {}): Versions => {
  const own = Object.fromEntries(
    events.map(event => [instanceOf(calendar, event) ?? '', [sequenceOf(event), stampOf(event)] as const]),
  )
  return '' in own ? { ...own } : { ...before, ...own }
}

interface File {
  readonly calendarId: string
  readonly href: string
}

async function fileOf(act: Act, event: EventFact): Promise<File | null> {
  const { rows } = await sql<{ href: string }>`
    select href from calendar.object_fact
    where organisation_id = ${act.office.id} and event_id = ${event.event_id} and calendar_id = ${event.home_id}`.execute(
    act.db(),
  )
  return rows[0] ? { calendarId: event.home_id, href: rows[0].href } : null
}

type Asked = Extract<Outcome, { what: 'invited' | 'changed' | 'added' | 'published' }>

/** Puts an invitation, or what is new of it, into the calendar of whom it asks. */
export async function takeAsked(act: Act, message: Message, outcome: Asked, known: Known | null): Promise<Taken> {
  const organiser = organiserOf(outcome.events[0]!)!
  const before = known ? calendarIn(known.event.ics) : null
  const calendar =
    outcome.what === 'added' && before
      ? extended(before, outcome.events)
      : merged(before, message.calendar, outcome.events)
  const file = known ? await fileOf(act, known.event) : await newFile(act, outcome)
  if (!file) return { ok: false, because: 'not-invited' }
  const put = await act.actAs(act.principal.id, putObject, { ...file, ics: icalText(calendar) })
  if (put.status !== 'done') return because(put)
  const event = known?.event ?? (await eventsOfUid(act, message.uid)).find(one_ => one_.organiser_email !== null)
  if (!event) return { ok: false, because: 'organised-here' }
  const host = await hostRow(act, event.event_id)
  await putHost(act, {
    event_id: event.event_id,
    uid: message.uid,
    email: organiser.address,
    name: organiser.name ?? organiser.address,
    versions: newVersions(message.calendar, outcome.events, host?.versions),
    replied: outcome.what === 'invited' ? {} : (host?.replied ?? {}),
  })
  const said = { name: organiser.name ?? organiser.address, title: event.title }
  // The calendar itself tells those who are asked.
  act.emit(outcome.what === 'invited' ? c.invitedFromOutside : c.changedFromOutside, { id: event.event_id, ...said }, [
    event.event_id,
  ])
  return { ok: true }
}

/** Whoever has not had a calendar gets theirs now. */
async function mainCalendarFor(act: Act, principalId: string): Promise<string | null> {
  const known = await mainCalendarOf(act, principalId)
  if (known) return known
  await act.actAs(act.principal.id, provideCalendars, {})
  return mainCalendarOf(act, principalId)
}

async function newFile(act: Act, { ours }: Asked): Promise<File | null> {
  const accounts = await accountsOf(act)
  for (const address of ours) {
    const account = accounts.find(({ email }) => email === address)
    if (!account) continue
    const calendarId = await mainCalendarFor(act, account.principalId)
    if (calendarId) return { calendarId, href: `${act.newId()}.ics` }
  }
  return null
}

async function tellAsked(act: Act, event: EventFact, key: 'kept', params: Record<string, string>) {
  const guests = await guestsOf(act, event.event_id)
  return {
    notify: guests
      .flatMap(({ principal_id }) => principal_id ?? [])
      .slice(0, 200)
      .map(toId => ({
        key: `invitations.${key}:${event.event_id}`,
        toId,
        titleKey: `notice.invitations.${key}`,
        params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.slice(0, 300)])),
        recordId: event.event_id,
        urgency: 'today' as const,
      })),
  }
}

type Cancelled = Extract<Outcome, { what: 'cancelled' }>

/** Strikes what its organiser outside called off. */
export async function takeCancelled(act: Act, message: Message, outcome: Cancelled, known: Known): Promise<Taken> {
  const { event, principals } = known
  const { instances } = outcome
  const named = message.events.flatMap(one_ => attendeesOf(one_).map(({ address }) => address))
  // Where colleagues are still asked, it goes on without whoever is asked no more.
  const uninvited = outcome.uninvited ? named.filter(address => principals.has(address)) : []
  if (uninvited.length > 0 && uninvited.length < principals.size)
    for (const guest of uninvited) {
      const said = await answerFor(act, known, { guest, answer: 'DECLINED', recurrence: null, note: outcome.comment })
      if (!said.ok) return said
    }
  else if (instances === 'all') {
    const file = outcome.uninvited ? await fileOf(act, event) : null
    const gone = file
      ? await act.actAs(act.principal.id, removeObject, file)
      : await act.actAs(act.principal.id, cancelEvent, { id: event.event_id, scope: 'all' })
    if (gone.status !== 'done') return because(gone)
  } else
    for (const key of instances) {
      const recurrence = recurrenceOf(key, event.zone)
      const gone = await act.actAs(act.principal.id, cancelEvent, { id: event.event_id, scope: 'this', recurrence })
      if (gone.status !== 'done') return because(gone)
    }
  const host = await hostRow(act, event.event_id)
  const name = host?.name ?? event.organiser_name ?? ''
  await putHost(act, {
    event_id: event.event_id,
    uid: message.uid,
    email: event.organiser_email!.toLowerCase(),
    name,
    versions: { ...host?.versions, ...newVersions(message.calendar, message.events, host?.versions) },
    replied: host?.replied ?? {},
  })
  const said = { name, title: event.title }
  act.emit(c.cancelledFromOutside, { id: event.event_id, ...said }, [event.event_id])
  return { ok: true }
}

/** An organiser outside keeps to the time, whatever was proposed. */
export async function takeKept(act: Act, { event }: Known): Promise<Taken> {
  const said = { name: event.organiser_name ?? '', title: event.title }
  act.emit(c.counterDeclined, { id: event.event_id, ...said, ...(await tellAsked(act, event, 'kept', said)) }, [
    event.event_id,
  ])
  return { ok: true }
}

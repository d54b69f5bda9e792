/** From what somebody asked for to a whole event, and the checks that no calendar decides. */
import { knownZone } from '../../../formats/ical/zone.ts'
import type { Act, Standing } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { type CalendarFacts, degreeOf } from '../calendars.ts'
import * as c from '../contract.ts'
import type { EventChange, EventTime, Guest, Organiser } from '../contract.ts'
import { allGuests, type EventFacts, keyOf } from '../facts.ts'
import { colleagues, peopleOf } from '../people.ts'
import { spanOf } from '../wall.ts'

/** A time in a zone of the tz database, whose end is not before its start. */
export function timeChecked(act: Standing, when: EventTime): EventTime {
  const { start, end } = spanOf(when)
  if (when.allDay) {
    if (end <= start) act.refuse(c.timeReversed)
    return when
  }
  const zone = knownZone(when.zone) ?? act.refuse(c.zoneUnknown, { zone: when.zone })
  if (end < start) act.refuse(c.timeReversed)
  return { ...when, zone }
}

export const changeChecked = (act: Standing, change: EventChange): EventChange =>
  change.when ? { ...change, when: timeChecked(act, change.when) } : change

/** Named twice is named once; the last word counts. */
export const onceEach = (guests: readonly Guest[]): Guest[] => [
  ...new Map(guests.map(guest => [keyOf(guest.who), guest])).values(),
]

/** Whose meeting it is, where nobody is named: the calendar's owner, arranged by whoever acts. */
export function usualOrganiser(act: Standing, home: CalendarFacts): Organiser {
  const { owner_id: owner } = home
  const actor = act.principal.id === systemPrincipalId ? null : act.principal.id
  if (owner && home.type !== 'place') return { principalId: owner, sentBy: actor === owner ? null : actor }
  return { principalId: actor ?? systemPrincipalId, sentBy: null }
}

export function filled(
  act: Act,
  home: CalendarFacts,
  title: string,
  when: EventTime,
  given: Omit<EventChange, 'calendarId' | 'title' | 'when'>,
): EventFacts {
  const id = act.newId()
  return {
    id,
    uid: id,
    sequence: 0,
    splitFromId: null,
    instances: new Map(),
    calendarId: home.id,
    title,
    when: timeChecked(act, when),
    repeat: given.repeat ?? null,
    place: given.place ?? null,
    notes: given.notes || null,
    category: given.category ?? null,
    privacy: given.privacy ?? 'open',
    showAs: given.showAs ?? (when.allDay ? 'free' : 'busy'),
    status: given.status ?? 'confirmed',
    guests: onceEach(given.guests ?? []).map(guest =>
      'email' in guest.who ? guest : { ...guest, answer: 'none', note: null },
    ),
    reminders: given.reminders ?? (when.allDay ? [] : [15]),
    setupMinutes: given.setupMinutes ?? 0,
    cleanupMinutes: given.cleanupMinutes ?? 0,
    travelBeforeMinutes: given.travelBeforeMinutes ?? 0,
    travelAfterMinutes: given.travelAfterMinutes ?? 0,
    conferenceUrl: given.conferenceUrl ?? null,
    documentIds: [...new Set(given.documentIds)],
    organiser: given.organiser ?? usualOrganiser(act, home),
  }
}

/** People must be colleagues, places must be there and seen, papers seen; whoever organises and is asked too has said yes. */
export async function guestsChecked(
  act: Act,
  before: EventFacts | null,
  after: EventFacts,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<EventFacts> {
  const known = new Set(before ? peopleOf(before) : [])
  const people = peopleOf(after).filter(id => !known.has(id) && id !== act.principal.id && id !== systemPrincipalId)
  if (people.length > 0) {
    const there = new Set((await colleagues(act, people)).map(({ id }) => id))
    const stranger = people.find(id => !there.has(id))
    if (stranger) act.refuse(c.calendarPersonUnknown, { id: stranger })
  }
  for (const { who } of allGuests(after)) {
    if (!('calendarId' in who)) continue
    const place = calendars.get(who.calendarId)
    if (!place?.place || degreeOf(act.principal, place) === null)
      act.refuse(kernelRefusals.notFound, { kind: 'place', id: who.calendarId })
  }
  const papers = after.documentIds.filter(id => !before?.documentIds.includes(id))
  for (const id of papers) await requireVisible(act, id, ['document'])
  const { organiser } = after
  if (!('principalId' in organiser)) return after
  const guests = after.guests.map(guest =>
    'principalId' in guest.who && guest.who.principalId === organiser.principalId && guest.answer === 'none'
      ? { ...guest, answer: 'accepted' as const }
      : guest,
  )
  return { ...after, guests }
}

export async function linkPapers(act: Act, before: EventFacts | null, after: EventFacts): Promise<void> {
  for (const id of after.documentIds) if (!before?.documentIds.includes(id)) await act.link(after.id, id, 'paper')
  for (const id of before?.documentIds ?? [])
    if (!after.documentIds.includes(id)) await act.unlink(after.id, id, 'paper')
}

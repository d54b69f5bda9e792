/** What guests and keepers say to an event. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { atLeast, calendarIn, type CalendarFacts, degreeOf, mainOf } from '../calendars.ts'
import * as c from '../contract.ts'
import type { Answer, Guest } from '../contract.ts'
import { loadEvent, type StoredEvent } from '../event-row.ts'
import { type EventFacts, fieldsAt, keyOf, repeats } from '../facts.ts'
import { goesOnAfter } from '../lay-out.ts'
import { lockFor } from '../saving.ts'
import { saveEvent } from '../save.ts'
import { whenOf } from '../edits.ts'
import { clockFor, spanOf } from '../wall.ts'
import { instanceMeant } from './save-events.ts'

const put = (guests: readonly Guest[], key: string, answer: Answer, note: string | null): Guest[] =>
  guests.map(guest => (keyOf(guest.who) === key ? { ...guest, answer, note } : guest))

/** The event with somebody's answer to the series or to one instance. */
export function answered(
  facts: EventFacts,
  key: string,
  at: string | null,
  answer: Answer,
  note: string | null,
): EventFacts {
  if (at === null) {
    const instances = [...facts.instances].map(
      ([of, own]) => [of, own.guests ? { ...own, guests: put(own.guests, key, answer, note) } : own] as const,
    )
    return { ...facts, guests: put(facts.guests, key, answer, note), instances: new Map(instances) }
  }
  const own = facts.instances.get(at) ?? {}
  const guests = put(own.guests ?? facts.guests, key, answer, note)
  return { ...facts, instances: new Map([...facts.instances, [at, { ...own, guests }]]) }
}

function isOver(act: Act, facts: EventFacts, at: string | null): boolean {
  const now = act.at.epochMilliseconds
  if (at === null && repeats(facts))
    return !goesOnAfter(facts, now - (spanOf(facts.when).end - spanOf(facts.when).start) * 1000, act.office.zone)
  const when = at === null ? facts.when : whenOf(facts, at)
  return clockFor(when, act.office.zone).instantOf(spanOf(when).end) < now
}

/** Whose answer it is, and whether whoever acts may give it. */
function answering(
  act: Act,
  facts: EventFacts,
  calendars: ReadonlyMap<string, CalendarFacts>,
  wanted: { for?: string | undefined; email?: string | undefined },
): string {
  if (wanted.email) {
    const home = calendarIn(act, calendars, facts.calendarId)
    if (!atLeast(degreeOf(act.principal, home), 'write'))
      act.refuse(c.calendarReadOnly, { calendarId: home.id, title: home.title })
    return wanted.email.toLowerCase()
  }
  const personId = wanted.for ?? act.principal.id
  if (personId === act.principal.id) return personId
  const main = mainOf(calendars, personId)
  if (!main || !atLeast(degreeOf(act.principal, main), 'manage'))
    act.refuse(c.calendarReadOnly, { calendarId: main?.id ?? null, title: main?.title ?? '' })
  return personId
}

export const answerEventBody = implementCommand(c.answerEvent, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, input, before) {
    const { facts } = before
    const calendars = await lockFor(act, before, facts)
    const key = answering(act, facts, calendars, input)
    const at = input.scope === 'this' && repeats(facts) ? instanceMeant(act, facts, input.recurrence) : null
    const guest = fieldsAt(facts, at).guests.find(({ who }) => keyOf(who) === key)
    if (!guest || facts.status === 'cancelled') return act.refuse(c.notInvited)
    if (isOver(act, facts, at)) act.refuse(c.eventOver)
    const note = input.note === undefined ? guest.note : input.note
    const kept = await saveAnswer(act, before, calendars, { key, at, answer: input.answer, note, guest })
    return {
      output: { id: facts.id, version: kept.version },
      undo: {
        command: 'calendar.answer-event',
        input: {
          id: facts.id,
          expectedVersion: kept.version,
          scope: at === null ? 'all' : 'this',
          ...(at === null ? {} : { recurrence: at }),
          answer: guest.answer,
          note: guest.note,
          ...('email' in guest.who ? { email: guest.who.email } : { for: key }),
        },
      },
    }
  },
})

export interface Said {
  readonly key: string
  readonly at: string | null
  readonly answer: Answer
  readonly note: string | null
  readonly guest: Guest
}

export async function saveAnswer(
  act: Act,
  before: StoredEvent,
  calendars: ReadonlyMap<string, CalendarFacts>,
  said: Said,
) {
  const { facts } = before
  const { key, at, answer, note, guest } = said
  const kept = await saveEvent(act, {
    before,
    after: answered(facts, key, at, answer, note),
    onPlace: 'decline',
    answered: [key],
    calendars,
  })
  const name = 'email' in guest.who ? guest.who.name : await nameOf(act, key)
  act.emit(
    c.eventAnswered,
    {
      eventId: facts.id,
      title: fieldsAt(facts, at).title,
      uid: facts.uid,
      sequence: facts.sequence,
      recurrence: at,
      who: guest.who,
      name,
      before: guest.answer,
      answer,
      note,
      byId: act.principal.id === key ? null : act.principal.id,
      ...toOrganiser(act, facts, key, answer, name),
    },
    [facts.id],
  )
  return kept
}

async function nameOf(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? ''
}

/** The organiser, and whoever arranges for them, hear of a no; yes is what they expect. */
function toOrganiser(act: Act, facts: EventFacts, key: string, answer: Answer, name: string) {
  if (answer !== 'declined' || !('principalId' in facts.organiser)) return {}
  const { principalId, sentBy } = facts.organiser
  const notify = [...new Set([principalId, sentBy])]
    .filter(id => id !== null && id !== act.principal.id && id !== key)
    .map(toId => ({
      key: `calendar declined ${facts.id} ${key}`,
      toId,
      titleKey: 'notice.calendar.declined',
      params: { title: facts.title, name },
      recordId: facts.id,
      urgency: 'today' as const,
    }))
  return notify.length > 0 ? { notify } : {}
}

export const decideBookingBody = implementCommand(c.decideBooking, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, { id, calendarId, give, note }, before) {
    const { facts } = before
    const calendars = await lockFor(act, before, facts)
    const place = calendarIn(act, calendars, calendarId)
    if (degreeOf(act.principal, place) !== 'manage') act.refuse(c.calendarReadOnly, { calendarId, title: place.title })
    if (!before.placings.some(placing => placing.calendar_id === calendarId && placing.waiting))
      act.refuse(c.nothingToDecide)
    // What it waits for is decided: what is stored is no more waiting, and a place that says no has its time back.
    const decided: StoredEvent = {
      ...before,
      placings: before.placings.map(placing =>
        placing.calendar_id === calendarId ? { ...placing, waiting: false } : placing,
      ),
    }
    const after = give
      ? answered(facts, calendarId, null, 'accepted', note ?? null)
      : { ...facts, guests: put(facts.guests, calendarId, 'declined', note || null) }
    const kept = await saveEvent(act, {
      before: decided,
      after,
      onPlace: 'decline',
      calendars,
      answered: [calendarId],
      refusedPlaces: give ? [] : [calendarId],
    })
    act.emit(
      c.bookingDecided,
      {
        eventId: id,
        title: facts.title,
        calendarId,
        place: place.title,
        given: give,
        workDone: [{ key: `calendar booking ${id} ${calendarId} ${facts.sequence}` }],
        ...('principalId' in facts.organiser ? { notify: tellOrganiser(act, facts, place.title, give) } : {}),
      },
      [id, calendarId],
    )
    return { output: { id, version: kept.version } }
  },
})

function tellOrganiser(act: Act, facts: EventFacts, place: string, given: boolean) {
  if (!('principalId' in facts.organiser)) return []
  const { principalId, sentBy } = facts.organiser
  return [...new Set([principalId, sentBy])]
    .filter(id => id !== null && id !== act.principal.id)
    .map(toId => ({
      key: `calendar booking ${facts.id} ${place}`,
      toId,
      titleKey: given ? 'notice.calendar.place-given' : 'notice.calendar.place-refused',
      params: { title: facts.title, place },
      recordId: facts.id,
      urgency: 'today' as const,
    }))
}

/** So long before it begins one may say that one is there. */
const earlyMinutes = 30

export const checkInBody = implementCommand(c.checkIn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, { id, calendarId, recurrence }, { facts }) {
    const { rows } = await sql<{ recurrence: string; start_at: Temporal.Instant; title: string }>`
      select o.recurrence, o.start_at, r.title from calendar.occurrence o
      join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.calendar_id
      where o.organisation_id = ${act.office.id} and o.source_id = ${id} and o.calendar_id = ${calendarId} and o.exclusive
        and (${recurrence ?? null}::text is null or o.recurrence = ${recurrence ?? null})
        and o.start_at <= ${act.at.add({ minutes: earlyMinutes })} and o.end_at > ${act.at}
      order by o.start_at limit 1`.execute(act.db())
    const [row] = rows
    if (!row) {
      if (recurrence) instanceMeant(act, facts, recurrence)
      return act.refuse(c.notCheckedIn)
    }
    await sql`update calendar.occurrence set checked_in_at = ${act.at} where organisation_id = ${act.office.id}
      and source_id = ${id} and calendar_id = ${calendarId} and recurrence = ${row.recurrence}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(c.checkedIn, { eventId: id, title: facts.title, calendarId, place: row.title, start: row.start_at }, [
      id,
      calendarId,
    ])
    return { output: { id, version } }
  },
})

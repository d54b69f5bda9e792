import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { atLeast } from '../calendars.ts'
import * as c from '../contract.ts'
import type { PlaceAnswer } from '../contract.ts'
import { whenOf } from '../edits.ts'
import { loadEvents, type StoredEvent } from '../event-row.ts'
import { type EventFacts, fieldsAt, keyOf, repeats } from '../facts.ts'
import { goesOnAfter, isInstance, layOut, ownTimes } from '../lay-out.ts'
import { worded } from '../laid-out.ts'
import { seenCalendars } from '../seen.ts'
import { clockFor, secondsOf, spanOf, startText, textOfSeconds } from '../wall.ts'

/** The instance asked about: the one named, else the next that is not over, else the last that was. */
function instanceAt(view: View, facts: EventFacts, recurrence: string | undefined): string | null {
  if (!repeats(facts)) return null
  const zone = view.office.zone
  if (recurrence !== undefined)
    return worded(view, () => isInstance(facts, recurrence, zone))
      ? recurrence
      : view.refuse(kernelRefusals.notFound, { kind: 'event', id: facts.id })
  const now = view.at.epochMilliseconds
  const year = 366 * 86_400_000
  const next = worded(view, () => layOut(facts, { from: now - year, to: now + 2 * year }, zone))
  return next.find(({ end }) => end > now)?.recurrence ?? next.at(-1)?.recurrence ?? firstOf(facts, zone)
}

function firstOf(facts: EventFacts, zone: string): string {
  const start = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
  const left = new Set(facts.repeat?.leftOut)
  const times = ownTimes(facts, { from: start, to: start + 10 * 366 * 86_400_000 }, zone).map(textOfSeconds)
  return times.find(time => !left.has(time)) ?? startText(facts.when)
}

function offers(view: View, stored: StoredEvent, degreeAtHome: boolean, version: number, at: string | null) {
  const { facts } = stored
  const input = { id: facts.id, expectedVersion: version }
  const here = at === null ? input : { ...input, recurrence: at }
  const zone = view.office.zone
  const guest = facts.guests.find(({ who }) => keyOf(who) === view.principal.id)
  const last = at === null ? facts.when : whenOf(facts, at)
  const over =
    !goesOnAfter(facts, view.at.epochMilliseconds, zone) &&
    clockFor(last, zone).instantOf(spanOf(last).end) < view.at.epochMilliseconds
  if (facts.status === 'cancelled') return degreeAtHome ? can(view, c.restoreEvent, input, { primary: true }) : []
  return [
    ...(guest
      ? can(view, c.answerEvent, here, {
          primary: !degreeAtHome,
          refusedBecause: over ? { name: c.eventOver.name } : null,
        })
      : []),
    ...(degreeAtHome
      ? [
          ...can(view, c.changeEvent, here, { primary: true }),
          ...can(view, c.moveEvent, here),
          ...(over || !facts.guests.some(({ who }) => 'calendarId' in who) ? [] : can(view, c.swapBookings, here)),
          ...can(view, c.cancelEvent, here),
        ]
      : []),
    ...can(view, addComment, { id: facts.id }),
  ]
}

async function decisions(view: View, stored: StoredEvent, version: number) {
  const waiting = stored.placings.filter(placing => placing.waiting).map(({ calendar_id }) => calendar_id)
  if (waiting.length === 0) return []
  const places = await seenCalendars(view, waiting)
  return waiting.flatMap(calendarId =>
    places.get(calendarId)?.degree === 'manage'
      ? can(view, c.decideBooking, { id: stored.facts.id, expectedVersion: version, calendarId }, { primary: true })
      : [],
  )
}

export const getEventBody = implementQuery(c.getEvent, async (view, { id, recurrence }) => {
  const record = await visibleRecords(view, 'event')
    .select(['id', 'title', 'class', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  const stored = record ? (await loadEvents(view, [id])).get(id) : undefined
  if (!record || !stored) return view.refuse(kernelRefusals.notFound, { kind: 'event', id })
  const { facts } = stored
  const at = instanceAt(view, facts, recurrence)
  const fields = { ...fieldsAt(facts, at), when: at === null ? facts.when : whenOf(facts, at) }
  const { organiser } = facts
  const name = naming(
    await namesOf(view, [
      facts.calendarId,
      ...fields.documentIds,
      ...('principalId' in organiser ? [organiser.principalId, organiser.sentBy] : []),
      ...fields.guests.map(({ who }) => ('email' in who ? null : keyOf(who))),
    ]),
  )
  const home = (await seenCalendars(view, [facts.calendarId])).get(facts.calendarId)
  const clock = clockFor(fields.when, view.office.zone)
  const span = spanOf(fields.when)
  const moment = (local: number) => Temporal.Instant.fromEpochMilliseconds(clock.instantOf(local))
  const waiting = new Set(stored.placings.filter(placing => placing.waiting).map(({ calendar_id }) => calendar_id))
  const places = fields.guests.flatMap(({ who, answer, note }): PlaceAnswer[] => {
    if (!('calendarId' in who)) return []
    const state = waiting.has(who.calendarId) ? 'waiting' : answer === 'declined' ? 'declined' : 'accepted'
    const reason = state === 'declined' ? (c.placeReasons.find(one => one === note) ?? null) : null
    return [{ calendarId: who.calendarId, title: name(who.calendarId)?.title ?? '', answer: state, reason, next: [] }]
  })
  return {
    ...fields,
    record: {
      id,
      kind: 'event',
      title: fields.title,
      class: record.class,
      version: record.version,
      state: facts.status,
    },
    uid: facts.uid,
    sequence: facts.sequence,
    recurrence: at,
    guests: fields.guests.map(guest => ({
      ...guest,
      name: 'email' in guest.who ? guest.who.name : (name(keyOf(guest.who))?.title ?? ''),
      answeredAt: stored.answeredAt.get(keyOf(guest.who)) ?? null,
    })),
    calendar: name(facts.calendarId),
    organiserName: 'email' in organiser ? organiser.name : (name(organiser.principalId)?.title ?? ''),
    sentByName: 'principalId' in organiser ? (name(organiser.sentBy)?.title ?? null) : null,
    documents: fields.documentIds.flatMap(paper => name(paper) ?? []),
    places,
    changedInstances: [...facts.instances.keys()].sort(),
    answer: fields.guests.find(({ who }) => keyOf(who) === view.principal.id)?.answer ?? null,
    start: moment(span.start),
    end: moment(span.end),
    can: [
      ...(await decisions(view, stored, record.version)),
      ...offers(view, stored, home !== undefined && atLeast(home.degree, 'write'), record.version, at),
    ],
  }
})

async function readableCalendar(view: View, id: string): Promise<{ changeNo: number }> {
  const calendar = (await seenCalendars(view, [id])).get(id)
  if (!calendar || !atLeast(calendar.degree, 'read'))
    return view.refuse(kernelRefusals.notFound, { kind: 'calendar', id })
  return { changeNo: Number(calendar.change_no) }
}

export const listObjectsBody = implementQuery(c.listObjects, async (view, { calendarId, since, from, until }) => {
  const { changeNo } = await readableCalendar(view, calendarId)
  const { rows } = await sql<{ href: string; etag: string | null; event_id: string | null; change_no: bigint }>`
    select p.href, p.etag, p.event_id, p.change_no from calendar.placing p
    join (${visibleRecords(view, 'event').selectAll()}) r on r.id = p.event_id
    where p.organisation_id = ${view.office.id} and p.calendar_id = ${calendarId} and p.change_no > ${since ?? -1}
      and (${until ?? null}::timestamptz is null or p.from_at < ${until ?? null}) and (${from ?? null}::timestamptz is null or p.until_at is null or p.until_at > ${from ?? null})
    union all
    select g.href, null, null, g.change_no from calendar.gone g
    where g.organisation_id = ${view.office.id} and g.calendar_id = ${calendarId} and g.change_no > ${since ?? -1} and ${since !== undefined}
    order by change_no, href`.execute(view.db())
  return {
    changeNo,
    objects: rows.map(row => ({
      href: row.href,
      etag: row.etag,
      eventId: row.event_id,
      changeNo: Number(row.change_no),
    })),
  }
})

export const getObjectBody = implementQuery(c.getObject, async (view, { calendarId, hrefs }) => {
  await readableCalendar(view, calendarId)
  const { rows } = await sql<{ href: string; etag: string; event_id: string; ics: string }>`
    select p.href, p.etag, p.event_id, p.ics from calendar.placing p
    join (${visibleRecords(view, 'event').selectAll()}) r on r.id = p.event_id
    where p.organisation_id = ${view.office.id} and p.calendar_id = ${calendarId} and p.href = any(${hrefs}::text[]) order by p.href`.execute(
    view.db(),
  )
  return { objects: rows.map(row => ({ href: row.href, etag: row.etag, eventId: row.event_id, ics: row.ics })) }
})

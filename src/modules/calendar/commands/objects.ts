/** Calendar files that clients put and take away. */
import { sql } from 'kysely'
import { IcalRefused } from '../../../formats/ical/refused.ts'
import { type Act, type Ahead, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { type CalendarFacts, readCalendars, requireDegree, takeCalendars } from '../calendars.ts'
import * as c from '../contract.ts'
import type { Answer } from '../contract.ts'
import { withAnswers } from '../edits.ts'
import { loadEvent, type StoredEvent } from '../event-row.ts'
import { type EventFacts, fieldsAt, keyOf } from '../facts.ts'
import type { Directory } from '../ics/address.ts'
import { type Opened, openObject, type Parsed, parseObject } from '../ics/parse.ts'
import { readReminders } from '../ics/read.ts'
import { colleagues } from '../people.ts'
import { type Kept, lockFor } from '../saving.ts'
import { removePlacings } from '../placings.ts'
import { savedOf, saveEvent } from '../save.ts'
import { askKeepers, payloadOf } from '../telling.ts'
import { answered, saveAnswer } from './answers.ts'
import { cancelAll } from './end-events.ts'
import { guestsChecked, timeChecked, usualOrganiser } from './filling.ts'

const constraints = { occurrence_apart: c.placeTaken }

const refuseFile = (act: Act, { line, message }: IcalRefused): never =>
  act.refuse(c.objectUnreadable, { line, why: message })

function orRefused<T>(work: () => T): T | IcalRefused {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof IcalRefused) return thrown
    throw thrown
  }
}

/** An event that the file may be about: what lies under its name, and every event of its UID, in this calendar or not. */
interface There {
  readonly id: string
  readonly uid: string
  readonly home_id: string
  /** Null where it does not lie in this calendar. */
  readonly href: string | null
  readonly etag: string | null
  readonly laying: 'home' | 'guest' | 'booking' | null
}

/** Asked for by their keys: a calendar of thousands is not read through, whatever the database believes of its size. */
async function lyingThere(act: Ahead, calendarId: string, href: string, uid: string | null): Promise<There[]> {
  const { rows } = await sql<There>`
    select e.id, e.uid, e.home_id, p.href, p.etag, p.laying from calendar.placing p
    join calendar.event e on e.organisation_id = p.organisation_id and e.id = p.event_id
    where p.organisation_id = ${act.office.id} and p.calendar_id = ${calendarId} and p.href = ${href}
    union all
    select e.id, e.uid, e.home_id, p.href, p.etag, p.laying from calendar.event e
    left join calendar.placing p on p.organisation_id = e.organisation_id and p.event_id = e.id and p.calendar_id = ${calendarId}
    where e.organisation_id = ${act.office.id} and e.uid = ${uid} and p.href is distinct from ${href}`.execute(act.db())
  return rows
}

async function directoryFor(act: Act, opened: Opened): Promise<Directory> {
  const people = await colleagues(act, opened.ids, opened.emails)
  const places = opened.ids.length > 0 ? await readCalendars(act, opened.ids) : new Map<string, CalendarFacts>()
  return {
    principalsByEmail: new Map(people.flatMap(({ id, email }) => (email ? [[email, id] as const] : []))),
    principals: new Set(people.map(({ id }) => id)),
    places: new Set([...places.values()].filter(({ place }) => place !== null).map(({ id }) => id)),
  }
}

/** The event as the file has it: what files cannot say stays, and so do answers that are known. */
function factsFrom(act: Act, parsed: Parsed, before: EventFacts | null, home: CalendarFacts, uid: string): EventFacts {
  const { fields, instances } = parsed
  const id = before?.id ?? act.newId()
  const moved = before !== null && JSON.stringify(before.when) !== JSON.stringify(fields.when)
  const known = before?.guests ?? []
  const guests = before ? withAnswers(fields.guests, moved ? [] : known) : fields.guests
  return {
    ...fields,
    id,
    uid,
    calendarId: home.id,
    when: timeChecked(act, fields.when),
    guests: before ? guests : guests.map(guest => ('calendarId' in guest.who ? { ...guest, answer: 'none' } : guest)),
    organiser: fields.organiser ?? before?.organiser ?? usualOrganiser(act, home),
    documentIds: before?.documentIds ?? [],
    sequence: Math.max(parsed.sequence, before ? before.sequence + (moved ? 1 : 0) : 0),
    splitFromId: before?.splitFromId ?? null,
    instances: new Map(
      [...instances].map(([key, own]) => [
        key,
        own.guests
          ? { ...own, guests: withAnswers(own.guests, before ? fieldsAt(before, key).guests : own.guests) }
          : own,
      ]),
    ),
  }
}

interface Put {
  readonly kept: Kept
  readonly created: boolean
}

/** Home: the file is the event. */
async function putHome(
  act: Act,
  input: { calendarId: string; href: string; ics: string; by?: 'object' | 'feed' | undefined },
  before: StoredEvent | null,
  opened: Opened,
  parsed: Parsed,
  home: CalendarFacts,
  held: ReadonlyMap<string, CalendarFacts> | null,
): Promise<Put> {
  const by = input.by ?? 'object'
  const facts = factsFrom(act, parsed, before?.facts ?? null, home, opened.uid)
  if (facts.status === 'cancelled' && before) return { kept: await cancelAll(act, before, by), created: false }
  const calendars = held ?? (await lockFor(act, before, facts))
  const after = await guestsChecked(act, before?.facts ?? null, facts, calendars)
  const kept = await saveEvent(act, {
    before,
    after,
    onPlace: 'decline',
    object: { calendarId: input.calendarId, href: input.href, ics: input.ics },
    calendars,
  })
  const wasThere = before !== null && before.facts.status !== 'cancelled'
  const told = {
    before: wasThere ? before.facts : null,
    after: kept.facts,
    scope: 'all' as const,
    recurrence: null,
    by,
  }
  act.emit(wasThere ? c.eventChanged : c.eventCreated, payloadOf(act, told), [kept.facts.id])
  await askKeepers(
    act,
    kept,
    new Set(before?.placings.filter(({ waiting }) => waiting).map(({ calendar_id }) => calendar_id)),
  )
  return { kept, created: !wasThere }
}

/** As a guest: one's own answers and reminders; the meeting itself is its organiser's. */
async function putAsGuest(
  act: Act,
  input: { calendarId: string; href: string; ics: string },
  before: StoredEvent,
  opened: Opened,
  parsed: Parsed,
  calendar: CalendarFacts,
): Promise<Put> {
  const key = calendar.owner_id ?? act.principal.id
  const mine = (guests: EventFacts['guests']) => guests.find(({ who }) => keyOf(who) === key)
  let facts = before.facts
  const said: { at: string | null; answer: Answer }[] = []
  const answer = mine(parsed.fields.guests)?.answer
  const was = mine(facts.guests)
  if (was && answer && answer !== was.answer) said.push({ at: null, answer })
  for (const [at, own] of parsed.instances) {
    const now = own.guests && mine(own.guests)?.answer
    if (now && now !== answer && now !== mine(fieldsAt(facts, at).guests)?.answer) said.push({ at, answer: now })
  }
  const known = new Set(facts.repeat?.leftOut)
  for (const at of parsed.fields.repeat?.leftOut ?? []) if (!known.has(at)) said.push({ at, answer: 'declined' })
  for (const one of said) facts = answered(facts, key, one.at, one.answer, was?.note ?? null)
  const calendars = await lockFor(act, before, facts)
  const kept = await saveEvent(act, {
    before,
    after: facts,
    onPlace: 'decline',
    object: { calendarId: input.calendarId, href: input.href, ics: input.ics },
    answered: said.length > 0 ? [key] : [],
    reminders: new Map([[calendar.id, readReminders(opened.events[0]!)]]),
    calendars,
  })
  for (const { at, answer: now } of said) {
    const guest = mine(fieldsAt(before.facts, at).guests)
    if (!guest) continue
    act.emit(
      c.eventAnswered,
      {
        eventId: facts.id,
        title: fieldsAt(facts, at).title,
        uid: facts.uid,
        sequence: facts.sequence,
        recurrence: at,
        who: guest.who,
        name: calendar.title,
        before: guest.answer,
        answer: now,
        note: guest.note,
        byId: act.principal.id === key ? null : act.principal.id,
      },
      [facts.id],
    )
  }
  return { kept, created: false }
}

/**
 * What lies there, and the calendar. A file about nobody but its owner, put as new, lies in this one calendar: it is taken hold of while
 * one looks. Whoever replaces what is there (If-Match) takes hold of the event first, as every other act does.
 */
async function lookedAt(act: Ahead, input: InputOf<typeof c.putObject>) {
  const file = orRefused(() => openObject(input.ics))
  if (file instanceof IcalRefused) return file
  const alone = input.ifMatch === undefined && file.ids.length === 0 && file.emails.length === 0
  const [there, calendars] = await Promise.all([
    lyingThere(act, input.calendarId, input.href, file.uid),
    alone ? takeCalendars(act, [input.calendarId]) : readCalendars(act, [input.calendarId]),
  ])
  return { file, alone, there, calendars }
}

export const putObjectBody = implementCommand(c.putObject, {
  constraints,
  locks: ({ calendarId }) => [{ kind: ['calendar', 'place'], id: calendarId }],
  ahead: lookedAt,
  async run(act, input, _loaded, seen) {
    if (seen instanceof IcalRefused) return refuseFile(act, seen)
    const { file, alone, there, calendars } = seen
    const calendar = calendars.get(input.calendarId)!
    requireDegree(act, calendar, 'write')
    const here = there.find(({ href }) => href === input.href)
    const elsewhere = there.find(({ href }) => href !== null && href !== input.href)
    if (input.ifNew && here) act.refuse(c.objectChanged, { etag: here.etag })
    if (input.ifMatch !== undefined && !here) act.refuse(c.objectUnknown, { href: input.href })
    if (here && input.ifMatch !== undefined && input.ifMatch !== '*' && input.ifMatch !== here.etag)
      act.refuse(c.objectChanged, { etag: here.etag })
    if (elsewhere) act.refuse(c.uidTaken, { uid: file.uid, href: elsewhere.href })
    if (here && here.uid !== file.uid) act.refuse(c.uidTaken, { uid: here.uid, href: here.href })
    // A cancelled event of that name that once was at home here: a client that puts it again means it.
    const id = here?.id ?? there.find(({ home_id }) => home_id === calendar.id)?.id
    if (id) await act.lockAlso([{ kind: 'event', id }])
    const before = id ? await loadEvent(act, id) : null
    const directory = await directoryFor(act, file)
    const parsed = orRefused(() => parseObject(file, { officeZone: act.office.zone, directory }))
    if (parsed instanceof IcalRefused) return refuseFile(act, parsed)
    const put =
      before && here?.laying === 'guest'
        ? await putAsGuest(act, input, before, file, parsed, calendar)
        : await putHome(act, input, before, file, parsed, calendar, alone && !before ? calendars : null)
    const placing = put.kept.placings.find(({ calendar_id }) => calendar_id === calendar.id)
    const changeNo = put.kept.calendars.get(calendar.id)!.change_no
    return {
      output: {
        ...savedOf(put.kept),
        href: input.href,
        etag: placing?.etag ?? '',
        created: put.created,
        changeNo: Number(changeNo),
      },
    }
  },
})

export const removeObjectBody = implementCommand(c.removeObject, {
  locks: ({ calendarId }) => [{ kind: ['calendar', 'place'], id: calendarId }],
  async run(act, { calendarId, href, ifMatch, by = 'object' }) {
    const calendar = (await readCalendars(act, [calendarId])).get(calendarId)!
    requireDegree(act, calendar, 'write')
    const [here] = await lyingThere(act, calendarId, href, null)
    if (!here) return act.refuse(c.objectUnknown, { href })
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== here.etag)
      act.refuse(c.objectChanged, { etag: here.etag })
    await act.lockAlso([{ kind: 'event', id: here.id }])
    const before = await loadEvent(act, here.id)
    if (here.laying === 'home') await cancelAll(act, before, by)
    else await declineAndLeave(act, before, calendar, here.laying!)
    const after = (await readCalendars(act, [calendarId])).get(calendarId)!
    return { output: { changeNo: Number(after.change_no) } }
  },
})

/** What is taken away in a guest's calendar is declined; it stays in nobody's way there. */
async function declineAndLeave(
  act: Act,
  before: StoredEvent,
  calendar: CalendarFacts,
  laying: NonNullable<There['laying']>,
): Promise<void> {
  const { facts } = before
  const key = laying === 'booking' ? calendar.id : (calendar.owner_id ?? act.principal.id)
  const guest = facts.guests.find(({ who }) => keyOf(who) === key)
  const calendars = await lockFor(act, before, facts)
  if (!guest || guest.answer === 'declined') {
    await removePlacings(act, facts.id, [calendar.id])
    return
  }
  await saveAnswer(act, before, calendars, { key, at: null, answer: 'declined', note: guest.note, guest })
  await removePlacings(act, facts.id, [calendar.id])
}

/**
 * Saves an event: its rows, where it lies, the text clients get, its instances. Every way of booking comes through here, and
 * meets the one gate: the exclusion constraint on what is laid out.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { parseIcal } from '../../formats/ical/component.ts'
import { RecurrenceTooCostly } from '../../formats/ical/recur.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'
import type { Act } from '../../kernel/implement.ts'
import { audienceOf, classOf, type Lying } from './audience.ts'
import { mustWait, nextFree, refusedByRules, type Wanted } from './booking.ts'
import { type CalendarFacts, calendarIn, lockCalendars, mainOf } from './calendars.ts'
import * as c from './contract.ts'
import {
  type Guest,
  type Laying,
  type PlaceAnswer,
  type PlaceReason,
  placeReasons,
  type Saved,
} from './contract/shapes.ts'
import { guestRow, rowOf, type StoredEvent, type StoredPlacing } from './event-row.ts'
import { allGuests, type EventFacts, keyOf, repeats, same } from './facts.ts'
import type { Known } from './ics/address.ts'
import { renderEvent } from './ics/render.ts'
import { goesOnAfter, type Laid, layOut } from './lay-out.ts'
import { around, occurrencesPut, rowsOf, sweepHolds } from './occurrences.ts'
import { directoryOf, knownOf } from './people.ts'
import type { CalendarTables } from './tables.ts'
import { clockFor, secondsOf, startText } from './wall.ts'

export const mostInstances = 2_000
/** How far back instances of an old series are laid out; what lies before is reckoned when asked for. */
const monthsBack = 36
/** The edition of the zones' rules that instants are reckoned with. */
export const zonesEdition: string = process.versions['tz'] ?? 'unknown'

export interface Saving {
  readonly before: StoredEvent | null
  readonly after: EventFacts
  /** A place that is not given: the act is refused, or the place declines and the event is kept. */
  readonly onPlace: 'refuse' | 'decline'
  /** A client's file: where it stands, and the text it wrote. */
  readonly object?: { readonly calendarId: string; readonly href: string; readonly ics: string }
  /** Answers given by this act, whose time is now. */
  readonly answered?: readonly string[]
  /** What a new event is made from. */
  readonly sourceId?: string
  /** Reminders of guests' own. */
  readonly reminders?: ReadonlyMap<string, readonly number[]>
  /** Places whose keeper says no. */
  readonly refusedPlaces?: readonly string[]
  /** Looked up before, so that it is not asked for twice. */
  readonly calendars?: ReadonlyMap<string, CalendarFacts>
}

export interface Kept {
  readonly facts: EventFacts
  readonly version: number
  readonly places: readonly PlaceAnswer[]
  readonly laid: readonly Laid[]
  readonly placings: readonly StoredPlacing[]
  readonly calendars: ReadonlyMap<string, CalendarFacts>
}

/** Calendars and people that an event is about. */
export const calendarsNamed = (facts: EventFacts): { ids: string[]; people: string[] } => {
  const guests = allGuests(facts).map(({ who }) => who)
  return {
    ids: [facts.calendarId, ...guests.flatMap(who => ('calendarId' in who ? [who.calendarId] : []))],
    people: guests.flatMap(who => ('principalId' in who ? [who.principalId] : [])),
  }
}

/** Takes hold of all calendars that an event lies in before and after an act. */
export function lockFor(act: Act, before: StoredEvent | null, after: EventFacts): Promise<Map<string, CalendarFacts>> {
  const { ids, people } = calendarsNamed(after)
  return lockCalendars(act, [...ids, ...(before?.placings.map(({ calendar_id }) => calendar_id) ?? [])], people)
}

function liesIn(
  act: Act,
  { before, after: facts }: Pick<Saving, 'before' | 'after'>,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Lying[] {
  const had = new Set(before?.placings.map(({ calendar_id }) => calendar_id))
  const lies = new Map<string, Lying>()
  const put = (calendar: CalendarFacts, laying: Laying) => {
    if (!lies.has(calendar.id)) lies.set(calendar.id, { calendar, laying })
  }
  const home = calendarIn(act, calendars, facts.calendarId)
  put(home, home.type === 'place' ? 'booking' : 'home')
  for (const { who, answer } of allGuests(facts)) {
    if ('calendarId' in who) {
      const place = calendarIn(act, calendars, who.calendarId)
      if (place.place) put(place, 'booking')
    } else if ('principalId' in who) {
      const main = mainOf(calendars, who.principalId)
      // Whoever declined and took it out of their calendar does not get it back.
      const left = before !== null && answer === 'declined' && main !== undefined && !had.has(main.id)
      if (main && !left) put(main, 'guest')
    }
  }
  return [...lies.values()]
}

/** A rule that cannot be read or costs too much, in the contract's words. */
export function worded<T>(act: Pick<Act, 'refuse'>, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof RecurrenceTooCostly) act.refuse(c.ruleTooCostly)
    if (thrown instanceof IcalRefused) act.refuse(c.ruleUnreadable, { line: thrown.line, why: thrown.message })
    throw thrown
  }
}

interface LaidOut {
  readonly laid: readonly Laid[]
  readonly from: number | null
  readonly until: number | null
}

/** Instances to the furthest horizon of the calendars it lies in. */
export function laidOut(act: Act, facts: EventFacts, lies: readonly Lying[]): LaidOut {
  const zone = act.office.zone
  if (!repeats(facts)) {
    const everything = { from: Number.NEGATIVE_INFINITY, to: 8e15 }
    const start = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
    return {
      laid: worded(act, () => layOut(facts, { from: Math.max(everything.from, start), to: start + 1 }, zone)),
      from: null,
      until: null,
    }
  }
  const begins = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
  const now = act.at.toZonedDateTimeISO(zone)
  const back = now.subtract({ months: monthsBack }).epochMilliseconds
  const months = Math.max(...lies.map(({ calendar }) => calendar.horizon_months))
  const first = Temporal.Instant.fromEpochMilliseconds(Math.max(begins, now.epochMilliseconds)).toZonedDateTimeISO(zone)
  const to = first.add({ months }).epochMilliseconds
  const from = begins < back ? back : begins
  return worded(act, () => {
    const laid = layOut(facts, { from, to }, zone)
    if (laid.length > mostInstances) act.refuse(c.tooManyInstances, { most: mostInstances, instances: laid.length })
    const goesOn = goesOnAfter(facts, to, zone)
    if (laid.length === 0 && !goesOn && begins >= back) act.refuse(c.noInstances)
    return { laid, from: begins < back ? back : null, until: goesOn ? to : null }
  })
}

export const etagOf = (ics: string): string => createHash('sha1').update(ics).digest('base64url').slice(0, 20)

interface Placed extends StoredPlacing {
  readonly changeNo: bigint
}

/** What clients get, for each calendar; those with the same text before and the same reminders share one writing. */
async function placingsOf(
  act: Act,
  saving: Saving,
  { facts, lies, waiting }: Pick<Asked, 'facts' | 'lies' | 'waiting'>,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<Placed[]> {
  const { before, object } = saving
  const had = new Map(before?.placings.map(placing => [placing.calendar_id, placing]))
  const known = await knownOf(act, facts, calendars)
  const splitFromUid = await uidOf(act, facts.splitFromId)
  const written = new Map<string, string>()
  const home = had.get(facts.calendarId)
  return lies.map(({ calendar, laying }) => {
    const was = had.get(calendar.id)
    const own = object?.calendarId === calendar.id ? object : null
    const reminders = reminderOf(saving, facts, calendar, laying, was)
    const previous = own?.ics ?? was?.ics ?? object?.ics ?? home?.ics ?? null
    const key = `${reminders.join()}\n${previous ?? ''}`
    // What nobody has to be asked about stands as the client wrote it.
    let ics = own && allGuests(facts).length === 0 ? own.ics : written.get(key)
    if (ics === undefined) {
      ics = textOf(act, facts, known, splitFromUid, reminders, previous)
      written.set(key, ics)
    }
    return {
      calendar_id: calendar.id,
      laying,
      href: own?.href ?? was?.href ?? `${facts.id}.ics`,
      etag: etagOf(ics),
      reminders: [...reminders],
      waiting: waiting.has(calendar.id),
      ics,
      changeNo: calendar.change_no,
    }
  })
}

function reminderOf(
  saving: Saving,
  facts: EventFacts,
  calendar: CalendarFacts,
  laying: Laying,
  was: StoredPlacing | undefined,
): readonly number[] {
  if (laying === 'home') return facts.reminders
  if (laying === 'booking') return []
  return saving.reminders?.get(calendar.id) ?? was?.reminders ?? facts.reminders
}

function textOf(
  act: Act,
  facts: EventFacts,
  known: Known,
  splitFromUid: string | null,
  reminders: readonly number[],
  previous: string | null,
): string {
  const [calendar = null] = previous === null ? [] : parseIcal(previous)
  const reading = { officeZone: act.office.zone, directory: directoryOf(known, facts) }
  return renderEvent(facts, {
    known,
    at: act.at.epochMilliseconds,
    reminders,
    splitFromUid,
    previous: calendar,
    reading,
  })
}

async function uidOf(act: Act, id: string | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await sql<{ uid: string }>`
    select uid from calendar.event where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.uid ?? null
}

const searchText = (facts: EventFacts): string =>
  [facts.place, facts.notes, ...[...facts.instances.values()].flatMap(({ title, place }) => [title, place])]
    .filter(text => typeof text === 'string')
    .join('\n')

/** Places that this event wants, as it stands with each. */
interface Wish {
  readonly lying: Lying
  readonly guest: Guest | null
  /** It was asked for these times before. */
  readonly unchanged: boolean
  readonly declined: boolean
}

function placeWishes(saving: Saving, facts: EventFacts, lies: readonly Lying[]): Wish[] {
  const { before } = saving
  const timing = ({ when, repeat, instances, setupMinutes, cleanupMinutes }: EventFacts) => ({
    when,
    repeat,
    setupMinutes,
    cleanupMinutes,
    times: [...instances].map(([key, own]) => [key, own.when ?? null]),
  })
  const still = before !== null && before.facts.status !== 'cancelled' && same(timing(before.facts), timing(facts))
  return lies
    .filter(({ laying }) => laying === 'booking')
    .map(lying => {
      const key = lying.calendar.id
      const guest = allGuests(facts).find(({ who }) => 'calendarId' in who && who.calendarId === key) ?? null
      const had = before?.placings.some(({ calendar_id, laying }) => calendar_id === key && laying === 'booking')
      // What it said no to it is not asked again, until the time is another.
      const said = before?.facts.guests.some(
        ({ who, answer }) => 'calendarId' in who && who.calendarId === key && answer === 'declined',
      )
      return {
        lying,
        guest,
        unchanged: still && (had === true || said === true),
        declined: still && !had && said === true,
      }
    })
}

/** The event with a place's answer in its list, for the series and for instances that have a list of their own. */
function answeredBy(facts: EventFacts, calendarId: string, answer: Guest['answer'], note: string | null): EventFacts {
  const put = (guests: readonly Guest[]): Guest[] =>
    guests.map(guest =>
      'calendarId' in guest.who && guest.who.calendarId === calendarId ? { ...guest, answer, note } : guest,
    )
  return {
    ...facts,
    guests: put(facts.guests),
    instances: new Map(
      [...facts.instances].map(([key, own]) => [key, own.guests ? { ...own, guests: put(own.guests) } : own] as const),
    ),
  }
}

interface Asked {
  readonly facts: EventFacts
  readonly lies: readonly Lying[]
  readonly waiting: ReadonlySet<string>
  readonly places: PlaceAnswer[]
}

/** What the places' rules say; those that decline are not among where it lies. */
function askPlaces(act: Act, saving: Saving, all: readonly Lying[], { laid, until }: LaidOut): Asked {
  let facts = saving.after
  const [waiting, places, off] = [new Set<string>(), [] as PlaceAnswer[], new Set<string>()]
  for (const { lying, guest, unchanged, declined } of placeWishes(saving, facts, all)) {
    const { calendar } = lying
    const had = saving.before?.placings.find(({ calendar_id }) => calendar_id === calendar.id)
    if (declined || saving.refusedPlaces?.includes(calendar.id)) {
      off.add(calendar.id)
      const why = placeReasons.find(one => one === guest?.note) ?? null
      places.push({ calendarId: calendar.id, title: calendar.title, answer: 'declined', reason: why, next: [] })
      facts = answeredBy(facts, calendar.id, 'declined', guest?.note ?? null)
      continue
    }
    const reason = unchanged ? null : refusedByRules(act, calendar, laid, until !== null)
    const tell = (answer: PlaceAnswer['answer'], why: PlaceReason | null) =>
      places.push({ calendarId: calendar.id, title: calendar.title, answer, reason: why, next: [] })
    if (reason !== null) {
      if (saving.onPlace === 'refuse' || !guest)
        act.refuse(c.placeNotGiven, { calendarId: calendar.id, title: calendar.title, reason })
      facts = answeredBy(facts, calendar.id, 'declined', reason)
      off.add(calendar.id)
      tell('declined', reason)
    } else if (unchanged ? had?.waiting : mustWait(act, calendar)) {
      waiting.add(calendar.id)
      facts = answeredBy(facts, calendar.id, 'none', null)
      tell('waiting', null)
    } else {
      facts = answeredBy(facts, calendar.id, 'accepted', guest?.answer === 'accepted' ? guest.note : null)
      tell('accepted', null)
    }
  }
  return { facts, lies: all.filter(({ calendar }) => !off.has(calendar.id)), waiting, places }
}

const exclusionViolation = '23P01'

/** Lays bookings out under a savepoint, so that what the gate says can be answered with when the place is free next. */
async function book(
  act: Act,
  facts: EventFacts,
  lying: Lying,
  laid: readonly Laid[],
  waiting: ReadonlySet<string>,
): Promise<PlaceAnswer | null> {
  const rows = rowsOf(facts, [lying], laid, waiting, act.at.epochMilliseconds)
  if (rows.length === 0) return null
  const db = act.db()
  await sql`savepoint booking`.execute(db)
  await sql`set constraints calendar.occurrence_apart immediate`.execute(db)
  try {
    await occurrencesPut(act, { eventId: facts.id }, rows).execute(db)
    await sql`release savepoint booking`.execute(db)
    return null
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== exclusionViolation) throw thrown
    await sql`rollback to savepoint booking`.execute(db)
    await sql`release savepoint booking`.execute(db)
    return takenAnswer(act, facts, lying, laid)
  }
}

/** Which of the times is taken, and when the place is free next for as long. */
async function takenAnswer(
  act: Act,
  facts: EventFacts,
  lying: Lying,
  laid: readonly Laid[],
): Promise<PlaceAnswer & { start: string; end: string }> {
  const { calendar } = lying
  const rows = rowsOf(facts, [lying], laid, new Set(), act.at.epochMilliseconds).filter(({ exclusive }) => exclusive)
  const { rows: met } = await sql<{ n: number }>`
    select (n - 1)::int as n from unnest(${rows.map(row => new Date(row.blocksFrom).toISOString())}::timestamptz[],
        ${rows.map(row => new Date(row.blocksTo).toISOString())}::timestamptz[]) with ordinality as wanted (f, t, n)
    where exists (select from calendar.occurrence o where o.organisation_id = ${act.office.id} and o.calendar_id = ${calendar.id}
      and o.exclusive and o.source_id <> ${facts.id} and o.blocks && tstzrange(wanted.f, wanted.t)) order by n limit 1`.execute(
    act.db(),
  )
  const row = rows[met[0]?.n ?? 0]!
  const fields = { ...facts, ...facts.instances.get(row.recurrence) }
  const { before, after } = around(lying, fields)
  const wanted: Wanted = { calendarId: calendar.id, start: row.start, end: row.end, setup: before, cleanup: after }
  return {
    calendarId: calendar.id,
    title: calendar.title,
    answer: 'declined',
    reason: 'taken',
    next: await nextFree(act as never, wanted, calendar.zone),
    start: new Date(row.start).toISOString(),
    end: new Date(row.end).toISOString(),
  }
}

export async function saveEvent(act: Act, saving: Saving): Promise<Kept> {
  const calendars = saving.calendars ?? (await lockFor(act, saving.before, saving.after))
  const all = liesIn(act, saving, calendars)
  const home = calendarIn(act, calendars, saving.after.calendarId)
  if (home.retired && saving.before?.facts.calendarId !== home.id)
    act.refuse(c.calendarRetired, { calendarId: home.id, title: home.title })
  const out = laidOut(act, saving.after, all)
  const asked = askPlaces(act, saving, all, out)
  let { facts, lies } = asked
  const version = await writeEvent(act, saving, facts, lies, out)
  const bookings = lies.filter(({ laying }) => laying === 'booking')
  await sweepHolds(
    act,
    bookings.map(({ calendar }) => calendar.id),
  )
  const checked = await clearOccurrences(act, saving)
  let placings = await placingsOf(act, saving, { facts, lies, waiting: asked.waiting }, calendars)
  await writePlacings(act, saving, facts, placings, out)
  const rows = rowsOf(
    facts,
    lies.filter(({ laying }) => laying !== 'booking'),
    out.laid,
    asked.waiting,
    act.at.epochMilliseconds,
  )
  if (rows.length > 0) act.write(occurrencesPut(act, { eventId: facts.id }, rows))
  const places = [...asked.places]
  for (const lying of bookings) {
    const answer = await book(act, facts, lying, out.laid, asked.waiting)
    if (!answer) continue
    const { calendar } = lying
    if (saving.onPlace === 'refuse' || lying.calendar.id === facts.calendarId)
      act.refuse(c.placeTaken, { ...answer, next: answer.next.map(String) })
    facts = answeredBy(facts, calendar.id, 'declined', 'taken')
    // It never lay there: nobody has a copy to be told of.
    await sql`delete from calendar.placing where organisation_id = ${act.office.id} and event_id = ${facts.id} and calendar_id = ${calendar.id}`.execute(
      act.db(),
    )
    lies = lies.filter(one => one !== lying)
    places.splice(
      places.findIndex(({ calendarId }) => calendarId === calendar.id),
      1,
      answer,
    )
  }
  if (facts.guests !== asked.facts.guests && !same(facts.guests, asked.facts.guests)) {
    await writeGuests(act, saving, facts, asked.facts)
    placings = await placingsOf(act, saving, { facts, lies, waiting: asked.waiting }, calendars)
    await writePlacings(act, { ...saving, before: saving.before }, facts, placings, out)
  }
  if (checked.length > 0) await keepChecked(act, facts.id, checked)
  return {
    facts,
    version,
    places: places.map(({ calendarId, title, answer, reason, next }) => ({ calendarId, title, answer, reason, next })),
    laid: out.laid,
    placings,
    calendars,
  }
}

/** The record, its row, guests and changed instances. Gives the record's version. */
async function writeEvent(
  act: Act,
  saving: Saving,
  facts: EventFacts,
  lies: readonly Lying[],
  out: LaidOut,
): Promise<number> {
  const { before } = saving
  const db = act.db<CalendarTables>()
  const audience = audienceOf(facts, lies)
  const laidFrom = out.from === null ? null : Temporal.Instant.fromEpochMilliseconds(out.from)
  const laidUntil = out.until === null ? null : Temporal.Instant.fromEpochMilliseconds(out.until)
  const row = { ...rowOf(act, facts), laid_from: laidFrom, laid_until: laidUntil, zones_edition: zonesEdition }
  let version = 1
  if (!before) {
    await act.createRecord({
      id: facts.id,
      kind: 'event',
      title: facts.title,
      class: classOf(facts),
      audience,
      ...(saving.sourceId ? { source: saving.sourceId } : {}),
      search: { body: searchText(facts) },
    })
    act.write(db.insertInto('calendar.event').values(row))
  } else {
    const { organisation_id: _organisation, id: _id, ...set } = row
    act.write(
      db.updateTable('calendar.event').set(set).where('organisation_id', '=', act.office.id).where('id', '=', facts.id),
    )
    const found = searchText(facts) !== searchText(before.facts) ? { search: { body: searchText(facts) } } : {}
    version = await act.changeRecord(facts.id, { title: facts.title, class: classOf(facts), audience, ...found })
  }
  await writeGuests(act, saving, facts, before?.facts ?? null)
  return version
}

async function writeGuests(
  act: Act,
  { before, answered }: Saving,
  facts: EventFacts,
  was: EventFacts | null,
): Promise<void> {
  const db = act.db<CalendarTables>()
  const own = (table: 'calendar.guest' | 'calendar.instance') =>
    act.write(db.deleteFrom(table).where('organisation_id', '=', act.office.id).where('event_id', '=', facts.id))
  if (was === null ? facts.guests.length > 0 : !same(was.guests, facts.guests)) {
    if (was !== null) own('calendar.guest')
    const answers = new Map(was?.guests.map(guest => [keyOf(guest.who), guest.answer]))
    const rows = facts.guests.map((guest, position) => {
      const key = keyOf(guest.who)
      const stays = answers.get(key) === guest.answer && !answered?.includes(key)
      const at = guest.answer === 'none' ? null : stays ? (before?.answeredAt.get(key) ?? null) : act.at
      return guestRow(act, facts.id, position, guest, at)
    })
    if (rows.length > 0) act.write(db.insertInto('calendar.guest').values(rows))
  }
  const changes = (of: EventFacts | null) => (of ? Object.fromEntries(of.instances) : {})
  if (!same(changes(was), changes(facts))) {
    if (was !== null) own('calendar.instance')
    const rows = [...facts.instances].map(([recurrence, change]) => ({
      organisation_id: act.office.id,
      event_id: facts.id,
      recurrence,
      change: JSON.stringify(change),
    }))
    if (rows.length > 0) act.write(db.insertInto('calendar.instance').values(rows))
  }
}

interface Checked {
  readonly calendar_id: string
  readonly recurrence: string
  readonly checked_in_at: Temporal.Instant
}

async function clearOccurrences(act: Act, { before, after }: Saving): Promise<Checked[]> {
  if (!before) return []
  const { rows } = await sql<Checked>`
    with gone as (delete from calendar.occurrence where organisation_id = ${act.office.id} and source_id = ${after.id}
      returning calendar_id, recurrence, checked_in_at)
    select * from gone where checked_in_at is not null`.execute(act.db())
  return rows
}

/** Who had checked in still has. */
async function keepChecked(act: Act, id: string, checked: readonly Checked[]): Promise<void> {
  for (const { calendar_id, recurrence, checked_in_at } of checked)
    await sql`update calendar.occurrence set checked_in_at = ${checked_in_at}
      where organisation_id = ${act.office.id} and source_id = ${id} and calendar_id = ${calendar_id} and recurrence = ${recurrence}`.execute(
      act.db(),
    )
}

async function writePlacings(
  act: Act,
  { before }: Saving,
  facts: EventFacts,
  placings: readonly Placed[],
  { laid, until }: LaidOut,
): Promise<void> {
  const org = act.office.id
  const from = laid.length > 0 ? Math.min(...laid.map(({ start }) => start)) : act.at.epochMilliseconds
  const last = laid.length > 0 ? Math.max(...laid.map(({ end }) => end)) : from
  const kept = new Set(placings.map(({ calendar_id }) => calendar_id))
  await removePlacings(
    act,
    facts.id,
    before?.placings.filter(({ calendar_id }) => !kept.has(calendar_id)).map(({ calendar_id }) => calendar_id) ?? null,
  )
  if (placings.length === 0) return
  const rows = placings.map(({ changeNo, reminders, ...placing }) => ({
    ...placing,
    change_no: String(changeNo),
    reminders: `{${reminders.join()}}`,
  }))
  act.write(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (calendar_id uuid, laying text, href text, etag text, reminders text, waiting boolean, ics text, change_no bigint)),
    back as (delete from calendar.gone g using given where g.organisation_id = ${org} and g.calendar_id = given.calendar_id and g.href = given.href)
    insert into calendar.placing (organisation_id, event_id, calendar_id, laying, href, etag, change_no, reminders, waiting, ics, from_at, until_at)
    select ${org}, ${facts.id}::uuid, calendar_id, laying, href, etag, change_no, reminders::integer[], waiting, ics,
      ${new Date(from).toISOString()}::timestamptz, ${until === null ? new Date(last).toISOString() : null}::timestamptz from given
    on conflict (organisation_id, event_id, calendar_id) do update set laying = excluded.laying, href = excluded.href, etag = excluded.etag,
      change_no = excluded.change_no, reminders = excluded.reminders, waiting = excluded.waiting, ics = excluded.ics,
      from_at = excluded.from_at, until_at = excluded.until_at`)
}

/** Takes an event out of calendars, and leaves for each who keeps a copy that it is gone. */
export async function removePlacings(act: Act, id: string, calendarIds: readonly string[] | null): Promise<void> {
  if (calendarIds === null || calendarIds.length === 0) return
  await sql`
    with gone as (delete from calendar.placing where organisation_id = ${act.office.id} and event_id = ${id} and calendar_id = any(${calendarIds}::uuid[])
      returning calendar_id, href)
    insert into calendar.gone (organisation_id, calendar_id, href, change_no)
    select ${act.office.id}, g.calendar_id, g.href, c.change_no from gone g
    join calendar.calendar c on c.organisation_id = ${act.office.id} and c.id = g.calendar_id
    on conflict (organisation_id, calendar_id, href) do update set change_no = excluded.change_no`.execute(act.db())
}

export const savedOf = (kept: Kept, overlaps: Saved['overlaps'] = []): Saved => ({
  id: kept.facts.id,
  version: kept.version,
  uid: kept.facts.uid,
  sequence: kept.facts.sequence,
  places: [...kept.places],
  overlaps,
})

/**
 * Saves an event: its rows, where it lies, the text clients get, its instances. Every way of booking comes through here, and
 * meets the one gate: the exclusion constraint on what is laid out.
 */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Lying } from './audience.ts'
import { type CalendarFacts, calendarIn, mainOf } from './calendars.ts'
import * as c from './contract.ts'
import type { Laying, Saved } from './contract/shapes.ts'
import { allGuests, same } from './facts.ts'
import { occurrencesPut, rowsOf, sweepHolds } from './occurrences.ts'
import { laidOut } from './laid-out.ts'
import { type Saving, type Kept, lockFor } from './saving.ts'
import { placingsOf, writePlacings } from './placings.ts'
import { askPlaces, answeredBy, book } from './places.ts'
import { writeEvent, writeGuests, clearOccurrences, keepChecked } from './write-event.ts'

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

export const savedOf = (kept: Kept, overlaps: Saved['overlaps'] = []): Saved => ({
  id: kept.facts.id,
  version: kept.version,
  uid: kept.facts.uid,
  sequence: kept.facts.sequence,
  places: [...kept.places],
  overlaps,
})

/** Two events change rooms or times with each other, and no moment passes in which a third could take what one of them leaves. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { calendarIn, type CalendarFacts, lockCalendars, requireDegree } from '../calendars.ts'
import * as c from '../contract.ts'
import type { EventChange, EventTime, Guest } from '../contract.ts'
import { changeAll, changeThis, whenOf } from '../edits.ts'
import { loadEvent, type StoredEvent } from '../event-row.ts'
import { type EventFacts, fieldsAt, keyOf, repeats } from '../facts.ts'
import { calendarsNamed, type Kept } from '../saving.ts'
import { saveEvent } from '../save.ts'
import { worded } from '../laid-out.ts'
import { askKeepers, payloadOf } from '../telling.ts'
import { instanceMeant } from './save-events.ts'
import { guestsChecked } from './filling.ts'

/** One of the two, and which instance of it. */
interface Side {
  readonly before: StoredEvent
  readonly at: string | null
  readonly guests: readonly Guest[]
  readonly when: EventTime
}

function sideOf(act: Act, before: StoredEvent, recurrence: string | undefined): Side {
  const { facts } = before
  if (facts.status === 'cancelled' || (repeats(facts) && recurrence === undefined))
    act.refuse(c.instanceUnknown, { recurrence: recurrence ?? null })
  const at = repeats(facts) ? instanceMeant(act, facts, recurrence) : null
  const when = at === null ? facts.when : whenOf(facts, at)
  return { before, at, guests: fieldsAt(facts, at).guests, when }
}

/** Rooms that a side has and keeps only if nobody swaps; things stay with whoever booked them. */
const roomsOf = ({ guests }: Side, calendars: ReadonlyMap<string, CalendarFacts>): Guest[] =>
  guests.filter(
    ({ who, answer }) =>
      'calendarId' in who && answer !== 'declined' && calendars.get(who.calendarId)?.place?.type === 'room',
  )

function placesSwapped(sides: readonly [Side, Side], calendars: ReadonlyMap<string, CalendarFacts>) {
  const [ours, theirs] = sides.map(side => roomsOf(side, calendars)) as [Guest[], Guest[]]
  const keys = ([ours, theirs] as const).map(rooms =>
    rooms
      .map(({ who }) => keyOf(who))
      .sort()
      .join(),
  )
  if (keys[0] === keys[1]) return null
  const given = (side: Side, mine: readonly Guest[], other: readonly Guest[]): EventChange => ({
    guests: [...side.guests.filter(guest => !mine.includes(guest)), ...other],
  })
  return [given(sides[0], ours, theirs), given(sides[1], theirs, ours)] as const
}

/** At the start of the other, for as long as before. */
function timeAt(when: EventTime, other: EventTime): EventTime | null {
  if (when.allDay && other.allDay) {
    const days = Temporal.PlainDate.from(when.from).until(when.until)
    return { allDay: true, from: other.from, until: Temporal.PlainDate.from(other.from).add(days).toString() }
  }
  if (when.allDay || other.allDay) return null
  const zoned = (time: string, zone: string) => Temporal.PlainDateTime.from(time).toZonedDateTime(zone)
  const length = zoned(when.start, when.zone).until(zoned(when.end, when.zone), { largestUnit: 'hours' })
  const end = zoned(other.start, other.zone).add(length).toPlainDateTime().toString({ smallestUnit: 'second' })
  return { allDay: false, start: other.start, end, zone: other.zone }
}

function timesSwapped([ours, theirs]: readonly [Side, Side]) {
  const [mine, other] = [timeAt(ours.when, theirs.when), timeAt(theirs.when, ours.when)]
  return mine && other ? ([{ when: mine }, { when: other }] as const) : null
}

function changedBy(act: Act, { before, at }: Side, change: EventChange): EventFacts {
  const { facts } = before
  return worded(act, () =>
    at === null ? changeAll(facts, change, null, act.office.zone) : changeThis(facts, at, change),
  )
}

async function save(
  act: Act,
  { before, at }: Side,
  after: EventFacts,
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<Kept> {
  const checked = await guestsChecked(act, before.facts, after, calendars)
  const kept = await saveEvent(act, { before, after: checked, onPlace: 'refuse', calendars })
  const scope = at === null ? ('all' as const) : ('this' as const)
  act.emit(
    c.eventChanged,
    payloadOf(act, { before: before.facts, after: kept.facts, scope, recurrence: at, by: 'act' }),
    [kept.facts.id],
  )
  const waited = before.placings.filter(({ waiting }) => waiting).map(({ calendar_id }) => calendar_id)
  await askKeepers(act, kept, new Set(waited))
  return kept
}

export const swapBookingsBody = implementCommand(c.swapBookings, {
  constraints: { occurrence_apart: c.placeTaken },
  locks: ({ id, expectedVersion, otherId, otherVersion }) => [
    { kind: 'event', id, expectedVersion },
    ...(otherId === id ? [] : [{ kind: 'event', id: otherId, expectedVersion: otherVersion }]),
  ],
  load: async (act, { id, otherId }) => [await loadEvent(act, id), await loadEvent(act, otherId)] as const,
  async run(act, { id, otherId, recurrence, otherRecurrence, what }, [mine, other]) {
    const titles = { title: mine.facts.title, other: other.facts.title }
    if (id === otherId) act.refuse(c.nothingToSwap, titles)
    const sides = [sideOf(act, mine, recurrence), sideOf(act, other, otherRecurrence)] as const
    const named = [mine, other].map(({ facts }) => calendarsNamed(facts))
    // All calendars of both at once and in one order: whoever wants one of their rooms waits here until both have changed.
    const calendars = await lockCalendars(
      act,
      [...named.flatMap(({ ids }) => ids), ...[mine, other].flatMap(one => one.placings.map(p => p.calendar_id))],
      named.flatMap(({ people }) => people),
    )
    for (const { facts } of [mine, other]) requireDegree(act, calendarIn(act, calendars, facts.calendarId), 'write')
    const wanted = what === 'places' ? placesSwapped(sides, calendars) : timesSwapped(sides)
    if (!wanted) return act.refuse(c.nothingToSwap, titles)
    const [after, otherAfter] = [changedBy(act, sides[0], wanted[0]), changedBy(act, sides[1], wanted[1])]
    // The second's bookings make room for the first within this act alone, and are laid out anew when it is saved.
    await sql`update calendar.occurrence set exclusive = false
      where organisation_id = ${act.office.id} and source_id = ${otherId} and exclusive`.execute(act.db())
    const { version } = await save(act, sides[0], after, calendars)
    const { version: otherVersion } = await save(act, sides[1], otherAfter, calendars)
    const which = {
      ...(recurrence === undefined ? {} : { recurrence }),
      ...(otherRecurrence === undefined ? {} : { otherRecurrence }),
    }
    return {
      output: { id, version, otherId, otherVersion },
      undo: {
        command: 'calendar.swap-bookings',
        input: { id, expectedVersion: version, otherId, otherVersion, ...which, what },
      },
    }
  },
})

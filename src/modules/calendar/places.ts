/** Rooms and things that an event wants: what their rules say, and the gate. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Lying } from './audience.ts'
import { mustWait, nextFree, refusedByRules, type Wanted } from './booking.ts'
import * as c from './contract.ts'
import { type Guest, type PlaceAnswer, type PlaceReason, placeReasons } from './contract/shapes.ts'
import { allGuests, type EventFacts, same } from './facts.ts'
import type { Laid } from './lay-out.ts'
import { around, occurrencesPut, rowsOf } from './occurrences.ts'
import type { LaidOut } from './laid-out.ts'
import type { Saving } from './saving.ts'

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
export function answeredBy(
  facts: EventFacts,
  calendarId: string,
  answer: Guest['answer'],
  note: string | null,
): EventFacts {
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

export interface Asked {
  readonly facts: EventFacts
  readonly lies: readonly Lying[]
  readonly waiting: ReadonlySet<string>
  readonly places: PlaceAnswer[]
}

/** What the places' rules say; those that decline are not among where it lies. */
export function askPlaces(act: Act, saving: Saving, all: readonly Lying[], { laid, until }: LaidOut): Asked {
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
export async function book(
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

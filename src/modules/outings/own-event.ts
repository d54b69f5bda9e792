/** The event of the calendar that was made for an outing: in its planner's calendar, and in those of colleagues who come. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import {
  answerEvent,
  cancelEvent,
  changeEvent,
  createEvent,
  type EventTime,
  restoreEvent,
} from '../calendar/contract.ts'
import { agree, type Held, registrationsOf, updateOuting } from './outing-row.ts'

interface EventRow {
  readonly status: string
  readonly start_at: Temporal.Instant | null
  readonly end_at: Temporal.Instant | null
}

export async function eventRow(act: Act, eventId: string): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select e.status, o.start_at, o.end_at from calendar.event_fact e
    left join calendar.occurrence_fact o on o.organisation_id = e.organisation_id and o.event_id = e.event_id
      and o.calendar_id = e.home_id
    where e.organisation_id = ${act.office.id} and e.event_id = ${eventId} order by o.start_at limit 1`.execute(
    act.db(),
  )
  return rows[0]
}

interface GuestRow {
  readonly principal_id: string | null
  readonly calendar_id: string | null
  readonly email: string | null
  readonly name: string | null
  readonly answer: string
}

async function guestsOf(act: Act, eventId: string): Promise<GuestRow[]> {
  const { rows } = await sql<GuestRow>`
    select principal_id, calendar_id, email, name, answer from calendar.guest_fact
    where organisation_id = ${act.office.id} and event_id = ${eventId} order by position`.execute(act.db())
  return rows
}

const wall = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

interface Wish {
  readonly title: string
  readonly when: EventTime
  readonly place: string | null
  readonly comes: readonly string[]
}

interface FullWish extends Wish {
  /** Everybody inside who has answered anything. */
  readonly known: ReadonlySet<string>
}

async function wishOf(act: Act, row: Held): Promise<FullWish> {
  const { zone } = act.office
  const registered = (await registrationsOf(act, row.id)).filter(one => one.principal_id !== null)
  return {
    title: row.title,
    when: { allDay: false, start: wall(row.starts_at, zone), end: wall(row.ends_at, zone), zone },
    place: row.place,
    comes: registered
      .flatMap(one => (one.answer === 'coming' && one.principal_id !== row.owner_id ? one.principal_id! : []))
      .toSorted(),
    known: new Set(registered.map(one => one.principal_id!)),
  }
}

type Who = { principalId: string } | { calendarId: string } | { email: string; name: string }

/** Those who come, and whoever was added in the calendar and has never registered: rooms, guests of the planner's. */
const guestList = (wish: FullWish, there: readonly GuestRow[]) => [
  ...wish.comes.map((principalId): { who: Who } => ({ who: { principalId } })),
  ...there.flatMap((one): { who: Who }[] => {
    if (one.calendar_id) return [{ who: { calendarId: one.calendar_id } }]
    if (one.principal_id) return wish.known.has(one.principal_id) ? [] : [{ who: { principalId: one.principal_id } }]
    return one.email ? [{ who: { email: one.email, name: one.name ?? one.email } }] : []
  }),
]

/** Answers given in one act: each is written into every calendar the event lies in. */
const mostAnswers = 10

/** Those who registered have said that they come; what they answer in their calendar by themselves stands. */
async function answerFor(act: Act, row: Held, eventId: string, comes: readonly string[]): Promise<void> {
  const silent = (await guestsOf(act, eventId)).flatMap(one =>
    one.principal_id && one.answer === 'none' && comes.includes(one.principal_id) ? one.principal_id : [],
  )
  let answered = 0
  for (const guest of silent.slice(0, mostAnswers))
    if ((await act.actAs(guest, answerEvent, { id: eventId, answer: 'accepted' })).status === 'done') answered++
  if (answered > 0 && silent.length > mostAnswers) agree(act, row.id)
}

/** Makes the event, or has it say what the outing says, in the name of its planner: it lies in their calendar. */
export async function keepEvent(act: Act, row: Held): Promise<void> {
  const { owner_id: owner, event_id: eventId } = row
  if (!owner || (eventId !== null && !row.own_event)) return
  const event = eventId ? await eventRow(act, eventId) : undefined
  if (row.state === 'cancelled') {
    if (eventId && event?.status !== 'cancelled') await act.actAs(owner, cancelEvent, { id: eventId })
    return
  }
  if (eventId && event?.status === 'cancelled') await act.actAs(owner, restoreEvent, { id: eventId })
  const wish = await wishOf(act, row)
  const kept = await write(act, row, owner, wish)
  // whoever may keep no calendar has the outing without it
  if (kept) await answerFor(act, row, kept, wish.comes)
}

async function write(act: Act, row: Held, owner: string, wish: FullWish): Promise<string | null> {
  const { title, when, place, comes } = wish
  const told = JSON.stringify([title, when, place, comes])
  if (row.event_id && told === row.event_told) return row.event_id
  const kept = row.event_id
    ? await act.actAs(owner, changeEvent, {
        id: row.event_id,
        change: { title, when, place, guests: guestList(wish, await guestsOf(act, row.event_id)) },
      })
    : await act.actAs(owner, createEvent, { title, when, place, guests: guestList(wish, []), sourceId: row.id })
  if (kept.status !== 'done') return null
  await updateOuting(act, row.id, { event_id: kept.output.id, own_event: true, event_told: told })
  return kept.output.id
}

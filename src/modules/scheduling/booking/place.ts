/** Putting a booking into calendars, as a hold or an event, and looking afterwards that nothing else stands there. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { kernelRefusals, Refusal, type RefusalDeclaration } from '../../../kernel/refusal.ts'
import { cancelEvent, holdTimes, moveEvent, releaseHold } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { bookMeeting } from '../meeting.ts'
import { mainCalendarOf } from '../proposal-row.ts'
import { type Asked, openStarts } from './open-starts.ts'
import { type BookingRow, type PageRow, rulesOf } from './rows.ts'

export type Wanted = Pick<
  BookingRow,
  | 'id'
  | 'kind_title'
  | 'minutes'
  | 'venue'
  | 'place_id'
  | 'details'
  | 'hosts'
  | 'name'
  | 'email'
  | 'contact'
  | 'answers'
> & { readonly start_at: Temporal.Instant; readonly end_at: Temporal.Instant }

type Done<T> = {
  status: string
  output?: T
  refusal?: { name: string; status: RefusalDeclaration['status']; data: object }
}

/** What the calendar says of a place is told as a time that has gone: whoever books from outside knows of no places. */
function outputOf<T>(act: Act, outcome: Done<T>, next: readonly string[] = []): T {
  if (outcome.status === 'done') return outcome.output!
  if (outcome.refusal && ['place-taken', 'place-not-given'].includes(outcome.refusal.name))
    act.refuse(c.bookingTimeGone, { next: [...next] })
  if (outcome.refusal)
    throw new Refusal({ name: outcome.refusal.name, status: outcome.refusal.status }, outcome.refusal.data as never)
  return act.refuse(kernelRefusals.notPermitted, { act: 'calendar.create-event' })
}

/** Pencils the time into each host's calendar, in their name; the place goes with the first. */
export async function hold(
  act: Act,
  page: PageRow,
  one: Wanted,
  until: Temporal.Instant,
  /** What of theirs may stand beside it: it gives way once this is granted. */
  besides: readonly string[] = [],
): Promise<string[]> {
  const ids: string[] = []
  for (const [n, host] of one.hosts.entries()) {
    const main = await mainCalendarOf(act, host)
    const calendarIds = [main, n === 0 ? one.place_id : null].filter(id => id !== null)
    if (calendarIds.length === 0) continue
    const outcome = await act.actAs(host, holdTimes, {
      title: titleOf(one),
      calendarIds,
      times: [{ start: String(one.start_at), end: String(one.end_at) }],
      until: String(until),
    })
    ids.push(outputOf<{ holdId: string }>(act, outcome as Done<{ holdId: string }>).holdId)
  }
  await requireApart(act, page, one, [...ids, ...besides])
  return ids
}

const titleOf = ({ kind_title, name }: Pick<Wanted, 'kind_title' | 'name'>) => `${kind_title}: ${name}`.slice(0, 300)

const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text)

/** The event with its guest, in the first host's name; the invitation with its file goes out as for every event. */
export async function book(act: Act, page: PageRow, one: Wanted): Promise<string> {
  const [host, ...others] = one.hosts
  const words = one.answers.map(({ question, answer }) => `${question}\n${answer}`)
  const outside = { name: one.name, email: one.email }
  const { id } = await bookMeeting(
    act,
    {
      title: titleOf(one),
      must: others,
      may: [],
      outside: [outside],
      placeId: one.place_id,
      place: one.venue === 'room' ? null : one.contact || (isAddress(one.details) ? null : one.details) || null,
      conferenceUrl: one.venue === 'video' && isAddress(one.details) ? one.details : null,
      note: [...words, ...(one.venue === 'room' || one.contact ? [one.details] : [])].filter(Boolean).join('\n\n'),
      start: one.start_at,
      minutes: one.minutes,
      zone: act.office.zone,
      sourceId: page.id,
    },
    host!,
  ).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && ['place-taken', 'place-not-given'].includes(thrown.refusalName))
      return act.refuse(c.bookingTimeGone, { next: [] })
    throw thrown
  })
  await requireApart(act, page, one, [id])
  return id
}

export async function release(act: Act, row: Pick<BookingRow, 'hosts' | 'hold_ids'>): Promise<void> {
  for (const [n, holdId] of row.hold_ids.entries()) {
    const outcome = await act.actAs(row.hosts[n] ?? row.hosts[0]!, releaseHold, { holdId })
    if (outcome.status === 'refused' && outcome.refusal.name !== 'hold-unknown') outputOf(act, outcome as Done<never>)
  }
}

export async function move(act: Act, page: PageRow, row: BookingRow, start: Temporal.Instant): Promise<void> {
  const wall = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(act.office.zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  const end = start.add({ minutes: row.minutes })
  const outcome = await act.actAs(row.hosts[0]!, moveEvent, {
    id: row.event_id!,
    when: { allDay: false, start: wall(start), end: wall(end), zone: act.office.zone },
  })
  outputOf(act, outcome as Done<object>)
  await requireApart(act, page, { ...row, start_at: start, end_at: end }, [row.event_id!])
}

export async function cancel(act: Act, row: BookingRow): Promise<void> {
  const outcome = await act.actAs(row.hosts[0]!, cancelEvent, { id: row.event_id! })
  // Whoever deleted it in the calendar was quicker.
  if (outcome.status === 'refused' && outcome.refusal.name === 'record-not-found') return
  outputOf(act, outcome as Done<object>)
}

/**
 * The calendars of the hosts are locked by the hold or the event that was just written, so that what another act put there
 * meanwhile is seen now, and nothing can be put there before this one is through.
 */
async function requireApart(act: Act, page: PageRow, one: Wanted, own: readonly string[]): Promise<void> {
  const [from, until] = [
    one.start_at.subtract({ minutes: page.before_minutes }),
    one.end_at.add({ minutes: page.after_minutes }),
  ]
  const { rows } = await sql`
    select 1 from calendar.calendar_fact c join calendar.busy_fact b on b.organisation_id = c.organisation_id and b.calendar_id = c.calendar_id
    where c.organisation_id = ${act.office.id} and c.owner_id = any(${one.hosts}::uuid[]) and c.type in ('main', 'own') and c.retired_at is null
      and b.start_at < ${until}::timestamptz + interval '1 day' and b.start_at > ${from}::timestamptz - interval '8 days'
      and b.blocks && tstzrange(${from}::timestamptz, ${until}::timestamptz)
      and not coalesce(b.event_id = any(${own}::uuid[]), false) and not coalesce(b.hold_id = any(${own}::uuid[]), false) limit 1`.execute(
    act.db(),
  )
  if (rows.length > 0) await refuseGone(act, page, one)
}

const lookAhead = { hours: 24 * 14 }

/** The next starts that are free are told with the refusal. */
export async function refuseGone(
  act: Act,
  page: PageRow,
  one: Pick<Wanted, 'minutes' | 'start_at' | 'venue' | 'place_id'>,
  past?: Asked['past'],
): Promise<never> {
  const open = await openStarts(act, {
    rules: rulesOf(page),
    minutes: one.minutes,
    from: one.start_at,
    until: one.start_at.add(lookAhead),
    room: one.venue === 'room',
    placeId: one.place_id,
    pageId: page.id,
    ...(past ? { past } : {}),
  })
  const next = open.filter(({ start }) => Temporal.Instant.compare(start, one.start_at) !== 0).slice(0, 3)
  return act.refuse(c.bookingTimeGone, { next: next.map(({ start }) => String(start)) })
}

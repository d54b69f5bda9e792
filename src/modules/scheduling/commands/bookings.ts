import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import type { TaskWish } from '../../work/contract.ts'
import { fairest, openStarts } from '../booking/open-starts.ts'
import { book, cancel, hold, move, refuseGone, release } from '../booking/place.ts'
import { bookingOf, type BookingRow, type KindRow, kindsOf, pageOf, type PageRow, rulesOf } from '../booking/rows.ts'
import { isZone } from '../clock.ts'
import * as c from '../contract.ts'
import { officeWords } from '../words.ts'

/** Whoever books has so long to confirm that the address is theirs. */
const confirmMinutes = 30
/** Whoever is asked has so long to answer, and no longer than until it begins. */
const answerDays = 3
/** What one address may have open on a page, and how much may wait for its mail at once. */
const [mostOfOne, mostUnconfirmed] = [3, 20]

/** What waits, or is still to come. */
const isOpen = ({ state }: BookingRow) => state === 'unconfirmed' || state === 'asked' || state === 'booked'

async function requireFew(act: Act, pageId: string, email: string): Promise<void> {
  const { rows } = await sql<{ own: number; unconfirmed: number }>`
    select (count(*) filter (where lower(email) = lower(${email})))::int as own,
      (count(*) filter (where state = 'unconfirmed'))::int as unconfirmed
    from scheduling.booking where organisation_id = ${act.office.id} and page_id = ${pageId}
      and (state = 'booked' and start_at > ${act.at} or until_at > ${act.at})`.execute(act.db())
  const { own, unconfirmed } = rows[0]!
  if (own >= mostOfOne || unconfirmed >= mostUnconfirmed) act.refuse(c.bookingsTooMany)
}

function answersOf(act: Act, page: PageRow, kind: KindRow, input: InputOf<typeof c.takeBooking>) {
  const given = input.answers ?? []
  const needsContact = kind.venue === 'telephone' || kind.venue === 'theirs'
  const missing = page.questions.some((one, n) => one.required && !given[n]?.trim())
  if (missing || (needsContact && !input.contact?.trim())) act.refuse(c.answersMissing)
  return page.questions.flatMap((one, n) => {
    const answer = given[n]?.trim()
    return answer ? [{ question: one.text, answer }] : []
  })
}

/** The time by the rules of the page, with whom and where; else it has gone, and the next ones are told. */
async function offered(
  act: Act,
  page: PageRow,
  one: Pick<BookingRow, 'minutes' | 'venue' | 'place_id' | 'start_at'>,
  past?: { bookingId: string; ids: readonly string[] },
) {
  const [open] = await openStarts(act, {
    rules: rulesOf(page),
    minutes: one.minutes,
    from: one.start_at,
    until: one.start_at.add({ minutes: one.minutes }),
    room: one.venue === 'room',
    placeId: one.place_id,
    pageId: page.id,
    ...(past ? { past } : {}),
  })
  if (!open || Temporal.Instant.compare(open.start, one.start_at) !== 0) return refuseGone(act, page, one, past)
  return open
}

/** Another time that is asked for is another task. */
const taskKey = (bookingId: string, wanted: Temporal.Instant | null = null) =>
  `scheduling.booking:${bookingId}${wanted ? `:${wanted.epochMilliseconds / 1000}` : ''}`

const tasksOf = ({ id, wanted_at }: Pick<BookingRow, 'id' | 'wanted_at'>) =>
  [taskKey(id), ...(wanted_at ? [taskKey(id, wanted_at)] : [])].map(key => ({ key }))

function askHost(
  act: Act,
  page: PageRow,
  row: Pick<BookingRow, 'id' | 'name' | 'hosts' | 'kind_title'>,
  wanted: Temporal.Instant | null = null,
): TaskWish {
  return {
    key: taskKey(row.id, wanted),
    title: officeWords(act, 'task.booking-asked', { name: row.name, title: row.kind_title }).slice(0, 300),
    ownerId: row.hosts[0]!,
    sourceId: page.id,
    dueOn: act.today,
    effortMinutes: 5,
  }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b)

function untilOf(act: Act, state: BookingRow['state'], start: Temporal.Instant): Temporal.Instant | null {
  if (state === 'unconfirmed') return earlier(act.at.add({ minutes: confirmMinutes }), start)
  return state === 'asked' ? earlier(act.at.add({ hours: answerDays * 24 }), start) : null
}

/** What is written to them, and what the hosts are told. */
function tell(
  act: Act,
  page: PageRow,
  row: Pick<BookingRow, 'id' | 'name' | 'hosts' | 'kind_title' | 'start_at' | 'state'>,
) {
  const { id } = page
  const records = [id]
  act.emit(
    c.bookingTaken,
    {
      id,
      title: page.title,
      bookingId: row.id,
      name: row.name,
      at: row.start_at,
      state: row.state,
      ...(row.state === 'asked' ? { work: [askHost(act, page, row)] } : {}),
    },
    records,
  )
}

export const takeBookingBody = implementCommand(c.takeBooking, {
  locks: ({ id }) => [{ kind: 'booking-page', id }],
  async run(act, input) {
    const page = await pageOf(act, input.id)
    if (page?.state !== 'open') return act.refuse(c.bookingPageShut, { title: page?.title ?? '' })
    if (!isZone(input.zone)) act.refuse(c.schedulingZoneUnknown, { zone: input.zone })
    const kind = (await kindsOf(act, page.id)).find(({ id }) => id === input.kindId)
    if (!kind) return act.refuse(c.bookingPageShut, { title: page.title })
    const answers = answersOf(act, page, kind, input)
    await requireFew(act, page.id, input.email)
    const wanted = { ...kind, start_at: input.start }
    const open = await offered(act, page, wanted)
    const hosts = page.way === 'turns' ? [await fairest(act, page.id, open.hosts)] : [...page.hosts]
    const state = page.verify ? 'unconfirmed' : page.approval ? 'asked' : 'booked'
    const row = {
      id: act.newId(),
      kind_title: kind.title,
      minutes: kind.minutes,
      venue: kind.venue,
      place_id: open.placeId,
      details: kind.details,
      hosts,
      name: input.name,
      email: input.email,
      contact: input.contact?.trim() ?? '',
      answers,
      state,
      start_at: input.start,
      end_at: input.start.add({ minutes: kind.minutes }),
    } as const
    const until = untilOf(act, state, input.start)
    const holdIds = until ? await hold(act, page, row, until) : []
    const eventId = until ? null : await book(act, page, row)
    await sql`
      insert into scheduling.booking (organisation_id, id, page_id, kind_title, minutes, venue, place_id, details, hosts, name, email, language, zone,
        contact, answers, state, start_at, end_at, made_at, until_at, hold_ids, event_id, mail)
      values (${act.office.id}, ${row.id}, ${page.id}, ${row.kind_title}, ${row.minutes}, ${row.venue}, ${row.place_id}, ${row.details}, ${hosts}::uuid[],
        ${row.name}, ${row.email}, ${input.language}, ${input.zone}, ${row.contact}, ${JSON.stringify(answers)}::jsonb, ${state}, ${row.start_at}, ${row.end_at},
        ${act.at}, ${until}, ${holdIds}::uuid[], ${eventId}, 'sending')`.execute(act.db())
    const what = state === 'unconfirmed' ? 'confirm' : state
    act.enqueue(c.sendBookingMailJob, { id: page.id, bookingId: row.id, what })
    await act.changeRecord(page.id)
    tell(act, page, row)
    return { output: { bookingId: row.id, state } }
  },
})

/** The booking of this page that a link is of. */
async function opened(act: Act, id: string, bookingId: string): Promise<{ page: PageRow; row: BookingRow }> {
  const row = await bookingOf(act, bookingId)
  const page = await pageOf(act, id)
  if (!page || row?.page_id !== id) return act.refuse(c.bookingOver)
  return { page, row }
}

async function settle(
  act: Act,
  row: BookingRow,
  state: 'booked' | 'asked',
  facts: { eventId?: string; until?: Temporal.Instant | null; holdIds?: readonly string[]; note?: string },
) {
  await sql`
    update scheduling.booking set state = ${state}, event_id = ${facts.eventId ?? null}, until_at = ${facts.until ?? null},
      hold_ids = ${facts.holdIds ?? []}::uuid[], note = ${facts.note ?? ''}
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
}

const isPast = (act: Act, { start_at }: BookingRow) => Temporal.Instant.compare(start_at, act.at) <= 0

export const confirmBookingBody = implementCommand(c.confirmBooking, {
  locks: ({ id }) => [{ kind: 'booking-page', id }],
  async run(act, { id, bookingId }) {
    const { page, row } = await opened(act, id, bookingId)
    // Whoever presses twice has confirmed.
    if (row.state === 'asked' || row.state === 'booked') return { output: {} }
    const isLate = row.until_at === null || Temporal.Instant.compare(row.until_at, act.at) <= 0
    if (row.state !== 'unconfirmed' || isLate || page.state !== 'open') act.refuse(c.bookingOver)
    await release(act, row)
    const state = page.approval ? 'asked' : 'booked'
    if (state === 'asked') {
      const until = untilOf(act, state, row.start_at)!
      await settle(act, row, state, { until, holdIds: await hold(act, page, row, until) })
    } else await settle(act, row, state, { eventId: await book(act, page, row) })
    act.enqueue(c.sendBookingMailJob, { id, bookingId, what: state })
    await act.changeRecord(id)
    tell(act, page, { ...row, state })
    return { output: {} }
  },
})

export const answerBookingBody = implementCommand(c.answerBooking, {
  locks: ({ id, expectedVersion }) => [{ kind: 'booking-page', id, expectedVersion }],
  async run(act, { id, bookingId, accept, note }) {
    const { page, row } = await opened(act, id, bookingId)
    const wanted = row.wanted_at
    if ((row.state !== 'asked' && !wanted) || isPast(act, row)) act.refuse(c.bookingOver)
    await release(act, row)
    if (wanted) await answerWanted(act, { page, row, start: wanted }, accept, note)
    else if (accept)
      await settle(act, row, 'booked', { eventId: await book(act, page, row), ...(note ? { note } : {}) })
    else await end(act, row, 'declined', note)
    act.enqueue(c.sendBookingMailJob, { id, bookingId, what: accept ? 'booked' : wanted ? 'kept' : 'declined' })
    const version = await act.changeRecord(id)
    const told = { id, title: page.title, bookingId, name: row.name, at: wanted ?? row.start_at, accept }
    act.emit(c.bookingAnswered, { ...told, workDone: tasksOf(row) }, [id])
    return { output: { id, version } }
  },
})

export async function end(
  act: Act,
  row: Pick<BookingRow, 'id'>,
  state: 'declined' | 'cancelled' | 'lapsed',
  note = '',
): Promise<void> {
  await sql`
    update scheduling.booking set state = ${state}, until_at = null, wanted_at = null, hold_ids = '{}', note = ${note}
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
}

/** Until when a guest may change what they booked. */
export const changesUntil = (
  page: Pick<PageRow, 'change_minutes'>,
  row: Pick<BookingRow, 'start_at'>,
): Temporal.Instant => row.start_at.subtract({ minutes: page.change_minutes })

function requireInTime(act: Act, page: PageRow, row: BookingRow): void {
  if (!isOpen(row) || isPast(act, row)) act.refuse(c.bookingOver)
  if (row.state === 'booked' && Temporal.Instant.compare(changesUntil(page, row), act.at) < 0)
    act.refuse(c.bookingTooLate)
}

interface Move {
  readonly page: PageRow
  readonly row: BookingRow
  readonly start: Temporal.Instant
}

/** Of what was booked with one of several, those alone. */
const ofRow = (page: PageRow, row: BookingRow): PageRow => ({
  ...page,
  hosts: row.hosts,
  way: row.hosts.length === 1 ? 'one' : 'together',
})

const writeTime = (act: Act, { row, start }: Move) =>
  sql`
  update scheduling.booking set start_at = ${start}, end_at = ${start.add({ minutes: row.minutes })}, reminded_at = null, wanted_at = null,
    until_at = case when state = 'booked' then null else until_at end
  where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())

/** What stands in calendars moves at once. */
async function moveNow(act: Act, { page, row, start }: Move): Promise<void> {
  await move(act, ofRow(page, row), row, start)
  await writeTime(act, { page, row, start })
}

/** What was asked for is asked for at another time: that is pencilled in instead, for as long as whoever is asked has to answer. */
async function askAnew(act: Act, { page, row, start }: Move): Promise<void> {
  const until = untilOf(act, 'asked', start)!
  const wanted = { ...row, start_at: start, end_at: start.add({ minutes: row.minutes }) }
  const holdIds = await hold(act, ofRow(page, row), wanted, until, row.event_id ? [row.event_id] : [])
  const isBooked = row.state === 'booked'
  if (!isBooked) await writeTime(act, { page, row, start })
  await sql`
    update scheduling.booking set until_at = ${isBooked ? earlier(until, row.start_at) : until}, hold_ids = ${holdIds}::uuid[],
      wanted_at = ${isBooked ? start : null}, note = ''
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
}

/** Theirs stood meanwhile: it moves to the time that was asked for, or stays. */
async function answerWanted(act: Act, wanted: Move, accept: boolean, note = ''): Promise<void> {
  if (accept) await moveNow(act, wanted)
  await sql`
    update scheduling.booking set wanted_at = null, until_at = null, hold_ids = '{}', note = ${note}
    where organisation_id = ${act.office.id} and id = ${wanted.row.id}`.execute(act.db())
}

export const moveBookingBody = implementCommand(c.moveBooking, {
  locks: ({ id }) => [{ kind: 'booking-page', id }],
  async run(act, { id, bookingId, start }) {
    const { page, row } = await opened(act, id, bookingId)
    requireInTime(act, page, row)
    // What nobody confirmed yet is taken anew, by whoever would rather have another time.
    if (row.state !== 'booked' && row.state !== 'asked') act.refuse(c.bookingOver)
    await release(act, row)
    const past = { bookingId, ids: row.event_id ? [row.event_id] : [] }
    await offered(act, ofRow(page, row), { ...row, start_at: start }, past)
    const asks = row.state === 'asked' || page.approval
    if (asks) await askAnew(act, { page, row, start })
    else await moveNow(act, { page, row, start })
    await act.changeRecord(id)
    const told = { id, title: page.title, bookingId, name: row.name, at: start }
    const wanted = row.state === 'booked' ? start : null
    const work = asks ? { work: [askHost(act, page, row, wanted)] } : {}
    const workWithdrawn =
      row.wanted_at && !row.wanted_at.equals(start) ? [{ key: taskKey(bookingId, row.wanted_at) }] : []
    act.emit(c.bookingMoved, { ...told, ...work, workWithdrawn }, [id])
    return { output: {} }
  },
})

export const cancelBookingBody = implementCommand(c.cancelBooking, {
  locks: ({ id }) => [{ kind: 'booking-page', id }],
  async run(act, { id, bookingId }) {
    const { page, row } = await opened(act, id, bookingId)
    if (row.state === 'cancelled') return { output: {} }
    requireInTime(act, page, row)
    await release(act, row)
    if (row.event_id) await cancel(act, row)
    await end(act, row, 'cancelled')
    await act.changeRecord(id)
    const told = { id, title: page.title, bookingId, name: row.name, at: row.start_at }
    act.emit(c.bookingCancelled, { ...told, workWithdrawn: tasksOf(row) }, [id])
    return { output: {} }
  },
})

export const recordBookingSentBody = implementCommand(c.recordBookingSent, {
  locks: ({ id }) => [{ kind: 'booking-page', id }],
  async run(act, { id, bookingId, mail, error }) {
    const { rows } = await sql<{ name: string }>`
      update scheduling.booking set mail = ${mail}
      where organisation_id = ${act.office.id} and page_id = ${id} and id = ${bookingId} returning name`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    if (rows[0] && mail === 'failed')
      act.emit(c.bookingNotSent, { id, title: act.locked(id).title, name: rows[0].name, error: error ?? '?' }, [id])
    return { output: {} }
  },
})

/** Nobody answered whether another time would do: theirs stands. */
async function keep(act: Act, row: BookingRow): Promise<void> {
  await sql`
    update scheduling.booking set wanted_at = null, until_at = null, hold_ids = '{}'
    where organisation_id = ${act.office.id} and id = ${row.id}`.execute(act.db())
  act.enqueue(c.sendBookingMailJob, { id: row.page_id, bookingId: row.id, what: 'kept' })
}

/** What nobody confirmed or answered in time is free again; whoever comes tomorrow is reminded, once. */
export const endBookingsBody = implementCommand(c.endBookings, {
  async run(act) {
    const { rows: over } = await sql<BookingRow & { title: string }>`
      select b.*, r.title from scheduling.booking b join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.page_id
      where b.organisation_id = ${act.office.id} and b.until_at <= ${act.at} order by b.id limit 200 for update of b`.execute(
      act.db(),
    )
    for (const row of over) {
      await release(act, row)
      if (row.wanted_at) await keep(act, row)
      else await end(act, row, 'lapsed')
      if (row.state === 'asked')
        act.enqueue(c.sendBookingMailJob, { id: row.page_id, bookingId: row.id, what: 'lapsed' })
      const told = { id: row.page_id, title: row.title, bookingId: row.id, name: row.name, at: row.start_at }
      act.emit(c.bookingLapsed, { ...told, workWithdrawn: tasksOf(row) }, [row.page_id])
    }
    const { rows: soon } = await sql<{ id: string; page_id: string }>`
      update scheduling.booking b set reminded_at = ${act.at}
      where b.organisation_id = ${act.office.id} and ${remindableBooking(act.at)} returning b.id, b.page_id`.execute(
      act.db(),
    )
    for (const { id, page_id } of soon)
      act.enqueue(c.sendBookingMailJob, { id: page_id, bookingId: id, what: 'reminder' })
    return { output: { lapsed: over.length, reminded: soon.length } }
  },
})

/** A day before, once, and not what was booked within that day. */
export const remindableBooking = (at: Temporal.Instant) => sql`
  b.state = 'booked' and b.reminded_at is null and b.start_at > ${at} and b.start_at <= ${at.add({ hours: 24 })}
  and b.made_at < b.start_at - interval '24 hours'`

/** What is done by the clock, by Kontor itself. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { Lying } from '../audience.ts'
import { lockCalendars } from '../calendars.ts'
import * as c from '../contract.ts'
import { dueReminders, endedHolds, seriesBehind, unusedBookings } from '../due.ts'
import { loadEvents, type StoredEvent } from '../event-row.ts'
import { freeTimes, type Hold } from '../hold-row.ts'
import { occurrencesPut, type OccurrenceRow, rowsOf } from '../occurrences.ts'
import { laidOut, zonesEdition } from '../laid-out.ts'
import { lockFor } from '../saving.ts'
import { whenText } from '../telling.ts'
import { officeWords } from '../words.ts'

/** As many in one act, so that it stays short; the job comes again. */
const mostSeries = 50

export const extendHorizonBody = implementCommand(c.extendHorizon, {
  async run(act) {
    const { rows } = await sql<{ id: string }>`${seriesBehind(act)} order by e.id limit ${mostSeries}`.execute(act.db())
    const stored = await loadEvents(
      act,
      rows.map(({ id }) => id),
    )
    let clashes = 0
    for (const one of stored.values()) clashes += await leadOn(act, one)
    if (stored.size > 0) act.emit(c.horizonExtended, { events: stored.size })
    return { output: { events: stored.size, clashes, more: rows.length === mostSeries } }
  },
})

/** Lays a series out anew to its horizon; what it held it still holds, and what others hold beyond becomes somebody's task. */
async function leadOn(act: Act, stored: StoredEvent): Promise<number> {
  const { facts } = stored
  const calendars = await lockFor(act, stored, facts)
  const lies: Lying[] = stored.placings.flatMap(({ calendar_id, laying }) => {
    const calendar = calendars.get(calendar_id)
    return calendar ? [{ calendar, laying }] : []
  })
  const out = laidOut(act, facts, lies)
  const waiting = new Set(stored.placings.filter(placing => placing.waiting).map(({ calendar_id }) => calendar_id))
  const rows = rowsOf(facts, lies, out.laid, waiting, act.at.epochMilliseconds)
  const { rows: gone } = await sql<{
    calendar_id: string
    recurrence: string
    checked_in_at: Temporal.Instant | null
    exclusive: boolean
  }>`
    delete from calendar.occurrence where organisation_id = ${act.office.id} and source_id = ${facts.id}
    returning calendar_id, recurrence, checked_in_at, exclusive`.execute(act.db())
  const taken = await takenBy(
    act,
    facts.id,
    rows.filter(row => row.exclusive),
  )
  const keyed = (row: { calendarId: string; recurrence: string }) => `${row.calendarId} ${row.recurrence}`
  const put = rows.map(row =>
    taken.has(keyed(row)) ? { ...row, exclusive: false, showAs: 'tentative' as const } : row,
  )
  if (put.length > 0) act.write(occurrencesPut(act, { eventId: facts.id }, put))
  for (const { calendar_id, recurrence, checked_in_at } of gone)
    if (checked_in_at)
      await sql`update calendar.occurrence set checked_in_at = ${checked_in_at} where organisation_id = ${act.office.id}
        and source_id = ${facts.id} and calendar_id = ${calendar_id} and recurrence = ${recurrence}`.execute(act.db())
  await sql`
    update calendar.event set zones_edition = ${zonesEdition},
      laid_from = ${out.from === null ? null : new Date(out.from).toISOString()}::timestamptz,
      laid_until = ${out.until === null ? null : new Date(out.until).toISOString()}::timestamptz
    where organisation_id = ${act.office.id} and id = ${facts.id}`.execute(act.db())
  // A clash that was there before has its task.
  const known = new Set(gone.flatMap(row => (row.exclusive ? [] : [`${row.calendar_id} ${row.recurrence}`])))
  const fresh = rows.filter(row => taken.has(keyed(row)) && !known.has(keyed(row)))
  for (const row of fresh) tellClash(act, stored, lies, row)
  return fresh.length
}

async function takenBy(act: Act, id: string, rows: readonly OccurrenceRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const { rows: met } = await sql<{ calendar_id: string; recurrence: string }>`
    select w.calendar_id, w.recurrence from unnest(${rows.map(row => row.calendarId)}::uuid[], ${rows.map(row => row.recurrence)}::text[],
        ${rows.map(row => new Date(row.blocksFrom).toISOString())}::timestamptz[], ${rows.map(row => new Date(row.blocksTo).toISOString())}::timestamptz[])
      as w (calendar_id, recurrence, f, t)
    where exists (select from calendar.occurrence o where o.organisation_id = ${act.office.id} and o.calendar_id = w.calendar_id
      and o.exclusive and o.source_id <> ${id} and o.blocks && tstzrange(w.f, w.t))`.execute(act.db())
  return new Set(met.map(row => `${row.calendar_id} ${row.recurrence}`))
}

function tellClash(act: Act, { facts }: StoredEvent, lies: readonly Lying[], row: OccurrenceRow): void {
  const calendar = lies.find(one => one.calendar.id === row.calendarId)!.calendar
  const keeper = calendar.place?.keeper_id ?? ('principalId' in facts.organiser ? facts.organiser.principalId : null)
  const start = Temporal.Instant.fromEpochMilliseconds(row.start)
  const when = facts.when.allDay
    ? { ...facts.when, from: row.recurrence.slice(0, 10) }
    : { ...facts.when, start: row.recurrence }
  act.emit(
    c.bookingClashed,
    {
      eventId: facts.id,
      title: facts.title,
      calendarId: calendar.id,
      place: calendar.title,
      start,
      work: [
        {
          key: `calendar clash ${facts.id} ${calendar.id} ${row.recurrence}`,
          title: officeWords(act, 'task.booking-clashed', {
            place: calendar.title,
            title: facts.title,
            when: whenText(act, when),
          }),
          ...(keeper ? { ownerId: keeper } : {}),
          sourceId: facts.id,
        },
      ],
    },
    [facts.id, calendar.id],
  )
}

export const releaseUnusedBody = implementCommand(c.releaseUnused, {
  async run(act) {
    const { rows: holds } = await sql<Omit<Hold, 'by_id'>>`${endedHolds(act)} limit 200`.execute(act.db())
    for (const hold of holds) {
      await freeTimes(act, { ...hold, by_id: act.principal.id }, null)
      await sql`delete from calendar.hold where organisation_id = ${act.office.id} and id = ${hold.id}`.execute(
        act.db(),
      )
      act.emit(c.holdReleased, { holdId: hold.id, title: hold.title, until: hold.until_at })
    }
    const { rows: unused } = await sql<{
      event_id: string
      calendar_id: string
      recurrence: string
      start_at: Temporal.Instant
    }>`
      ${unusedBookings(act)} limit 200`.execute(act.db())
    const calendars = await lockCalendars(
      act,
      unused.map(row => row.calendar_id),
    )
    const stored = await loadEvents(
      act,
      unused.map(row => row.event_id),
    )
    for (const row of unused) {
      // What was booked and not used stays to be counted, in nobody's way.
      await sql`update calendar.occurrence set exclusive = false, show_as = 'free' where organisation_id = ${act.office.id} and source_id = ${row.event_id}
        and calendar_id = ${row.calendar_id} and recurrence = ${row.recurrence}`.execute(act.db())
      const { facts } = stored.get(row.event_id)!
      const place = calendars.get(row.calendar_id)!.title
      const { organiser } = facts
      act.emit(
        c.bookingReleased,
        {
          eventId: facts.id,
          title: facts.title,
          calendarId: row.calendar_id,
          place,
          start: row.start_at,
          ...('principalId' in organiser
            ? {
                notify: [
                  {
                    key: `calendar released ${facts.id} ${row.recurrence}`,
                    toId: organiser.principalId,
                    titleKey: 'notice.calendar.released',
                    params: { title: facts.title, place },
                    recordId: facts.id,
                    urgency: 'now' as const,
                  },
                ],
              }
            : {}),
        },
        [facts.id, row.calendar_id],
      )
    }
    return { output: { released: unused.length, holds: holds.length } }
  },
})

/** Of one envelope of notices. */
const mostReminders = 200

/** Those of which a telephone's locked screen and a mailbox may name nothing. */
async function confidentialOf(act: Act, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.record where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) and class >= 2`.execute(
    act.db(),
  )
  return new Set(rows.map(({ id }) => id))
}

export const giveRemindersBody = implementCommand(c.giveReminders, {
  async run(act) {
    const { rows } = await sql<{
      principal_id: string
      event_id: string
      recurrence: string
      minutes: number
      start_at: Temporal.Instant
    }>`
      with due as (${dueReminders(act)} limit ${mostReminders}),
      noted as (insert into calendar.reminded (organisation_id, principal_id, event_id, recurrence, minutes, start_at)
        select ${act.office.id}, principal_id, event_id, recurrence, minutes, start_at from due
        on conflict (organisation_id, principal_id, event_id, recurrence, minutes) do update set start_at = excluded.start_at
        returning principal_id, event_id, recurrence, minutes, start_at)
      select * from noted`.execute(act.db())
    const stored = await loadEvents(act, [...new Set(rows.map(row => row.event_id))])
    const closed = await confidentialOf(act, [...stored.keys()])
    const notify = rows.map(row => {
      const { facts } = stored.get(row.event_id)!
      const isClosed = closed.has(row.event_id)
      const at = row.start_at.toZonedDateTimeISO(act.office.zone).toPlainTime().toString({ smallestUnit: 'minute' })
      return {
        key: `calendar reminder ${row.event_id} ${row.recurrence} ${row.minutes}`,
        toId: row.principal_id,
        titleKey: isClosed
          ? 'notice.calendar.reminder-closed'
          : facts.place
            ? 'notice.calendar.reminder-at'
            : 'notice.calendar.reminder',
        params: isClosed
          ? { at }
          : {
              title: facts.instances.get(row.recurrence)?.title ?? facts.title,
              at,
              ...(facts.place ? { place: facts.place } : {}),
            },
        recordId: row.event_id,
        urgency: 'now' as const,
        reminder: true,
      }
    })
    if (rows.length > 0) act.emit(c.remindersGiven, { count: rows.length, notify })
    return { output: { given: rows.length } }
  },
})

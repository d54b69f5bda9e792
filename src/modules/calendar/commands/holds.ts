import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { sql } from 'kysely'
import { nextFree, refusedByRules } from '../booking.ts'
import { calendarIn, type CalendarFacts, lockCalendars, requireDegree } from '../calendars.ts'
import * as c from '../contract.ts'
import { freeTimes, holdOf } from '../hold-row.ts'
import type { Laid } from '../lay-out.ts'
import { occurrencesPut, type OccurrenceRow, sweepHolds } from '../occurrences.ts'
import { textOfSeconds, zoneClock } from '../wall.ts'

const minute = 60_000

function rowsIn(calendar: CalendarFacts, times: readonly Laid[]): OccurrenceRow[] {
  const { place } = calendar
  return times.map(({ recurrence, start, end }) => ({
    calendarId: calendar.id,
    recurrence,
    start,
    end,
    fromDay: null,
    untilDay: null,
    blocksFrom: start - (place?.setup_minutes ?? 0) * minute,
    blocksTo: end + (place?.cleanup_minutes ?? 0) * minute,
    showAs: 'tentative',
    exclusive: place !== null,
  }))
}

/** Times as the office's clock has them. */
function timesOf(act: Act, times: readonly { start: Temporal.Instant; end: Temporal.Instant }[]): Laid[] {
  const clock = zoneClock(act.office.zone)
  const seen = new Map<string, Laid>()
  for (const { start, end } of times) {
    const [from, to] = [start.epochMilliseconds, end.epochMilliseconds]
    if (to <= from) act.refuse(c.timeReversed)
    const recurrence = textOfSeconds(clock.localAt(from))
    seen.set(recurrence, { recurrence, start: from, end: to, fromDay: null, untilDay: null })
  }
  return [...seen.values()]
}

const exclusionViolation = '23P01'

export const holdTimesBody = implementCommand(c.holdTimes, {
  constraints: { occurrence_apart: c.placeTaken },
  async run(act, input) {
    const calendars = await lockCalendars(act, input.calendarIds)
    const times = timesOf(act, input.times)
    if (Temporal.Instant.compare(input.until, act.at) <= 0) act.refuse(c.timeReversed)
    const holdId = act.newId()
    const rows = [...new Set(input.calendarIds)].flatMap(id => {
      const calendar = calendarIn(act, calendars, id)
      // Who may see that it is busy may pencil a place; a colleague's calendar is for those who may write in it.
      requireDegree(act, calendar, calendar.place ? 'busy' : 'write')
      if (calendar.retired) act.refuse(c.calendarRetired, { calendarId: id, title: calendar.title })
      const reason = refusedByRules(act, calendar, times, false)
      if (reason) act.refuse(c.placeNotGiven, { calendarId: id, title: calendar.title, reason })
      return rowsIn(calendar, times)
    })
    await sweepHolds(
      act,
      rows.filter(({ exclusive }) => exclusive).map(({ calendarId }) => calendarId),
    )
    act.write(sql`
      insert into calendar.hold (organisation_id, id, title, by_id, until_at)
      values (${act.office.id}, ${holdId}, ${input.title}, ${act.principal.id}, ${input.until})`)
    await lay(act, holdId, rows, calendars)
    act.emit(c.timesHeld, { holdId, title: input.title, until: input.until })
    return { output: { holdId }, undo: { command: 'calendar.release-hold', input: { holdId } } }
  },
})

async function lay(
  act: Act,
  holdId: string,
  rows: readonly OccurrenceRow[],
  calendars: ReadonlyMap<string, CalendarFacts>,
): Promise<void> {
  const db = act.db()
  await sql`savepoint booking`.execute(db)
  try {
    await sql`set constraints calendar.occurrence_apart immediate`.execute(db)
    await occurrencesPut(act, { holdId }, rows).execute(db)
    await sql`release savepoint booking`.execute(db)
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== exclusionViolation) throw thrown
    await sql`rollback to savepoint booking`.execute(db)
    const row = await firstTaken(act, rows)
    const calendar = calendars.get(row.calendarId)!
    const wanted = {
      calendarId: row.calendarId,
      start: row.start,
      end: row.end,
      setup: row.start - row.blocksFrom,
      cleanup: row.blocksTo - row.end,
    }
    const next = await nextFree(act as never, wanted, calendar.zone)
    act.refuse(c.placeTaken, {
      calendarId: row.calendarId,
      title: calendar.title,
      start: new Date(row.start).toISOString(),
      end: new Date(row.end).toISOString(),
      next: next.map(String),
    })
  }
}

async function firstTaken(act: Act, rows: readonly OccurrenceRow[]): Promise<OccurrenceRow> {
  const exclusive = rows.filter(row => row.exclusive)
  for (const row of exclusive) {
    const { rows: met } = await sql`
      select 1 from calendar.occurrence where organisation_id = ${act.office.id} and calendar_id = ${row.calendarId} and exclusive
        and blocks && tstzrange(${new Date(row.blocksFrom).toISOString()}::timestamptz, ${new Date(row.blocksTo).toISOString()}::timestamptz) limit 1`.execute(
      act.db(),
    )
    if (met.length > 0) return row
  }
  // The times meet each other.
  return exclusive[0]!
}

export const releaseHoldBody = implementCommand(c.releaseHold, {
  async run(act, { holdId, start }) {
    const hold = await holdOf(act, holdId)
    const freed = await freeTimes(act, hold, start ?? null)
    if (freed === 0 && start) act.refuse(c.holdUnknown, { holdId })
    act.emit(c.holdReleased, { holdId, title: hold.title, until: hold.until_at })
    return { output: { freed } }
  },
})

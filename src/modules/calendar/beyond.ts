/** Instances of series before or beyond what is laid out: reckoned when they are asked for. */
import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import type { Lying } from './audience.ts'
import { readCalendars } from './calendars.ts'
import { loadEvents, type StoredEvent } from './event-row.ts'
import { layOut } from './lay-out.ts'
import { type OccurrenceRow, rowsOf } from './occurrences.ts'
import { mostInstances, worded } from './laid-out.ts'

type Reader = Standing & Pick<View, 'db'>

export interface Beyond {
  readonly stored: StoredEvent
  readonly rows: readonly OccurrenceRow[]
}

/** How many series are reckoned for one answer. */
const mostSeries = 200

export async function beyondLaid(
  view: Reader,
  calendarIds: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Beyond[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from calendar.event e where e.organisation_id = ${view.office.id} and e.status <> 'cancelled'
      and (e.laid_until < ${until} or e.laid_from > ${from})
      and exists (select from calendar.placing p where p.organisation_id = e.organisation_id and p.event_id = e.id and p.calendar_id = any(${[...calendarIds]}::uuid[])
        and p.from_at < ${until})
    limit ${mostSeries}`.execute(view.db())
  if (rows.length === 0) return []
  const stored = await loadEvents(
    view,
    rows.map(({ id }) => id),
  )
  const wanted = new Set(calendarIds)
  const calendars = await readCalendars(
    view,
    [...stored.values()].flatMap(({ placings }) => placings.map(({ calendar_id }) => calendar_id)),
  )
  return [...stored.values()].map(one => ({ stored: one, rows: stretchOf(view, one, wanted, calendars, from, until) }))
}

function stretchOf(
  view: Reader,
  { facts, placings, laidFrom, laidUntil }: StoredEvent,
  wanted: ReadonlySet<string>,
  calendars: Awaited<ReturnType<typeof readCalendars>>,
  from: Temporal.Instant,
  until: Temporal.Instant,
): OccurrenceRow[] {
  const lies: Lying[] = placings.flatMap(({ calendar_id, laying }) => {
    const calendar = calendars.get(calendar_id)
    return calendar && wanted.has(calendar_id) ? [{ calendar, laying }] : []
  })
  const [begin, end] = [from.epochMilliseconds, until.epochMilliseconds]
  const longest = 40 * 86_400_000
  const stretches = [
    ...(laidFrom && laidFrom.epochMilliseconds > begin
      ? [{ from: begin - longest, to: Math.min(end, laidFrom.epochMilliseconds) }]
      : []),
    ...(laidUntil && laidUntil.epochMilliseconds < end
      ? [{ from: Math.max(begin - longest, laidUntil.epochMilliseconds), to: end }]
      : []),
  ]
  const laid = stretches
    .flatMap(stretch => worded(view, () => layOut(facts, stretch, view.office.zone)))
    .slice(0, mostInstances)
  return rowsOf(facts, lies, laid, new Set(), Number.POSITIVE_INFINITY).filter(
    row => row.start < end && row.end > begin,
  )
}

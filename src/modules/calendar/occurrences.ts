/** Instances as they are stored: one row for each, in each calendar they lie in. */
import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Lying } from './audience.ts'
import type { EventFields, ShowAs } from './contract/shapes.ts'
import { type EventFacts, fieldsAt, keyOf } from './facts.ts'
import type { Laid } from './lay-out.ts'
import { momentText } from './wall.ts'

export interface OccurrenceRow {
  readonly calendarId: string
  readonly recurrence: string
  readonly start: number
  readonly end: number
  readonly fromDay: string | null
  readonly untilDay: string | null
  readonly blocksFrom: number
  readonly blocksTo: number
  readonly showAs: ShowAs
  readonly exclusive: boolean
}

const minute = 60_000

/** What somebody's calendar shows of an instance; null where it does not lie there. */
function shownIn(
  { calendar, laying }: Lying,
  fields: EventFields,
  waiting: ReadonlySet<string>,
  homeId: string,
): ShowAs | null {
  const usual = fields.status === 'tentative' && fields.showAs === 'busy' ? 'tentative' : fields.showAs
  const key = laying === 'booking' ? calendar.id : calendar.owner_id
  const guest = fields.guests.find(({ who }) => !('email' in who) && keyOf(who) === key)
  if (laying === 'home') return guest?.answer === 'declined' ? 'free' : usual
  const booked = waiting.has(calendar.id) ? 'tentative' : 'busy'
  // What is at home in a place's own calendar needs nobody to invite the place.
  if (!guest) return laying === 'booking' && calendar.id === homeId ? booked : null
  if (laying === 'booking') return guest.answer === 'declined' ? null : booked
  if (guest.answer === 'declined' || guest.answer === 'delegated' || usual === 'free') return 'free'
  return guest.answer === 'accepted' ? usual : 'tentative'
}

/** Time around an instance that its calendar is blocked: travel of people, set-up and clean-up of places. */
export function around({ calendar, laying }: Lying, fields: EventFields): { before: number; after: number } {
  if (laying !== 'booking')
    return { before: fields.travelBeforeMinutes * minute, after: fields.travelAfterMinutes * minute }
  return {
    before: Math.max(fields.setupMinutes, calendar.place?.setup_minutes ?? 0) * minute,
    after: Math.max(fields.cleanupMinutes, calendar.place?.cleanup_minutes ?? 0) * minute,
  }
}

/** `waiting`: places whose keeper has still to say yes. */
export function rowsOf(
  facts: EventFacts,
  lies: readonly Lying[],
  laid: readonly Laid[],
  waiting: ReadonlySet<string>,
  now: number,
): OccurrenceRow[] {
  if (facts.status === 'cancelled') return []
  const series = fieldsAt(facts, null)
  return laid.flatMap(one => {
    const own = facts.instances.get(one.recurrence)
    const fields = own ? { ...series, ...own } : series
    if (fields.status === 'cancelled') return []
    return lies.flatMap(lying => {
      const showAs = shownIn(lying, fields, waiting, facts.calendarId)
      if (showAs === null) return []
      const { before, after } = around(lying, fields)
      return [
        {
          calendarId: lying.calendar.id,
          recurrence: one.recurrence,
          start: one.start,
          end: one.end,
          fromDay: one.fromDay,
          untilDay: one.untilDay,
          blocksFrom: one.start - before,
          blocksTo: one.end + after,
          showAs,
          exclusive: lying.laying === 'booking' && one.end > now,
        },
      ]
    })
  })
}

/** The statement that lays rows out. */
export function occurrencesPut(
  act: Pick<Act, 'office'>,
  source: { readonly eventId: string } | { readonly holdId: string },
  rows: readonly OccurrenceRow[],
): RawBuilder<unknown> {
  const [eventId, holdId] = 'eventId' in source ? [source.eventId, null] : [null, source.holdId]
  const of = <T>(pick: (row: OccurrenceRow) => T): T[] => rows.map(pick)
  return sql`
    insert into calendar.occurrence (organisation_id, source_id, event_id, hold_id, calendar_id, recurrence, start_at, end_at, from_day, until_day, blocks, show_as, exclusive)
    select ${act.office.id}, ${eventId ?? holdId}::uuid, ${eventId}::uuid, ${holdId}::uuid, calendar_id, recurrence, start_at, end_at, from_day, until_day,
      tstzrange(blocks_from, blocks_to), show_as, exclusive
    from unnest(${of(row => row.calendarId)}::uuid[], ${of(row => row.recurrence)}::text[], ${of(row => momentText(row.start))}::timestamptz[],
      ${of(row => momentText(row.end))}::timestamptz[], ${of(row => row.fromDay)}::date[], ${of(row => row.untilDay)}::date[],
      ${of(row => momentText(row.blocksFrom))}::timestamptz[], ${of(row => momentText(row.blocksTo))}::timestamptz[],
      ${of(row => row.showAs)}::text[], ${of(row => row.exclusive)}::boolean[])
      as row (calendar_id, recurrence, start_at, end_at, from_day, until_day, blocks_from, blocks_to, show_as, exclusive)`
}

/** Pencilled times of these places that have ended give way. */
export async function sweepHolds(act: Pick<Act, 'office' | 'db' | 'at'>, places: readonly string[]): Promise<void> {
  if (places.length === 0) return
  await sql`
    delete from calendar.occurrence o using calendar.hold h
    where o.organisation_id = ${act.office.id} and o.calendar_id = any(${places}::uuid[]) and h.organisation_id = o.organisation_id
      and h.id = o.hold_id and h.until_at <= ${act.at}`.execute(act.db())
}

/** Places: what their rules say to a booking, and when they are free next. The database alone says whether they are taken. */
import { sql } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import { type CalendarFacts, degreeOf } from './calendars.ts'
import type { PlaceReason } from './contract/shapes.ts'
import type { Laid } from './lay-out.ts'
import { zoneClock } from './wall.ts'

const minute = 60_000
const day = 86_400_000

/** Why the rules of a place refuse these times; null where they do not. Only what is still to come counts. */
export function refusedByRules(
  act: Standing,
  calendar: CalendarFacts,
  laid: readonly Laid[],
  endless: boolean,
): PlaceReason | null {
  const { place } = calendar
  if (!place) return null
  if (calendar.retired) return 'retired'
  const keeps = degreeOf(act.principal, calendar) === 'manage'
  if (keeps) return null
  if (place.bookable_by.length > 0 && !place.bookable_by.some(id => act.principal.audiences.includes(id)))
    return 'not-permitted'
  const now = act.at.epochMilliseconds
  const ahead = laid.filter(({ end }) => end > now)
  const { longest_minutes: longest, ahead_days: days } = place
  if (longest !== null && ahead.some(({ start, end }) => end - start > longest * minute)) return 'too-long'
  if (days !== null && (endless || ahead.some(({ start }) => start > now + days * day))) return 'too-far-ahead'
  return null
}

/** Whether its keeper is asked first. */
export const mustWait = (act: Standing, calendar: CalendarFacts): boolean =>
  calendar.place?.needs_approval === true && degreeOf(act.principal, calendar) !== 'manage'

export interface Wanted {
  readonly calendarId: string
  /** Milliseconds since 1970, without set-up and clean-up. */
  readonly start: number
  readonly end: number
  readonly setup: number
  readonly cleanup: number
}

interface Block {
  readonly from: number
  readonly to: number
}

const quarter = 15 * minute
const upTo = (time: number) => Math.ceil(time / quarter) * quarter
const searched = 14 * day
const [opens, closes] = [7, 19]

/** The first moment from `time` on at which people book: by day, on working days, unless what was wanted was not. */
function bookable(time: number, length: number, zone: string, like: { night: boolean; weekend: boolean }): number {
  const clock = zoneClock(zone)
  for (let at = time; ; ) {
    const local = clock.localAt(at)
    const midnight = Math.floor(local / 86_400) * 86_400
    const weekday = (((midnight / 86_400 + 3) % 7) + 7) % 7
    const hour = (local - midnight) / 3600
    const late = !like.night && hour + length / 3_600_000 > closes && hour > opens
    if (!like.weekend && weekday > 4) at = clock.instantOf(midnight + 86_400 + opens * 3600)
    else if (!like.night && hour < opens) at = clock.instantOf(midnight + opens * 3600)
    else if (late) at = clock.instantOf(midnight + 86_400 + opens * 3600)
    else return at
  }
}

/** Up to three next starts at which a place is free for as long. */
export async function nextFree(
  act: Standing & { db(): unknown },
  wanted: Wanted,
  zone: string,
): Promise<Temporal.Instant[]> {
  const { start, end, setup, cleanup } = wanted
  const from = Math.max(start, act.at.epochMilliseconds)
  const { rows } = await sql<{ start_ms: string; end_ms: string }>`
    select extract(epoch from lower(o.blocks)) * 1000 as start_ms, extract(epoch from upper(o.blocks)) * 1000 as end_ms
    from calendar.occurrence o left join calendar.hold h on h.organisation_id = o.organisation_id and h.id = o.hold_id
    where o.organisation_id = ${act.office.id} and o.calendar_id = ${wanted.calendarId} and o.exclusive and not isempty(o.blocks)
      and (h.until_at is null or h.until_at > ${act.at})
      and o.blocks && tstzrange(${iso(from - setup)}::timestamptz, ${iso(from + searched + end - start + cleanup)}::timestamptz)
    order by lower(o.blocks)`.execute(act.db() as never)
  const blocks = rows.map(row => ({ from: Number(row.start_ms), to: Number(row.end_ms) }))
  return freeStarts(blocks, wanted, from, zone).map(at => Temporal.Instant.fromEpochMilliseconds(at))
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** The first three starts that none of the blocks forbids. */
export function freeStarts(blocks: readonly Block[], wanted: Wanted, from: number, zone: string): number[] {
  const { start, end, setup, cleanup } = wanted
  const length = end - start
  const local = zoneClock(zone).localAt(start)
  const hour = (local % 86_400) / 3600
  const like = {
    night: hour < opens || hour + length / 3_600_000 > closes,
    weekend: (((Math.floor(local / 86_400) + 3) % 7) + 7) % 7 > 4,
  }
  const found: number[] = []
  for (let at = bookable(upTo(from), length, zone, like); found.length < 3 && at < from + searched; ) {
    const met = blocks.find(block => block.from < at + length + cleanup && block.to > at - setup)
    if (met) at = bookable(upTo(met.to + setup), length, zone, like)
    else {
      found.push(at)
      at = bookable(upTo(at + Math.max(length, 2 * quarter)), length, zone, like)
    }
  }
  return found
}

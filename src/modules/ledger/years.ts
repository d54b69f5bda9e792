/** Financial years and their months. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { periodLocked, yearMissing } from './contract/refusals.ts'
import { yearOpened } from './contract/events.ts'
import type { PeriodState } from './contract/shapes.ts'
import type { Book } from './contract/wish.ts'

export interface Period {
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate
  readonly year_id: string
  readonly state: PeriodState
}

/** The months of a year: whole calendar months, the first and last cut to the year. */
export function monthsOf(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate }[] {
  const months = []
  for (let startsOn = from; Temporal.PlainDate.compare(startsOn, until) <= 0; ) {
    const last = startsOn.with({ day: startsOn.daysInMonth })
    const endsOn = Temporal.PlainDate.compare(last, until) < 0 ? last : until
    months.push({ startsOn, endsOn })
    startsOn = endsOn.add({ days: 1 })
  }
  return months
}

/** The last day of a year of twelve months that begins on this day. */
export const usualEnd = (from: Temporal.PlainDate): Temporal.PlainDate => from.add({ years: 1 }).subtract({ days: 1 })

/** The first day of the financial year that a day is in, where years begin with this month. */
export function yearStart(day: Temporal.PlainDate, month: number): Temporal.PlainDate {
  const start = Temporal.PlainDate.from({ year: day.year, month, day: 1 })
  return Temporal.PlainDate.compare(start, day) <= 0 ? start : start.subtract({ years: 1 })
}

/** Opens a year with its months; overlapping another is for the caller to have asked about. */
export async function openYear(act: Act, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<string> {
  const id = act.newId()
  await sql`insert into ledger.fiscal_year (organisation_id, id, starts_on, ends_on)
    values (${act.office.id}, ${id}, ${from}, ${until})`.execute(act.db())
  const months = monthsOf(from, until)
  await sql`insert into ledger.period (organisation_id, starts_on, ends_on, year_id)
    select ${act.office.id}, s, e, ${id} from unnest(${months.map(m => String(m.startsOn))}::date[], ${months.map(m => String(m.endsOn))}::date[]) m(s, e)`.execute(
    act.db(),
  )
  act.emit(yearOpened, { id, startsOn: from, endsOn: until })
  return id
}

/** Whether a year from day to day would touch one that there is. */
export async function overlaps(act: Act, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.fiscal_year
    where organisation_id = ${act.office.id} and starts_on <= ${until} and ends_on >= ${from} limit 1`.execute(act.db())
  return rows.length > 0
}

async function find(act: Act, days: readonly string[]): Promise<ReadonlyMap<string, Period>> {
  const { rows } = await sql<Period & { day: string }>`
    select d.day::text as day, p.starts_on, p.ends_on, p.year_id, p.state
    from unnest(${days}::date[]) d(day) join ledger.period p on p.organisation_id = ${act.office.id}
      and d.day between p.starts_on and p.ends_on
    for share of p`.execute(act.db())
  return new Map(rows.map(row => [row.day, row]))
}

/**
 * The open months of these days, held against locking until the act has ended. The years after the last one open by
 * themselves, so that nobody is kept from working on the second of January.
 */
export async function openPeriods(
  act: Act,
  wanted: readonly { readonly on: Temporal.PlainDate; readonly book: Book }[],
): Promise<ReadonlyMap<string, Period>> {
  const days = [...new Set(wanted.map(({ on }) => String(on)))]
  let found = await find(act, days)
  if (found.size < days.length) {
    await openNextFor(act, days.filter(day => !found.has(day)).sort())
    found = await find(act, days)
  }
  for (const { on, book } of wanted) {
    const period = found.get(String(on)) ?? act.refuse(yearMissing, { on: String(on) })
    if (period.state === 'closed' || (period.state === 'locked' && book !== 'closing'))
      act.refuse(periodLocked, { on: String(on), state: period.state })
  }
  return found
}

async function openNextFor(act: Act, missing: readonly string[]): Promise<void> {
  // two who need the new year at once: the second waits here and finds the year of the first
  await sql`select 1 from ledger.settings where organisation_id = ${act.office.id} for update`.execute(act.db())
  const { rows } = await sql<{ ends_on: Temporal.PlainDate }>`
    select ends_on from ledger.fiscal_year where organisation_id = ${act.office.id} order by ends_on desc limit 1`.execute(
    act.db(),
  )
  const last = rows[0]?.ends_on
  const first = missing[0]!
  if (!last) return act.refuse(yearMissing, { on: first })
  if (Temporal.PlainDate.compare(last, missing.at(-1)!) >= 0) return
  const wanted = missing.at(-1)!
  const [nextEnd, aYearOn] = [usualEnd(last.add({ days: 1 })), act.today.add({ years: 1 })]
  const furthest = Temporal.PlainDate.compare(nextEnd, aYearOn) > 0 ? nextEnd : aYearOn
  if (Temporal.PlainDate.compare(wanted, furthest) > 0) return act.refuse(yearMissing, { on: wanted })
  for (let end = last; Temporal.PlainDate.compare(end, wanted) < 0; end = usualEnd(end.add({ days: 1 })))
    await openYear(act, end.add({ days: 1 }), usualEnd(end.add({ days: 1 })))
}

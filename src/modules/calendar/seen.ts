/** Which calendars a reader may look at, and in which degree. */
import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type Degree, degrees } from './contract/shapes.ts'
import type { CalendarTable, PlaceTable } from './tables.ts'

export interface SeenCalendar
  extends Omit<CalendarTable, 'organisation_id' | 'change_no'>,
    Partial<Omit<PlaceTable, 'organisation_id' | 'id' | 'type'>> {
  readonly title: string
  readonly version: number
  readonly class: number
  readonly change_no: bigint
  readonly degree: Degree
  readonly place_type: PlaceTable['type'] | null
}

type Reader = Standing & Pick<View, 'db'>

/** All that may be looked at, or those of these ids. */
export async function seenCalendars(
  view: Reader,
  ids: readonly string[] | null = null,
): Promise<Map<string, SeenCalendar>> {
  const { audiences, id } = view.principal
  const { rows } = await sql<Omit<SeenCalendar, 'degree'> & { rank: number }>`
    with shared as (
      select calendar_id, max(array_position(${[...degrees]}::text[], degree)) as rank from calendar.reader_fact
      where organisation_id = ${view.office.id} and audience_id = any(${[...audiences]}::uuid[]) group by calendar_id)
    select c.*, r.title, r.version, r.class, p.type as place_type, p.seats, p.equipment, p.site, p.description, p.picture_ids, p.keeper_id, p.keeper_role_id,
      p.bookable_by, p.longest_minutes, p.ahead_days, p.needs_approval, p.release_minutes, p.setup_minutes, p.cleanup_minutes, p.show_titles,
      greatest(coalesce(s.rank, 0), case when c.everyone = 'none' then 0 else array_position(${[...degrees]}::text[], c.everyone) end) as rank
    from calendar.calendar c
    join (${visibleRecords(view).selectAll()}) r on r.id = c.id
    left join calendar.place p on p.organisation_id = c.organisation_id and p.id = c.id
    left join shared s on s.calendar_id = c.id
    where c.organisation_id = ${view.office.id} and (${ids === null} or c.id = any(${ids === null ? [] : [...ids]}::uuid[]))
    order by c.type, lower(r.title), c.id`.execute(view.db())
  const all = id === systemPrincipalId
  return new Map(
    rows.flatMap(({ rank, ...row }) => {
      const degree = all ? 'manage' : degrees[rank - 1]
      return degree ? [[row.id, { ...row, degree }] as const] : []
    }),
  )
}

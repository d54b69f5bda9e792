import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { BookingState, BookingWay, MailState, Venue, WeeklyTime } from '../contract.ts'

type At = Pick<Act | View, 'office' | 'db'>

/** By which a page is booked. */
export interface Rules {
  readonly way: BookingWay
  readonly hosts: readonly string[]
  readonly hours: readonly WeeklyTime[]
  readonly soonMinutes: number
  readonly aheadDays: number
  readonly perDay: number | null
  readonly beforeMinutes: number
  readonly afterMinutes: number
  readonly stepMinutes: number
}

export interface PageRow {
  readonly id: string
  readonly title: string
  readonly owner_id: string
  readonly state: 'open' | 'closed'
  readonly way: BookingWay
  readonly hosts: readonly string[]
  readonly intro: string
  readonly hours: readonly WeeklyTime[]
  readonly soon_minutes: number
  readonly ahead_days: number
  readonly per_day: number | null
  readonly before_minutes: number
  readonly after_minutes: number
  readonly step_minutes: number
  readonly change_minutes: number
  readonly approval: boolean
  readonly verify: boolean
  readonly questions: readonly { readonly text: string; readonly required: boolean }[]
}

export interface KindRow {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly venue: Venue
  readonly place_id: string | null
  readonly details: string
}

export interface BookingRow {
  readonly id: string
  readonly page_id: string
  readonly kind_title: string
  readonly minutes: number
  readonly venue: Venue
  readonly place_id: string | null
  readonly details: string
  readonly hosts: readonly string[]
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly zone: string
  readonly contact: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly state: BookingState
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly until_at: Temporal.Instant | null
  readonly hold_ids: readonly string[]
  readonly event_id: string | null
  /** Another time that was asked for, where theirs stands until that is answered. */
  readonly wanted_at: Temporal.Instant | null
  readonly note: string
  readonly mail: MailState
}

export const rulesOf = (row: PageRow): Rules => ({
  way: row.way,
  hosts: row.hosts,
  hours: row.hours,
  soonMinutes: row.soon_minutes,
  aheadDays: row.ahead_days,
  perDay: row.per_day,
  beforeMinutes: row.before_minutes,
  afterMinutes: row.after_minutes,
  stepMinutes: row.step_minutes,
})

/** Of a record that is there. */
export async function pageOf(at: At, id: string): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`
    select p.*, r.title from scheduling.booking_page p
    join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
    where p.organisation_id = ${at.office.id} and p.id = ${id}`.execute(at.db())
  return rows[0]
}

export async function kindsOf(at: At, pageId: string): Promise<KindRow[]> {
  const { rows } = await sql<KindRow>`
    select id, title, minutes, venue, place_id, details from scheduling.meeting_kind
    where organisation_id = ${at.office.id} and page_id = ${pageId} order by position, id`.execute(at.db())
  return rows
}

/** An event that was cancelled or moved in the calendar says when, and whether, it is. */
const columns = sql`b.id, b.page_id, b.kind_title, b.minutes, b.venue, b.place_id, b.details, b.hosts, b.name, b.email, b.language, b.zone, b.contact,
  b.answers, b.until_at, b.wanted_at, b.hold_ids, b.event_id, b.note, b.mail, case when b.state = 'booked' and e.status = 'cancelled' then 'cancelled' else b.state end as state,
  coalesce(o.start_at, b.start_at) as start_at, coalesce(o.end_at, b.end_at) as end_at
  from scheduling.booking b
  left join calendar.event_fact e on e.organisation_id = b.organisation_id and e.event_id = b.event_id
  left join lateral (select start_at, end_at from calendar.occurrence_fact f
    where f.organisation_id = b.organisation_id and f.calendar_id = e.home_id and f.event_id = b.event_id limit 1) o on true`

export async function bookingOf(at: At, id: string): Promise<BookingRow | undefined> {
  const { rows } = await sql<BookingRow>`
    select ${columns} where b.organisation_id = ${at.office.id} and b.id = ${id}`.execute(at.db())
  return rows[0]
}

/** What is still to come, and what was in the last weeks. */
export async function bookingsOf(at: Pick<View, 'office' | 'db' | 'at'>, pageId: string): Promise<BookingRow[]> {
  const { rows } = await sql<BookingRow>`
    select * from (select ${columns} where b.organisation_id = ${at.office.id} and b.page_id = ${pageId}) b
    where b.end_at > ${at.at}::timestamptz - interval '14 days' and b.state <> 'lapsed' order by b.start_at, b.id limit 200`.execute(
    at.db(),
  )
  return rows
}

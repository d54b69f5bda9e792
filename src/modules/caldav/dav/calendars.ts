/** Calendars and what lies in them, read by the views that calendar publishes: one statement for each question. */
import { sql } from 'kysely'
import type { View as WholeView } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { CalendarType, Degree } from '../../calendar/contract.ts'
import type { TimeRange } from '../reading/range.ts'

/** As much of a view as is needed, so that acts may look too. */
type View = Pick<WholeView, 'office' | 'principal' | 'at' | 'db'>

export interface SeenCalendar {
  readonly id: string
  /** As its address calls it. */
  readonly slug: string
  readonly title: string
  readonly type: CalendarType
  readonly colour: string
  readonly zone: string
  readonly ownerId: string | null
  readonly changeNo: number
  /** As programs are told of its state (RFC 6578). */
  readonly token: string
  readonly degree: Degree
  readonly mine: boolean
  /** Whether it stands among one's own: by itself, by a share, by a role. */
  readonly listed: boolean
  readonly properties: ReadonlyMap<string, string>
}

const degreeOf = (rank: number): Degree => (['busy', 'busy', 'read', 'write', 'manage'] as const)[rank]!

export const syncToken = (changeNo: number | bigint): string => `urn:kontor:sync:${changeNo}`
export function changeNoOf(token: string): number | null {
  const found = /^urn:kontor:sync:(\d{1,15})$/.exec(token.trim())
  return found ? Number(found[1]) : null
}

interface CalendarRow {
  readonly id: string
  readonly slug: string | null
  readonly title: string
  readonly type: CalendarType
  readonly colour: string
  readonly zone: string
  readonly owner_id: string | null
  readonly change_no: bigint
  readonly given: number
  readonly everyone: number
  readonly properties: Record<string, string> | null
}

/** Written by Kontor alone, whatever one may do with it. */
const readOnlyTypes: readonly CalendarType[] = ['holidays', 'feed']

const rank = (column: ReturnType<typeof sql>) =>
  sql`case ${column} when 'manage' then 4 when 'write' then 3 when 'read' then 2 when 'busy' then 1 else 0 end`

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The calendar that an address names, looked up by its key: the others are not gone through for it. */
const addressed = (view: View, slug: string) => sql`
  c.calendar_id = coalesce((select n.calendar_id from caldav.alias n
    where n.organisation_id = ${view.office.id}::uuid and n.principal_id = ${view.principal.id}::uuid and n.slug = ${slug}),
    ${isId.test(slug) ? slug : null}::uuid)`

/** All calendars that one may look at in any degree, or the one whose address begins so. */
export async function calendarsOf(view: View, slug: string | null = null): Promise<SeenCalendar[]> {
  const { principal, office } = view
  const { rows } = await sql<CalendarRow>`
    select c.calendar_id as id, a.slug, r.title, c.type, c.colour, c.zone, c.owner_id, c.change_no,
      coalesce((select max(${rank(sql`f.degree`)}) from calendar.reader_fact f where f.organisation_id = c.organisation_id
        and f.calendar_id = c.calendar_id and f.audience_id = any(${[...principal.audiences]}::uuid[])), 0) as given,
      ${rank(sql`c.everyone`)} as everyone,
      (select jsonb_object_agg(p.name, p.value) from caldav.property p where p.organisation_id = c.organisation_id
        and p.principal_id = ${principal.id}::uuid and p.target = c.calendar_id::text) as properties
    from (${visibleRecords(view).selectAll()}) r
    join calendar.calendar_fact c on c.organisation_id = ${office.id}::uuid and c.calendar_id = r.id
    left join caldav.alias a on a.organisation_id = c.organisation_id and a.principal_id = ${principal.id}::uuid and a.calendar_id = c.calendar_id
    where r.kind in ('calendar', 'place') and c.retired_at is null
      and ${slug === null ? sql`true` : addressed(view, slug)}
    order by c.type <> 'main', c.owner_id is distinct from ${principal.id}::uuid, r.title, c.calendar_id`.execute(
    view.db(),
  )
  return rows.flatMap(row => {
    const own = Math.max(row.given, row.everyone)
    if (own === 0) return []
    const degree = degreeOf(readOnlyTypes.includes(row.type) ? Math.min(own, 2) : own)
    const shared = row.type === 'place' ? row.given >= 3 : row.given >= 2
    return [
      {
        id: row.id,
        slug: row.slug ?? row.id,
        title: row.title,
        type: row.type,
        colour: row.colour,
        zone: row.zone,
        ownerId: row.owner_id,
        changeNo: Number(row.change_no),
        token: syncToken(row.change_no),
        degree,
        mine: row.owner_id === principal.id,
        listed: shared || row.type === 'holidays' || (row.type === 'team' && own >= 2),
        properties: new Map(Object.entries(row.properties ?? {})),
      },
    ]
  })
}

export interface CalendarObject {
  readonly href: string
  /** In its quotes, as headers and answers have it. */
  readonly etag: string
  readonly event_id: string
  readonly laying: 'home' | 'guest' | 'booking'
  readonly change_no: bigint
  readonly changed_at: Temporal.Instant
  readonly created_at: Temporal.Instant
  readonly size: number
  /** Whether it goes on beyond what is laid out, and the range asked for does too. */
  readonly ahead: boolean
  /** Its instances within `expanding`, in order, as `expandedFast` takes them; null where they were not asked for. */
  readonly instances: string | null
  /** Empty where the text was not asked for, unless it has to be looked at (`ahead`). */
  readonly ics: string
}

export interface ObjectWish {
  readonly hrefs?: readonly string[] | undefined
  readonly range?: TimeRange | null | undefined
  readonly withText: boolean
  /** The range whose instances are wanted. */
  readonly expanding?: TimeRange | undefined
}

const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()

/**
 * Whether something of it is within the range. Days of all-day events are those of the calendar's zone, as they are laid out;
 * a series that goes on beyond what is laid out may be in the range, and is looked at by itself.
 */
const within = (view: View, calendarId: string, range: TimeRange) => sql`
  o.from_at < ${at(range.to)}::timestamptz and (o.until_at is null or o.until_at >= ${at(range.from)}::timestamptz) and (
    o.event_id in (select f.event_id from calendar.occurrence_fact f where ${touching(view, calendarId, range)})
    or ${beyond(range.to)})`

const week = 7 * 86_400_000
/** Instances of a calendar that touch a range: those that begin in it, or a week before; the few that last longer are found apart. */
const touching = (view: View, calendarId: string, { from, to }: TimeRange) => sql`
  f.organisation_id = ${view.office.id}::uuid and f.calendar_id = ${calendarId}::uuid and f.event_id is not null
  and f.start_at < ${at(to)}::timestamptz
  and (f.end_at > ${at(from)}::timestamptz or (f.end_at = f.start_at and f.start_at = ${at(from)}::timestamptz))
  and (f.start_at >= ${at(from - week)}::timestamptz or f.end_at - f.start_at > interval '7 days')`

/** A series without end, laid out only up to before this. */
const beyond = (to: number) => sql`(o.until_at is null and exists (select 1 from calendar.event_fact e
  where e.organisation_id = o.organisation_id and e.event_id = o.event_id and e.laid_until < ${at(to)}::timestamptz))`

const utcText = (column: ReturnType<typeof sql>) => sql`to_char(${column} at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')`

interface Instance {
  readonly event_id: string
  readonly instance: string
}

/**
 * Instances within a range as text, of each event. Asked for by themselves: joined to their objects they would be gone through once for
 * each, since nobody knows beforehand how few objects that are.
 */
async function instancesIn(view: View, calendarId: string, range: TimeRange): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Instance>`
    select f.event_id, coalesce(to_char(f.from_day, 'YYYYMMDD') || '/' || to_char(f.until_day + 1, 'YYYYMMDD'),
      ${utcText(sql`f.start_at`)} || '/' || ${utcText(sql`f.end_at`)}) as instance
    from calendar.occurrence_fact f where ${touching(view, calendarId, range)} order by f.start_at`.execute(view.db())
  const found = new Map<string, string>()
  for (const { event_id, instance } of rows) {
    const before = found.get(event_id)
    found.set(event_id, before === undefined ? instance : `${before} ${instance}`)
  }
  return found
}

/** Events that one may see, to be joined by their key. */
const seenEvents = (view: View) => sql`(${visibleRecords(view).selectAll()}) r
  on r.organisation_id = o.organisation_id and r.id = o.event_id`

/** Objects of a calendar that one may read, in the order of their names. */
export async function objectsOf(view: View, calendarId: string, wish: ObjectWish): Promise<CalendarObject[]> {
  const { hrefs, range, withText, expanding } = wish
  const asked = sql<CalendarObject & { readonly past: boolean }>`
    select o.href, '"' || o.etag || '"' as etag, o.event_id, o.laying, o.change_no, r.changed_at, r.created_at, octet_length(o.ics) as size,
      ${range ? beyond(range.to) : sql`false`} as ahead, ${expanding ? beyond(expanding.to) : sql`false`} as past, null as instances,
      ${withText ? sql`o.ics` : range ? sql`case when ${beyond(range.to)} then o.ics else '' end` : sql`''`} as ics
    from calendar.object_fact o join ${seenEvents(view)}
    where o.organisation_id = ${view.office.id}::uuid and o.calendar_id = ${calendarId}::uuid
      ${hrefs ? sql`and o.href = any(${[...hrefs]}::text[])` : sql``} ${range ? sql`and ${within(view, calendarId, range)}` : sql``}
    order by o.href`
  const [{ rows }, instances] = await Promise.all([
    asked.execute(view.db()),
    expanding ? instancesIn(view, calendarId, expanding) : null,
  ])
  if (!instances) return rows
  return rows.map(row => ({ ...row, instances: row.past ? null : (instances.get(row.event_id) ?? null) }))
}

/** Under which name an event lies in a calendar. */
export async function nameOf(view: View, calendarId: string, eventId: string): Promise<string | null> {
  const { rows } = await sql<{ href: string }>`
    select href from calendar.object_fact where organisation_id = ${view.office.id}::uuid and calendar_id = ${calendarId}::uuid
      and event_id = ${eventId}::uuid`.execute(view.db())
  return rows[0]?.href ?? null
}

export interface Change {
  readonly href: string
  readonly change_no: bigint
  /** Null where it is gone, or may not be seen any more. */
  readonly etag: string | null
  readonly ics: string | null
}

/**
 * What has changed since a change number, the oldest first; those of one number are never parted, so that the number of the
 * last one is where to go on from. Without a number everything that is there.
 */
export async function changesOf(
  view: View,
  calendarId: string,
  { since, most, withText }: { since: number | null; most: number | null; withText: boolean },
): Promise<Change[]> {
  const scope = sql`organisation_id = ${view.office.id}::uuid and calendar_id = ${calendarId}::uuid`
  const { rows } = await sql<Change>`
    select c.* from (
      select o.href, o.change_no, case when r.id is null then null else '"' || o.etag || '"' end as etag,
        case when r.id is null then null else ${withText ? sql`o.ics` : sql`''`} end as ics
      from calendar.object_fact o
      left join ${seenEvents(view)}
      where o.${scope} and o.change_no > ${since ?? -1} ${since === null ? sql`and r.id is not null` : sql``}
      ${since === null ? sql`` : sql`union all select g.href, g.change_no, null, null from calendar.gone_fact g where g.${scope} and g.change_no > ${since}`}
    ) c order by c.change_no ${most === null ? sql`` : sql`fetch first (${most}::int) rows with ties`}`.execute(
    view.db(),
  )
  return rows
}

export interface Busy {
  readonly start: number
  readonly end: number
  readonly kind: 'BUSY' | 'BUSY-TENTATIVE' | 'BUSY-UNAVAILABLE'
}

const kinds = { busy: 'BUSY', tentative: 'BUSY-TENTATIVE', away: 'BUSY-UNAVAILABLE' } as const

/** When calendars are busy within a range, cut to it; each calendar's ends touch and never overlap. */
export async function busyOf(view: View, calendarIds: readonly string[], { from, to }: TimeRange): Promise<Busy[]> {
  const { rows } = await sql<{ start_at: Temporal.Instant; end_at: Temporal.Instant; show_as: keyof typeof kinds }>`
    select b.start_at, b.end_at, b.show_as from calendar.busy_fact b
    left join calendar.hold_fact h on h.organisation_id = b.organisation_id and h.hold_id = b.hold_id
    where b.organisation_id = ${view.office.id}::uuid and b.calendar_id = any(${[...calendarIds]}::uuid[])
      and b.start_at < ${at(to)}::timestamptz and b.end_at > ${at(from)}::timestamptz
      and (h.hold_id is null or h.until_at > ${view.at})
    order by b.start_at`.execute(view.db())
  return joined(
    rows.map(row => ({
      start: Math.max(from, row.start_at.epochMilliseconds),
      end: Math.min(to, row.end_at.epochMilliseconds),
      kind: kinds[row.show_as],
    })),
  )
}

/** Those of one kind that overlap or touch become one. */
export function joined(rows: readonly Busy[]): Busy[] {
  const list: Busy[] = []
  const last = new Map<Busy['kind'], number>()
  for (const row of rows) {
    const index = last.get(row.kind)
    const before = index === undefined ? undefined : list[index]
    if (before && before.end >= row.start) list[index!] = { ...before, end: Math.max(before.end, row.end) }
    else last.set(row.kind, list.push(row) - 1)
  }
  return list.sort((a, b) => a.start - b.start)
}

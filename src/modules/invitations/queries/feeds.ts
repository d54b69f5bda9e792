import { sql } from 'kysely'
import { one, parseIcal } from '../../../formats/ical/component.ts'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/feeds.ts'
import { openFile } from '../feed-file.ts'

/** As many as a page shows of what a file holds. */
const mostShown = 50

/** `2126-02-22`, or with the time as it stands in the file. */
function startIn(ics: string): { start: string | null; allDay: boolean } {
  const event = parseIcal(ics)[0]!.components.find(({ name }) => name === 'VEVENT')
  const value = (event && one(event, 'DTSTART'))?.value.trim() ?? ''
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(value)
  if (!found) return { start: null, allDay: false }
  const day = `${found[1]}-${found[2]}-${found[3]}`
  return found[4] ? { start: `${day} ${found[4]}:${found[5]}`, allDay: false } : { start: day, allDay: true }
}

export const previewFileBody = implementQuery(c.previewFile, async (_view, { calendar }) => {
  const opened = openFile(calendar, 5_000_000)
  if (!opened.ok) return { total: 0, rows: [], problem: { why: opened.why, line: opened.line } }
  return {
    total: opened.events.length,
    rows: opened.events.slice(0, mostShown).map(({ title, line, ics }) => ({ title, line, ...startIn(ics) })),
    problem: null,
  }
})

interface FeedRow {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly asked_at: Temporal.Instant | null
  readonly taken_at: Temporal.Instant | null
  readonly problem: string | null
  readonly events: number
  readonly refused: number
}

export const listFeedsBody = implementQuery(c.listFeeds, async view => {
  const { rows } = await sql<FeedRow>`
    select r.id, r.title, f.url, f.asked_at, f.taken_at, f.problem, f.events, f.refused
    from invitations.feed f
    join ${visibleRecords(view, 'calendar').select(['id', 'title'])} r on r.id = f.calendar_id
    join calendar.calendar_fact k on k.organisation_id = f.organisation_id and k.calendar_id = f.calendar_id
    where f.organisation_id = ${view.office.id} and k.retired_at is null order by r.title, r.id`.execute(view.db())
  return {
    rows: rows.map(({ asked_at, taken_at, ...row }) => ({
      ...row,
      askedAt: asked_at,
      takenAt: taken_at,
      can: can(view, c.refreshFeed, { id: row.id }),
    })),
    total: rows.length,
    next: null,
  }
})

export const feedToFetchBody = implementQuery(c.feedToFetch, async (view, { id }) => {
  if (view.principal.kind !== 'system') view.refuse(kernelRefusals.notFound, { kind: 'calendar', id })
  const { rows } = await sql<{ url: string; etag: string | null; modified: string | null }>`
    select f.url, f.etag, f.modified from invitations.feed f
    join calendar.calendar_fact k on k.organisation_id = f.organisation_id and k.calendar_id = f.calendar_id
    where f.organisation_id = ${view.office.id} and f.calendar_id = ${id} and k.retired_at is null`.execute(view.db())
  const { rows: known } = await sql<{ href: string; digest: string }>`
    select href, encode(digest, 'hex') as digest from invitations.feed_event
    where organisation_id = ${view.office.id} and calendar_id = ${id}`.execute(view.db())
  const [row] = rows
  return { url: row?.url ?? null, etag: row?.etag ?? null, modified: row?.modified ?? null, known }
})

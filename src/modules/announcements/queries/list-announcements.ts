import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type AnnouncementRow, type WordingRow, wordingFor } from '../announcement-row.ts'
import { countUnread, listAnnouncements, type readings } from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'

type Reading = (typeof readings)[number]

type Line = AnnouncementRow & {
  readonly title: string
  readonly version: number
  readonly reading: Reading
  readonly place: string
}

/**
 * What one may see, as `r`, `a` and the reader's own row `m`. Without a row of one's own nothing is asked of one: whoever came
 * after it was published finds it, unread all the same.
 */
const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'announcement').selectAll()} r
  join announcements.announcement a on a.organisation_id = ${view.office.id} and a.id = r.id
  left join announcements.reader m on m.organisation_id = a.organisation_id and m.announcement_id = a.id
    and m.person_id = ${view.principal.id}`

const reading = (view: View): RawBuilder<unknown> => sql`case
  when a.author_id = ${view.principal.id} or (a.checker_id = ${view.principal.id} and a.state = 'checking') then 'own'
  when a.kind = 'request' and a.state = 'published' and m.answered_at is null and m.person_id is not null then 'answer'
  when a.kind = 'order' and a.state = 'published' and m.person_id is not null and m.answered_at is null
    then case when m.read_at is null then 'acknowledge' else 'carry-out' end
  when m.opened_at is null and a.state = 'published' then 'unread'
  when m.edition < a.edition then 'corrected'
  else 'read' end`

const waiting = sql`('answer', 'acknowledge', 'carry-out', 'unread', 'corrected')`

const toCheck = (view: View): RawBuilder<unknown> => sql`(a.checker_id = ${view.principal.id} and a.state = 'checking')`

/** Without a box: all that one may see, what one wrote and what one is to check among it. */
const boxes = (view: View) => ({
  all: sql`(a.published_at is not null or a.author_id = ${view.principal.id} or ${toCheck(view)}) and a.state <> 'discarded'`,
  received: sql`a.published_at is not null and a.author_id <> ${view.principal.id}`,
  written: sql`a.author_id = ${view.principal.id} and a.state <> 'discarded'`,
  'to-check': toCheck(view),
})

/** What waits for the reader first, then what is pinned, then the newest. */
const place = (view: View): RawBuilder<unknown> => sql`
  case when reading in ${waiting} or to_check then '0' when pinned_until >= ${view.today}::date then '1' else '2' end
  || lpad((9999999999999 - (extract(epoch from coalesce(published_at, created_at)) * 1000)::bigint)::text, 13, '0')`

export const listAnnouncementsBody = implementQuery(listAnnouncements, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [boxes(view)[input.box ?? 'all']]
  if (input.kinds) conditions.push(sql`a.kind = any(${input.kinds}::text[])`)
  if (input.text)
    conditions.push(sql`exists (select from announcements.wording w where w.organisation_id = a.organisation_id
      and w.announcement_id = a.id and (w.title ilike ${liked(input.text)} or w.body ilike ${liked(input.text)}))`)
  const lines = sql`(select l.*, ${place(view)} as place from (
    select a.*, r.title, r.version, r.created_at, ${reading(view)} as reading,
      ${toCheck(view)} as to_check ${from(view)}
    where ${sql.join(conditions, sql` and `)}) l ${input.unread ? sql`where l.reading in ${waiting} or l.to_check` : sql``}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'place', 'text', input)
  const wordings = await wordingsOfMany(view, shown)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.author_id),
    ),
  )
  return {
    rows: shown.map(row => {
      const words = wordingFor(wordings.get(row.id)!, row.language, view.principal.language)
      return {
        id: row.id,
        version: row.version,
        kind: row.kind,
        state: row.state,
        title: words.title,
        snippet: words.body.replace(/\s+/g, ' ').slice(0, 140),
        author: name(row.author_id),
        publishedAt: row.published_at,
        answerBy: row.answer_by,
        pinned: row.pinned_until !== null && Temporal.PlainDate.compare(row.pinned_until, view.today) >= 0,
        reading: row.reading,
      }
    }),
    ...slice,
  }
})

async function wordingsOfMany(view: View, lines: readonly Line[]): Promise<ReadonlyMap<string, WordingRow[]>> {
  const { rows } = await sql<WordingRow>`
    select * from announcements.wording where organisation_id = ${view.office.id}
      and announcement_id = any(${lines.map(line => line.id)}::uuid[])`.execute(view.db())
  return Map.groupBy(rows, row => row.announcement_id)
}

export const countUnreadBody = implementQuery(countUnread, async view => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${from(view)} where ${toCheck(view)} or (${boxes(view).received} and ${reading(view)} in ${waiting})`.execute(
    view.db(),
  )
  return { count: rows[0]!.count }
})

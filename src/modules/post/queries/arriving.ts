/** What waits: papers that were scanned, things that are nobody's, boxes whose day has come. */
import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface Scan {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly sender_name: string | null
  readonly received_at: Temporal.Instant
  readonly page_count: number | null
}

const newestFirst = (column: string) =>
  sql`lpad((99999999999 - extract(epoch from ${sql.ref(column)})::bigint)::text, 11, '0')`

export const listScannedBody = implementQuery(c.listScanned, async (view, input) => {
  const since = view.at.subtract({ hours: 24 * 14 })
  const lines = sql`(select r.id, r.title, d.sender_name, d.received_at, d.page_count, ${newestFirst('d.received_at')} as place
    from ${visibleRecords(view, 'document').selectAll()} r
    join documents.scanned_fact d on d.organisation_id = ${view.office.id} and d.document_id = r.id
    where d.state not in ('discarded', 'replaced') and d.arrived_by in ('scan', 'folder') and d.received_at > ${since} and d.arrived_from is null
      and not exists (select from kernel.link l join post.item i on i.organisation_id = l.organisation_id and i.id = l.from_id
        and i.state <> 'removed' where l.organisation_id = d.organisation_id and l.to_id = r.id and l.relation = 'attachment')) l`
  const { shown, ...slice } = await sliceOf<Scan>(view, lines, 'place', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      title: row.title,
      sender: row.sender_name,
      receivedAt: row.received_at,
      pages: row.page_count ?? 0,
    })),
    ...slice,
  }
})

interface Waiting {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly from: string | null
  readonly at: Temporal.Instant
  readonly path: string
  readonly urgent: boolean
  readonly place: string
}

/** The moment a thing was entered is the first link of its chain. */
const waitingItems = (view: View) => sql`
  select r.id, r.kind, r.title, i.sender as "from", k.at, '/post/' || r.id as path, i.sort <> 'letter' as urgent
  from ${visibleRecords(view, 'post-item').selectAll()} r
  join post.item i on i.organisation_id = ${view.office.id} and i.id = r.id
  join post.custody k on k.organisation_id = i.organisation_id and k.item_id = i.id and k.n = 1
  where i.state = 'received' and i.for_id is null and i.stop_id is null`

const waitingBoxes = (view: View) => sql`
  select r.id, r.kind, r.title, null as "from", (b.next_on::timestamp at time zone ${view.office.zone}) as at,
    '/post/boxes/' || r.id as path, b.next_on < ${view.today}::date as urgent
  from ${visibleRecords(view, 'letter-box').selectAll()} r
  join post.box b on b.organisation_id = ${view.office.id} and b.id = r.id
  where not b.retired and b.next_on <= ${view.today}::date and b.keeper_id is null`

export const listWaitingBody = implementQuery(c.listWaiting, async (view, input) => {
  const lines = sql`(select w.*, ${newestFirst('w.at')} as place
    from (${waitingItems(view)} union all ${waitingBoxes(view)}) w) l`
  const { shown, ...slice } = await sliceOf<Waiting>(view, lines, 'place', 'text', input)
  return { rows: shown.map(({ place: _place, ...row }) => row), ...slice }
})

interface StopLine {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly place: string
  readonly position: number
  readonly retired: boolean
  readonly people: string[]
  readonly ordered: string
}

export const listStopsBody = implementQuery(c.listStops, async (view, input) => {
  const conditions = [input.retired ? sql`s.retired` : sql`not s.retired`]
  if (input.text) conditions.push(sql`(r.title ilike ${liked(input.text)} or s.place ilike ${liked(input.text)})`)
  const lines = sql`(select r.id, r.title, r.version, s.place, s.position, s.retired,
      lpad(s.position::text, 5, '0') || r.title as ordered,
      array(select p.person_id from post.stop_person p where p.organisation_id = s.organisation_id and p.stop_id = s.id) as people
    from ${visibleRecords(view, 'post-stop').selectAll()} r
    join post.stop s on s.organisation_id = ${view.office.id} and s.id = r.id
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<StopLine>(view, lines, 'ordered', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => row.people),
    ),
  )
  return {
    rows: shown.map(({ ordered: _ordered, people, ...row }) => ({
      ...row,
      people: people.flatMap(id => name(id) ?? []),
    })),
    ...slice,
  }
})

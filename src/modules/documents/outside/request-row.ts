/** Requests for files as they stand. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { mailStates, requestStates } from '../contract/file-requests.ts'

export interface RequestRow {
  id: string
  title: string
  class: number
  version: number
  asked_of: string
  party_id: string | null
  email: string | null
  language: Language
  letter: string
  due_on: Temporal.PlainDate
  matter_id: string | null
  asked_at: Temporal.Instant
  asked_by: string
  asked_by_name: string | null
  round: number
  mail: (typeof mailStates)[number]
  mail_error: string | null
  reply: string
  replied_at: Temporal.Instant | null
  closed_as: 'complete' | 'withdrawn' | null
  closed_at: Temporal.Instant | null
  closed_by_name: string | null
  state: (typeof requestStates)[number]
  wanted: number
  ticked: number
  files: number
  bytes: bigint
  last_came_at: Temporal.Instant | null
}

/** Requests joined on the records given; `today` decides what is late. */
const rowsOn = (
  view: Pick<View, 'office' | 'today'>,
  records: RawBuilder<unknown>,
): RawBuilder<RequestRow> => sql<RequestRow>`
  select r.id, r.title, r.class, r.version, q.asked_of, q.party_id, q.email, q.language, q.letter, q.due_on, q.matter_id, q.asked_at,
    q.asked_by, a.title as asked_by_name, q.round, q.mail, q.mail_error, q.reply, q.replied_at, q.closed_as, q.closed_at,
    c.title as closed_by_name, coalesce(q.closed_as, case when q.due_on < ${view.today}::date then 'late' else 'open' end) as state,
    i.wanted, i.ticked, f.files, f.bytes, f.last_came_at
  from (${records}) r
  join documents.file_request q on q.organisation_id = ${view.office.id} and q.id = r.id
  left join kernel.record a on a.organisation_id = q.organisation_id and a.id = q.asked_by
  left join kernel.record c on c.organisation_id = q.organisation_id and c.id = q.closed_by
  cross join lateral (select count(*)::int as wanted, count(ticked_at)::int as ticked from documents.file_request_item
    where organisation_id = q.organisation_id and request_id = q.id) i
  cross join lateral (select count(*)::int as files, coalesce(sum(size_bytes), 0)::bigint as bytes, max(came_at) as last_came_at
    from documents.file_request_file where organisation_id = q.organisation_id and request_id = q.id) f`

/** Requests one may see. */
export const shownRequests = (view: View): RawBuilder<RequestRow> =>
  rowsOn(view, sql`${visibleRecords(view, 'file-request').selectAll()}`)

/** One request, whoever may see it; undefined where there is none. */
export async function requestOf(
  act: Pick<Act | View, 'office' | 'today' | 'db'>,
  id: string,
): Promise<RequestRow | undefined> {
  const record = sql`select id, title, class, version from kernel.record
    where organisation_id = ${act.office.id} and id = ${id} and kind = 'file-request'`
  const { rows } = await sql<RequestRow>`${rowsOn(act, record)}`.execute(act.db())
  return rows[0]
}

export interface ItemRow {
  position: number
  label: string
  ticked: boolean
  came: number
}

export async function itemsOf(view: Pick<Act | View, 'office' | 'db'>, id: string): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.position, i.label, i.ticked_at is not null as ticked, (select count(*)::int from documents.file_request_file f
      where f.organisation_id = i.organisation_id and f.request_id = i.request_id and f.position = i.position) as came
    from documents.file_request_item i where i.organisation_id = ${view.office.id} and i.request_id = ${id} order by i.position`.execute(
    view.db(),
  )
  return rows
}

/** Shares as they stand: what may still be opened by their links, and who may see them. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { ShareState } from '../contract/shares.ts'

export interface ShareRow {
  id: string
  document_id: string
  form: 'original' | 'searchable'
  recipient: string | null
  note: string
  shared_at: Temporal.Instant
  shared_by: string
  expires_at: Temporal.Instant
  most_fetches: number | null
  fetches: number
  last_fetch_at: Temporal.Instant | null
  password_id: string | null
  ended_at: Temporal.Instant | null
  ended_by: string | null
  state: ShareState
}

/** What ended it first; `s` is the share. A hold that came to cover the paper by a later link counts from then on. */
const stateAt = (at: Temporal.Instant): RawBuilder<ShareState> => sql<ShareState>`
  case when s.ended is not null then s.ended when s.expires_at <= ${at} then 'expired'
    when s.fetches >= s.most_fetches then 'spent'
    when documents.holds_upon(s.organisation_id, s.document_id) <> '{}' then 'held' else 'live' end`

const columns = (at: Temporal.Instant) => sql`
  s.id, s.document_id, s.form, s.recipient, s.note, s.shared_at, s.shared_by, s.expires_at, s.most_fetches, s.fetches, s.last_fetch_at,
  s.password_id, s.ended_at, s.ended_by, ${stateAt(at)} as state`

/** One share, whoever may see it; undefined where there is none. */
export async function shareOf(
  act: Pick<Act | View, 'office' | 'at' | 'db'>,
  id: string,
): Promise<ShareRow | undefined> {
  const { rows } = await sql<ShareRow>`
    select ${columns(act.at)} from documents.share s where s.organisation_id = ${act.office.id} and s.id = ${id}`.execute(
    act.db(),
  )
  return rows[0]
}

export interface ShownShare extends ShareRow {
  title: string
  class: number
  version: number
  document_title: string | null
  shared_by_name: string | null
  ended_by_name: string | null
}

/** Shares one may see; the paper is named to those who may see it. */
export const shownShares = (view: View, where: RawBuilder<SqlBool> = sql<SqlBool>`true`): RawBuilder<ShownShare> => sql`
  select ${columns(view.at)}, r.title, r.class, r.version, d.title as document_title, p.title as shared_by_name, e.title as ended_by_name
  from (${visibleRecords(view, 'share').selectAll()}) r
  join documents.share s on s.organisation_id = ${view.office.id} and s.id = r.id
  left join (${visibleRecords(view, 'document').selectAll()}) d on d.id = s.document_id
  left join kernel.record p on p.organisation_id = s.organisation_id and p.id = s.shared_by
  left join kernel.record e on e.organisation_id = s.organisation_id and e.id = s.ended_by
  where ${where}`

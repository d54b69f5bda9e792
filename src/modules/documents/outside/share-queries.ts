import { type SqlBool, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { outsidePath, readLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { getShare, listShares, revokeShare, showShareLink, shareRefusals } from '../contract/shares.ts'
import { type ShownShare, shownShares } from './share-row.ts'

const factsOf = (row: ShownShare) => ({
  id: row.id,
  version: row.version,
  class: row.class,
  document: row.document_title === null ? null : { id: row.document_id, title: row.document_title },
  title: row.title,
  recipient: row.recipient,
  note: row.note,
  form: row.form,
  state: row.state,
  withPassword: row.password_id !== null,
  sharedAt: row.shared_at.toString(),
  sharedBy: row.shared_by_name ?? 'Kontor',
  expiresAt: row.expires_at.toString(),
  mostFetches: row.most_fetches,
  fetches: row.fetches,
  lastFetchAt: row.last_fetch_at?.toString() ?? null,
  endedAt: row.ended_at?.toString() ?? null,
  endedBy: row.ended_by_name,
})

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listSharesBody = implementQuery(listShares, async (view, { text, live, documentId, limit, after }) => {
  const offset = offsetOf(after)
  const words = text ?? null
  const { rows } = await sql<ShownShare & { total: number }>`
    select x.*, (count(*) over ())::int as total from (${shownShares(view)}) x
    where (${live ?? null}::boolean is null or (x.state = 'live') = ${live ?? null}::boolean)
      and (${documentId ?? null}::uuid is null or x.document_id = ${documentId ?? null}::uuid)
      and (${words}::text is null or position(lower(${words}::text) in lower(concat_ws(' ', x.title, x.recipient, x.shared_by_name))) > 0)
    order by x.shared_at desc, x.id limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(factsOf), total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

async function shownShare(view: View, id: string): Promise<ShownShare> {
  const { rows } = await sql<ShownShare>`${shownShares(view, sql<SqlBool>`s.id = ${id}`)}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'share', id })
}

export const getShareBody = implementQuery(getShare, async (view, { id }) => {
  const row = await shownShare(view, id)
  const { title, class: level, version, state } = row
  return {
    record: { id, kind: 'share' as const, title, class: level, version, state },
    share: factsOf(row),
    can: state === 'live' ? can(view, revokeShare, { id, expectedVersion: version }) : [],
  }
})

export const showShareLinkBody = implementQuery(showShareLink, async (view, { id }) => {
  const row = await shownShare(view, id)
  const secret = await readLinkSecret(view.db())
  if (row.state !== 'live' || row.document_title === null || !secret) return view.refuse(shareRefusals.closed)
  return { path: outsidePath(secret, 'share', { organisationId: view.office.id, id }) }
})

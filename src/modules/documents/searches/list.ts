import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { listDocuments } from '../contract.ts'
import { listSearches } from '../contract/searches.ts'
import { countDocuments } from '../queries/list-documents.ts'

interface Row {
  id: string
  title: string
  version: number
  shared: boolean
  owner_id: string
  owner: string | null
  search: Record<string, string>
  asks: Record<string, unknown>
  total: number
}

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

/** Each is asked as whoever looks: a shared search finds for each person what that person may see. */
export const listSearchesBody = implementQuery(listSearches, async (view, { id, text, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<Row>`
    select r.id, r.title, r.version, s.shared, s.owner_id, o.title as owner, s.search, s.asks, (count(*) over ())::int as total
    from (${visibleRecords(view, 'saved-search').selectAll()}) r
    join documents.saved_search s on s.organisation_id = ${view.office.id} and s.id = r.id and s.dropped_at is null
    left join kernel.record o on o.organisation_id = s.organisation_id and o.id = s.owner_id
    where (${id ?? null}::uuid is null or r.id = ${id ?? null})
      and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(r.title)) > 0)
    order by lower(r.title), r.id limit ${limit} offset ${offset}`.execute(view.db())
  const counted = []
  for (const { owner_id, owner, asks, total: _all, ...row } of rows) {
    const input = listDocuments.input.safeParse({ ...asks, limit: 1 })
    counted.push({
      ...row,
      mine: owner_id === view.principal.id,
      owner: owner ?? 'Kontor',
      documents: input.success ? await countDocuments(view, input.data) : 0,
    })
  }
  const total = rows[0]?.total ?? 0
  return { rows: counted, total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

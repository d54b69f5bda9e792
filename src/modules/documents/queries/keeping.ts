import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { DocumentKind } from '../contract.ts'
import { getKeeping, listDue } from '../contract/keeping.ts'
import { keepingOf } from '../keeping/standing.ts'
import { visibleDocuments } from './document-rows.ts'

export const getKeepingBody = implementQuery(getKeeping, view => keepingOf(view))

interface DueRow {
  id: string
  title: string
  kind: DocumentKind
  class: number
  class_code_id: string | null
  code: string | null
  class_name: string | null
  basis: string | null
  issued_on: Temporal.PlainDate | null
  received_at: Temporal.Instant
  keep_until: Temporal.PlainDate | null
  then: 'destroy' | 'hand-over' | null
  holds: string[]
  inside_id: string | null
  inside_title: string | null
  due_since: Temporal.PlainDate
}

/** Offset into the list: it is short, and asked anew after each decision. */
const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

/** What is due on the view's day. What a paper lies in counts only where that is kept itself. */
function dueRows(view: View, zone: string, discardedDays: number | null): RawBuilder<DueRow> {
  const discarded =
    discardedDays === null
      ? sql`false`
      : sql`d.keep_until is null and d.state in ('discarded', 'replaced') and (r.changed_at at time zone ${zone})::date + ${discardedDays}::int <= ${view.today}::date`
  const over = (paper: string) => sql.raw(`${paper}.keep_until`)
  return sql<DueRow>`
    select d.id, r.title, d.kind, r.class, d.class_code_id, c.code, c.name as class_name, c.retention_basis as basis, d.issued_on, d.received_at,
      d.keep_until, c.retention_then as "then", documents.holds_upon(d.organisation_id, d.id) as holds,
      case when p.keep_until is null and p.state not in ('discarded', 'replaced') or p.keep_until >= ${view.today}::date then p.id end as inside_id,
      coalesce(d.keep_until, (r.changed_at at time zone ${zone})::date) as due_since
    from ${visibleDocuments(view)}
    left join documents.document p on p.organisation_id = d.organisation_id and p.id = d.parent_id
    where (${over('d')} < ${view.today}::date and coalesce(c.retention_then, 'destroy') <> 'keep') or (${discarded})`
}

/** Titles of these records that one may see. */
async function titlesOf(view: View, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from (${visibleRecords(view).selectAll()}) r where id = any(${[...new Set(ids)]}::uuid[])`.execute(
    view.db(),
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function reasonsOf(view: View, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; reason: string }>`
    select id, reason from documents.hold where organisation_id = ${view.office.id} and id = any(${[...new Set(ids)]}::uuid[])`.execute(
    view.db(),
  )
  return new Map(rows.map(({ id, reason }) => [id, reason]))
}

export const listDueBody = implementQuery(listDue, async (view, { text, then, classCodeId, stopped, limit, after }) => {
  const { discardedDays } = await keepingOf(view)
  const parts = [
    text && sql`position(lower(${text}) in lower(x.title)) > 0`,
    then && sql`coalesce(x."then", 'destroy') = ${then}`,
    classCodeId && sql`x.class_code_id = ${classCodeId}`,
    stopped !== undefined && sql`(cardinality(x.holds) > 0 or x.inside_id is not null) = ${stopped}`,
  ].filter((part): part is RawBuilder<unknown> => Boolean(part))
  const where = parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
  const offset = offsetOf(after)
  const { rows } = await sql<DueRow & { total: number }>`
    with x as materialized (${dueRows(view, view.office.zone, discardedDays)})
    select x.*, (count(*) over ())::int as total from x where ${where} order by x.due_since, x.id limit ${limit} offset ${offset}`.execute(
    view.db(),
  )
  const holds = rows.flatMap(row => row.holds)
  const titles = await titlesOf(view, [...holds, ...rows.flatMap(row => row.inside_id ?? [])])
  const reasons = await reasonsOf(view, holds)
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      class: row.class,
      classCode: row.class_code_id ? { id: row.class_code_id, code: row.code!, name: row.class_name! } : null,
      basis: row.basis,
      issuedOn: row.issued_on,
      receivedAt: row.received_at.toString(),
      keepUntil: row.keep_until,
      because: row.keep_until ? ('retention-over' as const) : ('discarded' as const),
      then: row.then === 'hand-over' ? ('hand-over' as const) : ('destroy' as const),
      // Also a hold that one may not look at stops it; only its words stay hidden.
      holds: row.holds.map(id => ({
        id,
        title: titles.get(id) ?? '–',
        reason: titles.has(id) ? reasons.get(id)! : '–',
      })),
      inside: row.inside_id ? { id: row.inside_id, title: titles.get(row.inside_id) ?? '–' } : null,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

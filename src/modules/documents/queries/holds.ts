import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { DocumentKind } from '../contract.ts'
import { getHold, liftHold, listHolds } from '../contract/keeping.ts'
import { visibleDocuments } from './document-rows.ts'

interface HoldRow {
  id: string
  title: string
  version: number
  class: number
  reason: string
  record_id: string | null
  record_title: string | null
  record_kind: string | null
  words: string[] | null
  kind: DocumentKind | null
  class_code_id: string | null
  code: string | null
  class_name: string | null
  received_from: Temporal.PlainDate | null
  received_to: Temporal.PlainDate | null
  placed_at: Temporal.Instant
  placed_by: string | null
  lifted_at: Temporal.Instant | null
  lifted_by: string | null
  lift_reason: string | null
}

/** Holds one may see, what they aim at named to those only who may see that. */
function holdRows(view: View): RawBuilder<HoldRow> {
  return sql<HoldRow>`
    select r.id, r.title, r.version, r.class, h.reason, t.id as record_id, t.title as record_title, t.kind as record_kind, h.words, h.kind,
      h.class_code_id, c.code, c.name as class_name, h.received_from, h.received_to, h.placed_at, p.title as placed_by, h.lifted_at,
      l.title as lifted_by, h.lift_reason
    from (${visibleRecords(view, 'hold').selectAll()}) r
    join documents.hold h on h.organisation_id = ${view.office.id} and h.id = r.id
    left join (${visibleRecords(view).selectAll()}) t on t.id = h.record_id
    left join documents.class_code c on c.organisation_id = h.organisation_id and c.id = h.class_code_id
    left join kernel.record p on p.organisation_id = h.organisation_id and p.id = h.placed_by
    left join kernel.record l on l.organisation_id = h.organisation_id and l.id = h.lifted_by`
}

const factsOf = (row: HoldRow) => ({
  id: row.id,
  title: row.title,
  version: row.version,
  class: row.class,
  reason: row.reason,
  record: row.record_id ? { id: row.record_id, title: row.record_title!, kind: row.record_kind! } : null,
  words: row.words?.join(' ') ?? null,
  kind: row.kind,
  classCode: row.class_code_id ? { id: row.class_code_id, code: row.code!, name: row.class_name! } : null,
  receivedFrom: row.received_from,
  receivedTo: row.received_to,
  placedAt: row.placed_at.toString(),
  placedBy: row.placed_by ?? 'Kontor',
  liftedAt: row.lifted_at?.toString() ?? null,
  liftedBy: row.lifted_at ? (row.lifted_by ?? 'Kontor') : null,
  liftReason: row.lift_reason,
})

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listHoldsBody = implementQuery(listHolds, async (view, { text, lifted, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<HoldRow & { total: number }>`
    select x.*, (count(*) over ())::int as total from (${holdRows(view)}) x
    where (x.lifted_at is not null) = ${lifted ?? false}
      and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(x.title || ' ' || x.reason)) > 0)
    order by x.placed_at desc, x.id limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(factsOf), total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

/** So many papers are named; all are counted. */
const named = 100

export const getHoldBody = implementQuery(getHold, async (view, { id }) => {
  const { rows } = await sql<HoldRow>`select * from (${holdRows(view)}) x where x.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'hold', id })
  const papers = await sql<{
    id: string
    title: string
    kind: DocumentKind
    received_at: Temporal.Instant
    total: number
  }>`
    select d.id, r.title, d.kind, d.received_at, (count(*) over ())::int as total from ${visibleDocuments(view)}
    join documents.hold h on h.organisation_id = d.organisation_id and h.id = ${id} and h.lifted_at is null
    where documents.hold_covers(h, d) order by d.received_at desc, d.id limit ${named}`.execute(view.db())
  return {
    record: {
      id: row.id,
      kind: 'hold' as const,
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.lifted_at ? ('lifted' as const) : ('stands' as const),
    },
    hold: factsOf(row),
    covers: papers.rows[0]?.total ?? 0,
    papers: papers.rows.map(paper => ({
      id: paper.id,
      title: paper.title,
      kind: paper.kind,
      receivedAt: paper.received_at.toString(),
    })),
    can: row.lifted_at ? [] : can(view, liftHold, { id: row.id, expectedVersion: row.version }),
  }
})

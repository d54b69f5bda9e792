import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { getCertificate, listCertificates } from '../contract/keeping.ts'
import type { KeepingTables } from '../keeping/tables.ts'

interface CertificateRow {
  id: string
  title: string
  class: number
  version: number
  number: string
  decided_at: Temporal.Instant
  decided_by: string | null
  reason: string
  handed_to: string | null
  again: boolean
  lines_erased: number
  lines_kept: number
  papers: number
  gone: number
}

function certificateRows(view: View): RawBuilder<CertificateRow> {
  return sql<CertificateRow>`
    select r.id, r.title, r.class, r.version, k.number, k.decided_at, p.title as decided_by, k.reason, k.handed_to, k.again, k.lines_erased,
      k.lines_kept, n.papers, n.gone
    from (${visibleRecords(view, 'destruction-certificate').selectAll()}) r
    join documents.certificate k on k.organisation_id = ${view.office.id} and k.id = r.id
    left join kernel.record p on p.organisation_id = k.organisation_id and p.id = k.decided_by
    cross join lateral (select count(distinct l.document_id)::int as papers, 
        (count(distinct l.document_id) - count(distinct l.document_id) filter (where l.gone_at is null))::int as gone from documents.certificate_line l
      where l.organisation_id = k.organisation_id and l.certificate_id = k.id) n`
}

const factsOf = (row: CertificateRow) => ({
  id: row.id,
  title: row.title,
  number: row.number,
  decidedAt: row.decided_at.toString(),
  decidedBy: row.decided_by ?? 'Kontor',
  reason: row.reason,
  handedTo: row.handed_to,
  again: row.again,
  papers: row.papers,
  gone: row.gone,
})

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listCertificatesBody = implementQuery(listCertificates, async (view, { text, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<CertificateRow & { total: number }>`
    select x.*, (count(*) over ())::int as total from (${certificateRows(view)}) x
    where ${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(x.title || ' ' || x.reason)) > 0
    order by x.decided_at desc, x.id limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(factsOf), total, next: offset + rows.length < total ? String(offset + rows.length) : null }
})

async function certificateOf(view: View, documentId: string): Promise<string | null> {
  const row = await view
    .db<KeepingTables>()
    .selectFrom('documents.certificate_line')
    .select('certificate_id')
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', documentId)
    .orderBy('certificate_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.certificate_id ?? null
}

export const getCertificateBody = implementQuery(getCertificate, async (view, { id, documentId }) => {
  const wanted = id ?? (documentId ? await certificateOf(view, documentId) : null)
  const { rows } = await sql<CertificateRow>`
    select * from (${certificateRows(view)}) x where x.id = ${wanted}`.execute(view.db())
  const row =
    rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'destruction-certificate', id: wanted ?? documentId ?? '' })
  const lines = await view
    .db<KeepingTables>()
    .selectFrom('documents.certificate_line')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('certificate_id', '=', row.id)
    .orderBy('position')
    .execute()
  return {
    record: {
      id: row.id,
      kind: 'destruction-certificate' as const,
      title: row.title,
      class: row.class,
      version: row.version,
    },
    certificate: factsOf(row),
    linesErased: row.lines_erased,
    linesKept: row.lines_kept,
    lines: lines.map(line => ({
      position: line.position,
      documentId: line.document_id,
      title: line.title,
      kind: line.kind,
      classCode: line.class_code,
      basis: line.basis,
      issuedOn: line.issued_on,
      receivedOn: line.received_on,
      keepUntil: line.keep_until,
      pageCount: line.page_count,
      sizeBytes: Number(line.size_bytes),
      digest: line.digest.toString('hex'),
      copyDigest: line.copy_digest?.toString('hex') ?? null,
      goneAt: line.gone_at?.toString() ?? null,
      shared: line.shared ?? false,
    })),
    can: [],
  }
})

import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { wordingOf } from '../confirm-plan.ts'
import { listClasses, listRules, type RetentionEnd, type RetentionStart } from '../contract.ts'
import type { DocumentsTables } from '../tables.ts'
import { visibleDocuments } from './document-rows.ts'

/** `3.10` stands after `3.9`. */
function byCode(a: { code: string }, b: { code: string }): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true })
}

export const listClassesBody = implementQuery(listClasses, async (view, { text, retired, limit }) => {
  const { rows } = await sql<{
    id: string
    version: number
    title: string
    code: string
    name: string
    retention_years: number | null
    retention_from: RetentionStart
    class: number
    retired: boolean
    retention_basis: string | null
    retention_then: RetentionEnd
  }>`
    select r.id, r.version, r.title, c.code, c.name, c.retention_years, c.retention_from, c.class, c.retired, c.retention_basis, c.retention_then
    from (${visibleRecords(view, 'class-code').selectAll()}) r
    join documents.class_code c on c.organisation_id = ${view.office.id} and c.id = r.id
    where (${retired} or not c.retired) and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(r.title)) > 0)`.execute(
    view.db(),
  )
  const { rows: filed } = await sql<{ id: string; documents: number }>`
    select d.class_code_id as id, count(*)::int as documents from ${visibleDocuments(view)} where d.class_code_id is not null group by 1`.execute(
    view.db(),
  )
  const documents = new Map(filed.map(row => [row.id, row.documents]))
  return {
    rows: rows
      .sort(byCode)
      .slice(0, limit ?? rows.length)
      .map(({ retention_years, retention_from, retention_basis, retention_then, class: level, ...row }) => ({
        ...row,
        retentionYears: retention_years,
        retentionFrom: retention_from,
        retentionBasis: retention_basis,
        retentionThen: retention_then,
        confidentiality: level,
        documents: documents.get(row.id) ?? 0,
      })),
    total: rows.length,
    next: null,
  }
})

export const listRulesBody = implementQuery(listRules, async view => {
  const versions = await sql<{ id: string; version: number }>`
    select id, version from (${visibleRecords(view, 'intake-rule').selectAll()}) r`.execute(view.db())
  const version = new Map(versions.rows.map(row => [row.id, row.version]))
  const rules = await view
    .db<DocumentsTables>()
    .selectFrom('documents.intake_rule as i')
    .leftJoin('documents.class_code as c', join =>
      join.onRef('c.organisation_id', '=', 'i.organisation_id').onRef('c.id', '=', 'i.class_code_id'),
    )
    .selectAll('i')
    .select(['c.code', 'c.name'])
    .where('i.organisation_id', '=', view.office.id)
    .orderBy('i.kind')
    .execute()
  const rows = rules
    .filter(({ id }) => version.has(id))
    .map(rule => ({
      id: rule.id,
      version: version.get(rule.id)!,
      kind: rule.kind,
      makesTask: rule.makes_task,
      title: rule.title ?? wordingOf(view.office.language, rule.kind),
      ownTitle: rule.title,
      ownerId: rule.owner_id,
      role: rule.role,
      daysBeforeDue: rule.days_before_due,
      daysAfterArrival: rule.days_after_arrival,
      urgency: rule.urgency,
      ifLate: rule.if_late,
      effortMinutes: rule.effort_minutes,
      classCode: rule.class_code_id && rule.code ? { id: rule.class_code_id, code: rule.code, name: rule.name! } : null,
      confidentiality: rule.class,
      proposesDiscard: rule.proposes_discard,
    }))
  return { rows, total: rows.length, next: null }
})

import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  changePages,
  cuttable,
  type LabelFormat,
  listLabelRuns,
  listPages,
  listSeparators,
  officeMarks,
  split,
} from '../contract/pages.ts'
import { documentOf, openDigestOf } from '../document-store.ts'
import { may } from '../states.ts'
import { visibleDocument } from '../queries/visible-document.ts'
import { sheetsOf } from './page-rows.ts'

export const listPagesBody = implementQuery(listPages, async (view, { id }) => {
  const record = await visibleDocument(view, id)
  const row = await documentOf(view, id)
  const sheets = (await sheetsOf(view, row, '')) ?? []
  return {
    record: { ...record, kind: 'document' as const, state: row.state },
    name: row.name,
    pages: sheets.map(({ origin, number, turned, width, height, blank }) => ({
      page: origin,
      number,
      turned,
      width,
      height,
      blank,
    })),
    can: [
      ...(sheets.length > 0 && may('change-pages', row.state) ? can(view, changePages, {}) : []),
      ...(sheets.length > 0 && may('split', row.state) ? can(view, split, {}) : []),
    ].map(({ command }) => ({ command })),
  }
})

/** Whoever else asks what jobs ask, is told that there is nothing. */
function jobsAlone(view: View): void {
  if (view.principal.id !== systemPrincipalId) view.refuse(kernelRefusals.notFound, { kind: 'document' })
}

/** The token of the office's archive labels, once some were made. */
export async function labelToken(view: View): Promise<string | null> {
  const { rows } = await sql<{ token: string }>`
    select token from documents.mark where organisation_id = ${view.office.id} and kind = 'label'`.execute(view.db())
  return rows[0]?.token ?? null
}

export const cuttableBody = implementQuery(cuttable, async (view, { ids, cutId }) => {
  jobsAlone(view)
  const papers = []
  let awaited = true
  for (const id of ids) {
    await visibleDocument(view, id)
    const row = await documentOf(view, id)
    if (row.reading_id !== cutId) awaited = false
    const sheets = (await sheetsOf(view, row, '')) ?? []
    const shown = sheets.filter(({ number }) => number !== null).toSorted((a, b) => a.number! - b.number!)
    papers.push({
      id,
      name: row.name,
      digest: (await openDigestOf(view, row)).toString('hex'),
      mediaKind: row.media_kind === 'image' ? ('image' as const) : ('pdf' as const),
      pages: shown.map(({ origin, turned }) => ({ page: origin, turned })),
    })
  }
  return { awaited: awaited && papers.every(({ pages }) => pages.length > 0), papers }
})

export const officeMarksBody = implementQuery(officeMarks, async view => {
  jobsAlone(view)
  const { rows } = await sql<{
    token: string
    kind: 'separator' | 'label'
    classCodeId: string | null
    matterId: string | null
  }>`select token, kind, class_code_id as "classCodeId", matter_id as "matterId" from documents.mark
    where organisation_id = ${view.office.id} order by token`.execute(view.db())
  const { rows: counters } = await sql<{ last: number }>`
    select coalesce(max(last_number), 0) as last from documents.label_run where organisation_id = ${view.office.id}`.execute(
    view.db(),
  )
  return { rows, lastLabel: counters[0]!.last }
})

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

interface SeparatorRow {
  token: string
  class_code_id: string | null
  code: string | null
  name: string | null
  matter_id: string | null
  matter: string | null
  total: number
}

export const listSeparatorsBody = implementQuery(listSeparators, async (view, { limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<SeparatorRow>`
    select m.token, c.id as class_code_id, c.code, c.name, m.matter_id, r.title as matter, (count(*) over ())::int as total
    from documents.mark m
    left join documents.class_code c on c.organisation_id = m.organisation_id and c.id = m.class_code_id
    left join (${visibleRecords(view, 'matter').selectAll()}) r on r.id = m.matter_id
    left join (${visibleRecords(view, 'class-code').selectAll()}) v on v.id = m.class_code_id
    where m.organisation_id = ${view.office.id} and m.kind = 'separator'
      and (m.matter_id is null or r.id is not null) and (m.class_code_id is null or v.id is not null)
    order by m.class_code_id is not null or m.matter_id is not null, c.code, r.title, m.token limit ${limit} offset ${offset}`.execute(
    view.db(),
  )
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.token,
      classCode: row.class_code_id ? { id: row.class_code_id, code: row.code!, name: row.name! } : null,
      matter: row.matter_id ? { id: row.matter_id, title: row.matter! } : null,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

interface LabelRunRow {
  id: string
  first: number
  last: number
  format: LabelFormat
  used: number
  made_at: Temporal.Instant
  total: number
}

export const listLabelRunsBody = implementQuery(listLabelRuns, async (view, { limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<LabelRunRow>`
    select l.id, l.first_number as first, l.last_number as last, l.format, l.made_at, (count(*) over ())::int as total,
      (select count(*)::int from documents.document d where d.organisation_id = l.organisation_id
        and d.archive_number between l.first_number and l.last_number) as used
    from documents.label_run l where l.organisation_id = ${view.office.id}
    order by l.first_number desc limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(({ made_at, total: _, ...row }) => ({ ...row, madeAt: made_at.toString() })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

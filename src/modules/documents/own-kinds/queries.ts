import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { DocumentKind, FieldName } from '../contract.ts'
import { listOwnKinds, ownKindOf } from '../contract/own-kinds.ts'
import { visibleDocuments } from '../queries/document-rows.ts'
import { charactersRead, classify, fewestExamples, wordsOf } from './classify.ts'
import { ownKindsOf } from './store.ts'

interface Row {
  id: string
  title: string
  version: number
  name: string
  base: DocumentKind
  class_code_id: string | null
  code: string | null
  class_name: string | null
  makes_task: boolean
  task_title: string | null
  owner_id: string | null
  days_after_arrival: number | null
  wants: FieldName[]
  retired: boolean
  examples: number
  total: number
}

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

export const listOwnKindsBody = implementQuery(listOwnKinds, async (view, { text, retired, limit, after }) => {
  const offset = offsetOf(after)
  const { rows } = await sql<Row>`
    with known as (select d.own_kind_id as id, count(*)::int as examples from ${visibleDocuments(view)}
      where d.own_kind_id is not null and d.state = 'confirmed' group by 1)
    select r.id, r.title, r.version, k.name, k.base, k.class_code_id, c.code, c.name as class_name, k.makes_task, k.title as task_title,
      k.owner_id, k.days_after_arrival, k.wants, k.retired, coalesce(known.examples, 0) as examples, (count(*) over ())::int as total
    from (${visibleRecords(view, 'own-kind').selectAll()}) r
    join documents.own_kind k on k.organisation_id = ${view.office.id} and k.id = r.id
    left join documents.class_code c on c.organisation_id = k.organisation_id and c.id = k.class_code_id
    left join known on known.id = r.id
    where (${retired} or not k.retired) and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(r.title)) > 0)
    order by lower(r.title), r.id limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      name: row.name,
      kind: row.base,
      classCode: row.class_code_id ? { id: row.class_code_id, code: row.code!, name: row.class_name! } : null,
      makesTask: row.makes_task,
      taskTitle: row.task_title,
      ownerId: row.owner_id,
      daysAfterArrival: row.days_after_arrival,
      wants: row.wants,
      retired: row.retired,
      examples: row.examples,
      learnt: row.examples >= fewestExamples,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

/** Newest examples of each kind, and newest papers of none, that a text is compared with. */
const mostExamples = 25
const mostOthers = 150

export const ownKindOfBody = implementQuery(ownKindOf, async (view, { text }) => {
  const kinds = await ownKindsOf(view)
  if (kinds.size === 0) return { found: null }
  const ids = [...kinds.keys()]
  const { rows } = await sql<{ kind: string | null; text: string }>`
    select own_kind_id as kind, text from (
      select d.own_kind_id, left(d.text, ${charactersRead}) as text,
        row_number() over (partition by d.own_kind_id order by d.confirmed_at desc, d.id) as place
      from ${visibleDocuments(view)}
      where d.state = 'confirmed' and d.arrived_by <> 'backlog' and d.text <> ''
        and (d.own_kind_id is null or d.own_kind_id = any(${ids}::uuid[]))) newest
    where place <= case when own_kind_id is null then ${mostOthers}::int else ${mostExamples}::int end`.execute(
    view.db(),
  )
  if (rows.every(({ kind }) => kind === null)) return { found: null }
  const found = classify(
    text,
    rows.map(row => ({ kind: row.kind, words: wordsOf(row.text) })),
  )
  return { found: found ? { id: found, kind: kinds.get(found)!.base } : null }
})

import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type LessonAbout, listLessons, lessonsToRead } from '../contract/learning.ts'
import type { DocumentKind, FieldName } from '../contract.ts'
import { lessonsOf } from '../learning/lesson-store.ts'
import { heldForSure, type Lesson, type ReadingLesson } from '../learning/lesson.ts'

interface Line {
  id: string
  title: string
  version: number
  sender_id: string
  sender: string
  about: LessonAbout
  topic: string
  says: Lesson['says']
  held: number
  taught_at: Temporal.Instant
  taught_by: string | null
  document_id: string | null
  class_name: string | null
  owner: string | null
  total: number
}

/** What it says in words of the paper or of the office. */
function saidOf({ about, topic, says, class_name, owner }: Line) {
  const lesson = { about, topic, says } as unknown as Lesson
  const none = { field: null, kind: null, side: null, words: null }
  if (lesson.about === 'place') {
    const anchor = lesson.says.anchors[0]
    return { ...none, field: topic as FieldName, side: anchor?.side ?? ('spot' as const), words: anchor?.words ?? null }
  }
  if (lesson.about === 'value') return { ...none, field: topic as FieldName, words: lesson.says.value }
  const kind = topic as DocumentKind
  if (lesson.about === 'kind') return { ...none, kind, words: lesson.says.kind }
  if (lesson.about === 'class') return { ...none, kind, words: class_name }
  if (lesson.about === 'owner') return { ...none, kind, words: owner ?? lesson.says.role }
  return { ...none, kind, words: lesson.says.title }
}

const offsetOf = (after: string | undefined): number => (/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0)

/** Names of senders only to those who may see them: a lesson about another's is not listed. */
export const listLessonsBody = implementQuery(listLessons, async (view, input) => {
  const offset = offsetOf(input.after)
  const { text, senderId, documentId, forgotten, limit } = input
  const { rows } = await sql<Line>`
    select r.id, r.title, r.version, s.id as sender_id, s.title as sender, l.about, l.topic, l.says, l.held, l.taught_at, p.title as taught_by,
      d.id as document_id, c.code || ' ' || c.name as class_name, o.title as owner, (count(*) over ())::int as total
    from (${visibleRecords(view, 'lesson').selectAll()}) r
    join documents.lesson l on l.organisation_id = ${view.office.id} and l.id = r.id
    join kernel.record was on was.organisation_id = l.organisation_id and was.id = l.sender_id
    join (${visibleRecords(view).selectAll()}) s on s.id = coalesce(was.merged_into, was.id)
    left join kernel.record p on p.organisation_id = l.organisation_id and p.id = l.taught_by
    left join (${visibleRecords(view, 'document').selectAll()}) d on d.id = l.document_id
    left join documents.class_code c on c.organisation_id = l.organisation_id and l.about = 'class' and c.id::text = l.says ->> 'classCodeId'
    left join kernel.record o on o.organisation_id = l.organisation_id and l.about = 'owner' and o.id::text = l.says ->> 'ownerId'
    where (l.forgotten_at is not null) = ${forgotten ?? false}
      and (${senderId ?? null}::uuid is null or s.id = ${senderId ?? null}) and (${documentId ?? null}::uuid is null or l.document_id = ${documentId ?? null})
      and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(r.title)) > 0)
    order by s.title, l.taught_at desc, r.id limit ${limit} offset ${offset}`.execute(view.db())
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      sender: { id: row.sender_id, name: row.sender },
      about: row.about,
      ...saidOf(row),
      held: row.held,
      sure: row.held >= heldForSure,
      taughtAt: row.taught_at.toString(),
      taughtBy: row.taught_by ?? 'Kontor',
      documentId: row.document_id,
    })),
    total,
    next: offset + rows.length < total ? String(offset + rows.length) : null,
  }
})

export const lessonsToReadBody = implementQuery(lessonsToRead, async (view, { senderId }) => {
  const rows = (await lessonsOf(view, [senderId])).get(senderId) ?? []
  const reading = (rows as unknown as Lesson[]).filter(
    (one): one is ReadingLesson => one.about === 'place' || one.about === 'value' || one.about === 'kind',
  )
  return {
    lessons: reading.map(({ id, about, topic, says, held }) => ({
      id,
      about,
      topic,
      says: says as unknown as Record<string, unknown>,
      held,
    })),
  }
})

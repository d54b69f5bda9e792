import { sql } from 'kysely'
import type { LessonAbout } from '../contract/learning.ts'
import type { Reader } from '../document-store.ts'

interface From {
  readonly lessonId: string
  readonly taughtAt: string
  readonly mine: boolean
  readonly held: number
}

/** When each of these lessons was taught, whether by whoever asks, and how often it has held since. */
export async function learntFrom(reader: Reader, ids: readonly string[]): Promise<Map<string, From>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; taught_at: Temporal.Instant; taught_by: string; held: number }>`
    select id, taught_at, taught_by, held from documents.lesson
    where organisation_id = ${reader.office.id} and id = any(${[...ids]}::uuid[])`.execute(reader.db())
  return new Map(
    rows.map(({ id, taught_at, taught_by, held }) => [
      id,
      { lessonId: id, taughtAt: taught_at.toString(), mine: taught_by === reader.principal.id, held },
    ]),
  )
}

export async function learntByIds(
  reader: Reader,
  lessons: readonly { readonly id: string; readonly about: LessonAbout }[],
): Promise<(From & { about: LessonAbout })[]> {
  const from = await learntFrom(
    reader,
    lessons.map(({ id }) => id),
  )
  return lessons.flatMap(({ id, about }) => (from.has(id) ? [{ ...from.get(id)!, about }] : []))
}

import type { ColumnType, Generated } from 'kysely'
import type { LessonAbout } from '../contract/learning.ts'

export interface LessonTable {
  organisation_id: string
  id: string
  sender_id: string
  about: LessonAbout
  topic: string
  says: ColumnType<Record<string, unknown>, string, string>
  document_id: string | null
  taught_at: Temporal.Instant
  taught_by: string
  held: Generated<number>
  forgotten_at: Temporal.Instant | null
  forgotten_by: string | null
  before_id: string | null
}

export interface LearningTables {
  'documents.lesson': LessonTable
}

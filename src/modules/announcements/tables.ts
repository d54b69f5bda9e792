/** The tables of announcements, as migrations/0090-announcements.sql makes them. */
import type { ColumnType, Generated } from 'kysely'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { AnnouncementKind, AnnouncementState, AnswerKind } from './contract/shapes.ts'

export interface AnnouncementTable {
  organisation_id: string
  id: string
  kind: AnnouncementKind
  state: AnnouncementState
  author_id: string
  to_everybody: boolean
  to_people: string[]
  to_roles: string[]
  language: Language
  pinned_until: Temporal.PlainDate | null
  answer_by: Temporal.PlainDate | null
  decided_by: string | null
  applies_from: Temporal.PlainDate | null
  replaces_id: string | null
  checker_id: string | null
  check_note: string | null
  edition: Generated<number>
  reminders: Generated<number>
  published_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
}

export interface WordingTable {
  organisation_id: string
  announcement_id: string
  language: Language
  title: string
  body: string
  questions: string[]
}

export interface EditionTable {
  organisation_id: string
  announcement_id: string
  number: number
  wordings: ColumnType<unknown, string, string>
  changed: string | null
  made_at: Temporal.Instant
  made_by_id: string
}

export interface QuestionTable {
  organisation_id: string
  announcement_id: string
  position: number
  question: string
  answer_kind: AnswerKind
  options: string[]
  is_optional: boolean
}

export interface ReaderTable {
  organisation_id: string
  announcement_id: string
  person_id: string
  edition: number | null
  opened_at: Temporal.Instant | null
  read_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
  report: string | null
  reminders: Generated<number>
}

export interface AnswerTable {
  organisation_id: string
  announcement_id: string
  person_id: string
  position: number
  value: string
}

export interface AnnouncementsTables {
  'announcements.announcement': AnnouncementTable
  'announcements.wording': WordingTable
  'announcements.edition': EditionTable
  'announcements.question': QuestionTable
  'announcements.reader': ReaderTable
  'announcements.answer': AnswerTable
}

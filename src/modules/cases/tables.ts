/** The tables of cases. Made from the database by `npm run generate`: change a migration, not this file. */
import type { Generated } from 'kysely'

export interface AnswerTable {
  organisation_id: string
  id: string
  tags: Generated<string[]>
  owner_id: string | null
  valid_until: Temporal.PlainDate | null
  reviewed_on: Temporal.PlainDate
  review_months: number
  review_raised_at: Temporal.Instant | null
  from_id: string | null
  retired_at: Temporal.Instant | null
}

export interface AnswerTextTable {
  organisation_id: string
  answer_id: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  question: string
  body: string
}

export interface AnswerUseTable {
  organisation_id: string
  answer_id: string
  case_id: string
  at: Temporal.Instant
}

export interface AnswerWordTable {
  organisation_id: string
  language: string
  word: string
  answer_id: string
  weight: number
}

export interface CaseFileTable {
  organisation_id: string
  id: string
  year: number
  serial: bigint
  state: 'new' | 'owned' | 'waiting' | 'answered' | 'closed' | 'dropped'
  kind_id: string
  channel: 'call' | 'mail' | 'post' | 'counter' | 'web' | 'message' | 'meeting' | 'other'
  party_id: string | null
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  product: string | null
  tone: Generated<'calm' | 'upset' | 'rude'>
  owner_id: string | null
  source_id: string | null
  received_at: Temporal.Instant
  due_at: Temporal.Instant | null
  warn_at: Temporal.Instant | null
  left_minutes: number | null
  waiting_for: 'customer' | 'inside' | null
  waiting_what: string | null
  warned_at: Temporal.Instant | null
  escalated_at: Temporal.Instant | null
  cause_id: string | null
  responsible_id: string | null
  answered_at: Temporal.Instant | null
  kept: boolean | null
  closed_at: Temporal.Instant | null
  reopened: Generated<number>
  verdict: 'content' | 'partly' | 'not' | null
  verdict_words: string | null
  verdict_at: Temporal.Instant | null
  repeats_id: string | null
  repeat_settled: Generated<boolean>
}

export interface CauseTable {
  organisation_id: string
  id: string
  name: string
  retired_at: Temporal.Instant | null
}

export interface EntryTable {
  organisation_id: string
  case_id: string
  id: string
  what: 'said' | 'note' | 'answer'
  body: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  by_id: string | null
  at: Temporal.Instant
  mail: 'waits' | 'sent' | 'failed' | 'no-door' | null
  mail_to: string | null
  mail_error: string | null
  apology: Generated<boolean>
  asks_verdict: Generated<boolean>
  thread_id: string | null
}

export interface FoundPromiseTable {
  organisation_id: string
  case_id: string
  entry_id: string
  place: number
  task_id: string | null
}

export interface KindTable {
  organisation_id: string
  id: string
  sort: 'question' | 'complaint' | 'request'
  name: string | null
  answer_minutes: number | null
  warn_minutes: number
  stops_for_customer: boolean
  stops_inside: boolean
  escalate_to_id: string | null
  asks_verdict: boolean
  retired_at: Temporal.Instant | null
}

export interface RemedyTable {
  organisation_id: string
  case_id: string
  id: string
  way: 'refund' | 'credit' | 'discount' | 'replacement' | 'repair' | 'gift' | 'other'
  amount_minor: bigint | null
  currency: string | null
  note: Generated<string>
  given_by_id: string | null
  given_at: Temporal.Instant
}

export interface CasesTables {
  'cases.answer': AnswerTable
  'cases.answer_text': AnswerTextTable
  'cases.answer_use': AnswerUseTable
  'cases.answer_word': AnswerWordTable
  'cases.case_file': CaseFileTable
  'cases.cause': CauseTable
  'cases.entry': EntryTable
  'cases.found_promise': FoundPromiseTable
  'cases.kind': KindTable
  'cases.remedy': RemedyTable
}

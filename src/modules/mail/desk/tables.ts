/** The tables of the desk, as migrations/0440-mail-desk.sql makes them. */
import type { Generated } from 'kysely'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { RuleOutcome } from '../contract/rules.ts'

type Moment = Temporal.Instant
type Day = Temporal.PlainDate

export interface SavedAnswerTable {
  organisation_id: string
  id: string
  mailbox_id: string | null
  shortcut: string | null
  state: 'kept' | 'retired'
}

export interface RuleTable {
  organisation_id: string
  id: string
  mailbox_id: string | null
  from_has: string | null
  to_has: string | null
  subject_has: string | null
  words: string | null
  has_attachment: boolean | null
  owner_id: string | null
  label: string | null
  folder_id: string | null
  outcome: RuleOutcome
  paused: Generated<boolean>
  removed: Generated<boolean>
}

export interface AwayReplyTable {
  organisation_id: string
  id: string
  mailbox_id: string
  from_on: Day
  until_on: Day
  set_by_id: string
  ended_at: Moment | null
}

export interface DeskTables {
  'mail.saved_answer': SavedAnswerTable
  'mail.saved_answer_text': {
    organisation_id: string
    answer_id: string
    language: Language
    position: number
    subject: string | null
    body: string
  }
  'mail.signature': { organisation_id: string; mailbox_id: string; language: Language; body: string }
  'mail.rule': RuleTable
  'mail.buried_sender': { organisation_id: string; mailbox_id: string; address: string; at: Moment; by_id: string }
  'mail.holding': {
    organisation_id: string
    thread_id: string
    holder_id: string
    since_at: Moment
    until_at: Moment
  }
  'mail.away_reply': AwayReplyTable
  'mail.away_reply_text': { organisation_id: string; reply_id: string; language: Language; body: string }
  'mail.away_answered': { organisation_id: string; reply_id: string; address: string; at: Moment }
}

/** The tables of interviews. Made from the database by `npm run generate`: change a migration, not this file. */
import type { Generated } from 'kysely'

export interface InterviewTable {
  organisation_id: string
  id: string
  state: 'open' | 'decided' | 'cancelled'
  candidate_name: string
  candidate_email: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  owner_id: string
  decider_id: string
  minutes: number
  criteria: string[]
  note: Generated<string>
  outcome: 'go-on' | 'offer' | 'no' | null
  reason: Generated<string>
  decided_at: Temporal.Instant | null
}

export interface PanelistTable {
  organisation_id: string
  interview_id: string
  principal_id: string
  position: number
  scores: number[] | null
  words: string[] | null
  recommends: 'strong-yes' | 'yes' | 'no' | 'strong-no' | null
  summary: Generated<string>
  sent_at: Temporal.Instant | null
  asked_at: Temporal.Instant | null
}

export interface InterviewsTables {
  'interviews.interview': InterviewTable
  'interviews.panelist': PanelistTable
}

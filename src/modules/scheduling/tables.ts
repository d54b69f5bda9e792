/** The tables of scheduling. Made from the database by `npm run generate`: change a migration, not this file. */
import type { Generated } from 'kysely'

export interface InviteeTable {
  organisation_id: string
  id: string
  proposal_id: string
  name: string
  email: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  mail: 'sending' | 'sent' | 'no-door' | 'failed'
  mail_error: string | null
  reminded_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
  note: Generated<string>
}

export interface PersonTable {
  organisation_id: string
  principal_id: string
  zone: string
  country: string
  rest_minutes: Generated<number>
  movable: Generated<string[]>
}

export interface ProposalTable {
  organisation_id: string
  id: string
  way: 'hold' | 'offer' | 'poll'
  state: 'open' | 'settled' | 'withdrawn' | 'lapsed'
  organiser_id: string
  minutes: number
  zone: string
  note: Generated<string>
  place_id: string | null
  must: string[]
  may: Generated<string[]>
  answer_until: Temporal.Instant
  hold_id: string | null
  event_id: string | null
  chosen_id: string | null
  chosen_by_id: string | null
  document_ids: Generated<string[]>
}

export interface ProposedTimeTable {
  organisation_id: string
  proposal_id: string
  id: string
  start_at: Temporal.Instant
  end_at: Temporal.Instant
}

export interface TravelTable {
  organisation_id: string
  site: string
  other_site: string
  minutes: number
}

export interface VoteTable {
  organisation_id: string
  proposal_id: string
  time_id: string
  invitee_id: string
  says: 'yes' | 'if-need-be' | 'no'
}

export interface WeeklyTimeTable {
  organisation_id: string
  principal_id: string
  purpose: 'work' | 'avoid'
  weekday: number
  from_minute: number
  until_minute: number
}

export interface SchedulingTables {
  'scheduling.invitee': InviteeTable
  'scheduling.person': PersonTable
  'scheduling.proposal': ProposalTable
  'scheduling.proposed_time': ProposedTimeTable
  'scheduling.travel': TravelTable
  'scheduling.vote': VoteTable
  'scheduling.weekly_time': WeeklyTimeTable
}

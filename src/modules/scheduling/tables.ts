/** The tables of scheduling. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface BookingTable {
  organisation_id: string
  id: string
  page_id: string
  kind_title: string
  minutes: number
  venue: 'room' | 'telephone' | 'video' | 'theirs'
  place_id: string | null
  details: Generated<string>
  hosts: string[]
  name: string
  email: string
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  zone: string
  contact: Generated<string>
  answers: ColumnType<unknown, string | undefined, string>
  state: 'unconfirmed' | 'asked' | 'booked' | 'declined' | 'cancelled' | 'lapsed'
  start_at: Temporal.Instant
  end_at: Temporal.Instant
  made_at: Temporal.Instant
  until_at: Temporal.Instant | null
  hold_ids: Generated<string[]>
  event_id: string | null
  note: Generated<string>
  mail: 'sending' | 'sent' | 'no-door' | 'failed'
  reminded_at: Temporal.Instant | null
  wanted_at: Temporal.Instant | null
}

export interface BookingPageTable {
  organisation_id: string
  id: string
  owner_id: string
  state: 'open' | 'closed'
  way: 'one' | 'together' | 'turns'
  hosts: string[]
  intro: Generated<string>
  hours: ColumnType<unknown, string | undefined, string>
  soon_minutes: number
  ahead_days: number
  per_day: number | null
  before_minutes: number
  after_minutes: number
  step_minutes: number
  change_minutes: number
  approval: boolean
  verify: boolean
  questions: ColumnType<unknown, string | undefined, string>
}

export interface HoursFactTable {
  organisation_id: string
  principal_id: string
  zone: string
  country: string
  weekday: number
  from_minute: number
  until_minute: number
}

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

export interface MeetingKindTable {
  organisation_id: string
  page_id: string
  id: string
  position: number
  title: string
  minutes: number
  venue: 'room' | 'telephone' | 'video' | 'theirs'
  place_id: string | null
  details: Generated<string>
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
  'scheduling.booking': BookingTable
  'scheduling.booking_page': BookingPageTable
  'scheduling.hours_fact': HoursFactTable
  'scheduling.invitee': InviteeTable
  'scheduling.meeting_kind': MeetingKindTable
  'scheduling.person': PersonTable
  'scheduling.proposal': ProposalTable
  'scheduling.proposed_time': ProposedTimeTable
  'scheduling.travel': TravelTable
  'scheduling.vote': VoteTable
  'scheduling.weekly_time': WeeklyTimeTable
}

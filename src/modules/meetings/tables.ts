/** The tables of meetings, as migrations/0330-meetings.sql and 0403-rows.sql make them. */
import type { Generated } from 'kysely'
import type { AttendeeRole, ItemKind, LineKind, MeetingState, Presence, Rotation } from './contract/shapes.ts'

type Moment = Temporal.Instant
type Day = Temporal.PlainDate

export interface MeetingTable {
  organisation_id: string
  id: string
  event_id: string | null
  recurrence: Generated<string>
  previous_id: string | null
  state: MeetingState
  starts_at: Moment
  ends_at: Moment
  place: string | null
  chair_id: string | null
  secretary_id: string | null
  agenda_days: number | null
  agenda_sent_at: Moment | null
  rotates: Generated<Rotation>
  sent_back_because: string | null
  awaited_at: Moment | null
  finished_at: Moment | null
  approved_at: Moment | null
  file_id: string | null
  document_id: string | null
  points_days: number | null
  points_asked_at: Moment | null
  procedure_id: string | null
  run_id: string | null
}

export interface TurnTable {
  organisation_id: string
  meeting_id: string
  position: number
  principal_id: string
}

export interface AttendeeTable {
  organisation_id: string
  meeting_id: string
  id: string
  person_id: string | null
  name: string
  email: string | null
  role: AttendeeRole
  presence: Generated<Presence>
}

export interface ItemTable {
  organisation_id: string
  meeting_id: string
  id: string
  position: number
  kind: ItemKind
  title: string
  owner_id: string | null
  minutes: number | null
  note: Generated<string>
  standing: Generated<boolean>
  finished: Generated<boolean>
  carried_id: string | null
}

export interface ItemPaperTable {
  organisation_id: string
  meeting_id: string
  item_id: string
  document_id: string
}

export interface LineTable {
  organisation_id: string
  meeting_id: string
  id: string
  item_id: string | null
  position: number
  typed: string
  kind: LineKind
  body: string
  who: string | null
  owner_id: string | null
  due_on: Day | null
  decision_id: string | null
}

export interface DecisionTable {
  organisation_id: string
  id: string
  meeting_id: string
  year: number
  serial: bigint
  decided_on: Day
  body: string
}

export interface ApproverTable {
  organisation_id: string
  meeting_id: string
  principal_id: string
  approved_at: Moment | null
}

export interface CorrectionTable {
  organisation_id: string
  meeting_id: string
  id: string
  body: string
  by_id: string
  at: Moment
}

export interface MeetingsTables {
  'meetings.meeting': MeetingTable
  'meetings.turn': TurnTable
  'meetings.attendee': AttendeeTable
  'meetings.item': ItemTable
  'meetings.item_paper': ItemPaperTable
  'meetings.line': LineTable
  'meetings.decision': DecisionTable
  'meetings.approver': ApproverTable
  'meetings.correction': CorrectionTable
}

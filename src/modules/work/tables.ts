/** Work's own tables, as its migrations make them. */
import type { ColumnType, Generated } from 'kysely'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { GoalState } from './contract/goals.ts'
import type { Consequence, TaskState, Urgency } from './contract/shapes.ts'

export interface TaskTable {
  organisation_id: string
  id: string
  note: Generated<string>
  folded: Generated<string>
  for_id: string | null
  asked_by_id: string | null
  owner_id: string | null
  owner_role: string | null
  source_id: string | null
  due_on: Temporal.PlainDate | null
  due_at: Temporal.Instant | null
  effort_minutes: number | null
  state: TaskState
  urgency: Generated<Urgency>
  if_late: Generated<Consequence>
  reminders: Generated<number>
  why: string | null
  review: Generated<boolean>
  pinned_at: Temporal.Instant | null
  snoozed_until: Temporal.Instant | null
  waiting_for: string | null
  waiting_for_id: string | null
  waiting_since: Temporal.Instant | null
  chase_on: Temporal.PlainDate | null
  /** The repeat rule in the wire's form. */
  repeat: ColumnType<unknown, string | null, string | null>
  repeat_anchor_on: Temporal.PlainDate | null
  repeats_id: string | null
  raised_key: string | null
  withdrawn_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_by_id: string | null
  /** Whose task it is, while its owner does it in their place. */
  stands_in_for_id: string | null
}

export interface AbsenceTable {
  organisation_id: string
  id: string
  person_id: string
  deputy_id: string | null
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  note: Generated<string>
  cancelled_at: Temporal.Instant | null
}

export interface WorkTables {
  /** Published: what other modules may know of a task. */
  'work.task_fact': Pick<
    TaskTable,
    | 'organisation_id'
    | 'state'
    | 'owner_id'
    | 'owner_role'
    | 'stands_in_for_id'
    | 'due_on'
    | 'effort_minutes'
    | 'ended_at'
    | 'ended_by_id'
    | 'raised_key'
    | 'source_id'
    | 'for_id'
    | 'asked_by_id'
    | 'waiting_for'
    | 'waiting_for_id'
    | 'waiting_since'
    | 'chase_on'
    | 'repeat'
  > & { task_id: string; repeats: boolean }
  /** Published: absences that hold. */
  'work.absence_fact': Pick<AbsenceTable, 'organisation_id' | 'person_id' | 'deputy_id' | 'from_on' | 'until_on'> & {
    absence_id: string
  }
  'work.task': TaskTable
  'work.absence': AbsenceTable
  'work.checklist_item': {
    organisation_id: string
    task_id: string
    id: string
    position: number
    text: string
    ticked_at: Temporal.Instant | null
    ticked_by_id: string | null
  }
  'work.promise': {
    organisation_id: string
    task_id: string
    party_id: string | null
    promised_to: string
    promised_on: Temporal.PlainDate
    for_on: Temporal.PlainDate
    words: Generated<string>
    first_for_on: Temporal.PlainDate
    broken: Generated<boolean>
  }
  'work.promise_move': {
    organisation_id: string
    task_id: string
    id: string
    from_on: Temporal.PlainDate
    to_on: Temporal.PlainDate
    reason: string
    told: string
    moved_at: Temporal.Instant
    moved_by_id: string
  }
  'work.goal': {
    organisation_id: string
    id: string
    owner_id: string | null
    weight: number
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    note: Generated<string>
    state: GoalState
    ended_at: Temporal.Instant | null
  }
  'work.goal_service': { organisation_id: string; record_id: string; goal_id: string }
  'work.chase': {
    organisation_id: string
    task_id: string
    name: string
    email: string | null
    language: Language
    first_after: number
    every: number
    most: number
    asked: Generated<number>
    next_on: Temporal.PlainDate | null
    text: string | null
    stopped_at: Temporal.Instant | null
  }
  'work.chase_line': {
    organisation_id: string
    task_id: string
    n: number
    asked_at: Temporal.Instant
    how: 'mail' | 'ready'
    state: 'sending' | 'sent' | 'failed' | 'ready'
    subject: string
    body: string
    error: string | null
  }
  'work.comment': {
    organisation_id: string
    record_id: string
    id: string
    text: string
    written_at: Temporal.Instant
    written_by_id: string
  }
}

/** The tables of oncall. Made from the database by `npm run generate`: change a migration, not this file. */
import type { ColumnType, Generated } from 'kysely'

export interface AlarmTable {
  organisation_id: string
  id: string
  rota_id: string
  state: 'open' | 'acknowledged' | 'resolved'
  kind: string | null
  details: Generated<string>
  about_id: string | null
  raised_by_id: string
  raised_at: Temporal.Instant
  taken: Generated<number>
  next_at: Temporal.Instant | null
  acknowledged_by_id: string | null
  acknowledged_at: Temporal.Instant | null
  resolved_by_id: string | null
  resolved_at: Temporal.Instant | null
  outcome: Generated<string>
  worked_minutes: number | null
}

export interface AttemptTable {
  organisation_id: string
  id: string
  alarm_id: string
  taken: number
  person_id: string | null
  way: 'push' | 'mail' | 'sms' | 'voice' | null
  at: Temporal.Instant
  state: 'sending' | 'sent' | 'failed' | 'no-way' | 'nobody' | 'acknowledged'
  settled_at: Temporal.Instant | null
  error: string | null
}

export interface CalloutFactTable {
  organisation_id: string
  alarm_id: string
  rota_id: string
  person_id: string
  acknowledged_at: Temporal.Instant
  worked_minutes: number
  zone: string
}

export interface OverrideTable {
  organisation_id: string
  id: string
  rota_id: string
  person_id: string
  start_at: Temporal.Instant
  end_at: Temporal.Instant
  reason: Generated<string>
  swap_id: string | null
  given_at: Temporal.Instant
  given_by_id: string
  cancelled_at: Temporal.Instant | null
}

export interface PhoneTable {
  organisation_id: string
  principal_id: string
  number: string
}

export interface RotaTable {
  organisation_id: string
  id: string
  state: 'draft' | 'live' | 'paused'
  zone: string
  country: string
  purpose: Generated<string>
  alarm_kinds: Generated<string[]>
  raise_by: Generated<string[]>
  always: boolean
  most_nights: number | null
  rounds: number
  layers: ColumnType<unknown, string | undefined, string>
  live: ColumnType<unknown, string | null | undefined, string | null>
  published_at: Temporal.Instant | null
  laid_until: Temporal.Instant | null
}

export interface StaleEventTable {
  organisation_id: string
  event_id: string
  rota_id: string
  person_id: string
}

export interface StepTable {
  organisation_id: string
  rota_id: string
  position: number
  minutes: number
  whom: 'on-call' | 'layer' | 'person'
  layer_id: string | null
  person_id: string | null
  ways: string[]
}

export interface SwapTable {
  organisation_id: string
  id: string
  rota_id: string
  asked_by_id: string
  with_id: string
  start_at: Temporal.Instant
  end_at: Temporal.Instant
  return_start_at: Temporal.Instant | null
  return_end_at: Temporal.Instant | null
  note: Generated<string>
  state: 'asked' | 'accepted' | 'declined' | 'withdrawn'
  asked_at: Temporal.Instant
  settled_at: Temporal.Instant | null
}

export interface TurnTable {
  organisation_id: string
  id: string
  rota_id: string
  person_id: string
  start_at: Temporal.Instant
  end_at: Temporal.Instant
  by_id: string
  number: number
  calendar: 'due' | 'written' | 'refused'
  event_id: string | null
}

export interface TurnFactTable {
  organisation_id: string
  turn_id: string
  rota_id: string
  person_id: string
  start_at: Temporal.Instant
  end_at: Temporal.Instant
  zone: string
}

export interface OncallTables {
  'oncall.alarm': AlarmTable
  'oncall.attempt': AttemptTable
  'oncall.callout_fact': CalloutFactTable
  'oncall.override': OverrideTable
  'oncall.phone': PhoneTable
  'oncall.rota': RotaTable
  'oncall.stale_event': StaleEventTable
  'oncall.step': StepTable
  'oncall.swap': SwapTable
  'oncall.turn': TurnTable
  'oncall.turn_fact': TurnFactTable
}

import { sql } from 'kysely'
import type { AlarmState, AttemptState, Way } from './contract.ts'
import type { At } from './rota-row.ts'

export interface AlarmRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly rota_id: string
  readonly state: AlarmState
  readonly kind: string | null
  readonly details: string
  readonly about_id: string | null
  readonly raised_by_id: string
  readonly raised_at: Temporal.Instant
  readonly taken: number
  readonly next_at: Temporal.Instant | null
  readonly acknowledged_by_id: string | null
  readonly acknowledged_at: Temporal.Instant | null
  readonly resolved_by_id: string | null
  readonly resolved_at: Temporal.Instant | null
  readonly outcome: string
  readonly worked_minutes: number | null
}

export interface AttemptRow {
  readonly id: string
  readonly alarm_id: string
  readonly taken: number
  readonly person_id: string | null
  readonly way: Way | null
  readonly at: Temporal.Instant
  readonly state: AttemptState
  readonly settled_at: Temporal.Instant | null
  readonly error: string | null
}

/** Of a record that is there; whoever changes it locks the row, so that a step is taken once. */
export async function alarmOf(at: At, id: string, locked = false): Promise<AlarmRow> {
  const { rows } = await sql<AlarmRow>`
    select a.*, r.title, r.class, r.version::int as version from oncall.alarm a
    join kernel.record r on r.organisation_id = a.organisation_id and r.id = a.id
    where a.organisation_id = ${at.office.id} and a.id = ${id} ${sql.raw(locked ? 'for update of a' : '')}`.execute(
    at.db(),
  )
  return rows[0]!
}

export async function attemptsOf(at: At, alarmId: string): Promise<AttemptRow[]> {
  const { rows } = await sql<AttemptRow>`
    select * from oncall.attempt where organisation_id = ${at.office.id} and alarm_id = ${alarmId}
    order by taken, at, id`.execute(at.db())
  return rows
}

/** Whose link it is. */
export async function attemptOf(at: At, id: string): Promise<AttemptRow | undefined> {
  const { rows } = await sql<AttemptRow>`
    select * from oncall.attempt where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]
}

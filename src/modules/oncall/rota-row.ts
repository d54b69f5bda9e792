import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { RotaState, Way } from './contract.ts'
import { finalRow, type Override, type Spec } from './schedule/final.ts'
import type { Layer, Stretch, Window } from './schedule/layers.ts'

export type At = Pick<Act | View, 'office' | 'db' | 'at'>

export interface RotaRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly state: RotaState
  readonly zone: string
  readonly country: string
  readonly purpose: string
  readonly alarm_kinds: readonly string[]
  readonly raise_by: readonly string[]
  readonly always: boolean
  readonly most_nights: number | null
  readonly rounds: number
  readonly layers: readonly Layer[]
  readonly live: readonly Layer[] | null
  readonly published_at: Temporal.Instant | null
  readonly laid_until: Temporal.Instant | null
}

export interface StepRow {
  readonly position: number
  readonly minutes: number
  readonly whom: 'on-call' | 'layer' | 'person'
  readonly layer_id: string | null
  readonly person_id: string | null
  readonly ways: readonly Way[]
}

/** Of a record that is there; whoever changes it locks the row. */
export async function rotaOf(at: At, id: string, locked = false): Promise<RotaRow> {
  const { rows } = await sql<RotaRow>`
    select o.*, r.title, r.class, r.version::int as version from oncall.rota o
    join kernel.record r on r.organisation_id = o.organisation_id and r.id = o.id
    where o.organisation_id = ${at.office.id} and o.id = ${id} ${sql.raw(locked ? 'for update of o' : '')}`.execute(
    at.db(),
  )
  return rows[0]!
}

export async function stepsOf(at: At, rotaId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select position, minutes, whom, layer_id, person_id, ways from oncall.step
    where organisation_id = ${at.office.id} and rota_id = ${rotaId} order by position`.execute(at.db())
  return rows
}

interface OverrideRow {
  readonly id: string
  readonly person_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly reason: string
  readonly swap_id: string | null
}

/** What was given to somebody and has not passed by a moment, in the order in which it was given. */
export async function overridesOf(at: At, rotaId: string, after: Temporal.Instant): Promise<OverrideRow[]> {
  const { rows } = await sql<OverrideRow>`
    select id, person_id, start_at, end_at, reason, swap_id from oncall.override
    where organisation_id = ${at.office.id} and rota_id = ${rotaId} and cancelled_at is null and end_at > ${after}
    order by given_at, id`.execute(at.db())
  return rows
}

export const overrideSpan = ({ id, person_id, start_at, end_at }: OverrideRow): Override => ({
  id,
  personId: person_id,
  start: start_at.epochMilliseconds,
  end: end_at.epochMilliseconds,
})

/** `live`: as it was published; else as it is being worked at. */
export const specOf = ({ zone, layers, live }: RotaRow, isLive: boolean): Spec => ({
  zone,
  layers: isLive ? (live ?? []) : layers,
})

/** The final row of a window, reckoned from layers and overrides. */
export async function reckoned(at: At, row: RotaRow, isLive: boolean, window: Window): Promise<Stretch[]> {
  const from = Temporal.Instant.fromEpochMilliseconds(window[0])
  const overrides = await overridesOf(at, row.id, from)
  return finalRow(specOf(row, isLive), overrides.map(overrideSpan), window)
}

export const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

export interface TurnRow {
  readonly id: string
  readonly rota_id: string
  readonly person_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly by_id: string
  readonly number: number
  readonly calendar: 'due' | 'written' | 'refused'
  readonly event_id: string | null
}

/** Turns that touch a window, in order. */
export async function turnsIn(at: At, rotaId: string, [from, until]: Window): Promise<TurnRow[]> {
  const { rows } = await sql<TurnRow>`
    select * from oncall.turn
    where organisation_id = ${at.office.id} and rota_id = ${rotaId} and end_at > ${instant(from)} and start_at < ${instant(until)}
    order by start_at`.execute(at.db())
  return rows
}

const asStretch = (turn: TurnRow, [from, until]: Window): Stretch => ({
  start: Math.max(from, turn.start_at.epochMilliseconds),
  end: Math.min(until, turn.end_at.epochMilliseconds),
  personId: turn.person_id,
  by: turn.by_id,
  turn: turn.number,
})

/** The final row as it is lived: what has passed as it was, to the horizon as it is laid out, beyond as it would be. */
export async function livedRow(at: At, row: RotaRow, window: Window): Promise<Stretch[]> {
  const laid = (await turnsIn(at, row.id, window)).map(turn => asStretch(turn, window))
  if (row.state !== 'live') return laid
  const horizon = Math.max(row.laid_until?.epochMilliseconds ?? 0, laid.at(-1)?.end ?? 0, window[0])
  if (horizon >= window[1]) return laid
  return [...laid, ...(await reckoned(at, row, true, [horizon, window[1]]))]
}

import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { InterviewState, Recommendation } from './contract.ts'

type At = Pick<Act | View, 'office' | 'db'>

export interface InterviewRow {
  readonly id: string
  readonly state: InterviewState
  readonly candidate_name: string
  readonly candidate_email: string
  readonly language: string
  readonly owner_id: string
  readonly decider_id: string
  readonly minutes: number
  readonly criteria: readonly string[]
  readonly note: string
  readonly outcome: 'go-on' | 'offer' | 'no' | null
  readonly reason: string
  readonly decided_at: Temporal.Instant | null
}

export interface PanelistRow {
  readonly principal_id: string
  readonly scores: readonly number[] | null
  readonly words: readonly string[] | null
  readonly recommends: Recommendation | null
  readonly summary: string
  readonly sent_at: Temporal.Instant | null
}

export async function interviewOf(at: At, id: string): Promise<InterviewRow> {
  const { rows } = await sql<InterviewRow>`
    select * from interviews.interview where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function panelOf(at: At, id: string): Promise<PanelistRow[]> {
  const { rows } = await sql<PanelistRow>`
    select principal_id, scores, words, recommends, summary, sent_at from interviews.panelist
    where organisation_id = ${at.office.id} and interview_id = ${id} order by position`.execute(at.db())
  return rows
}

/** Events that are about it, and stand: booked from it, or from times that were offered. */
export const eventsOf = (office: string, id: ReturnType<typeof sql>) => sql`
  select l.from_id as event_id, o.start_at, o.end_at from kernel.link l
  join calendar.event_fact e on e.organisation_id = l.organisation_id and e.event_id = l.from_id and e.status <> 'cancelled'
  left join lateral (select start_at, end_at from calendar.occurrence_fact f
    where f.organisation_id = e.organisation_id and f.calendar_id = e.home_id and f.event_id = e.event_id limit 1) o on true
  where l.organisation_id = ${office} and l.to_id = ${id} and l.relation = 'about'`

export const cardKey = (id: string, principalId: string) => `interviews.card:${id}:${principalId}`

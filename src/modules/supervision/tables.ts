/** The module's own tables, as its migrations make them. */
import type { Generated } from 'kysely'
import type { MistakeKind, Moment, ReviewState } from './contract/shapes.ts'

export interface PlaceTable {
  organisation_id: string
  person_id: string
  superior_id: string | null
  team: string | null
  since_at: Temporal.Instant
  set_by_id: string
}

export interface MarkTable {
  organisation_id: string
  id: string
  superior_id: string
  person_id: string
  moment: Moment
  every: number
  words: string | null
  folded: Generated<string>
  note: Generated<string>
  pieces: Generated<number>
  ended_at: Temporal.Instant | null
}

export interface ReviewTable {
  organisation_id: string
  id: string
  mark_id: string | null
  task_id: string
  person_id: string
  superior_id: string
  moment: Moment
  unshown: Generated<boolean>
  state: ReviewState
  mistake_kind: MistakeKind | null
  note: Generated<string>
  answer: string | null
  asked_at: Temporal.Instant
  reviewed_at: Temporal.Instant | null
  reviewed_by_id: string | null
  round: Generated<number>
}

export interface SupervisionTables {
  'supervision.place': PlaceTable
  /** Published: who leads whom, by how many steps. */
  'supervision.leads': { organisation_id: string; leader_id: string; person_id: string; depth: number }
  'supervision.mark': MarkTable
  'supervision.review': ReviewTable
}

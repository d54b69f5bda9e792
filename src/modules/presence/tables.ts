/** The tables of presence, as migrations/0450-presence.sql makes them. */
import type { PresenceState } from './contract.ts'

export interface WordTable {
  organisation_id: string
  id: string
  person_id: string
  state: PresenceState | null
  until_at: Temporal.Instant | null
  note: string
  set_at: Temporal.Instant
  set_by_id: string
}

export interface PresenceTables {
  'presence.word': WordTable
}

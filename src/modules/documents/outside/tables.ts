/** The tables of what is shared with people outside, as migration 0133 makes them. */
import type { Generated } from 'kysely'
import type { shareEnds, shareForms } from '../contract/shares.ts'

export interface OutsideTables {
  'documents.share_password': {
    organisation_id: string
    id: string
    hash: string
    made_at: Temporal.Instant
    made_by: string
  }
  'documents.share': {
    organisation_id: string
    id: string
    document_id: string
    form: (typeof shareForms)[number]
    recipient: string | null
    note: Generated<string>
    class_then: number
    shared_at: Temporal.Instant
    shared_by: string
    expires_at: Temporal.Instant
    most_fetches: number | null
    fetches: Generated<number>
    last_fetch_at: Temporal.Instant | null
    password_id: string | null
    wrong_tries: Generated<number>
    ended: (typeof shareEnds)[number] | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
  }
}

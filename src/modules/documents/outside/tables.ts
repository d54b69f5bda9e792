/** The tables of what is shared with people outside and asked of them, as migrations 0133 to 0135 make them. */
import type { Generated } from 'kysely'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { mailStates } from '../contract/file-requests.ts'
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
  'documents.file_request': {
    organisation_id: string
    id: string
    asked_of: string
    party_id: string | null
    email: string | null
    language: Language
    letter: Generated<string>
    due_on: Temporal.PlainDate
    matter_id: string | null
    asked_at: Temporal.Instant
    asked_by: string
    round: Generated<number>
    mail: (typeof mailStates)[number]
    mail_error: string | null
    reply: Generated<string>
    replied_at: Temporal.Instant | null
    closed_as: 'complete' | 'withdrawn' | null
    closed_at: Temporal.Instant | null
    closed_by: string | null
  }
  'documents.file_request_item': {
    organisation_id: string
    request_id: string
    position: number
    label: string
    ticked_at: Temporal.Instant | null
  }
  'documents.file_request_file': {
    organisation_id: string
    request_id: string
    document_id: string
    position: number | null
    name: string
    size_bytes: bigint
    came_at: Temporal.Instant
  }
  'documents.public_register': {
    organisation_id: string
    is_open: Generated<boolean>
    address: string | null
    shows_names: Generated<boolean>
    after_days: Generated<number>
    masked_words: Generated<string[]>
    intro: Generated<string>
  }
  'documents.registration_mask': {
    organisation_id: string
    registration_id: string
    words: Generated<string[]>
    hides_correspondent: Generated<boolean>
    withheld: Generated<boolean>
  }
}

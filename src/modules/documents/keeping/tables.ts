/** The tables of keeping, as migrations 0130 and 0132 make them. */
import type { Generated } from 'kysely'
import type { Direction } from '../contract/registration.ts'
import type { DocumentKind } from '../contract/words.ts'

export interface KeepingTables {
  'documents.keeping': { organisation_id: string; four_eyes: boolean; discarded_days: number | null }
  'documents.hold': {
    organisation_id: string
    id: string
    reason: string
    record_id: string | null
    words: string[] | null
    kind: DocumentKind | null
    class_code_id: string | null
    received_from: Temporal.PlainDate | null
    received_to: Temporal.PlainDate | null
    placed_at: Temporal.Instant
    placed_by: string
    lifted_at: Temporal.Instant | null
    lifted_by: string | null
    lift_reason: string | null
  }
  'documents.certificate': {
    organisation_id: string
    id: string
    number: string
    decided_at: Temporal.Instant
    decided_by: string
    reason: string
    handed_to: string | null
    again: Generated<boolean>
    lines_erased: number
    lines_kept: number
  }
  'documents.certificate_line': {
    organisation_id: string
    certificate_id: string
    position: number
    document_id: string
    title: string | null
    kind: DocumentKind
    class_code: string | null
    basis: string | null
    issued_on: Temporal.PlainDate | null
    received_on: Temporal.PlainDate
    keep_until: Temporal.PlainDate | null
    page_count: number | null
    size_bytes: bigint
    digest: Buffer
    copy_digest: Buffer | null
    gone_at: Temporal.Instant | null
    shared: boolean | null
  }
  'documents.registration': {
    organisation_id: string
    id: string
    number: string
    direction: Direction
    year: number
    serial: bigint
    happened_on: Temporal.PlainDate
    subject: string
    correspondent: string | null
    party_id: string | null
    document_id: string | null
    matter_id: string | null
    secret: Generated<boolean>
    secrecy_basis: string | null
    registered_at: Temporal.Instant
    registered_by: string
    struck_at: Temporal.Instant | null
    struck_by: string | null
    strike_reason: string | null
  }
}

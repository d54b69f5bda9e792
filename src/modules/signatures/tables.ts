/** The tables of signatures. Made from the database by `npm run generate`: change a migration, not this file. */
import type { Generated } from 'kysely'

export interface HouseTable {
  organisation_id: string
  certificate: Buffer
  made_at: Temporal.Instant
}

export interface OpenedTable {
  organisation_id: string
  signing_id: string
  principal_id: string
  digest: Buffer
  at: Temporal.Instant
}

export interface ServiceTable {
  organisation_id: string
  wire: 'scrive'
  address: string
  secret_id: string
  connected_at: Temporal.Instant
  connected_by: string
}

export interface SignerTable {
  organisation_id: string
  id: string
  signing_id: string
  place: number
  way: 'screen' | 'link' | 'paper' | 'service'
  role: 'self' | 'company' | 'company-together' | 'witness'
  state: 'later' | 'asked' | 'signed' | 'declined'
  person_id: string | null
  name: string
  email: string | null
  phone: string | null
  language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  field_page: number | null
  field_box: number[] | null
  asked_at: Temporal.Instant | null
  opened_at: Temporal.Instant | null
  told_at: Temporal.Instant | null
  told_times: Generated<number>
  mail: 'sending' | 'sent' | 'failed' | 'no-door' | null
  link_until: Temporal.Instant | null
  code_round: Generated<number>
  code_at: Temporal.Instant | null
  code_tries: Generated<number>
  code_passed_at: Temporal.Instant | null
  question: string | null
  answer: string | null
  signed_at: Temporal.Instant | null
  signed_by_id: string | null
  signed_by_name: string | null
  signed_digest: Buffer | null
  proof: 'sign-in' | 'link' | 'link-sms' | 'link-mail' | 'paper' | 'service' | null
  strokes: string | null
  typed: string | null
  reason: string | null
  scan_document_id: string | null
  scan_ink: boolean | null
}

export interface SigningTable {
  organisation_id: string
  id: string
  document_id: string
  state: 'open' | 'completed' | 'declined' | 'withdrawn'
  digest: Buffer
  media_kind: 'pdf' | 'image'
  pages: number
  in_order: boolean
  due_on: Temporal.PlainDate | null
  note: Generated<string>
  put_in_by: string
  put_in_at: Temporal.Instant
  round: Generated<number>
  late_told_on: Temporal.PlainDate | null
  ended_at: Temporal.Instant | null
  sheet_number: number | null
  sheet_token: string | null
  scan_pages_missing: number | null
  sealed_digest: Buffer | null
  sealed_file_id: string | null
  sealed_at: Temporal.Instant | null
  service: 'scrive' | null
  service_state: 'sending' | 'pending' | 'signed' | 'declined' | 'expired' | 'cancelled' | 'failed' | null
  service_id: string | null
  service_said: string | null
}

export interface SignaturesTables {
  'signatures.house': HouseTable
  'signatures.opened': OpenedTable
  'signatures.service': ServiceTable
  'signatures.signer': SignerTable
  'signatures.signing': SigningTable
}

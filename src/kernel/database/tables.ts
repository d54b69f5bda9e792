/** The kernel's tables as modules may see them; written by hand, since their borders are narrower than the tables. */
import type { ColumnType, Generated } from 'kysely'

/** Any JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

export interface RecordTable {
  organisation_id: string
  id: string
  kind: string
  title: string
  class: number
  audience: string[] | null
  /** What it would be by itself; null where it was made from nothing. */
  own_class: Generated<number | null>
  own_audience: Generated<string[] | null>
  version: Generated<number>
  merged_into: string | null
  hold_until: Temporal.Instant | null
  created_at: Temporal.Instant
  changed_at: Temporal.Instant
}

export interface KernelTables {
  'kernel.record': RecordTable
  'kernel.preference': {
    organisation_id: string
    principal_id: string
    key: string
    value: ColumnType<JsonValue, string, string>
  }
  'kernel.organisation': {
    organisation_id: string
    name: string
    country: string
    currency: string
    zone: string
    language: string
    settings: ColumnType<Record<string, unknown>, string, string>
    version: Generated<number>
    created_at: Temporal.Instant
  }
  'kernel.derivation': { organisation_id: string; record_id: string; source_id: string }
  'kernel.link': { organisation_id: string; from_id: string; to_id: string; relation: string }
  'kernel.counter': { organisation_id: string; series: string; value: bigint }
  'kernel.file': {
    organisation_id: string
    id: string
    digest: Buffer
    size_bytes: bigint
    media_type: string
    name: string
    stored_at: Temporal.Instant
  }
  'kernel.journal': {
    organisation_id: string
    seq: bigint
    at: Temporal.Instant
    principal_id: string
    behalf_of_id: string | null
    mandate_id: string | null
    command: string
    cause_seq: bigint | null
    request_id: string
    surface: string
    head: Buffer
    body_digest: Buffer
    previous_hash: Buffer
    hash: Buffer
  }
  'kernel.journal_head': { organisation_id: string; seq: bigint; hash: Buffer }
  'kernel.journal_body': { organisation_id: string; seq: bigint; salt: Buffer; body: Buffer }
  'kernel.journal_record': { organisation_id: string; record_id: string; seq: bigint; version: number | null }
  'kernel.job_progress': {
    organisation_id: string
    job_id: string
    name: string
    done: bigint
    total: bigint | null
    note: string
    cancel_requested: boolean
    started_at: Temporal.Instant
    changed_at: Temporal.Instant
    finished_at: Temporal.Instant | null
    error: string | null
  }
  'kernel.read_log': { organisation_id: string; record_id: string; principal_id: string; read_at: Temporal.Instant }
  'kernel.idempotency': {
    organisation_id: string
    principal_id: string
    command: string
    key: string
    input_digest: Buffer
    outcome: ColumnType<unknown, string | null, string | null>
    expires_at: Temporal.Instant
  }
}

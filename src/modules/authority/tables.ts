/** Authority's own tables. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

interface LimitColumns {
  limit_minor: bigint | null
  limit_currency: string | null
}

export interface AuthorityTables {
  'authority.principal': {
    organisation_id: string
    id: string
    kind: 'person' | 'assistant'
    email: string | null
    language: string
    clearance: Generated<number>
    deputy_id: string | null
    disabled_at: Temporal.Instant | null
  }
  'authority.role': { organisation_id: string; id: string; key: string | null; clearance: number }
  'authority.role_offer': { organisation_id: string; role_id: string; permission: string }
  'authority.role_permission': { organisation_id: string; role_id: string; permission: string } & LimitColumns
  'authority.principal_limit': { organisation_id: string; principal_id: string; permission: string } & LimitColumns
  'authority.assignment': {
    organisation_id: string
    principal_id: string
    role_id: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant | null
  }
  /** The published view: who holds which role (PostgreSQL tells of no view which columns may be null). */
  'authority.role_holder': {
    organisation_id: string
    role_id: string
    role_key: string
    principal_id: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant
  }
  /** Published: who holds which permission by a role. */
  'authority.permission_holder': {
    organisation_id: string
    principal_id: string
    permission: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant
  }
  /** Published: what each colleague may see by himself or by a role, from when to when. */
  'authority.sight': {
    organisation_id: string
    principal_id: string
    clearance: number
    audience_id: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant | null
  }
  /** Published: who is with the office, and who stands in. */
  'authority.colleague': {
    organisation_id: string
    principal_id: string
    deputy_id: string | null
    kind: 'person' | 'assistant'
  }
  'authority.mandate': {
    organisation_id: string
    id: string
    from_id: string
    to_id: string
    permissions: string[]
    clearance: number
    purpose: Generated<string>
    from_at: Temporal.Instant
    until_at: Temporal.Instant
    revoked_at: Temporal.Instant | null
  } & LimitColumns
  'authority.address_fact': { organisation_id: string; principal_id: string; email: string | null; language: string }
  'authority.approval': {
    organisation_id: string
    id: string
    command: string
    permission: string
    input: Json
    input_digest: Buffer
    basis: Json
    basis_digest: Buffer
    because: string
    amount_minor: bigint | null
    amount_currency: string | null
    asked_by: string
    asked_for: string | null
    mandate_id: string | null
    asked_at: Temporal.Instant
    state: Generated<'open' | 'approved' | 'refused' | 'withdrawn' | 'closed'>
    decided_by: string | null
    decided_at: Temporal.Instant | null
    reason: Generated<string>
    closed_by: ColumnType<unknown, string | null, string | null>
  }
}

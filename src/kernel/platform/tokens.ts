/** Tokens: opaque, kept as SHA-256 digests. Links and API tokens are derived from their id, so that no answer holds them. */
import { createHmac, randomBytes } from 'node:crypto'
import { sha256 } from '../canonical.ts'
import { firstRow, type Ground, momentOf } from './ground.ts'

export type LinkPurpose = 'first-run' | 'invitation' | 'password-reset'

/** Name of the server's secret that links and API tokens are derived from. */
export const linkSecret = 'links'

/** 256 bits from the system, in base64url. */
export const opaqueToken = (): string => randomBytes(32).toString('base64url')

export const tokenDigest = (token: string): Buffer => sha256(token)

/** The secret part of a link: whoever holds the server's secret can write it again from the id. */
export function linkToken(secret: Uint8Array, purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')
}

/** An API token; the prefix lets secret scanners know it. */
export function apiToken(secret: Uint8Array, id: string): string {
  return `kontor_${createHmac('sha256', secret).update(`api-token:${id}`).digest('base64url')}`
}

const pages = { 'first-run': '/first-run', invitation: '/invitation', 'password-reset': '/reset-password' } as const

/** Where the interface takes a link: the token stands in the fragment, which no server log sees. */
export const linkPath = (purpose: LinkPurpose, token: string): string => `${pages[purpose]}#${token}`

export interface Bearer {
  readonly tokenId: string
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

/** Whom an API token speaks for, or null when it is unknown, expired or revoked. */
export async function resolveApiToken(ground: Ground, token: string): Promise<Bearer | null> {
  const row = await firstRow<{
    token_id: string
    organisation_id: string
    principal_id: string
    mandate_id: string | null
  }>(ground.pool, 'select * from platform.api_token_find($1, $2)', [tokenDigest(token), momentOf(ground)])
  if (!row) return null
  return {
    tokenId: row.token_id,
    organisationId: row.organisation_id,
    principalId: row.principal_id,
    mandateId: row.mandate_id,
  }
}

export interface OneTime {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly accountId: string | null
  readonly organisationId: string | null
  readonly principalId: string | null
  readonly email: string | null
  readonly expiresAt: Temporal.Instant
}

interface OneTimeRow {
  token_id: string
  purpose: LinkPurpose
  account_id: string | null
  organisation_id: string | null
  principal_id: string | null
  email: string | null
  expires_at: Temporal.Instant
}

/** What a link is for, without using it up; null when it is spent, expired or for another purpose. */
export async function findLink(ground: Ground, token: string, purpose: LinkPurpose): Promise<OneTime | null> {
  const row = await firstRow<OneTimeRow>(ground.pool, 'select * from platform.one_time_find($1, $2)', [
    tokenDigest(token),
    momentOf(ground),
  ])
  if (row?.purpose !== purpose) return null
  return {
    id: row.token_id,
    purpose: row.purpose,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    principalId: row.principal_id,
    email: row.email,
    expiresAt: row.expires_at,
  }
}

import { sql } from 'kysely'
import { keyedDigest } from '../canonical.ts'
import type { Opened } from '../database/transaction.ts'
import { kernelRefusals, refuse } from '../refusal.ts'
import type { Outcome, Request } from './outcome.ts'

const keptFor = Temporal.Duration.from({ hours: 48 })

/**
 * Claims the key for this act, in the scope (organisation, principal, command). Gives the answer of an earlier act
 * under the same key, or null where this is the first. Whoever comes second waits for the first to end. A refusal
 * rolls the claim back, so it stores nothing.
 */
export async function claimKey(opened: Opened, request: Request, secret: Uint8Array): Promise<Outcome | null> {
  if (!request.key) return null
  const digest = keyedDigest(secret, request.input)
  const { rows } = await sql<{ claimed: boolean; same: boolean; expired: boolean; outcome: Outcome | null }>`
    with claim as (
      insert into kernel.idempotency (organisation_id, principal_id, command, key, input_digest, expires_at)
      values (${request.organisationId}, ${request.principalId}, ${request.command}, ${request.key}, ${digest}, ${opened.at.add(keptFor)})
      on conflict (organisation_id, principal_id, command, key) do update
        set input_digest = excluded.input_digest, expires_at = excluded.expires_at, outcome = null
        where idempotency.expires_at < ${opened.at}
      returning 1)
    select exists (select from claim) as claimed`.execute(opened.tx)
  if (rows[0]!.claimed) return null
  const earlier = await sql<{ input_digest: Buffer; outcome: Outcome | null }>`
    select input_digest, outcome from kernel.idempotency
    where organisation_id = ${request.organisationId} and principal_id = ${request.principalId}
      and command = ${request.command} and key = ${request.key}`.execute(opened.tx)
  const row = earlier.rows[0]
  if (!row?.outcome || !row.input_digest.equals(digest)) refuse(kernelRefusals.keyReused, { key: request.key })
  return row.outcome
}

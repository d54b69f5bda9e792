import { keyedDigest } from '../canonical.ts'
import { runNamed } from '../database/bound.ts'
import type { Opened } from '../database/transaction.ts'
import { kernelRefusals, refuse } from '../refusal.ts'
import type { Outcome, Request } from './outcome.ts'

const keptFor = Temporal.Duration.from({ hours: 48 })

const claim = `
  insert into kernel.idempotency (organisation_id, principal_id, command, key, input_digest, expires_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (organisation_id, principal_id, command, key) do update
    set input_digest = excluded.input_digest, expires_at = excluded.expires_at, outcome = null
    where idempotency.expires_at < $7
  returning 1`

const earlier = `
  select input_digest, outcome from kernel.idempotency
  where organisation_id = $1 and principal_id = $2 and command = $3 and key = $4`

/**
 * Claims the key for this act, in the scope (organisation, principal, command). Gives the answer of an earlier act
 * under the same key, or null where this is the first. Whoever comes second waits for the first to end. A refusal
 * rolls the claim back, so it stores nothing.
 */
export async function claimKey(opened: Opened, request: Request, secret: Uint8Array): Promise<Outcome | null> {
  if (!request.key) return null
  const digest = keyedDigest(secret, request.input)
  const scope = [request.organisationId, request.principalId, request.command, request.key]
  const claimed = await runNamed(opened.client, claim, [...scope, digest, opened.at.add(keptFor), opened.at])
  if (claimed.length > 0) return null
  const [row] = await runNamed<{ input_digest: Buffer; outcome: Outcome | null }>(opened.client, earlier, scope)
  if (!row?.outcome || !row.input_digest.equals(digest)) refuse(kernelRefusals.keyReused, { key: request.key })
  return row.outcome
}

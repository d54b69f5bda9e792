/** What nothing keeps in clear: links and tokens are written again from their id, for who may have them, while they hold. */
import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { apiToken, linkPath, linkSecret, linkToken } from '../../../kernel/platform/tokens.ts'
import { listApiTokens, refusals, showApiToken, showLink } from '../contract.ts'
import { authorityHeld, reachesOver } from '../held.ts'
import { namesOf, sliced } from '../people.ts'

const shownFor = { minutes: 10 }

async function secretOf(view: View): Promise<Buffer | null> {
  const { rows } = await sql<{ value: Buffer | null }>`select platform.secret_read(${linkSecret}) as value`.execute(
    view.db(),
  )
  return rows[0]!.value
}

export const showLinkBody = implementQuery(showLink, async (view, { id }) => {
  const { rows } = await sql<{
    purpose: 'invitation' | 'password-reset'
    principal_id: string
    expires_at: Temporal.Instant
  }>`
    select * from platform.one_time_open(${id}::uuid, ${view.at})`.execute(view.db())
  const [link] = rows
  const secret = link && (await secretOf(view))
  // Whoever has the link can sign in as that person: so it is shown only to who reaches as far.
  if (!secret || !reachesOver(view, await authorityHeld(view, link.principal_id)))
    return view.refuse(refusals.linkSpent)
  return {
    path: linkPath(link.purpose, linkToken(secret, link.purpose, id)),
    purpose: link.purpose,
    expiresAt: link.expires_at,
  }
})

interface TokenRow {
  token_id: string
  principal_id: string
  mandate_id: string | null
  name: string
  created_at: Temporal.Instant
  created_by: string
  expires_at: Temporal.Instant | null
  used_at: Temporal.Instant | null
  revoked_at: Temporal.Instant | null
}

export const showApiTokenBody = implementQuery(showApiToken, async (view, { id }) => {
  const { rows } = await sql<TokenRow>`
    select * from platform.api_tokens()
    where token_id = ${id}::uuid and created_by = ${view.principal.id}::uuid and revoked_at is null
      and created_at > ${view.at.subtract(shownFor)}`.execute(view.db())
  const secret = rows.length > 0 ? await secretOf(view) : null
  return secret ? { token: apiToken(secret, id) } : view.refuse(refusals.tokenMissing)
})

export const listApiTokensBody = implementQuery(listApiTokens, async (view, slice) => {
  const { rows } = await sql<TokenRow>`select * from platform.api_tokens()`.execute(view.db())
  const page = sliced(rows, slice)
  const name = await namesOf(
    view,
    page.rows.flatMap(row => [row.principal_id, row.created_by]),
  )
  return {
    ...page,
    rows: page.rows.map(row => ({
      id: row.token_id,
      name: row.name,
      principal: name(row.principal_id),
      mandateId: row.mandate_id,
      createdAt: row.created_at,
      createdBy: name(row.created_by),
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      revokedAt: row.revoked_at,
    })),
  }
})

import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { apiToken, tokenDigest } from '../../../kernel/platform/tokens.ts'
import { apiTokenCreated, createApiToken, refusals } from '../contract.ts'
import { refuseUnlessOver } from '../held.ts'
import { secretOfLinks } from '../links.ts'
import { principalOf, titleOf } from '../principal-row.ts'
import type { AuthorityTables } from '../tables.ts'

/** A token is made for oneself or for a software assistant that reaches no further than oneself. */
async function refuseForeign(act: Act, principalId: string): Promise<void> {
  const principal = await principalOf(act, principalId)
  if (principal.disabled_at) act.refuse(refusals.principalDisabled)
  if (act.principal.onBehalfOf) act.refuse(refusals.authorityNotHeld)
  if (principalId === act.principal.id) return
  if (principal.kind !== 'assistant') act.refuse(refusals.authorityNotHeld, { field: 'principalId' })
  await refuseUnlessOver(act, principalId)
}

/** The mandate is the principal's, and it was given by who makes the token, or makes it for themselves. */
async function refuseForeignMandate(act: Act, principalId: string, mandateId: string): Promise<void> {
  const mandate = await act
    .db<AuthorityTables>()
    .selectFrom('authority.mandate')
    .select('from_id')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', mandateId)
    .where('to_id', '=', principalId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const yours = mandate && (principalId === act.principal.id || mandate.from_id === act.principal.id)
  if (!yours) act.refuse(refusals.mandateNotYours, { field: 'mandateId' })
}

/** The end of that office day. */
const endOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).toInstant()

export const createApiTokenBody = implementCommand(createApiToken, {
  async run(act, { name, principalId = act.principal.id, mandateId, expiresOn }) {
    await refuseForeign(act, principalId)
    if (mandateId !== undefined) await refuseForeignMandate(act, principalId, mandateId)
    const expiresAt = expiresOn ? endOf(expiresOn, act.office.zone) : null
    if (expiresAt && Temporal.Instant.compare(expiresAt, act.at) <= 0)
      act.refuse(refusals.tokenPast, { field: 'expiresOn' })
    const id = act.newId()
    const digest = tokenDigest(apiToken(await secretOfLinks(act), id))
    await sql`
      select platform.api_token_create(${id}, ${digest}, ${principalId}::uuid, ${mandateId ?? null}::uuid, ${name},
        ${act.principal.id}::uuid, ${act.at}, ${expiresAt}::timestamptz)`.execute(act.db())
    act.emit(apiTokenCreated, { id, name, principal: await titleOf(act, principalId, 'principal') }, [principalId])
    return { output: { id }, undo: { command: 'authority.revoke-api-token', input: { id } } }
  },
})

import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { apiTokenRevoked, refusals, revokeApiToken } from '../contract.ts'

export const revokeApiTokenBody = implementCommand(revokeApiToken, {
  async run(act, { id }) {
    const { rows } = await sql<{ name: string; principal_id: string; revoked: boolean }>`
      select name, principal_id, platform.api_token_revoke(token_id, ${act.at}) as revoked
      from platform.api_tokens() where token_id = ${id}::uuid`.execute(act.db())
    const [token] = rows
    if (!token?.revoked) return act.refuse(refusals.tokenMissing)
    act.emit(apiTokenRevoked, { id, name: token.name }, [token.principal_id])
    return { output: { id } }
  },
})

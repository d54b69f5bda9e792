/** Links for people who cannot sign in yet, or no longer: made in the act's own transaction, derived from their id. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { linkSecret, linkToken, tokenDigest } from '../../kernel/platform/tokens.ts'

/** An invitation holds for a week, a link to a new password for a day. */
const hours = { invitation: 7 * 24, 'password-reset': 24 } as const

/** The server's secret that links and API tokens are derived from. */
export async function secretOfLinks(act: Act): Promise<Buffer> {
  const { rows } = await sql<{ value: Buffer }>`
    select platform.secret_keep(${linkSecret}, ${randomBytes(32)}) as value`.execute(act.db())
  return rows[0]!.value
}

export interface LinkFor {
  readonly principalId: string
  readonly accountId: string | null
  readonly email: string
}

/** Makes a link and gives its id; the token itself is never in an answer, a journal line or a table. */
export async function makeLink(act: Act, purpose: 'invitation' | 'password-reset', to: LinkFor): Promise<string> {
  const id = act.newId()
  const digest = tokenDigest(linkToken(await secretOfLinks(act), purpose, id))
  await sql`
    select platform.one_time_create(${id}, ${digest}, ${purpose}, ${to.accountId}::uuid, ${act.office.id}::uuid,
      ${to.principalId}::uuid, ${to.email}, ${act.at}, ${act.at.add({ hours: hours[purpose] })})`.execute(act.db())
  return id
}

export interface AccountOfPrincipal {
  readonly account_id: string
  readonly email: string
  readonly organisations: bigint
}

/** The account behind a principal; undefined until the invitation has been accepted. */
export async function accountOf(act: Act, principalId: string): Promise<AccountOfPrincipal | undefined> {
  const { rows } = await sql<AccountOfPrincipal>`select * from platform.account_of_principal(${principalId})`.execute(
    act.db(),
  )
  return rows[0]
}

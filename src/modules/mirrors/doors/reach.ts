/** Accounts as the door and the routes reach them: rows read as Kontor, secrets opened, tokens kept when they are renewed. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { openSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import { renewAccount } from '../contract.ts'
import type { ConsentKind, ProviderKind } from '../contract/shapes.ts'
import { MirrorFault, type Provider } from '../provider.ts'
import { clientOf, type Coming, oauthServer, providerFor, purposeOf } from '../providers/open.ts'

export interface AccountFacts {
  readonly id: string
  readonly ownerId: string
  readonly provider: ProviderKind
  readonly address: string
  readonly username: string
  readonly secretId: string | null
}

export const groundOf = (kernel: Kernel) => ({ pool: kernel.pool, clock: kernel.clock })

export async function rowsOf<Row>(
  kernel: Kernel,
  organisationId: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query(text, [organisationId, ...values])
    return rows as Row[]
  })
}

export async function accountFacts(kernel: Kernel, organisationId: string, id: string): Promise<AccountFacts | null> {
  const rows = await rowsOf<AccountFacts>(
    kernel,
    organisationId,
    `select id, owner_id as "ownerId", provider, address, username, secret_id as "secretId"
     from mirrors.account where organisation_id = $1 and id = $2 and ended_at is null`,
    [id],
  )
  return rows[0] ?? null
}

export const officeClient = (kernel: Kernel, organisationId: string, provider: ConsentKind) =>
  clientOf(kernel, organisationId, provider, async kind => {
    const rows = await rowsOf<{ clientId: string; tenant: string | null; secretId: string }>(
      kernel,
      organisationId,
      `select client_id as "clientId", tenant, secret_id as "secretId" from mirrors.client where organisation_id = $1 and provider = $2`,
      [kind],
    )
    return rows[0] ?? null
  })

async function secretOf(kernel: Kernel, organisationId: string, account: AccountFacts): Promise<string> {
  const id = account.secretId
  const secret = id && (await openSecret(groundOf(kernel), organisationId, { id, purpose: purposeOf(account) }))
  if (!secret) throw new MirrorFault('sign-in-refused')
  return secret
}

/** What one comes in with by consent: a refresh token that is given anew is sealed in the place of the old one. */
export async function comingOf(kernel: Kernel, organisationId: string, account: AccountFacts): Promise<Coming> {
  const provider = account.provider as ConsentKind
  const client = await officeClient(kernel, organisationId, provider)
  if (!client) throw new MirrorFault('sign-in-refused', 'client')
  return {
    server: oauthServer(provider, client),
    refresh: await secretOf(kernel, organisationId, account),
    key: account.secretId!,
    async renewed(refresh) {
      const sealed = { secret: refresh, purpose: purposeOf(account) }
      const secretId = await sealSecret(groundOf(kernel), organisationId, sealed)
      await kernel.dispatch({
        organisationId,
        principalId: systemPrincipalId,
        command: renewAccount.name,
        input: { id: account.id, secretId },
        requestId: newId(),
        surface: 'mirror',
      })
    },
  }
}

export async function openAccount(
  kernel: Kernel,
  organisationId: string,
  account: AccountFacts,
  signal?: AbortSignal,
): Promise<Provider> {
  if (account.provider === 'caldav')
    return providerFor(account, await secretOf(kernel, organisationId, account), null, signal)
  return providerFor(account, '', { ...(await comingOf(kernel, organisationId, account)), signal })
}

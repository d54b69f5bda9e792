/** From a mailbox of the database to its servers: the secret opened, the consent renewed. */
import { inReadOnly } from '../../../kernel/database/transaction.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { OAuthFault, type OAuthServer, refreshTokens, type Tokens } from '../../../kernel/outside/oauth.ts'
import { openSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import { renewMailbox } from '../contract.ts'
import type { ConsentKind, MailboxWay, MailProblem } from '../contract/shapes.ts'
import { MailFailure, type Server, type SignIn } from './reach.ts'

export interface Account {
  readonly id: string
  readonly organisationId: string
  readonly version: string
  readonly address: string
  readonly way: MailboxWay
  readonly username: string
  readonly secretId: string | null
  readonly imap: Server | null
  readonly smtp: Server | null
  readonly sinceOn: string | null
  readonly problem: MailProblem | null
}

/** What a secret is sealed for: it is sent nowhere else. */
export const purposeOf = ({ way, imap, smtp, username }: Pick<Account, 'way' | 'imap' | 'smtp' | 'username'>): string =>
  JSON.stringify([
    'mail',
    way,
    ...[imap, smtp].map(server => server && [server.host.toLowerCase(), server.port, server.encryption]),
    username,
  ])

export const clientPurpose = (provider: ConsentKind): string => `mail client ${provider}`

export const groundOf = (kernel: Pick<Kernel, 'pool' | 'clock'>) => ({ pool: kernel.pool, clock: kernel.clock })

/** Where Google and Microsoft are spoken with; tests put stand-ins there. */
export interface MailEndpoints {
  readonly googleAuthorize: string
  readonly googleToken: string
  readonly microsoftLogin: string
}
let current: MailEndpoints = {
  googleAuthorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  googleToken: 'https://oauth2.googleapis.com/token',
  microsoftLogin: 'https://login.microsoftonline.com',
}
export const setMailEndpoints = (given: MailEndpoints): void => {
  current = given
}

export interface MailClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly tenant: string | null
}

export function oauthServerOf(provider: ConsentKind, { clientId, clientSecret, tenant }: MailClient): OAuthServer {
  if (provider === 'google')
    return {
      authorizeUrl: current.googleAuthorize,
      tokenUrl: current.googleToken,
      clientId,
      clientSecret,
      scopes: ['https://mail.google.com/', 'openid', 'email'],
      more: { access_type: 'offline', prompt: 'consent' },
    }
  const login = `${current.microsoftLogin}/${encodeURIComponent(tenant ?? 'common')}/oauth2/v2.0`
  return {
    authorizeUrl: `${login}/authorize`,
    tokenUrl: `${login}/token`,
    clientId,
    clientSecret,
    scopes: [
      'offline_access',
      'openid',
      'email',
      'https://outlook.office.com/IMAP.AccessAsUser.All',
      'https://outlook.office.com/SMTP.Send',
    ],
  }
}

/** Their servers, which everybody's mailbox there has. */
export const serversOf: Record<ConsentKind, { imap: Server; smtp: Server }> = {
  google: {
    imap: { host: 'imap.gmail.com', port: 993, encryption: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, encryption: 'tls' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, encryption: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' },
  },
}

export async function rowsOf<Row>(
  kernel: Kernel,
  organisationId: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query(text, [organisationId, ...values])
    return rows as Row[]
  })
}

const columns = `b.id, b.organisation_id as "organisationId", r.version::text || ' ' || b.paused::text as version, b.address, b.way, coalesce(b.username, '') as username,
  b.secret_id as "secretId", b.since_on::text as "sinceOn", b.problem,
  case when b.imap_host is not null then json_build_object('host', b.imap_host, 'port', b.imap_port, 'encryption', b.imap_encryption) end as imap,
  case when b.smtp_host is not null then json_build_object('host', b.smtp_host, 'port', b.smtp_port, 'encryption', b.smtp_encryption) end as smtp
  from mail.mailbox b join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.id`

/** Mailboxes that are kept in step with their servers. */
export const accountsOf = (kernel: Kernel, organisationId: string): Promise<Account[]> =>
  rowsOf<Account>(
    kernel,
    organisationId,
    `select ${columns} where b.organisation_id = $1 and b.ended_at is null and not b.paused and b.way <> 'none' and b.secret_id is not null`,
  )

export async function accountOf(kernel: Kernel, organisationId: string, id: string): Promise<Account | null> {
  const rows = await rowsOf<Account>(
    kernel,
    organisationId,
    `select ${columns} where b.organisation_id = $1 and b.id = $2 and b.ended_at is null`,
    [id],
  )
  return rows[0] ?? null
}

export async function mailClientOf(
  kernel: Kernel,
  organisationId: string,
  provider: ConsentKind,
): Promise<MailClient | null> {
  const [row] = await rowsOf<{ clientId: string; tenant: string | null; secretId: string }>(
    kernel,
    organisationId,
    `select client_id as "clientId", tenant, secret_id as "secretId" from mail.client where organisation_id = $1 and provider = $2`,
    [provider],
  )
  if (!row) return null
  const secret = await openSecret(groundOf(kernel), organisationId, {
    id: row.secretId,
    purpose: clientPurpose(provider),
  })
  return secret === null ? null : { clientId: row.clientId, clientSecret: secret, tenant: row.tenant }
}

/** What one comes in with, for some minutes; kept in memory alone, by the sealed secret's id. */
const kept = new Map<string, Tokens>()
export const keepAccess = (secretId: string, tokens: Tokens): void => void kept.set(secretId, tokens)
export const forgetAccess = (secretId: string): void => void kept.delete(secretId)

export async function signInOf(kernel: Kernel, account: Account): Promise<SignIn> {
  const { organisationId, secretId, way, username } = account
  const secret =
    secretId && (await openSecret(groundOf(kernel), organisationId, { id: secretId, purpose: purposeOf(account) }))
  if (!secret || way === 'none') throw new MailFailure('sign-in-refused')
  if (way === 'password') return { user: username, password: secret }
  const had = kept.get(secretId!)
  if (had && had.until > Date.now()) return { user: username, access: had.access }
  const client = await mailClientOf(kernel, organisationId, way)
  if (!client) throw new MailFailure('sign-in-refused')
  const tokens = await refreshTokens(oauthServerOf(way, client), secret).catch((thrown: unknown) => {
    if (thrown instanceof OAuthFault)
      throw new MailFailure(thrown.problem === 'refused' ? 'sign-in-refused' : 'unreachable', thrown)
    throw thrown
  })
  kept.set(secretId!, tokens)
  if (tokens.refresh !== null && tokens.refresh !== secret) await renew(kernel, account, tokens)
  return { user: username, access: tokens.access }
}

/** Another refresh token in the place of the old one. */
async function renew(kernel: Kernel, account: Account, tokens: Tokens): Promise<void> {
  const sealed = { secret: tokens.refresh!, purpose: purposeOf(account) }
  const secretId = await sealSecret(groundOf(kernel), account.organisationId, sealed)
  kept.set(secretId, tokens)
  await kernel.dispatch({
    organisationId: account.organisationId,
    principalId: systemPrincipalId,
    command: renewMailbox.name,
    input: { id: account.id, secretId },
    requestId: newId(),
    surface: 'mail',
  })
}

/** From an account of the database to whoever keeps its calendars: the secret opened, the consent renewed. */
import type { Kernel } from '../../../kernel/kernel.ts'
import {
  exchangeCode,
  OAuthFault,
  type OAuthServer,
  refreshTokens,
  type Tokens,
} from '../../../kernel/outside/oauth.ts'
import { openSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { ConsentKind, ProviderKind } from '../contract/shapes.ts'
import { MirrorFault, type Provider } from '../provider.ts'
import { caldavProvider } from './caldav/provider.ts'
import { endpoints } from './endpoints.ts'
import { googleProvider, meetLink } from './google/provider.ts'
import { microsoftProvider, teamsLink } from './microsoft/provider.ts'

export interface Reached {
  readonly provider: ProviderKind
  readonly address: string
  readonly username: string
}

/** What a secret is sealed for: it is sent nowhere else. */
export const purposeOf = ({ provider, address, username }: Reached): string =>
  JSON.stringify(['calendars', provider, URL.canParse(address) ? new URL(address).origin : address, username])

export const clientPurpose = (provider: ConsentKind): string => `calendars client ${provider}`

export interface Client {
  readonly clientId: string
  readonly clientSecret: string
  readonly tenant: string | null
}

export function oauthServer(provider: ConsentKind, { clientId, clientSecret, tenant }: Client): OAuthServer {
  const at = endpoints()
  if (provider === 'google')
    return {
      authorizeUrl: at.googleAuthorize,
      tokenUrl: at.googleToken,
      clientId,
      clientSecret,
      scopes: ['https://www.googleapis.com/auth/calendar', 'https://www.googleapis.com/auth/meetings.space.created'],
      more: { access_type: 'offline', prompt: 'consent' },
    }
  const login = `${at.microsoftLogin}/${encodeURIComponent(tenant ?? 'common')}/oauth2/v2.0`
  return {
    authorizeUrl: `${login}/authorize`,
    tokenUrl: `${login}/token`,
    clientId,
    clientSecret,
    scopes: ['offline_access', 'User.Read', 'Calendars.ReadWrite', 'OnlineMeetings.ReadWrite'],
  }
}

/** The office's client of a provider; null where none is set. */
export async function clientOf(
  kernel: Kernel,
  organisationId: string,
  provider: ConsentKind,
  find: (provider: ConsentKind) => Promise<{ clientId: string; tenant: string | null; secretId: string } | null>,
): Promise<Client | null> {
  const row = await find(provider)
  if (!row) return null
  const ground = { pool: kernel.pool, clock: kernel.clock }
  const clientSecret = await openSecret(ground, organisationId, { id: row.secretId, purpose: clientPurpose(provider) })
  return clientSecret === null ? null : { clientId: row.clientId, clientSecret, tenant: row.tenant }
}

/** A consent that is over is the person's to give again; anything else passes. */
function faultOf(thrown: unknown): never {
  if (!(thrown instanceof OAuthFault)) throw thrown
  throw new MirrorFault(thrown.problem === 'refused' ? 'sign-in-refused' : thrown.problem, thrown.message)
}

export const firstTokens = (
  server: OAuthServer,
  facts: { code: string; verifier: string; redirectUri: string },
): Promise<Tokens> => exchangeCode(server, facts).catch(faultOf)

/** What one comes in with, for some minutes; kept in memory alone. */
const kept = new Map<string, Tokens>()

export interface Coming {
  readonly server: OAuthServer
  readonly refresh: string
  /** By which it is kept in memory: the sealed secret's id. */
  readonly key: string
  readonly signal?: AbortSignal | undefined
  /** Told when another refresh token was given in the place of the old one. */
  renewed(refresh: string): Promise<void>
}

async function accessOf({ server, refresh, key, renewed }: Coming): Promise<string> {
  const had = kept.get(key)
  if (had && had.until > Date.now()) return had.access
  const fresh = await refreshTokens(server, refresh).catch(faultOf)
  kept.set(key, fresh)
  if (fresh.refresh !== null && fresh.refresh !== refresh) await renewed(fresh.refresh)
  return fresh.access
}

/** Forgets what one came in with: it was refused. */
const forget = (key: string): void => void kept.delete(key)

/** A token for each request; where it is refused, once more with a new one. */
export const bearer = (coming: Coming) => ({
  signal: coming.signal,
  async authorised<T>(work: (access: string) => Promise<T>): Promise<T> {
    try {
      return await work(await accessOf(coming))
    } catch (thrown) {
      if (!(thrown instanceof MirrorFault) || thrown.problem !== 'sign-in-refused' || !kept.has(coming.key))
        throw thrown
      forget(coming.key)
      return work(await accessOf(coming))
    }
  },
})
export type Bearer = ReturnType<typeof bearer>

/** Once it is known that this access works, it need not be asked for again. */
export const keepTokens = (key: string, tokens: Tokens): void => void kept.set(key, tokens)

export function providerFor(account: Reached, secret: string, coming: Coming | null, signal?: AbortSignal): Provider {
  if (account.provider === 'caldav')
    return caldavProvider({ address: account.address, username: account.username, password: secret, signal })
  if (!coming) throw new MirrorFault('sign-in-refused')
  return account.provider === 'google' ? googleProvider(bearer(coming)) : microsoftProvider(bearer(coming))
}

/** The link of a meeting, made through an account. */
export const linkThrough = (provider: ConsentKind, coming: Coming): Promise<string> =>
  provider === 'google' ? meetLink(bearer(coming)) : teamsLink(bearer(coming))

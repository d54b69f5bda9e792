/**
 * Coming in by a person's own consent (OAuth 2.0, RFC 6749; PKCE, RFC 7636): where their browser is sent, what it comes back with is
 * exchanged for, and how one goes on coming in. Secrets are the caller's to seal; nothing here keeps or logs any.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { FetchFailed, fetchOutside } from './fetch.ts'

/** A server that asks people for their consent, and what we are known by there. */
export interface OAuthServer {
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: readonly string[]
  /** What this server wants besides, to give a refresh token. */
  readonly more?: Readonly<Record<string, string>>
}

export interface Tokens {
  readonly access: string
  /** Milliseconds since 1970, a minute before it ends. */
  readonly until: number
  /** Given at the first exchange, and by some anew at each. */
  readonly refresh: string | null
}

/** `refused`: the consent is over, or was never; only the person can give it again. */
export type OAuthProblem = 'refused' | 'unreachable' | 'answer-wrong'

export class OAuthFault extends Error {
  readonly problem: OAuthProblem
  constructor(problem: OAuthProblem, about = '') {
    super(about ? `${problem}: ${about}` : problem)
    this.problem = problem
  }
}

/** What the browser carries to the server and back: sealed, so that nobody else can have begun it. */
export interface Consent {
  readonly organisationId: string
  readonly principalId: string
  readonly provider: string
  readonly verifier: string
  /** Milliseconds since 1970. */
  readonly until: number
  /** The account that is signed in to anew. */
  readonly replacesId: string | null
}

const nonceBytes = 12
const tagBytes = 16

export function sealConsent(secret: Uint8Array, consent: Consent): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const sealed = [nonce, cipher.update(JSON.stringify(consent), 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64url')
}

/** Null where it is not ours, was changed, or is too old. */
export function openConsent(secret: Uint8Array, state: string, now: number): Consent | null {
  const sealed = Buffer.from(state, 'base64url')
  if (sealed.length <= nonceBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceBytes))
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
    const consent = JSON.parse(text.toString('utf8')) as Consent
    return consent.until > now ? consent : null
  } catch {
    return null
  }
}

/** 256 bits (RFC 7636, 4.1). */
export const newVerifier = (): string => randomBytes(32).toString('base64url')

/** Where the person's browser is sent. */
export function consentAddress(
  server: OAuthServer,
  facts: { state: string; verifier: string; redirectUri: string },
): string {
  const url = new URL(server.authorizeUrl)
  const asked = {
    response_type: 'code',
    client_id: server.clientId,
    redirect_uri: facts.redirectUri,
    scope: server.scopes.join(' '),
    state: facts.state,
    code_challenge: createHash('sha256').update(facts.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...server.more,
  }
  for (const [key, value] of Object.entries(asked)) url.searchParams.set(key, value)
  return url.href
}

export const exchangeCode = (
  server: OAuthServer,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<Tokens> =>
  tokens(server, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri })

export const refreshTokens = (server: OAuthServer, refresh: string): Promise<Tokens> =>
  tokens(server, { grant_type: 'refresh_token', refresh_token: refresh })

async function tokens(server: OAuthServer, asked: Readonly<Record<string, string>>): Promise<Tokens> {
  const body = new URLSearchParams({
    ...asked,
    client_id: server.clientId,
    client_secret: server.clientSecret,
  }).toString()
  const answer = await fetchOutside(server.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    accept: 'application/json',
    body,
    mostBytes: 100_000,
    timeoutMs: 30_000,
  }).catch((thrown: unknown) => {
    if (thrown instanceof FetchFailed) throw new OAuthFault('unreachable', thrown.problem)
    throw thrown
  })
  const said = read(answer.body)
  const text = (key: string): string | null => (typeof said?.[key] === 'string' ? (said[key] as string) : null)
  if (answer.status === 400 || answer.status === 401 || answer.status === 403)
    throw new OAuthFault('refused', text('error') ?? String(answer.status))
  if (answer.status >= 500 || answer.status === 429) throw new OAuthFault('unreachable', String(answer.status))
  const access = text('access_token')
  if (answer.status !== 200 || !access) throw new OAuthFault('answer-wrong', String(answer.status))
  const seconds = Number(said!['expires_in'])
  return {
    access,
    until: Date.now() + (Math.max(Number.isFinite(seconds) ? seconds : 600, 60) - 60) * 1000,
    refresh: text('refresh_token'),
  }
}

function read(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

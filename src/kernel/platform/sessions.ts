/** Signing in with a password, and the session that follows: an opaque token, kept as a digest. */
import { addressGroup } from './address-group.ts'
import { sha256 } from '../canonical.ts'
import { kernelRefusals } from '../refusal.ts'
import { type Answer, denied, firstRow, type Ground, given, momentOf } from './ground.ts'
import { hashPassword, verifyNothing, verifyPassword } from './password.ts'
import { platformRefusals } from './refusals.ts'
import { opaqueToken, tokenDigest } from './tokens.ts'

/** A session ends after this long without use, and after the longest in any case. */
const idle = '14 days'
const longest = '90 days'

/** Failures after which waiting begins: for one e-mail, and for one address (a whole office may share it). */
const emailThreshold = 5
const addressThreshold = 30

export interface SignedIn {
  /** Goes into the cookie; only its digest is kept. */
  readonly token: string
  readonly accountId: string
}

export interface Session {
  readonly account: { readonly id: string; readonly email: string; readonly name: string; readonly language: string }
  /** Null where the account belongs to no organisation (any more). */
  readonly standing: {
    readonly organisationId: string
    readonly principalId: string
    readonly mandateId: string | null
  } | null
  readonly expiresAt: Temporal.Instant
}

interface AccountRow {
  account_id: string
  email: string
  disabled: boolean
  password_hash: string | null
}

/** Where a sign-in comes from: the address is counted, the agent shown to the person. */
export interface Caller {
  readonly address: string
  readonly agent?: string
}

/**
 * Checks an e-mail and a password. The attempt is counted before the costly hash, on the e-mail and on the address; the
 * answer is the same, in words and time, whatever was wrong.
 */
export async function checkPassword(
  ground: Ground,
  email: string,
  password: string,
  address: string,
): Promise<Answer<string>> {
  const keys = [sha256('email:', email.trim().toLowerCase()), sha256('address:', addressGroup(address))]
  const reserved = await firstRow<{ wait: number }>(
    ground.pool,
    'select platform.sign_in_reserve($1::bytea[], $2::integer[], $3) as wait',
    [keys, [emailThreshold, addressThreshold], momentOf(ground)],
  )
  if (reserved!.wait > 0) return denied(kernelRefusals.tooMany, { seconds: reserved!.wait })
  const account = await firstRow<AccountRow>(ground.pool, 'select * from platform.account_by_email($1)', [email.trim()])
  if (!account?.password_hash) {
    await verifyNothing(password)
    return denied(platformRefusals.signInWrong)
  }
  const { right, renew } = await verifyPassword(password, account.password_hash)
  if (!right || account.disabled) return denied(platformRefusals.signInWrong)
  await ground.pool.query('select platform.sign_in_succeeded($1::bytea[])', [keys])
  if (renew) {
    const values = [account.account_id, await hashPassword(password), momentOf(ground)]
    await ground.pool.query('select platform.password_set($1, $2, false, $3)', values)
  }
  return given(account.account_id)
}

/** Opens a session for an account that has proved who it is. */
export async function openSession(
  ground: Ground,
  accountId: string,
  caller: Caller,
  organisationId: string | null = null,
): Promise<SignedIn> {
  const token = opaqueToken()
  const at = momentOf(ground)
  const values = [
    tokenDigest(token),
    accountId,
    organisationId,
    caller.address,
    (caller.agent ?? '').slice(0, 300),
    at,
    idle,
  ]
  await ground.pool.query(
    'select platform.session_open($1, $2, $3, $4, $5, $6, $6::timestamptz + $7::interval)',
    values,
  )
  return { token, accountId }
}

/** Signs in by e-mail and password. */
export async function signIn(
  ground: Ground,
  { email, password, ...caller }: { email: string; password: string } & Caller,
): Promise<Answer<SignedIn>> {
  const checked = await checkPassword(ground, email, password, caller.address)
  return checked.ok ? given(await openSession(ground, checked.value, caller)) : checked
}

interface SessionRow {
  account_id: string
  email: string
  name: string
  language: string
  organisation_id: string | null
  principal_id: string | null
  mandate_id: string | null
  expires_at: Temporal.Instant
}

/** The session of a token, or null when it has ended; using it keeps it alive. */
export async function session(ground: Ground, token: string): Promise<Session | null> {
  const row = await firstRow<SessionRow>(
    ground.pool,
    'select * from platform.session_find($1, $2, $3::interval, $4::interval)',
    [tokenDigest(token), momentOf(ground), idle, longest],
  )
  if (!row) return null
  const { organisation_id: organisationId, principal_id: principalId, mandate_id: mandateId } = row
  return {
    account: { id: row.account_id, email: row.email, name: row.name, language: row.language },
    standing: organisationId && principalId ? { organisationId, principalId, mandateId } : null,
    expiresAt: row.expires_at,
  }
}

/**
 * Puts the session into another organisation, or under a mandate there (`mandateId`), or back into one's own name (null).
 * Whether the mandate holds is asked anew at every act.
 */
export async function standIn(
  ground: Ground,
  token: string,
  organisationId: string,
  mandateId: string | null,
): Promise<Answer<null>> {
  const row = await firstRow<{ stands: boolean }>(ground.pool, 'select platform.session_stand($1, $2, $3) as stands', [
    tokenDigest(token),
    organisationId,
    mandateId,
  ])
  return row?.stands ? given(null) : denied(platformRefusals.organisationForeign)
}

export async function signOut(ground: Ground, token: string): Promise<void> {
  await ground.pool.query('select platform.session_close($1)', [tokenDigest(token)])
}

/** Ends every session of the account; gives how many there were. */
export async function signOutEverywhere(ground: Ground, accountId: string): Promise<number> {
  const row = await firstRow<{ closed: bigint }>(ground.pool, 'select platform.session_close_all($1) as closed', [
    accountId,
  ])
  return Number(row!.closed)
}

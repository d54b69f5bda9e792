/** Accounts: people who sign in, above organisations; in each organisation an account is one principal. */
import type { Client, Pool } from '../database/pool.ts'
import { newId } from '../ids.ts'
import type { Language } from '../language/catalogue.ts'
import { type Answer, denied, firstRow, type Ground, given, momentOf, together } from './ground.ts'
import { hashPassword, passwordWeakness } from './password.ts'
import { platformRefusals } from './refusals.ts'
import { type Caller, checkPassword, openSession, type SignedIn } from './sessions.ts'
import { findLink, tokenDigest } from './tokens.ts'

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly password: string
}

/** Makes an account; gives its id. */
export async function createAccount(ground: Ground, account: NewAccount): Promise<Answer<string>> {
  const weakness = passwordWeakness(account.password, account.email)
  if (weakness) return denied(platformRefusals.passwordWeak, { ...weakness, field: 'password' })
  const hash = await hashPassword(account.password)
  const id = await insertAccount(ground.pool, account, hash, momentOf(ground))
  return id ? given(id) : denied(platformRefusals.emailTaken, { field: 'email' })
}

/** Gives null when the e-mail has an account. */
export async function insertAccount(
  client: Pool | Client,
  account: Omit<NewAccount, 'password'>,
  hash: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const values = [newId(), account.email.trim(), account.name.trim(), account.language, hash, at]
  const row = await firstRow<{ id: string | null }>(
    client,
    'select platform.account_create($1, $2, $3, $4, $5, $6) as id',
    values,
  )
  return row!.id
}

/** Joins the account to an organisation as this principal; false where it is another one there already. */
export async function joinOrganisation(
  client: Client,
  accountId: string,
  place: { organisationId: string; principalId: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const values = [accountId, place.organisationId, place.principalId, at]
  return (await firstRow<{ joined: boolean }>(
    client,
    'select platform.membership_join($1, $2, $3, $4) as joined',
    values,
  ))!.joined
}

export interface Membership {
  readonly organisationId: string
  readonly name: string
  readonly principalId: string
}

/** The organisations an account belongs to, by name. */
export async function memberships(ground: Ground, accountId: string): Promise<Membership[]> {
  const { rows } = await ground.pool.query<{ organisation_id: string; name: string; principal_id: string }>(
    'select * from platform.memberships($1)',
    [accountId],
  )
  return rows.map(row => ({ organisationId: row.organisation_id, name: row.name, principalId: row.principal_id }))
}

export async function findAccount(
  ground: Ground,
  email: string,
): Promise<{ id: string; email: string; name: string } | null> {
  const row = await firstRow<{ account_id: string; email: string; name: string }>(
    ground.pool,
    'select * from platform.account_by_email($1)',
    [email.trim()],
  )
  return row ? { id: row.account_id, email: row.email, name: row.name } : null
}

/** Every account of this server, by e-mail: for whoever holds the machine. */
export async function listAccounts(
  ground: Ground,
): Promise<{ id: string; email: string; name: string; disabled: boolean }[]> {
  const { rows } = await ground.pool.query<{ account_id: string; email: string; name: string; disabled: boolean }>(
    'select * from platform.accounts()',
  )
  return rows.map(row => ({ id: row.account_id, email: row.email, name: row.name, disabled: row.disabled }))
}

export async function setAccountLanguage(ground: Ground, accountId: string, language: Language): Promise<void> {
  await ground.pool.query('select platform.account_language($1, $2)', [accountId, language])
}

/** Sets a password as the machine's operator does (`kontor user`), or after a reset: every session ends. */
export async function setPassword(
  ground: Ground,
  account: { id: string; email: string },
  password: string,
): Promise<Answer<null>> {
  const weakness = passwordWeakness(password, account.email)
  if (weakness) return denied(platformRefusals.passwordWeak, { ...weakness, field: 'password' })
  await ground.pool.query('select platform.password_set($1, $2, true, $3)', [
    account.id,
    await hashPassword(password),
    momentOf(ground),
  ])
  return given(null)
}

const spend = async (client: Client, token: string, at: Temporal.Instant): Promise<boolean> =>
  (await firstRow<{ used: boolean }>(client, 'select platform.one_time_use($1, $2) as used', [tokenDigest(token), at]))!
    .used

export interface Invited {
  readonly organisationId: string
  readonly principalId: string
  readonly email: string
  /** The account that the address has already. */
  readonly account: { readonly id: string; readonly name: string } | null
}

/** Whom a link invites where, without using it up. */
export async function readInvitation(ground: Ground, token: string): Promise<Answer<Invited>> {
  const link = await findLink(ground, token, 'invitation')
  if (!link?.email || !link.organisationId || !link.principalId) return denied(platformRefusals.linkSpent)
  const { organisationId, principalId, email } = link
  return given({ organisationId, principalId, email, account: await findAccount(ground, email) })
}

/**
 * Accepts an invitation. A new e-mail gets an account with this password; one that has an account must prove it with the
 * password it has, since whoever sent the invitation knows the link too.
 */
export async function acceptInvitation(
  ground: Ground,
  {
    token,
    name,
    password,
    language = 'en',
    ...caller
  }: { token: string; name?: string; password: string; language?: Language } & Caller,
): Promise<Answer<SignedIn>> {
  const read = await readInvitation(ground, token)
  if (!read.ok) return read
  const { account: known, email, ...place } = read.value
  if (known) {
    const checked = await checkPassword(ground, email, password, caller.address)
    if (!checked.ok) return checked
  } else {
    const weakness = passwordWeakness(password, email)
    if (weakness) return denied(platformRefusals.passwordWeak, { ...weakness, field: 'password' })
  }
  const hash = known ? null : await hashPassword(password)
  const fresh = { name: name?.trim() || email, language, hash }
  const accountId = await takeUp(ground, token, { ...place, email }, known?.id ?? null, fresh)
  return accountId
    ? given(await openSession(ground, accountId, caller, place.organisationId))
    : denied(platformRefusals.linkSpent)
}

// Spends the link, makes the account where there is none, joins: all or nothing. Null when somebody was quicker.
async function takeUp(
  ground: Ground,
  token: string,
  link: Omit<Invited, 'account'>,
  knownId: string | null,
  fresh: { name: string; language: Language; hash: string | null },
): Promise<string | null> {
  const at = momentOf(ground)
  const taken = await together(ground, async client => {
    if (!(await spend(client, token, at))) return null
    const id =
      knownId ??
      (await insertAccount(client, { email: link.email, name: fresh.name, language: fresh.language }, fresh.hash!, at))
    if (!id || !(await joinOrganisation(client, id, link, at))) throw new Lost()
    return id
  }).catch(error => {
    if (error instanceof Lost) return null
    throw error
  })
  return taken
}

/** Rolls the transaction back: the e-mail got an account, or the account another principal, in between. */
class Lost extends Error {}

/** Sets a new password by a link that a colleague made; every session of the account ends, and a new one begins. */
export async function resetPassword(
  ground: Ground,
  { token, password, ...caller }: { token: string; password: string } & Caller,
): Promise<Answer<SignedIn>> {
  const link = await findLink(ground, token, 'password-reset')
  if (!link?.accountId) return denied(platformRefusals.linkSpent)
  const weakness = passwordWeakness(password, link.email ?? '')
  if (weakness) return denied(platformRefusals.passwordWeak, { ...weakness, field: 'password' })
  const hash = await hashPassword(password)
  const at = momentOf(ground)
  const spent = await together(ground, async client => {
    if (!(await spend(client, token, at))) return false
    await client.query('select platform.password_set($1, $2, true, $3)', [link.accountId, hash, at])
    return true
  })
  return spent
    ? given(await openSession(ground, link.accountId, caller, link.organisationId))
    : denied(platformRefusals.linkSpent)
}

/** Opening an organisation: at the first start by a one-time link, later by the machine's operator. */
import { sha256 } from '../canonical.ts'
import type { Outcome, Request } from '../dispatch/outcome.ts'
import { newId, systemPrincipalId } from '../ids.ts'
import type { Language } from '../language/catalogue.ts'
import { kernelRefusals } from '../refusal.ts'
import { insertAccount, joinOrganisation } from './accounts.ts'
import { countries, currencyOfCountry, zoneOfCountry } from './countries.ts'
import { type Answer, denied, firstRow, type Ground, given, momentOf, together } from './ground.ts'
import { hashPassword, passwordWeakness } from './password.ts'
import { platformRefusals } from './refusals.ts'
import { type Caller, openSession, type SignedIn } from './sessions.ts'
import { findLink, opaqueToken, tokenDigest } from './tokens.ts'

/** Who acts where nobody does: the opening of an organisation, jobs without a person, the doors of machines. */
export { systemPrincipalId }

export type Dispatch = (request: Request) => Promise<Outcome>

export interface OrganisationRow {
  readonly id: string
  readonly name: string
}

/** Every organisation of this server, oldest first: what jobs and doors that are nobody's walk over. */
export async function organisations(ground: Ground): Promise<OrganisationRow[]> {
  const { rows } = await ground.pool.query<{ organisation_id: string; name: string }>(
    'select * from platform.organisations()',
  )
  return rows.map(row => ({ id: row.organisation_id, name: row.name }))
}

/** The token of the first-run link, or null when there is an organisation with somebody in it. Earlier links end. */
export async function firstRunToken(ground: Ground): Promise<string | null> {
  if (await isInUse(ground)) return null
  const token = opaqueToken()
  const at = momentOf(ground)
  const values = [newId(), tokenDigest(token), 'first-run', null, null, null, null, at, at.add({ hours: 24 * 7 })]
  await ground.pool.query('select platform.one_time_create($1, $2, $3, $4, $5, $6, $7, $8, $9)', values)
  return token
}

/** Whether anybody can sign in here: an organisation that was opened halfway is opened anew. */
export async function isInUse(ground: Ground): Promise<boolean> {
  const row = await firstRow<{ used: boolean }>(ground.pool, 'select platform.in_use() as used', [])
  return row!.used
}

export interface NewOrganisation {
  readonly language: Language
  readonly organisation: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface Opened {
  readonly organisationId: string
  readonly principalId: string
  readonly accountId: string
}

/** A UUIDv7-shaped id derived from another, so that an opening that was cut off can go on where it stood. */
function derivedId(id: string, what: string): string {
  const hex =
    id.slice(0, 13).replace('-', '') +
    '7' +
    sha256(what, id).toString('hex').slice(0, 3) +
    '8' +
    sha256(id, what).toString('hex').slice(0, 15)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * Opens an organisation with its first person as owner. Its row and the head of its chain come first, since every act
 * stands in an organisation; then the command `authority.open-organisation` makes roles and owner, as the system; then the
 * account joins. Under one `id` it may be cut off anywhere and called again.
 */
export async function openOrganisation(
  ground: Ground,
  dispatch: Dispatch,
  asked: NewOrganisation,
  id = newId(),
  linkToken?: string,
): Promise<Answer<Opened>> {
  const currency = currencyOfCountry(asked.country)
  if (!currency)
    return denied(kernelRefusals.inputInvalid, {
      issues: [{ path: 'country', message: 'no such country', code: 'custom' }],
    })
  const weakness = passwordWeakness(asked.password, asked.email)
  if (weakness) return denied(platformRefusals.passwordWeak, { ...weakness, field: 'password' })
  const hash = await hashPassword(asked.password)
  const at = momentOf(ground)
  const row = [id, asked.organisation.trim(), asked.country, currency, zoneOfCountry(asked.country), asked.language, at]
  await ground.pool.query('select platform.organisation_open($1, $2, $3, $4, $5, $6, $7)', row)
  const principalId = derivedId(id, 'owner')
  const outcome = await dispatch({
    organisationId: id,
    principalId: systemPrincipalId,
    command: 'authority.open-organisation',
    input: { principalId, name: asked.name.trim(), email: asked.email.trim(), language: asked.language },
    requestId: `open-${id}`,
    surface: 'first-run',
  })
  const openedBefore = outcome.status === 'refused' && outcome.refusal.name === 'organisation-already-open'
  if (outcome.status === 'refused' && !openedBefore) return { ok: false, refusal: outcome.refusal }
  return join(ground, { organisationId: id, principalId }, asked, hash, linkToken)
}

// The account (a new one, or none if the e-mail is taken), its place, and the link spent: all or nothing.
async function join(
  ground: Ground,
  place: { organisationId: string; principalId: string },
  asked: NewOrganisation,
  hash: string,
  linkToken?: string,
): Promise<Answer<Opened>> {
  const at = momentOf(ground)
  return together(ground, async client => {
    if (linkToken !== undefined) {
      const spent = await firstRow<{ used: boolean }>(client, 'select platform.one_time_use($1, $2) as used', [
        tokenDigest(linkToken),
        at,
      ])
      if (!spent!.used) return denied(platformRefusals.linkSpent)
    }
    const accountId = await insertAccount(client, asked, hash, at)
    if (!accountId) return denied(platformRefusals.emailTaken, { field: 'email' })
    await joinOrganisation(client, accountId, place, at)
    return given({ ...place, accountId })
  })
}

/** The first-run page: language and three questions open the organisation and sign its owner in. */
export async function firstRun(
  ground: Ground,
  dispatch: Dispatch,
  { token, address, agent, ...asked }: NewOrganisation & { token: string } & Caller,
): Promise<Answer<SignedIn & Opened>> {
  const link = await findLink(ground, token, 'first-run')
  if (!link) return denied(platformRefusals.linkSpent)
  const opened = await openOrganisation(ground, dispatch, asked, link.id, token)
  if (!opened.ok) return opened
  const caller = { address, ...(agent === undefined ? {} : { agent }) }
  return given({
    ...opened.value,
    ...(await openSession(ground, opened.value.accountId, caller, opened.value.organisationId)),
  })
}

/** The countries the first-run page offers. */
export { countries }

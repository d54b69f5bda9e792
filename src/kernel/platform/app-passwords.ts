/** Passwords for programs that know no other sign-in: random, kept as digests, for one person and one kind of door. */
import { randomBytes } from 'node:crypto'
import { sha256 } from '../canonical.ts'
import { runNamed } from '../database/bound.ts'
import type { Client, Pool } from '../database/pool.ts'
import { kernelRefusals, Refusal } from '../refusal.ts'
import { addressGroup } from './address-group.ts'
import { type Answer, denied, firstRow, type Ground, given, momentOf } from './ground.ts'
import { platformRefusals } from './refusals.ts'

/** Without letters and figures that are taken for each other: people type it into scanners. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Five groups of five: 124 bits from the system. */
export function newAppPassword(): string {
  const signs: string[] = []
  while (signs.length < 25) for (const byte of randomBytes(32)) if (byte < 248) signs.push(letters[byte % 31]!)
  return Array.from({ length: 5 }, (_, group) => signs.slice(group * 5, group * 5 + 5).join('')).join('-')
}

/** The digest under which it is kept; typed without its hyphens or in capitals it is the same. */
export const appPasswordDigest = (password: string): Buffer =>
  sha256('app-password:', password.toLowerCase().replace(/[^a-z0-9]/g, ''))

export interface AppBearer {
  readonly passwordId: string
  readonly organisationId: string
  readonly principalId: string
  readonly name: string
}

/** Wrong passwords from one address after which waiting begins. */
const threshold = 20

/**
 * Whom an e-mail and an app password speak for. Only failures are counted, on the address: what is right is right at once,
 * also where a colleague's scanner has an old password.
 */
export async function resolveAppPassword(
  ground: Ground,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<Answer<AppBearer>> {
  const at = momentOf(ground)
  const row = await firstRow<{
    password_id: string
    organisation_id: string
    principal_id: string
    name: string
    email: string
  }>(ground.pool, 'select * from platform.app_password_find($1, $2)', [appPasswordDigest(password), at])
  if (row && row.email.toLowerCase() === email.trim().toLowerCase())
    return given({
      passwordId: row.password_id,
      organisationId: row.organisation_id,
      principalId: row.principal_id,
      name: row.name,
    })
  const counted = await firstRow<{ wait: number }>(
    ground.pool,
    'select platform.sign_in_reserve($1::bytea[], $2::integer[], $3) as wait',
    [[sha256('app-password-address:', addressGroup(address))], [threshold], at],
  )
  return counted!.wait > 0
    ? denied(kernelRefusals.tooMany, { seconds: counted!.wait })
    : denied(platformRefusals.signInWrong)
}

/** That who signed in still may, asked within the transaction that is opened in their name. */
export interface Proof {
  (client: Client): Promise<void>
  /** Whether a transaction has found it to hold. */
  holds: boolean
}

interface Remembered {
  readonly bearer: AppBearer
  readonly until: number
}

const rememberedFor_ms = 30_000
const mostRemembered = 10_000
const memories = new WeakMap<Pool, Map<string, Remembered>>()

/**
 * The same for programs that ask many times a minute: whom a password spoke for a moment ago is not asked for anew, but has to hold in the
 * transaction that it opens, so that one that was revoked opens none. Without a proof it was looked up now.
 */
export async function recallAppPassword(
  ground: Ground,
  given: { email: string; password: string; address: string },
): Promise<Answer<{ readonly bearer: AppBearer; readonly proof: Proof | null }>> {
  const digest = appPasswordDigest(given.password)
  const email = given.email.trim().toLowerCase()
  const key = `${digest.toString('base64')} ${email}`
  const memory = memories.get(ground.pool) ?? new Map<string, Remembered>()
  memories.set(ground.pool, memory)
  const known = memory.get(key)
  if (known && known.until > performance.now()) {
    const { bearer } = known
    return { ok: true, value: { bearer, proof: proofOf(digest, email, bearer, () => memory.delete(key)) } }
  }
  const found = await resolveAppPassword(ground, given)
  if (!found.ok) return found
  if (memory.size >= mostRemembered) memory.clear()
  memory.set(key, { bearer: found.value, until: performance.now() + rememberedFor_ms })
  return { ok: true, value: { bearer: found.value, proof: null } }
}

const holding = 'select platform.app_password_holds($1, $2, $3) as holds'

function proofOf(digest: Buffer, email: string, { principalId }: AppBearer, forget: () => void): Proof {
  const proof = async (client: Client): Promise<void> => {
    const [row] = await runNamed<{ holds: boolean }>(client, holding, [digest, principalId, email])
    if (!row?.holds) {
      forget()
      throw new Refusal(platformRefusals.signInWrong)
    }
    proof.holds = true
  }
  proof.holds = false
  return proof
}

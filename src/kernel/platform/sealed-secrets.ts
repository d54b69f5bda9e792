/**
 * Passwords of other servers, sealed before they reach the database. Each is bound to its organisation, its id and what it is
 * for, so that nobody can have it sent elsewhere by naming its id.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inTransaction } from '../database/transaction.ts'
import type { Act } from '../implement.ts'
import { newId } from '../ids.ts'
import { firstRow, type Ground, momentOf, serverSecret } from './ground.ts'

const keyName = 'sealed-secrets'
const nonceBytes = 12
const tagBytes = 16

const boundTo = (organisationId: string, id: string, purpose: string): Buffer =>
  Buffer.from(JSON.stringify([organisationId, id, purpose]))

const purposeDigest = (purpose: string): Buffer => createHash('sha256').update(purpose, 'utf8').digest()

/** Whether an act may take it: it was sealed in this office, for that. Another's, and one that is gone, is none. */
export async function isSealedFor(
  act: Pick<Act, 'office' | 'db'>,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`
    select platform.sealed_for(${id}::uuid, ${act.office.id}::uuid, ${purposeDigest(purpose)}) as fits`.execute(
    act.db(),
  )
  return rows[0]!.fits
}

/** Keeps a secret; gives the id by which it is found again. */
export async function sealSecret(
  ground: Ground,
  organisationId: string,
  { secret, purpose }: { secret: string; purpose: string },
): Promise<string> {
  const id = newId()
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', await serverSecret(ground, keyName), nonce)
  cipher.setAAD(boundTo(organisationId, id, purpose))
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
  await ground.pool.query('select platform.sealed_keep($1, $2, $3, $4, $5)', [
    id,
    organisationId,
    sealed,
    purposeDigest(purpose),
    momentOf(ground),
  ])
  return id
}

/** The secret of that id; null where there is none any more, or it was sealed for something else. */
export async function openSecret(
  ground: Ground,
  organisationId: string,
  { id, purpose }: { id: string; purpose: string },
): Promise<string | null> {
  const row = await firstRow<{ sealed: Buffer | null }>(ground.pool, 'select platform.sealed_find($1, $2) as sealed', [
    id,
    organisationId,
  ])
  if (!row?.sealed) return null
  const { sealed } = row
  const decipher = createDecipheriv('aes-256-gcm', await serverSecret(ground, keyName), sealed.subarray(0, nonceBytes))
  decipher.setAAD(boundTo(organisationId, id, purpose))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Forgets one that came to nothing. */
export async function forgetSecret(
  kernel: { pool: Ground['pool'] },
  organisationId: string,
  id: string,
): Promise<void> {
  await inTransaction(kernel.pool, organisationId, {}, async ({ client }) => {
    await client.query('select platform.sealed_forget($1)', [id])
    return { keep: true, value: undefined }
  })
}

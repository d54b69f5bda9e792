/** A locked original is read with its password, which no journal, answer or queue ever holds. */
import type { Kernel } from '../../kernel/kernel.ts'
import { inTransaction } from '../../kernel/database/transaction.ts'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { readAgain } from './contract.ts'

export interface PasswordCaller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

const countsForMinutes = 10

/**
 * Keeps the password aside and asks for a reading. It is tried first whether the caller may ask for one, so that nobody
 * else can leave anything there.
 */
export async function readWithPassword(
  kernel: Kernel,
  caller: PasswordCaller,
  given: { id: string; password: string; expectedVersion?: number; requestId: string },
): Promise<Outcome> {
  const { id, password, expectedVersion, requestId } = given
  if (password.length < 1 || password.length > 200 || password.includes('\0')) {
    return {
      status: 'refused',
      refusal: {
        ...kernelRefusals.inputInvalid,
        name: kernelRefusals.inputInvalid.name,
        data: { issues: [{ path: 'password' }] },
      },
    }
  }
  const request = {
    ...caller,
    command: readAgain.name,
    input: { id, ...(expectedVersion ? { expectedVersion } : {}) },
    requestId,
    surface: 'rest',
  }
  const tried = await kernel.dispatch({ ...request, dryRun: true })
  if (tried.status !== 'done') return tried
  await inTransaction(kernel.pool, caller.organisationId, { clock: kernel.clock }, async ({ client, at }) => {
    await client.query(
      `insert into documents.read_password (organisation_id, document_id, password, expires_at) values ($1, $2, $3, $4)
       on conflict (organisation_id, document_id) do update set password = excluded.password, expires_at = excluded.expires_at`,
      [caller.organisationId, id, password, at.add({ minutes: countsForMinutes })],
    )
    return { keep: true, value: undefined }
  })
  return kernel.dispatch(request)
}

/** POST /api/documents/:id/password: beside the commands, since a password may stand in no journal. */
export const documentPassword = {
  path: '/api/documents/:id/password',
  act: (
    kernel: Kernel,
    caller: PasswordCaller,
    input: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> => {
    const { id, password, expectedVersion } = input
    return readWithPassword(kernel, caller, {
      id: String(id),
      password: typeof password === 'string' ? password : '',
      ...(typeof expectedVersion === 'number' ? { expectedVersion } : {}),
      requestId,
    })
  },
}

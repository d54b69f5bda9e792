/** POST /api/documents/mailboxes: beside the commands, since a password may stand in no journal. It is tried before it is kept. */
import type { Outcome, Request } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import { connectMailbox, mailboxRefusals } from '../contract.ts'
import type { PasswordCaller } from '../read-with-password.ts'
import { failureOf, openMailbox, purposeOf, type Reached } from './reach.ts'

export const documentMailbox = {
  path: '/api/documents/mailboxes',
  async act(
    kernel: Kernel,
    caller: PasswordCaller,
    { password, ...facts }: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> {
    const request = {
      organisationId: caller.organisationId,
      principalId: caller.principalId,
      mandateId: caller.mandateId,
      command: connectMailbox.name,
      requestId,
      surface: 'rest',
    }
    const given = typeof password === 'string' ? password.slice(0, 1000) : ''
    const box = facts as unknown as Reached
    const ground = { pool: kernel.pool, clock: kernel.clock }
    const secretId = await sealSecret(ground, caller.organisationId, { secret: given, purpose: purposeOf(box) })
    const outcome = await connect({ ...request, input: { ...facts, secretId } }, kernel, box, given)
    if (outcome.status !== 'done') await forgetSecret(ground, caller.organisationId, secretId)
    return outcome
  },
}

/** Whether one may, and whether it could be kept, is asked before anybody's password is tried anywhere. */
async function connect(request: Request, kernel: Kernel, box: Reached, password: string): Promise<Outcome> {
  const tried = await kernel.dispatch({ ...request, dryRun: true })
  if (tried.status !== 'done') return tried
  try {
    const client = await openMailbox(box, password)
    await client.logout().catch(() => client.close())
  } catch (error) {
    const { name, status } = mailboxRefusals[failureOf(error).problem]
    return { status: 'refused', refusal: { name, status, data: { host: box.host, folder: box.folder } } }
  }
  return kernel.dispatch(request)
}

/** POST /api/documents/mailboxes: beside the commands, since a password may stand in no journal. It is tried before it is kept. */
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import { connectMailbox, mailboxRefusals } from '../contract.ts'
import type { PasswordCaller } from '../read-with-password.ts'
import { failureOf, openMailbox, purposeOf, type Reached } from './reach.ts'

const unsealed = '019aa000-0000-7000-8000-000000000000'

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
    // Whether one may, and whether it could be kept, before anybody's password is tried anywhere.
    const tried = await kernel.dispatch({ ...request, input: { ...facts, secretId: unsealed }, dryRun: true })
    if (tried.status !== 'done') return tried
    const given = typeof password === 'string' ? password.slice(0, 1000) : ''
    const box = facts as unknown as Reached
    try {
      const client = await openMailbox(box, given)
      await client.logout().catch(() => client.close())
    } catch (error) {
      const { name, status } = mailboxRefusals[failureOf(error).problem]
      return { status: 'refused', refusal: { name, status, data: { host: box.host, folder: box.folder } } }
    }
    const ground = { pool: kernel.pool, clock: kernel.clock }
    const secretId = await sealSecret(ground, caller.organisationId, { secret: given, purpose: purposeOf(box) })
    const outcome = await kernel.dispatch({ ...request, input: { ...facts, secretId } })
    if (outcome.status !== 'done') await forgetSecret(ground, caller.organisationId, secretId)
    return outcome
  },
}

/** POST /api/documents/share-passwords: a password for a share, hashed before anything keeps it; no journal ever holds it. */
import { limitOf } from '../../../kernel/authority.ts'
import { inTransaction } from '../../../kernel/database/transaction.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { hashPassword, passwordWeakness } from '../../../kernel/platform/password.ts'
import { kernelRefusals, Refusal, type RefusalData, type RefusalDeclaration } from '../../../kernel/refusal.ts'
import { share, shareRefusals } from '../contract/shares.ts'
import type { PasswordCaller } from '../read-with-password.ts'

/** One that no share came to use is forgotten after so many days; an approval may take a while. */
const unusedDays = 30

const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})

/** Whether the caller may share at all, or the refusal that says so. */
async function mayShare(kernel: Kernel, caller: PasswordCaller, requestId: string): Promise<boolean> {
  try {
    return await kernel.viewing(
      { ...caller, requestId },
      async ({ principal }) => limitOf(principal, share.permission) !== undefined,
    )
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

export const sharePassword = {
  path: '/api/documents/share-passwords',
  async act(
    kernel: Kernel,
    caller: PasswordCaller,
    { password }: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> {
    if (!(await mayShare(kernel, caller, requestId))) return refused(kernelRefusals.notPermitted, { act: share.name })
    const given = typeof password === 'string' ? password : ''
    const weakness = passwordWeakness(given, '')
    if (weakness) return refused(shareRefusals.passwordWeak, weakness)
    const [id, hash] = [newId(), await hashPassword(given)]
    const { organisationId, principalId } = caller
    await inTransaction(kernel.pool, organisationId, { clock: kernel.clock }, async ({ client, at }) => {
      await client.query(
        `delete from documents.share_password p where organisation_id = $1 and made_at < $2
         and not exists (select from documents.share s where s.organisation_id = p.organisation_id and s.password_id = p.id)`,
        [organisationId, at.subtract({ hours: 24 * unusedDays })],
      )
      await client.query(
        'insert into documents.share_password (organisation_id, id, hash, made_at, made_by) values ($1, $2, $3, $4, $5)',
        [organisationId, id, hash, at, principalId],
      )
      return { keep: true, value: undefined }
    })
    return { status: 'done', output: { id }, undo: null, events: [], jobs: [], journal: null }
  },
}

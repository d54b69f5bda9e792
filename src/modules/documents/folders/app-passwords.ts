/** App passwords of one's own: the digest alone is kept; the password is shown once, by the door that made it. */
import { sql } from 'kysely'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { implementCommand, implementQuery } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { appPasswordDigest, newAppPassword } from '../../../kernel/platform/app-passwords.ts'
import {
  appPasswordCreated,
  appPasswordRevoked,
  createAppPassword,
  folderRefusals,
  listAppPasswords,
  revokeAppPassword,
} from '../contract.ts'
import type { PasswordCaller } from '../read-with-password.ts'

export const createAppPasswordBody = implementCommand(createAppPassword, {
  async run(act, { name, digest }) {
    const id = act.newId()
    const { rows } = await sql<{ kept: boolean }>`
      select platform.app_password_keep(${id}, ${Buffer.from(digest, 'hex')}, ${act.principal.id}::uuid, ${name}, ${act.at}) as kept`.execute(
      act.db(),
    )
    if (!rows[0]!.kept) act.refuse(folderRefusals.passwordTaken)
    act.emit(appPasswordCreated, { passwordId: id, name })
    return { output: { id } }
  },
})

export const revokeAppPasswordBody = implementCommand(revokeAppPassword, {
  async run(act, { id }) {
    const { rows } = await sql<{ name: string | null }>`
      select platform.app_password_revoke(${id}::uuid, ${act.principal.id}::uuid, ${act.at}) as name`.execute(act.db())
    const name = rows[0]?.name ?? act.refuse(folderRefusals.passwordUnknown)
    act.emit(appPasswordRevoked, { passwordId: id, name })
    return { output: {} }
  },
})

export const listAppPasswordsBody = implementQuery(listAppPasswords, async view => {
  const { rows } = await sql<{
    password_id: string
    name: string
    made_at: Temporal.Instant
    used_at: Temporal.Instant | null
    revoked_at: Temporal.Instant | null
  }>`select * from platform.app_passwords(${view.principal.id}::uuid)`.execute(view.db())
  return {
    rows: rows.map(row => ({
      id: row.password_id,
      name: row.name,
      madeAt: row.made_at.toString(),
      usedAt: row.used_at?.toString() ?? null,
      revokedAt: row.revoked_at?.toString() ?? null,
    })),
  }
})

/** POST /api/documents/app-passwords: beside the commands, since the password may stand in no journal and no kept answer. */
export const documentAppPassword = {
  path: '/api/documents/app-passwords',
  async act(
    kernel: Kernel,
    caller: PasswordCaller,
    { name }: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> {
    const password = newAppPassword()
    const outcome = await kernel.dispatch({
      organisationId: caller.organisationId,
      principalId: caller.principalId,
      mandateId: caller.mandateId,
      command: createAppPassword.name,
      input: { name, digest: appPasswordDigest(password).toString('hex') },
      requestId,
      surface: 'rest',
    })
    return outcome.status === 'done' ? { ...outcome, output: { ...(outcome.output as object), password } } : outcome
  },
}

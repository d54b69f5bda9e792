/** What Google and Microsoft know this Kontor by. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import type { MailTables } from '../tables.ts'
import { forgetSecret } from '../wires/forget-secret.ts'

const db = (act: Act) => act.db<MailTables>()

export const setMailClientBody = implementCommand(c.setMailClient, {
  async run(act, { provider, clientId, tenant, secretId }) {
    const { rows } = await sql<{ kept: boolean }>`
      select platform.sealed_find(${secretId}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
    if (!rows[0]!.kept) act.refuse(c.mailClientMissing, { provider })
    const before = await clientOf(act, provider)
    const row = { client_id: clientId, secret_id: secretId, tenant: tenant ?? null }
    await db(act)
      .insertInto('mail.client')
      .values({ organisation_id: act.office.id, provider, ...row })
      .onConflict(conflict => conflict.columns(['organisation_id', 'provider']).doUpdateSet(row))
      .execute()
    if (before && before.secret_id !== secretId) await forgetSecret(act, before.secret_id)
    act.emit(c.clientKept, { provider })
    return { output: {} }
  },
})

const clientOf = (act: Act, provider: c.ConsentKind) =>
  db(act)
    .selectFrom('mail.client')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('provider', '=', provider)
    .forUpdate()
    .executeTakeFirst()

export const forgetMailClientBody = implementCommand(c.forgetMailClient, {
  async run(act, { provider }) {
    const before = (await clientOf(act, provider)) ?? act.refuse(c.mailClientMissing, { provider })
    await db(act)
      .deleteFrom('mail.client')
      .where('organisation_id', '=', act.office.id)
      .where('provider', '=', provider)
      .execute()
    await forgetSecret(act, before.secret_id)
    act.emit(c.clientDropped, { provider })
    return { output: {} }
  },
})

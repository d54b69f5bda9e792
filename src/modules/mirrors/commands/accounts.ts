import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { endMirrorRow } from '../ending.ts'
import { accountKey, changeAccount, db, forgetSecret, isSealed, standingAccount } from '../rows.ts'

export const connectAccountBody = implementCommand(c.connectAccount, {
  locks: ({ replacesId }) => (replacesId ? [{ kind: 'calendar-account', id: replacesId }] : []),
  async run(act, { provider, name, address, username, secretId, replacesId }) {
    if (!(await isSealed(act, secretId))) act.refuse(c.mirrorRefusals['sign-in-refused'], { address })
    const before = replacesId ? await standingAccount(act, replacesId) : null
    const facts = { provider, address, username, secret_id: secretId }
    const id =
      before?.id ??
      (await act.createRecord({ kind: 'calendar-account', title: name, audience: [act.principal.id], search: {} }))
    let version = 1
    if (before) {
      if (before.secret_id !== secretId) await forgetSecret(act, before.secret_id)
      await changeAccount(act, id, { ...facts, problem: null, failing_since: null, told: false })
      await db(act)
        .updateTable('mirrors.mirror')
        .set({ next_at: act.at, tries: 0 })
        .where('organisation_id', '=', act.office.id)
        .where('account_id', '=', id)
        .execute()
      version = await act.changeRecord(id, { title: name })
    } else
      await db(act)
        .insertInto('mirrors.account')
        .values({
          organisation_id: act.office.id,
          id,
          owner_id: act.principal.id,
          ...facts,
          connected_at: act.at,
          ended_at: null,
          problem: null,
          failing_since: null,
        })
        .execute()
    const workDone = before?.told ? [{ key: accountKey(before) }] : []
    act.emit(c.accountConnected, { id, name, provider, workDone }, [id])
    return { output: { id, version } }
  },
})

export const disconnectAccountBody = implementCommand(c.disconnectAccount, {
  locks: ({ id, expectedVersion }) => [{ kind: 'calendar-account', id, expectedVersion }],
  async run(act, { id, remove }) {
    const account = await standingAccount(act, id)
    const mirrors = await db(act)
      .selectFrom('mirrors.mirror')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('account_id', '=', id)
      .execute()
    const workDone = account.told ? [{ key: accountKey(account) }] : []
    for (const mirror of mirrors) workDone.push(...(await endMirrorRow(act, mirror, account.owner_id, remove)))
    await db(act)
      .deleteFrom('mirrors.link_way')
      .where('organisation_id', '=', act.office.id)
      .where('account_id', '=', id)
      .execute()
    await forgetSecret(act, account.secret_id)
    await changeAccount(act, id, { secret_id: null, ended_at: act.at, problem: null, failing_since: null, told: false })
    const version = await act.changeRecord(id)
    act.emit(
      c.accountDisconnected,
      { id, name: act.locked(id).title, provider: account.provider, workDone: workDone.slice(0, 1000) },
      [id],
    )
    return { output: { id, version } }
  },
})

export const renewAccountBody = implementCommand(c.renewAccount, {
  async run(act, { id, secretId }) {
    const account = await standingAccount(act, id)
    if (account.secret_id !== secretId) await forgetSecret(act, account.secret_id)
    await changeAccount(act, id, { secret_id: secretId })
    act.emit(c.accountRenewed, { id, name: account.username, provider: account.provider }, [id])
    return { output: {} }
  },
})

export const setClientBody = implementCommand(c.setClient, {
  async run(act, { provider, clientId, tenant, secretId }) {
    if (!(await isSealed(act, secretId))) act.refuse(c.clientMissing, { provider })
    const before = await clientOf(act, provider)
    const row = { client_id: clientId, secret_id: secretId, tenant: tenant ?? null }
    await db(act)
      .insertInto('mirrors.client')
      .values({ organisation_id: act.office.id, provider, ...row })
      .onConflict(conflict => conflict.columns(['organisation_id', 'provider']).doUpdateSet(row))
      .execute()
    if (before && before.secret_id !== secretId) await forgetSecret(act, before.secret_id)
    act.emit(c.clientSet, { provider })
    return { output: {} }
  },
})

const clientOf = (act: Parameters<typeof db>[0], provider: c.ConsentKind) =>
  db(act)
    .selectFrom('mirrors.client')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('provider', '=', provider)
    .forUpdate()
    .executeTakeFirst()

export const forgetClientBody = implementCommand(c.forgetClient, {
  async run(act, { provider }) {
    const before = (await clientOf(act, provider)) ?? act.refuse(c.clientMissing, { provider })
    await db(act)
      .deleteFrom('mirrors.client')
      .where('organisation_id', '=', act.office.id)
      .where('provider', '=', provider)
      .execute()
    await forgetSecret(act, before.secret_id)
    act.emit(c.clientForgotten, { provider })
    return { output: {} }
  },
})

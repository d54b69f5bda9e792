import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { interrupt, noticesGiven, notify, type NotificationWish } from '../contract.ts'
import type { NotificationsTables } from '../tables.ts'

export const notifyBody = implementCommand(notify, {
  async run(act, { wishes, settled = [] }) {
    if (settled.length > 0) await settle(act, settled)
    let told = 0
    const urgent: { id: string; to: string }[] = []
    for (const wish of wishes) {
      for (const to of await addressees(act, wish)) {
        // Nobody is told of what they did themselves.
        if (to === act.principal.id || to === act.principal.onBehalfOf?.id) continue
        const id = await tell(act, wish, to)
        told++
        if (wish.urgency === 'now') urgent.push({ id, to })
      }
    }
    for (const { id, to } of urgent) await act.actAs(to, interrupt, { id })
    if (told > 0) act.emit(noticesGiven, { count: told })
    return { output: { told } }
  },
})

/** What everybody was told under these keys is read: it has come to its end without them. */
async function settle(act: Act, keys: readonly string[]): Promise<void> {
  await act
    .db<NotificationsTables>()
    .updateTable('notifications.notice')
    .set({ read_at: act.at })
    .where('organisation_id', '=', act.office.id)
    .where('key', 'in', keys)
    .where('read_at', 'is', null)
    .execute()
}

/** People who can sign in: the one named, or all who hold the role now. */
async function addressees(act: Act, { toId, role }: NotificationWish): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.principal_id as id from authority.colleague c
    where c.organisation_id = ${act.office.id} and c.kind = 'person' and (
      c.principal_id = ${toId ?? null}::uuid
      or (${toId ?? null}::uuid is null and exists (
        select from authority.role_holder h where h.organisation_id = c.organisation_id and h.principal_id = c.principal_id
          and h.role_key = ${role ?? null} and h.from_at <= ${act.at} and (h.until_at is null or h.until_at > ${act.at}))))
    order by c.principal_id limit 200`.execute(act.db())
  return rows.map(row => row.id)
}

/** A new notice, or one more of what the person has not read yet. */
async function tell(act: Act, wish: NotificationWish, to: string): Promise<string> {
  const params = JSON.stringify({ who: act.principal.name, ...wish.params })
  const { rows } = await sql<{ id: string }>`
    update notifications.notice set times = times + 1, told_at = ${act.at}, params = ${params}::jsonb, mailed_at = null
    where organisation_id = ${act.office.id} and principal_id = ${to} and key = ${wish.key} and read_at is null
    returning id`.execute(act.db())
  if (rows[0]) return rows[0].id
  const id = await act.createRecord({
    kind: 'notice',
    title: wish.titleKey,
    class: 0,
    audience: [to],
    ...(wish.recordId ? { source: wish.recordId } : {}),
  })
  await act
    .db<NotificationsTables>()
    .insertInto('notifications.notice')
    .values({
      organisation_id: act.office.id,
      id,
      principal_id: to,
      key: wish.key,
      urgency: wish.urgency,
      title_key: wish.titleKey,
      params,
      record_id: wish.recordId ?? null,
      reminder: wish.reminder ?? false,
      told_at: act.at,
    })
    .execute()
  return id
}

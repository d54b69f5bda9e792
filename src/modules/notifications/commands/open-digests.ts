import { implementCommand } from '../../../kernel/implement.ts'
import { openDigest, openDigests, sendDigest, settleDigest } from '../contract.ts'
import { dueDigests } from '../due-digests.ts'
import type { NotificationsTables } from '../tables.ts'

export const openDigestsBody = implementCommand(openDigests, {
  async run(act) {
    let opened = 0
    for (const principalId of await dueDigests(act)) {
      const outcome = await act.actAs(principalId, openDigest, { on: act.today.toString() })
      if (outcome.status === 'done' && outcome.output.opened) opened++
    }
    return { output: { opened } }
  },
})

/** Acted as the person, so that the job that writes it runs as them. */
export const openDigestBody = implementCommand(openDigest, {
  async run(act, { on }) {
    if (act.principal.kind !== 'person') return { output: { opened: false } }
    const opened = await act
      .db<NotificationsTables>()
      .insertInto('notifications.digest')
      .values({
        organisation_id: act.office.id,
        principal_id: act.principal.id,
        on_day: on,
        state: 'due',
        opened_at: act.at,
        settled_at: null,
      })
      .onConflict(conflict => conflict.columns(['organisation_id', 'principal_id', 'on_day']).doNothing())
      .returning('on_day')
      .executeTakeFirst()
    if (opened) act.enqueue(sendDigest, { on })
    return { output: { opened: opened !== undefined } }
  },
})

export const settleDigestBody = implementCommand(settleDigest, {
  async run(act, { on, state, ids }) {
    const db = act.db<NotificationsTables>()
    await db
      .updateTable('notifications.digest')
      .set({ state, settled_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('principal_id', '=', act.principal.id)
      .where('on_day', '=', on)
      .execute()
    if (ids.length > 0)
      await db
        .updateTable('notifications.notice')
        .set({ mailed_at: act.at })
        .where('organisation_id', '=', act.office.id)
        .where('principal_id', '=', act.principal.id)
        .where('id', 'in', ids)
        .execute()
    return { output: {} }
  },
})

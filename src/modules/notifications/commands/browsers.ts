import { implementCommand } from '../../../kernel/implement.ts'
import { allowBrowser, browserAllowed, browserForgotten, browserUnknown, forgetBrowser } from '../contract.ts'
import type { NotificationsTables } from '../tables.ts'

export const allowBrowserBody = implementCommand(allowBrowser, {
  async run(act, { endpoint, p256dh, auth, name }) {
    const kept = await act
      .db<NotificationsTables>()
      .insertInto('notifications.browser')
      .values({
        organisation_id: act.office.id,
        id: act.newId(),
        principal_id: act.principal.id,
        endpoint,
        p256dh,
        auth,
        name,
        since_at: act.at,
      })
      .onConflict(conflict =>
        conflict.columns(['organisation_id', 'principal_id', 'endpoint']).doUpdateSet({ p256dh, auth, name }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    act.emit(browserAllowed, { name })
    return { output: { id: kept.id } }
  },
})

export const forgetBrowserBody = implementCommand(forgetBrowser, {
  async run(act, { id }) {
    const gone = await act
      .db<NotificationsTables>()
      .deleteFrom('notifications.browser')
      .where('organisation_id', '=', act.office.id)
      .where('principal_id', '=', act.principal.id)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!gone) return act.refuse(browserUnknown, { id })
    act.emit(browserForgotten, { name: gone.name })
    return { output: {} }
  },
})

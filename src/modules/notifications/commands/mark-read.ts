import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { markRead, markUnread } from '../contract.ts'
import type { NotificationsTables } from '../tables.ts'

/** One's own, of those that stand otherwise; raising the record tells the other windows. */
async function mark(act: Act, ids: readonly string[], isRead: boolean): Promise<string[]> {
  const own = act
    .db<NotificationsTables>()
    .updateTable('notifications.notice')
    .set({ read_at: isRead ? act.at : null })
    .where('organisation_id', '=', act.office.id)
    .where('principal_id', '=', act.principal.id)
    .where('id', 'in', [...ids])
    .where('read_at', isRead ? 'is' : 'is not', null)
  const rows = await own.returning('id').execute()
  return rows.map(row => row.id)
}

export const markReadBody = implementCommand(markRead, {
  async run(act, { ids }) {
    const marked = await mark(act, ids, true)
    return {
      output: { ids: marked },
      ...(marked.length ? { undo: { command: 'notifications.mark-unread', input: { ids: marked } } } : {}),
    }
  },
})

export const markUnreadBody = implementCommand(markUnread, {
  // What was told again meanwhile stays the one that is unread.
  async load(act, { ids }) {
    const db = act.db<NotificationsTables>()
    const rows = await db
      .selectFrom('notifications.notice as n')
      .select('n.id')
      .where('n.organisation_id', '=', act.office.id)
      .where('n.principal_id', '=', act.principal.id)
      .where('n.id', 'in', ids)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('notifications.notice as o')
              .select('o.id')
              .whereRef('o.organisation_id', '=', 'n.organisation_id')
              .whereRef('o.principal_id', '=', 'n.principal_id')
              .whereRef('o.key', '=', 'n.key')
              .where('o.read_at', 'is', null),
          ),
        ),
      )
      .execute()
    return rows.map(row => row.id)
  },
  async run(act, _input, ids) {
    const marked = ids.length > 0 ? await mark(act, ids, false) : []
    return {
      output: { ids: marked },
      ...(marked.length ? { undo: { command: 'notifications.mark-read', input: { ids: marked } } } : {}),
    }
  },
})

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { announcementNotPublished, followOrder, notAnOrder, orderDone, orderUndone, reportDone } from '../contract.ts'
import {
  type AnnouncementRow,
  announcementOf,
  openTasks,
  readerRowsOf,
  readOfKey,
  requireState,
} from '../announcement-row.ts'
import { noteOpened } from './read-announcement.ts'

/** Its author hears that it is done, and from whom. */
const toAuthor = (row: Pick<AnnouncementRow, 'id' | 'author_id'>, title: string) => ({
  key: `order-done:${row.id}`,
  toId: row.author_id,
  titleKey: 'notice.order-done',
  params: { title },
  recordId: row.id,
  urgency: 'today' as const,
})

export const reportDoneBody = implementCommand(reportDone, {
  locks: ({ id }) => [{ kind: 'announcement', id }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id, report }, row) {
    const { title } = act.locked(id)
    requireState(act, row, ['published'], announcementNotPublished, title)
    if (row.kind !== 'order') act.refuse(notAnOrder, { title })
    await noteOpened(act, row)
    await sql`
      update announcements.reader set answered_at = coalesce(answered_at, ${act.at}), read_at = coalesce(read_at, ${act.at}),
        report = ${report?.trim() || null}
      where organisation_id = ${act.office.id} and announcement_id = ${id} and person_id = ${act.principal.id}`.execute(
      act.db(),
    )
    const mine = (await readerRowsOf(act, id)).filter(one => one.person_id === act.principal.id)
    const workDone = [...(await openTasks(act, id, mine)).values()].map(({ key }) => ({ key }))
    act.emit(orderDone, {
      announcementId: id,
      notify: [toAuthor(row, title)],
      ...(workDone.length > 0 ? { workDone } : {}),
    })
    return { output: { id } }
  },
})

interface Followed {
  readonly id: string
  readonly author_id: string
  readonly title: string
}

/** The orders of these tasks of whoever acts that this changes. */
async function noteOrders(act: Act, keys: readonly string[], isDone: boolean): Promise<Followed[]> {
  const read = keys.flatMap(key => readOfKey(key) ?? [])
  const { rows } = await sql<Followed>`
    update announcements.reader m set answered_at = ${isDone ? act.at : null}::timestamptz,
      read_at = case when ${isDone} then coalesce(m.read_at, ${act.at}) else m.read_at end,
      opened_at = case when ${isDone} then coalesce(m.opened_at, ${act.at}) else m.opened_at end,
      edition = case when ${isDone} then coalesce(m.edition, a.edition) else m.edition end,
      report = case when ${isDone} then m.report end
    from announcements.announcement a, kernel.record r, unnest(${read.map(one => one.id)}::uuid[], ${read.map(one => one.personId)}::uuid[]) as k (id, person_id)
    where m.organisation_id = ${act.office.id} and a.organisation_id = m.organisation_id and a.id = m.announcement_id
      and r.organisation_id = a.organisation_id and r.id = a.id and a.kind = 'order' and a.state = 'published'
      and m.announcement_id = k.id and m.person_id = k.person_id and (m.answered_at is null) = ${isDone}
    returning a.id, a.author_id, r.title`.execute(act.db())
  return rows
}

export const followOrderBody = implementCommand(followOrder, {
  async run(act, { keys, isDone }) {
    const rows = await noteOrders(act, keys, isDone)
    for (const row of rows)
      if (isDone) act.emit(orderDone, { announcementId: row.id, notify: [toAuthor(row, row.title)] })
      else act.emit(orderUndone, { announcementId: row.id })
    return { output: { count: rows.length } }
  },
})

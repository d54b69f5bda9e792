import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { announcementNotPublished, asksReaders, nobodyToRemind, readersReminded, remindReaders } from '../contract.ts'
import {
  announcementOf,
  openTasks,
  type ReaderRow,
  readerRowsOf,
  readerWish,
  requireAuthor,
  requireState,
  updateAnnouncement,
} from '../announcement-row.ts'

/** Counts a reminder for these readers: their next task has a key of its own. */
export async function countReminded(act: Act, id: string, readers: readonly ReaderRow[]): Promise<void> {
  await sql`
    update announcements.reader set reminders = reminders + 1
    where organisation_id = ${act.office.id} and announcement_id = ${id}
      and person_id = any(${readers.map(one => one.person_id)}::uuid[])`.execute(act.db())
}

export const remindReadersBody = implementCommand(remindReaders, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['published'], announcementNotPublished, title)
    const asks = asksReaders(row.kind)
    const missing = (await readerRowsOf(act, id)).filter(one => (asks ? !one.answered_at : !one.read_at))
    const open = await openTasks(act, id, missing)
    // who has begun with the task has it before them already
    const due = missing.filter(one => !open.get(one.person_id)?.touched)
    if (due.length === 0) act.refuse(nobodyToRemind, { title })
    const reminders = Math.min(row.reminders + 1, 99)
    await countReminded(act, id, due)
    await updateAnnouncement(act, id, { reminders })
    const version = await act.changeRecord(id)
    const workWithdrawn = due.flatMap(one => {
      const task = open.get(one.person_id)
      return task ? [{ key: task.key }] : []
    })
    const work = due.map(one => ({ ...readerWish(act, row, title, one.person_id, one.reminders + 1), reminders }))
    act.emit(
      readersReminded,
      { id, title, count: due.length, work, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      [id],
    )
    return { output: { id, version, reminded: due.length } }
  },
})

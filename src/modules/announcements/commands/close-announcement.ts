import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  announcementClosed,
  announcementNotClosed,
  announcementNotPublished,
  announcementReopened,
  asksReaders,
  closeAnnouncement,
  reopenAnnouncement,
} from '../contract.ts'
import {
  type AnnouncementRow,
  announcementOf,
  openTasks,
  type ReaderRow,
  readerRowsOf,
  readerWish,
  requireAuthor,
  requireState,
  updateAnnouncement,
} from '../announcement-row.ts'
import { countReminded } from './remind-readers.ts'

export const closeAnnouncementBody = implementCommand(closeAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['published'], announcementNotPublished, title)
    const open = await openTasks(act, id, await readerRowsOf(act, id))
    await updateAnnouncement(act, id, { state: 'closed', closed_at: act.at })
    const version = await act.changeRecord(id)
    const workWithdrawn = [...open.values()].map(({ key }) => ({ key }))
    act.emit(announcementClosed, { id, title, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) }, [id])
    return {
      output: { id, version },
      undo: { command: 'announcements.reopen-announcement', input: { id, expectedVersion: version } },
    }
  },
})

export const reopenAnnouncementBody = implementCommand(reopenAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['closed'], announcementNotClosed, title)
    await updateAnnouncement(act, id, { state: 'published', closed_at: null })
    const version = await act.changeRecord(id)
    const work = await workAgain(act, row, title)
    act.emit(announcementReopened, { id, title, ...(work.length > 0 ? { work } : {}) }, [id])
    return {
      output: { id, version },
      undo: { command: 'announcements.close-announcement', input: { id, expectedVersion: version } },
    }
  },
})

/** The tasks of those who were asked and have not answered, under keys of their own. */
async function workAgain(act: Act, row: AnnouncementRow, title: string) {
  if (!asksReaders(row.kind)) return []
  const readers = await readerRowsOf(act, row.id)
  const open = await openTasks(act, row.id, readers)
  const missing = readers.filter((one: ReaderRow) => !one.answered_at && !open.has(one.person_id))
  await countReminded(act, row.id, missing)
  return missing.map(one => {
    const { reminders: _reminders, ...wish } = readerWish(act, row, title, one.person_id, one.reminders + 1)
    return wish
  })
}

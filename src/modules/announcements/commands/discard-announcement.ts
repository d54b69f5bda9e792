import { implementCommand } from '../../../kernel/implement.ts'
import {
  announcementDiscarded,
  announcementNotDiscarded,
  announcementNotOpen,
  announcementRestored,
  discardAnnouncement,
  restoreAnnouncement,
} from '../contract.ts'
import { announcementOf, requireAuthor, requireState, updateAnnouncement } from '../announcement-row.ts'

export const discardAnnouncementBody = implementCommand(discardAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['draft', 'returned'], announcementNotOpen, title)
    await updateAnnouncement(act, id, { state: 'discarded' })
    const version = await act.changeRecord(id)
    act.emit(announcementDiscarded, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'announcements.restore-announcement', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreAnnouncementBody = implementCommand(restoreAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireAuthor(act, row, title)
    requireState(act, row, ['discarded'], announcementNotDiscarded, title)
    await updateAnnouncement(act, id, { state: row.check_note ? 'returned' : 'draft' })
    const version = await act.changeRecord(id)
    act.emit(announcementRestored, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'announcements.discard-announcement', input: { id, expectedVersion: version } },
    }
  },
})

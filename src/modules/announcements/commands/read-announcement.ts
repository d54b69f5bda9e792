import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  announcementNotPublished,
  announcementOpened,
  announcementRead,
  asksReaders,
  confirmRead,
  openAnnouncement,
} from '../contract.ts'
import { type AnnouncementRow, announcementOf, openTasks, readerRowsOf, requireState } from '../announcement-row.ts'

/** Notes which edition somebody has before them; whoever came later becomes a reader with it. */
export async function noteOpened(act: Act, row: AnnouncementRow): Promise<void> {
  await sql`
    insert into announcements.reader as r (organisation_id, announcement_id, person_id, edition, opened_at)
    values (${act.office.id}, ${row.id}, ${act.principal.id}, ${row.edition}, ${act.at})
    on conflict (organisation_id, announcement_id, person_id) do update
      set edition = ${row.edition}, opened_at = coalesce(r.opened_at, ${act.at})`.execute(act.db())
}

// Reading changes no version: whoever writes a correction meanwhile is not refused for it.
export const openAnnouncementBody = implementCommand(openAnnouncement, {
  locks: ({ id }) => [{ kind: 'announcement', id }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, ['published', 'closed'], announcementNotPublished, act.locked(id).title)
    await noteOpened(act, row)
    act.emit(announcementOpened, { announcementId: id })
    return { output: { id } }
  },
})

export const confirmReadBody = implementCommand(confirmRead, {
  locks: ({ id }) => [{ kind: 'announcement', id }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, ['published', 'closed'], announcementNotPublished, act.locked(id).title)
    await noteOpened(act, row)
    await sql`
      update announcements.reader set read_at = ${act.at}
      where organisation_id = ${act.office.id} and announcement_id = ${id} and person_id = ${act.principal.id}`.execute(
      act.db(),
    )
    const mine = (await readerRowsOf(act, id)).filter(one => one.person_id === act.principal.id)
    const open = asksReaders(row.kind) ? [] : [...(await openTasks(act, id, mine)).values()]
    const workDone = open.map(({ key }) => ({ key }))
    act.emit(announcementRead, { announcementId: id, ...(workDone.length > 0 ? { workDone } : {}) })
    return { output: { id } }
  },
})

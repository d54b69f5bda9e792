import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import {
  announcementNotChecked,
  announcementNotOpen,
  announcementNotYours,
  announcementPublished,
  publishAnnouncement,
} from '../contract.ts'
import {
  announcementOf,
  audienceOf,
  openChecks,
  readerWish,
  requireState,
  updateAnnouncement,
} from '../announcement-row.ts'
import { keepEdition } from '../editions.ts'
import { readersOf } from '../people.ts'
import { requireSendable } from './ask-check.ts'

export const publishAnnouncementBody = implementCommand(publishAnnouncement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'announcement', id, expectedVersion }],
  load: (act, { id }) => announcementOf(act, id),
  async run(act, { id }, row) {
    const { title, class: level } = act.locked(id)
    requireState(act, row, ['draft', 'returned', 'checking'], announcementNotOpen, title)
    const wasChecking = row.state === 'checking'
    if (act.principal.id !== (wasChecking ? row.checker_id : row.author_id))
      act.refuse(wasChecking && act.principal.id === row.author_id ? announcementNotChecked : announcementNotYours, {
        title,
      })
    if (!wasChecking && row.checker_id) act.refuse(announcementNotChecked, { title })
    await requireSendable(act, row, title)
    const after = { ...row, state: 'published' as const, edition: 1, published_at: act.at }
    await updateAnnouncement(act, id, { state: 'published', edition: 1, published_at: act.at, check_note: null })
    await keepEdition(act, id, 1, null)
    const audience = audienceOf(after)
    const named = row.to_everybody ? null : [...row.to_people, ...row.to_roles]
    const readers = (await readersOf(act, { class: level, audience: named })).filter(one => one !== row.author_id)
    await sql`
      insert into announcements.reader (organisation_id, announcement_id, person_id)
      select ${act.office.id}, ${id}, person from unnest(${readers}::uuid[]) person`.execute(act.db())
    const version = await act.changeRecord(id, { audience })
    const work = row.kind === 'request' ? readers.map(person => readerWish(act, after, title, person, 0)) : []
    act.emit(
      announcementPublished,
      {
        id,
        title,
        count: readers.length,
        ...(work.length > 0 ? { work } : {}),
        ...(wasChecking ? { workDone: await openChecks(act, id) } : {}),
      },
      [id],
    )
    return { output: { id, version, readers: readers.length } }
  },
})

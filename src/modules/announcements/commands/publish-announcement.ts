import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { setSuperior } from '../../supervision/contract.ts'
import {
  announcementNotChecked,
  announcementNotOpen,
  announcementNotYours,
  announcementPublished,
  asksReaders,
  orderNotLed,
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

/** To more than so many it is a task of theirs, without a notice besides. */
const mostTold = 200

const orderNotice = (id: string, title: string, toId: string) => ({
  key: `order:${id}`,
  toId,
  titleKey: 'notice.order',
  params: { title },
  recordId: id,
  urgency: 'today' as const,
})

/** Orders go to those whom their author leads; whoever says who leads whom may order everybody. */
async function requireLed(act: Act, authorId: string, readers: readonly string[], title: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from unnest(${[...readers]}::uuid[]) reader where not exists (
      select from supervision.leads l where l.organisation_id = ${act.office.id} and l.leader_id = ${authorId} and l.person_id = reader)
    and not exists (select from authority.permission_holder h where h.organisation_id = ${act.office.id} and h.principal_id = ${authorId}
      and h.permission = any(${[setSuperior.permission, 'supervision.*', '*']}::text[])
      and h.from_at <= ${act.at} and (h.until_at is null or h.until_at > ${act.at}))`.execute(act.db())
  if (rows[0]!.count > 0) act.refuse(orderNotLed, { title })
}

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
    if (row.kind === 'order') await requireLed(act, row.author_id, readers, title)
    const work = asksReaders(row.kind) ? readers.map(person => readerWish(act, after, title, person, 0)) : []
    act.emit(
      announcementPublished,
      {
        id,
        title,
        count: readers.length,
        ...(work.length > 0 ? { work } : {}),
        ...(row.kind === 'order' && readers.length <= mostTold
          ? { notify: readers.map(to => orderNotice(id, title, to)) }
          : {}),
        ...(wasChecking ? { workDone: await openChecks(act, id) } : {}),
      },
      [id],
    )
    return { output: { id, version, readers: readers.length } }
  },
})

/** Where the mails of threads lie: set here, and there as soon as the server is asked. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { FolderRole } from './contract/shapes.ts'

/**
 * Puts what came in of these threads into the folder of that role of its mailbox; where it has none, mails stay where they are. What we
 * sent lies with what was sent, but for the trash; what was laid into a folder of its own is put away there.
 */
export async function moveMessages(
  act: Pick<Act, 'office' | 'db'>,
  threadIds: readonly string[],
  to: FolderRole,
): Promise<void> {
  if (threadIds.length === 0) return
  await sql`
    update mail.message m set folder_id = f.id, push_tries = 0, push_after = null,
      pending = m.pending or exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    from (select distinct on (mailbox_id) mailbox_id, id from mail.folder
      where organisation_id = ${act.office.id} and role = ${to} and not gone order by mailbox_id, path) f
    where m.organisation_id = ${act.office.id} and m.thread_id = any(${[...threadIds]}::uuid[]) and m.mailbox_id = f.mailbox_id
      and m.gone_at is null and m.folder_id is distinct from f.id
      and (${to} <> 'archive' or m.folder_id is null or m.folder_id not in (
        select id from mail.folder where organisation_id = ${act.office.id} and role = 'other'))
      and (m.direction = 'in' or ${to} = 'trash' or (${to} = 'inbox' and m.folder_id in (
        select id from mail.folder where organisation_id = ${act.office.id} and role = 'trash')))`.execute(act.db())
}

/** Marks of the mails of threads, here, and there as soon as the server is asked. */
export async function markMessages(
  act: Pick<Act, 'office' | 'db'>,
  threadIds: readonly string[],
  mark: 'seen' | 'answered' | 'flagged',
  set: boolean,
): Promise<void> {
  const column = sql.ref(`m.${mark}`)
  const target = sql.ref(mark)
  await sql`
    update mail.message m set ${target} = ${set}, pending = true, push_tries = 0, push_after = null
    where m.organisation_id = ${act.office.id} and m.thread_id = any(${[...threadIds]}::uuid[]) and ${column} <> ${set}
      and m.direction = 'in' and m.gone_at is null`.execute(act.db())
}

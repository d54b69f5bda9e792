/** Where the mails of threads lie: set here, and there as soon as the server is asked. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { FolderRole } from './contract/shapes.ts'

/** A mail, and the folder it lay in. */
export interface Lay {
  readonly id: string
  readonly folderId: string
}

const lays = (rows: readonly { readonly id: string; readonly folder_id: string | null }[]): Lay[] =>
  rows.flatMap(({ id, folder_id }) => (folder_id ? [{ id, folderId: folder_id }] : []))

/**
 * Puts what came in of these threads into the folder of that role of its mailbox; where it has none, mails stay where they are. What we
 * sent lies with what was sent, but for the trash; what was laid into a folder of its own is put away there. Gives where what it moved
 * lay before.
 */
export async function moveMessages(
  act: Pick<Act, 'office' | 'db'>,
  threadIds: readonly string[],
  to: FolderRole,
): Promise<Lay[]> {
  if (threadIds.length === 0) return []
  const { rows } = await sql<{ id: string; folder_id: string | null }>`
    update mail.message m set folder_id = f.id, push_tries = 0, push_after = null,
      pending = m.pending or exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    from (select distinct on (mailbox_id) mailbox_id, id from mail.folder
      where organisation_id = ${act.office.id} and role = ${to} and not gone order by mailbox_id, path) f
    where m.organisation_id = ${act.office.id} and m.thread_id = any(${[...threadIds]}::uuid[]) and m.mailbox_id = f.mailbox_id
      and m.gone_at is null and m.folder_id is distinct from f.id
      and (${to} <> 'archive' or m.folder_id is null or m.folder_id not in (
        select id from mail.folder where organisation_id = ${act.office.id} and role = 'other'))
      and (m.direction = 'in' or ${to} = 'trash' or (${to} = 'inbox' and m.folder_id in (
        select id from mail.folder where organisation_id = ${act.office.id} and role = 'trash')))
    returning m.id, old.folder_id`.execute(act.db())
  return lays(rows)
}

/** Lays what came in of threads into a folder of their mailbox, there as soon as the server is asked. Gives where it lay before. */
export async function layThreads(
  act: Pick<Act, 'office' | 'db'>,
  threadIds: readonly string[],
  folderId: string,
): Promise<Lay[]> {
  const { rows } = await sql<{ id: string; folder_id: string | null }>`
    update mail.message m set folder_id = f.id, push_tries = 0, push_after = null,
      pending = m.pending or exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    from mail.folder f where f.organisation_id = ${act.office.id} and f.id = ${folderId}
      and m.organisation_id = f.organisation_id and m.mailbox_id = f.mailbox_id and m.thread_id = any(${[...threadIds]}::uuid[])
      and m.gone_at is null and m.direction = 'in' and m.folder_id is distinct from f.id
    returning m.id, old.folder_id`.execute(act.db())
  return lays(rows)
}

/** Lays mails of these threads back where they lay, as far as their folders are still there. */
export async function layBack(
  act: Pick<Act, 'office' | 'db'>,
  threadIds: readonly string[],
  mails: readonly Lay[],
): Promise<void> {
  if (mails.length === 0) return
  await sql`
    update mail.message m set folder_id = f.id, push_tries = 0, push_after = null,
      pending = m.pending or exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as x (id uuid, "folderId" uuid)
    join mail.folder f on f.organisation_id = ${act.office.id} and f.id = x."folderId" and not f.gone
    where m.organisation_id = f.organisation_id and m.id = x.id and m.mailbox_id = f.mailbox_id
      and m.thread_id = any(${[...threadIds]}::uuid[]) and m.gone_at is null and m.folder_id is distinct from f.id`.execute(
    act.db(),
  )
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

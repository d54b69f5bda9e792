/** Mails that are here and turn up at another place: their threads follow them. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { holdThreads, raiseThreads } from '../thread-sums.ts'
import type { FolderFacts } from './known.ts'

/** Mails that were here and are met in this folder: a mail program there has moved them, or our own lies where it was put. */
export async function metElsewhere(act: Act, folder: FolderFacts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ thread_id: string }>`
    update mail.message m set folder_id = case when m.pending and m.folder_id is not null then m.folder_id else ${folder.id}::uuid end, gone_at = null
    where m.organisation_id = ${act.office.id} and m.id = any(${[...ids]}::uuid[]) and ${folder.role} <> 'all'
      and (m.gone_at is not null or m.folder_id is distinct from ${folder.id}::uuid)
    returning thread_id`.execute(act.db())
  const threads = [...new Set(rows.map(row => row.thread_id))]
  await reopenByPlace(act, threads, folder)
}

/** A thread follows its mails where a mail program there puts them. */
async function reopenByPlace(act: Act, threads: readonly string[], { role }: FolderFacts): Promise<void> {
  const state = { inbox: 'open', trash: 'trash', junk: 'noise', archive: 'done', other: 'done' }[role as string]
  if (!state || threads.length === 0) return
  await holdThreads(act, threads)
  const { rows } = await sql<{ id: string }>`
    update mail.thread t set state = ${state}, snoozed_until = null
    where t.organisation_id = ${act.office.id} and t.id = any(${[...threads]}::uuid[]) and t.state <> ${state}
      and not (${state} = 'open' and t.state in ('waiting', 'snoozed', 'noise'))
      and not exists (select from mail.message m left join mail.folder f on f.organisation_id = m.organisation_id and f.id = m.folder_id
        where m.organisation_id = t.organisation_id and m.thread_id = t.id and m.direction = 'in' and m.gone_at is null
          and f.role is distinct from ${role} and ${state} <> 'open')
    returning t.id`.execute(act.db())
  raiseThreads(
    act,
    rows.map(row => row.id),
  )
}

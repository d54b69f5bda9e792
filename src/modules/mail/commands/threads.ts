/** What a person does with threads, many at once. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import type { ThreadState } from '../contract/shapes.ts'
import { backTo, idsOf, threadsOf } from '../desk/set-threads.ts'
import { layThreads, markMessages, moveMessages } from '../moving.ts'
import { raiseThreads, sumThreads } from '../thread-sums.ts'

const lockAll = (ids: readonly string[]) => ids.map(id => ({ kind: 'mail-thread', id }))

async function changedBy(
  act: Act,
  ids: readonly string[],
  column: 'unread' | 'flagged',
  set: boolean,
): Promise<string[]> {
  const differs =
    column === 'unread' ? (set ? sql`unread > 0` : sql`unread < messages`) : set ? sql`not flagged` : sql`flagged`
  const { rows } = await sql<{ id: string }>`select id from mail.thread where organisation_id = ${act.office.id}
    and id = any(${[...ids]}::uuid[]) and ${differs}`.execute(act.db())
  return rows.map(row => row.id)
}

export const markReadBody = implementCommand(c.markRead, {
  locks: ({ ids }) => lockAll(ids),
  async run(act, { ids, read }) {
    const changed = await changedBy(act, ids, 'unread', read)
    // unread again is the last one that came, as mail programs have it
    if (read) await markMessages(act, changed, 'seen', true)
    else
      await sql`
        update mail.message m set seen = false, pending = true, push_tries = 0, push_after = null
        where m.organisation_id = ${act.office.id} and m.id in (
          select distinct on (l.thread_id) l.id from mail.message l where l.organisation_id = ${act.office.id}
            and l.thread_id = any(${changed}::uuid[]) and l.direction = 'in' and l.gone_at is null order by l.thread_id, l.at desc)`.execute(
        act.db(),
      )
    sumThreads(act, changed)
    raiseThreads(act, changed)
    if (changed.length > 0) act.emit(c.threadsMarked, { ids: changed, count: changed.length }, changed)
    return { output: { count: changed.length }, ...undoOf(c.markRead.name, changed, { read: !read }) }
  },
})

export const flagThreadsBody = implementCommand(c.flagThreads, {
  locks: ({ ids }) => lockAll(ids),
  async run(act, { ids, flagged }) {
    const changed = await changedBy(act, ids, 'flagged', flagged)
    if (flagged)
      await sql`
        update mail.message m set flagged = true, pending = m.direction = 'in', push_tries = 0, push_after = null
        where m.organisation_id = ${act.office.id} and m.id in (
          select distinct on (l.thread_id) l.id from mail.message l where l.organisation_id = ${act.office.id}
            and l.thread_id = any(${changed}::uuid[]) and l.gone_at is null order by l.thread_id, l.direction, l.at desc)`.execute(
        act.db(),
      )
    else
      await sql`update mail.message set flagged = false, pending = true, push_tries = 0, push_after = null
        where organisation_id = ${act.office.id} and thread_id = any(${changed}::uuid[]) and flagged`.execute(act.db())
    sumThreads(act, changed)
    raiseThreads(act, changed)
    if (changed.length > 0) act.emit(c.threadsMarked, { ids: changed, count: changed.length }, changed)
    return { output: { count: changed.length }, ...undoOf(c.flagThreads.name, changed, { flagged: !flagged }) }
  },
})

const stateAt: Readonly<Record<(typeof c.moveTargets)[number], ThreadState>> = {
  inbox: 'open',
  archive: 'done',
  junk: 'noise',
  trash: 'trash',
}
/** The folder is of the mailbox of every thread that is laid into it. */
async function requireFolderOfAll(act: Act, ids: readonly string[], folderId: string): Promise<void> {
  const { rows } =
    await sql`select from mail.thread t where t.organisation_id = ${act.office.id} and t.id = any(${[...ids]}::uuid[])
    and not exists (select from mail.folder f where f.organisation_id = t.organisation_id and f.id = ${folderId}
      and f.mailbox_id = t.mailbox_id and not f.gone) limit 1`.execute(act.db())
  if (rows.length > 0) act.refuse(c.ruleFolderElsewhere)
}

export const moveThreadsBody = implementCommand(c.moveThreads, {
  locks: ({ ids }) => lockAll(ids),
  load: (act, { ids }) => threadsOf(act, ids),
  async run(act, { ids, to, folderId }, threads) {
    if (folderId) await requireFolderOfAll(act, ids, folderId)
    const changed = idsOf(threads)
    const lay = folderId ? await layThreads(act, changed, folderId) : await moveMessages(act, changed, to)
    act.write(sql`update mail.thread set state = ${stateAt[to]}, snoozed_until = null
      where organisation_id = ${act.office.id} and id = any(${changed}::uuid[])`)
    raiseThreads(act, changed)
    act.emit(c.threadsMoved, { ids: changed, count: changed.length }, changed)
    const { command, input } = backTo(threads)
    const mails = lay.slice(0, c.mostMailsBack)
    return { output: { count: changed.length }, undo: { command, input: { ...input, mails } } }
  },
})

const undoOf = (command: (typeof c.markRead)['name'], ids: readonly string[], input: object) =>
  ids.length === 0 ? {} : { undo: { command, input: { ids, ...input } } }

/** What mail programs there have done, and what was set here and is so there now. */
import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { folderOf, heldMailbox } from '../intake/known.ts'
import { writePlaces } from '../intake/write.ts'
import { holdThreads, raiseThreads, sumThreads } from '../thread-sums.ts'

type Noted = InputOf<typeof c.notePlaces>

/**
 * Marks that changed there since they were last seen are taken; marks that did not are left as they were set here. A mark is one of two
 * things, so both sides can never have changed it to different ones.
 */
async function takeMarks(act: Act, folderId: string, flags: Noted['flags']): Promise<string[]> {
  if (flags.length === 0) return []
  const rows = JSON.stringify(flags)
  const { rows: changed } = await sql<{ thread_id: string }>`
    with said as (select * from jsonb_to_recordset(${rows}::jsonb) as x (uid bigint, seen boolean, answered boolean, flagged boolean)),
    before as (
      select p.uid, p.message_id, p.seen, p.answered, p.flagged, s.seen as now_seen, s.answered as now_answered, s.flagged as now_flagged
      from mail.place p join said s on s.uid = p.uid
      where p.organisation_id = ${act.office.id} and p.folder_id = ${folderId}
        and (p.seen, p.answered, p.flagged) is distinct from (s.seen, s.answered, s.flagged)),
    placed as (
      update mail.place p set seen = b.now_seen, answered = b.now_answered, flagged = b.now_flagged from before b
      where p.organisation_id = ${act.office.id} and p.folder_id = ${folderId} and p.uid = b.uid)
    update mail.message m set
      seen = case when b.now_seen <> b.seen then b.now_seen else m.seen end,
      answered = case when b.now_answered <> b.answered then b.now_answered else m.answered end,
      flagged = case when b.now_flagged <> b.flagged then b.now_flagged else m.flagged end
    from before b where m.organisation_id = ${act.office.id} and m.id = b.message_id
    returning m.thread_id`.execute(act.db())
  return changed.map(row => row.thread_id)
}

/** Away from this folder: mails that lie nowhere else and were not moved from here are gone there. */
async function takeGone(act: Act, folderId: string, gone: Noted['gone']): Promise<string[]> {
  if (gone.length === 0) return []
  const { rows } = await sql<{ message_id: string }>`
    delete from mail.place where organisation_id = ${act.office.id} and folder_id = ${folderId} and uid = any(${gone}::bigint[])
    returning message_id`.execute(act.db())
  return rows.map(row => row.message_id)
}

/** Mails that have lain nowhere since then: thrown away for good by a mail program there. Those that are only being moved turn up first. */
async function markGone(act: Act, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ thread_id: string }>`
    update mail.message m set gone_at = ${act.at}, pending = false
    where m.organisation_id = ${act.office.id} and m.id = any(${[...ids]}::uuid[]) and m.gone_at is null
      and not exists (select from mail.place p where p.organisation_id = m.organisation_id and p.message_id = m.id)
    returning m.thread_id`.execute(act.db())
  const threads = [...new Set(rows.map(row => row.thread_id))]
  if (threads.length > 0)
    await sql`
      update mail.thread t set state = 'trash', snoozed_until = null
      where t.organisation_id = ${act.office.id} and t.id = any(${threads}::uuid[])
        and not exists (select from mail.message m where m.organisation_id = t.organisation_id and m.thread_id = t.id
          and m.direction = 'in' and m.gone_at is null)`.execute(act.db())
  return threads
}

export const notePlacesBody = implementCommand(c.notePlaces, {
  async run(act, input) {
    const { id, folderId, flags, gone, forgetAll, uidValidity, lastUid, modSeq } = input
    const mailbox = await heldMailbox(act, id)
    const folder = await folderOf(act, mailbox.id, folderId)
    if (forgetAll)
      await sql`delete from mail.place where organisation_id = ${act.office.id} and folder_id = ${folder.id}`.execute(
        act.db(),
      )
    const marked = await takeMarks(act, folder.id, flags)
    const away = await takeGone(act, folder.id, gone)
    const threads = [...new Set([...marked, ...(await markGone(act, away))])]
    await holdThreads(act, threads)
    sumThreads(act, threads)
    raiseThreads(act, threads)
    if (uidValidity !== undefined || lastUid !== undefined || modSeq !== undefined)
      act.write(sql`update mail.folder set uid_validity = coalesce(${uidValidity ?? null}::bigint, uid_validity),
        last_uid = coalesce(${lastUid ?? null}::bigint, last_uid),
        mod_seq = ${modSeq === undefined ? sql.ref('mod_seq') : sql`${modSeq}::bigint`}
        where organisation_id = ${act.office.id} and id = ${folder.id}`)
    if (threads.length > 0)
      act.emit(c.placesNoted, { id: mailbox.id, name: mailbox.name, count: threads.length }, [
        mailbox.id,
        ...threads.slice(0, 1000),
      ])
    return { output: {} }
  },
})

export const notePushedBody = implementCommand(c.notePushed, {
  async run(act, { id, done, failed }) {
    const mailbox = await heldMailbox(act, id)
    for (const [folderId, group] of Map.groupBy(done, one => one.folderId)) {
      const folder = await folderOf(act, mailbox.id, folderId)
      // where it was before, it is no more
      await sql`delete from mail.place p using mail.folder f where p.organisation_id = ${act.office.id}
        and p.message_id = any(${group.map(one => one.messageId)}::uuid[]) and p.folder_id <> ${folder.id}
        and f.organisation_id = p.organisation_id and f.id = p.folder_id and f.role <> 'all'`.execute(act.db())
      writePlaces(
        act,
        folder.id,
        group.flatMap(one => (one.uid === null ? [] : [{ ...one, uid: one.uid }])),
      )
      // what was set anew meanwhile stays to be done
      await sql`update mail.message m set push_tries = 0, push_after = null,
          pending = (m.seen, m.answered, m.flagged) is distinct from (x.seen, x.answered, x.flagged) or m.folder_id is distinct from ${folder.id}::uuid
        from jsonb_to_recordset(${JSON.stringify(group)}::jsonb) as x ("messageId" uuid, seen boolean, answered boolean, flagged boolean)
        where m.organisation_id = ${act.office.id} and m.id = x."messageId"`.execute(act.db())
    }
    if (failed.length > 0)
      await sql`update mail.message set push_tries = push_tries + 1,
          push_after = ${act.at}::timestamptz + make_interval(secs => least(3600, 15 * power(2, push_tries)))
        where organisation_id = ${act.office.id} and id = any(${failed}::uuid[])`.execute(act.db())
    return { output: {} }
  },
})

export const noteReadingsBody = implementCommand(c.noteReadings, {
  async run(act, { id, messageIds }) {
    const mailbox = await heldMailbox(act, id)
    const { rows } = await sql<{ thread_id: string }>`
      update mail.message m set subject = r.facts ->> 'subject', from_name = r.facts #>> '{from,name}', from_address = r.facts #>> '{from,address}',
        automatic = r.facts ->> 'automatic', attachments = (select count(*) from jsonb_array_elements(r.facts -> 'attachments') a where not (a ->> 'inline')::boolean)
      from mail.reading r where m.organisation_id = ${act.office.id} and m.id = any(${messageIds}::uuid[])
        and r.organisation_id = m.organisation_id and r.file_id = m.file_id and m.mailbox_id = ${mailbox.id} returning m.thread_id`.execute(
      act.db(),
    )
    const threads = [...new Set(rows.map(row => row.thread_id))]
    await holdThreads(act, threads)
    sumThreads(act, threads)
    raiseThreads(act, threads)
    if (threads.length > 0)
      act.emit(c.readAgain, { id: mailbox.id, name: mailbox.name, count: rows.length }, [mailbox.id, ...threads])
    return { output: {} }
  },
})

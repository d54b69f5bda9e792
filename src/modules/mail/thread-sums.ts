/** What a thread says of its mails: how many, how many unread, who wrote last. Summed from them whenever they change. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'

/** Waits for nothing: what is asked next sees it. */
export function sumThreads(act: Pick<Act, 'office' | 'write'>, ids: readonly string[]): void {
  if (ids.length === 0) return
  act.write(sql`
    update mail.thread t set messages = s.messages, unread = s.unread, attachments = s.attachments, flagged = s.flagged,
      last_at = coalesce(s.last_at, t.last_at), last_incoming_at = s.last_incoming_at,
      from_name = coalesce(w.from_name, t.from_name), from_address = coalesce(w.from_address, t.from_address),
      snippet = coalesce(l.snippet, t.snippet)
    from unnest(${[...ids]}::uuid[]) wanted (id)
    cross join lateral (
      select count(*)::int as messages, count(*) filter (where m.direction = 'in' and not m.seen and m.gone_at is null)::int as unread,
        coalesce(sum(m.attachments), 0)::int as attachments, coalesce(bool_or(m.flagged), false) as flagged, max(m.at) as last_at,
        max(m.at) filter (where m.direction = 'in') as last_incoming_at
      from mail.message m where m.organisation_id = ${act.office.id} and m.thread_id = wanted.id) s
    left join lateral (
      select case when m.direction = 'in' then m.from_name else coalesce(r.facts #>> '{to,0,name}', '') end as from_name,
        case when m.direction = 'in' then m.from_address else coalesce(r.facts #>> '{to,0,address}', '') end as from_address
      from mail.message m join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
      where m.organisation_id = ${act.office.id} and m.thread_id = wanted.id
      order by (m.direction = 'in' and m.automatic is distinct from 'bounce') desc, m.at desc, m.id desc limit 1) w on true
    left join lateral (
      select left(r.facts ->> 'snippet', 300) as snippet from mail.message m
      join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
      where m.organisation_id = ${act.office.id} and m.thread_id = wanted.id order by m.at desc, m.id desc limit 1) l on true
    where t.organisation_id = ${act.office.id} and t.id = wanted.id`)
}

/** Raises the records of threads that an inner step changed: it does not ask who may see them. */
export function raiseThreads(act: Pick<Act, 'office' | 'at' | 'write'>, ids: readonly string[]): void {
  if (ids.length === 0) return
  act.write(sql`update kernel.record set version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`)
}

/** Holds threads in the one order in which everybody does, so that nobody waits in a ring. */
export async function holdThreads(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select id from kernel.record where organisation_id = ${act.office.id} and id = any(${[...new Set(ids)]}::uuid[])
    order by kind, id for no key update`.execute(act.db())
}

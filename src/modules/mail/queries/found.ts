/** Threads by words: of their text, of who wrote in them, of who was written to. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import type * as c from '../contract.ts'

type Asked = Parameters<(typeof c.listThreads)['input']['encode']>[0]

/** Every word must be there; the newest first. More than these nobody looks through. */
const mostFound = 500

export const searches = ({ text, from, to }: Asked): boolean => Boolean(text || from || to)

/**
 * Names and addresses of a thread stand among its words: who wrote or was written to is looked for there too, and looked at exactly only
 * in what is found.
 */
export function foundBy(view: View, { text, from, to, before }: Asked): RawBuilder<unknown> {
  const { clearance, audiences } = view.principal
  const until = before?.toZonedDateTime(view.office.zone).toInstant().toString() ?? null
  return sql`kernel.search(${[text, from, to].filter(Boolean).join(' ')}, ${clearance}::smallint, ${[...audiences]}::uuid[],
    ${['mail-thread']}::text[], ${view.today.toString()}::date, ${mostFound}, ${until}::timestamptz)`
}

/** Every word stands in the text, folded, whatever of `%` and `_` was typed. */
const holds = (where: RawBuilder<unknown>, words: string): RawBuilder<unknown> =>
  sql.join(
    words
      .split(/\s+/)
      .filter(Boolean)
      .map(word => sql`position(kernel.fold(${word}) in kernel.fold(${where})) > 0`),
    sql` and `,
  )

export const wroteIn = (words: string): RawBuilder<unknown> =>
  sql`exists (select from mail.message m where m.organisation_id = t.organisation_id and m.thread_id = t.id
    and ${holds(sql`m.from_name || ' ' || m.from_address`, words)})`

export const writtenToIn = (words: string): RawBuilder<unknown> =>
  sql`exists (select from mail.message m
    join mail.reading g on g.organisation_id = m.organisation_id and g.file_id = m.file_id
    where m.organisation_id = t.organisation_id and m.thread_id = t.id
      and ${holds(sql`coalesce(g.facts ->> 'to', '') || ' ' || coalesce(g.facts ->> 'cc', '')`, words)})`

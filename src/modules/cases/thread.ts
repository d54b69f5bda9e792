/** The mail that a case was made of: an answer goes out by the mailbox it came to, in its thread. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { CaseRow } from './case-row.ts'

export interface AnswerThread {
  readonly threadId: string
  readonly mailbox: string
  readonly address: string
}

/** Who is writing an answer to that mail just now; null where nobody is, or oneself. */
export async function writerOf(act: Act, threadId: string): Promise<string | null> {
  const { rows } = await sql<{ holder_id: string }>`
    select holder_id from mail.thread_fact where organisation_id = ${act.office.id} and thread_id = ${threadId}
      and held_until > ${act.at} and holder_id <> ${act.principal.id}`.execute(act.db())
  return rows[0]?.holder_id ?? null
}

/** Null where a case came otherwise, where one does not see that mail, or where nothing can be sent from its mailbox. */
export async function threadOf(
  at: Pick<Act | View, 'db' | 'office' | 'principal'>,
  row: Pick<CaseRow, 'source_id'>,
): Promise<AnswerThread | null> {
  if (!row.source_id) return null
  const { rows } = await sql<AnswerThread>`
    select t.thread_id as "threadId", t.mailbox, t.address from ${visibleRecords(at, 'mail-thread').selectAll()} r
    join mail.thread_fact t on t.organisation_id = ${at.office.id} and t.thread_id = r.id
    where r.id = ${row.source_id} and t.answers`.execute(at.db())
  return rows[0] ?? null
}

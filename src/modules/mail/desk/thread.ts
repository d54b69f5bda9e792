import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { WritingWay } from '../contract/shapes.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'

/** What the desk's questions need of a thread. */
export interface ThreadSeen {
  readonly id: string
  readonly mailbox_id: string
  readonly mailbox_address: string
  readonly mailbox_aliases: string[]
  readonly mailbox_language: Language | null
  readonly mailbox_writes: WritingWay
  readonly subject: string
  readonly language: Language | null
  readonly from_name: string
  readonly from_address: string
}

/** A thread that the reader may see; else it is not found. */
export async function threadSeen(view: View, id: string): Promise<ThreadSeen> {
  const { rows } = await sql<ThreadSeen>`
    select t.id, t.mailbox_id, b.address as mailbox_address, b.aliases as mailbox_aliases, b.language as mailbox_language, b.writes as mailbox_writes,
      t.subject, t.language, t.from_name, t.from_address
    from ${visibleRecords(view, 'mail-thread').selectAll()} r
    join mail.thread t on t.organisation_id = ${view.office.id} and t.id = r.id
    join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
}

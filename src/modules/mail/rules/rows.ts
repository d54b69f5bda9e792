import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import type { RuleTable } from '../desk/tables.ts'
import type { AutomaticKind, ThreadState } from '../contract/shapes.ts'
import type { MailFacts, Rule } from './match.ts'

type Reader = Pick<View, 'db' | 'office'>

/** As much of a text as rules look at. */
const looked = 20_000

export interface MailRow {
  readonly id: string
  readonly thread_id: string
  readonly mailbox_id: string
  readonly from_name: string
  readonly from_address: string
  readonly subject: string
  readonly at: Temporal.Instant
  readonly attachments: number
  readonly automatic: AutomaticKind | null
  readonly text: string
  readonly recipients: string[]
  readonly state: ThreadState
  readonly owner_id: string | null
}

/** What rules look at, of mails `m` in threads `t` and as their readings `g` say. */
export const mailColumns = sql`m.id, m.thread_id, m.mailbox_id, m.from_name, m.from_address, m.subject, m.at, m.attachments,
  m.automatic, t.state, t.owner_id, left(g.fresh, ${sql.lit(looked)}) as text,
  array(select coalesce(a ->> 'name', '') || ' ' || coalesce(a ->> 'address', '')
    from jsonb_array_elements(coalesce(g.facts -> 'to', '[]') || coalesce(g.facts -> 'cc', '[]')) a) as recipients`
export const mailTables = sql`mail.message m
  join mail.thread t on t.organisation_id = m.organisation_id and t.id = m.thread_id
  join mail.reading g on g.organisation_id = m.organisation_id and g.file_id = m.file_id`

export async function mailsOf(reader: Reader, ids: readonly string[]): Promise<MailRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<MailRow>`select ${mailColumns} from ${mailTables}
    where m.organisation_id = ${reader.office.id} and m.id = any(${[...ids]}::uuid[]) order by m.at, m.id`.execute(
    reader.db(),
  )
  return rows
}

export const factsOf = (row: MailRow): MailFacts => ({
  mailboxId: row.mailbox_id,
  from: `${row.from_name} ${row.from_address}`,
  to: row.recipients,
  subject: row.subject,
  text: row.text,
  attachments: row.attachments,
})

export const ruleOf = (row: RuleTable): Rule => ({
  mailboxId: row.mailbox_id,
  from: row.from_has,
  to: row.to_has,
  subject: row.subject_has,
  words: row.words,
  hasAttachment: row.has_attachment,
  ownerId: row.owner_id,
  label: row.label,
  folderId: row.folder_id,
  outcome: row.outcome,
})

/** The rules that hold, in the order they were laid down. */
export async function rulesInForce(reader: Reader): Promise<Rule[]> {
  const { rows } = await sql<RuleTable>`
    select * from mail.rule where organisation_id = ${reader.office.id} and not paused and not removed order by id`.execute(
    reader.db(),
  )
  return rows.map(ruleOf)
}

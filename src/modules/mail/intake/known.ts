/** What is here already of mails that come: by their bytes, by the names they bear. */
import { type Selectable, sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { mailboxOver } from '../contract.ts'
import type { FolderRole } from '../contract/shapes.ts'
import type { MailFacts } from '../reading/types.ts'
import type { MailboxTable, MailTables } from '../tables.ts'
import { namesOf, type Recent } from './plan.ts'
import { topicOf } from './topic.ts'

export type Mailbox = Selectable<MailboxTable>

/** The mailbox, held until the act is over: what is taken in of it waits for what is being taken in. */
export async function heldMailbox(act: Act, id: string): Promise<Mailbox> {
  const row = await act
    .db<MailTables>()
    .selectFrom('mail.mailbox')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return act.refuse(kernelRefusals.notFound, { kind: 'mail-mailbox', id })
  if (row.ended_at) act.refuse(mailboxOver, { title: row.name })
  return row
}

export interface FolderFacts {
  readonly id: string
  readonly role: FolderRole
  readonly uid_validity: bigint | null
}

export async function folderOf(act: Act, mailboxId: string, id: string): Promise<FolderFacts> {
  const { rows } = await sql<FolderFacts>`
    select id, role, uid_validity from mail.folder
    where organisation_id = ${act.office.id} and mailbox_id = ${mailboxId} and id = ${id}`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'mail-mailbox', id })
}

export interface Read {
  readonly file_id: string
  readonly digest: Buffer
  readonly size_bytes: bigint
  readonly facts: MailFacts
  readonly fresh: string
}

/** Of a mail so much is searched by its words. */
const searched = 20_000

export async function readingsOf(act: Act, fileIds: readonly string[]): Promise<Map<string, Read>> {
  const { rows } = await sql<Read>`
    select r.file_id, f.digest, f.size_bytes, r.facts, left(r.fresh, ${searched}) as fresh from mail.reading r
    join kernel.file f on f.organisation_id = r.organisation_id and f.id = r.file_id
    where r.organisation_id = ${act.office.id} and r.file_id = any(${[...fileIds]}::uuid[])`.execute(act.db())
  return new Map(rows.map(row => [row.file_id, row]))
}

export interface Here {
  readonly id: string
  readonly thread_id: string
}

/** By bytes; and our own mails that their server keeps a copy of, by name, since it may have written more into its head. */
export async function messagesHere(
  act: Act,
  mailboxId: string,
  reads: readonly Read[],
): Promise<{ byDigest: Map<string, Here>; ownByName: Map<string, Here> }> {
  const { rows } = await sql<Here & { digest: string; message_id: string | null; direction: 'in' | 'out' }>`
    select id, thread_id, encode(digest, 'hex') as digest, message_id, direction from mail.message
    where organisation_id = ${act.office.id} and mailbox_id = ${mailboxId}
      and digest = any(${reads.map(({ digest }) => digest)}::bytea[])
    union
    select id, thread_id, encode(digest, 'hex'), message_id, direction from mail.message
    where organisation_id = ${act.office.id} and mailbox_id = ${mailboxId} and author_id is not null
      and message_id = any(${reads.flatMap(({ facts }) => facts.messageId ?? [])}::text[])`.execute(act.db())
  return {
    byDigest: new Map(rows.map(row => [row.digest, row])),
    ownByName: new Map(rows.flatMap(row => (row.direction === 'out' && row.message_id ? [[row.message_id, row]] : []))),
  }
}

export async function threadsNamed(act: Act, mailboxId: string, reads: readonly Read[]): Promise<Map<string, string>> {
  const names = [...new Set(reads.flatMap(({ facts }) => namesOf(facts)))]
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ named: string; thread_id: string }>`
    select named, thread_id from mail.reference
    where organisation_id = ${act.office.id} and mailbox_id = ${mailboxId} and named = any(${names}::text[])`.execute(
    act.db(),
  )
  return new Map(rows.map(row => [row.named, row.thread_id]))
}

/** Threads of the same subjects, the newest first. */
export async function threadsAlike(act: Act, mailboxId: string, reads: readonly Read[]): Promise<Recent[]> {
  const bare = reads.filter(({ facts }) => facts.references.length === 0)
  const topics = [...new Set(bare.map(({ facts }) => topicOf(facts.subject)).filter(topic => topic !== ''))]
  if (topics.length === 0) return []
  const { rows } = await sql<{ id: string; topic: string; people: string[]; last_at: Temporal.Instant }>`
    select t.id, t.topic, t.last_at, array[t.from_address] || array(
      select distinct m.from_address from mail.message m where m.organisation_id = t.organisation_id and m.thread_id = t.id) as people
    from mail.thread t where t.organisation_id = ${act.office.id} and t.mailbox_id = ${mailboxId}
      and t.topic = any(${topics}::text[]) order by t.last_at desc limit 500`.execute(act.db())
  return rows.map(row => ({ threadId: row.id, topic: row.topic, people: row.people, lastAt: row.last_at }))
}

/** Whose addresses they are. */
export async function partiesOf(act: Act, addresses: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(addresses.filter(address => address !== ''))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ email: string; party_id: string }>`
    select distinct on (email) email, party_id from directory.mail_fact
    where organisation_id = ${act.office.id} and email = any(${wanted}::text[]) order by email, party_id`.execute(
    act.db(),
  )
  return new Map(rows.map(row => [row.email, row.party_id]))
}

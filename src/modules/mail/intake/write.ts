/** Writes mails and their threads in a handful of statements, however many they are. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { MailFacts } from '../reading/types.ts'
import type { Mailbox } from './known.ts'
import { topicOf } from './topic.ts'

export interface NewMail {
  readonly id: string
  readonly threadId: string
  readonly fileId: string
  readonly digest: Buffer
  readonly sizeBytes: bigint
  readonly facts: MailFacts
  readonly direction: 'in' | 'out'
  readonly at: Temporal.Instant
  readonly folderId: string | null
  readonly uid: number | null
  readonly seen: boolean
  readonly answered: boolean
  readonly flagged: boolean
  readonly authorId?: string | null
  /** Set here, and to be set there. */
  readonly pending?: boolean
}

export interface NewThread {
  readonly id: string
  readonly subject: string
  readonly state: string
  readonly partyId: string | null
  readonly lastAt: Temporal.Instant
  readonly language: string | null
}

export const titleOf = (subject: string, from: string): string => (subject || from || '—').slice(0, 500)

/** Their records, as confidential as the mailbox and for those who read it, now and later. */
export function writeThreads(act: Act, mailbox: Pick<Mailbox, 'id'>, threads: readonly NewThread[]): void {
  if (threads.length === 0) return
  const rows = JSON.stringify(
    threads.map(({ id, subject, state, partyId, lastAt, language }) => ({
      id,
      title: titleOf(subject, ''),
      subject,
      topic: topicOf(subject),
      state,
      party_id: partyId,
      last_at: lastAt.toString(),
      language,
    })),
  )
  act.write(sql`
    insert into kernel.record (organisation_id, id, kind, title, class, audience, created_at, changed_at, own_class)
    select ${act.office.id}, x.id, 'mail-thread', x.title, b.class, b.audience, ${act.at}, ${act.at}, 1
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, title text)
    join kernel.record b on b.organisation_id = ${act.office.id} and b.id = ${mailbox.id}`)
  act.write(sql`
    insert into kernel.derivation (organisation_id, record_id, source_id)
    select ${act.office.id}, x.id, ${mailbox.id} from jsonb_to_recordset(${rows}::jsonb) as x (id uuid)`)
  act.write(sql`
    insert into mail.thread (organisation_id, id, mailbox_id, subject, topic, state, party_id, last_at, language)
    select ${act.office.id}, x.id, ${mailbox.id}, x.subject, x.topic, x.state, x.party_id, x.last_at, x.language
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, subject text, topic text, state text, party_id uuid, last_at timestamptz, language text)`)
  act.write(sql`
    insert into kernel.link (organisation_id, from_id, to_id, relation)
    select ${act.office.id}, x.id, x.party_id, 'about' from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, party_id uuid)
    where x.party_id is not null on conflict do nothing`)
}

export function writeMessages(act: Act, mailbox: Pick<Mailbox, 'id'>, mails: readonly NewMail[]): void {
  if (mails.length === 0) return
  const rows = JSON.stringify(
    mails.map(mail => ({
      id: mail.id,
      thread_id: mail.threadId,
      direction: mail.direction,
      file_id: mail.fileId,
      digest: mail.digest.toString('hex'),
      size_bytes: Number(mail.sizeBytes),
      message_id: mail.facts.messageId,
      from_name: mail.facts.from.name,
      from_address: mail.facts.from.address,
      subject: mail.facts.subject,
      at: mail.at.toString(),
      automatic: mail.facts.automatic,
      attachments: mail.facts.attachments.filter(one => !one.inline).length,
      author_id: mail.authorId ?? null,
      seen: mail.seen,
      answered: mail.answered,
      flagged: mail.flagged,
      folder_id: mail.folderId,
      pending: mail.pending ?? false,
    })),
  )
  act.write(sql`
    insert into mail.message (organisation_id, id, mailbox_id, thread_id, direction, file_id, digest, size_bytes, message_id, from_name,
      from_address, subject, at, automatic, attachments, author_id, seen, answered, flagged, folder_id, pending)
    select ${act.office.id}, x.id, ${mailbox.id}, x.thread_id, x.direction, x.file_id, decode(x.digest, 'hex'), x.size_bytes, x.message_id,
      x.from_name, x.from_address, x.subject, x.at, x.automatic, x.attachments, x.author_id, x.seen, x.answered, x.flagged, x.folder_id, x.pending
    from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, thread_id uuid, direction text, file_id uuid, digest text, size_bytes int,
      message_id text, from_name text, from_address text, subject text, at timestamptz, automatic text, attachments int, author_id uuid,
      seen boolean, answered boolean, flagged boolean, folder_id uuid, pending boolean)`)
}

/** Where mails lie there; a number that was another mail's before is this one's now. */
export function writePlaces(
  act: Act,
  folderId: string,
  places: readonly { messageId: string; uid: number; seen: boolean; answered: boolean; flagged: boolean }[],
): void {
  if (places.length === 0) return
  const rows = JSON.stringify(places.map(({ messageId, ...place }) => ({ message_id: messageId, ...place })))
  act.write(sql`
    insert into mail.place (organisation_id, folder_id, uid, message_id, seen, answered, flagged)
    select distinct on (x.uid) ${act.office.id}::uuid, ${folderId}::uuid, x.uid, x.message_id, x.seen, x.answered, x.flagged
    from jsonb_to_recordset(${rows}::jsonb) as x (uid bigint, message_id uuid, seen boolean, answered boolean, flagged boolean)
    on conflict (organisation_id, folder_id, uid) do update set message_id = excluded.message_id, seen = excluded.seen,
      answered = excluded.answered, flagged = excluded.flagged`)
}

/** The names by which further mails find their thread; who came first keeps a name. */
export function writeNames(act: Act, mailboxId: string, names: readonly { named: string; threadId: string }[]): void {
  if (names.length === 0) return
  act.write(sql`
    insert into mail.reference (organisation_id, mailbox_id, named, thread_id)
    select distinct on (n.named) ${act.office.id}::uuid, ${mailboxId}::uuid, n.named, n.thread_id
    from unnest(${names.map(one => one.named)}::text[], ${names.map(one => one.threadId)}::uuid[]) with ordinality n (named, thread_id, place)
    order by n.named, n.place
    on conflict (organisation_id, mailbox_id, named) do nothing`)
}

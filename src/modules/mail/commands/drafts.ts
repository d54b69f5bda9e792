/** What is written here, until it goes out. */
import { type Selectable, sql } from 'kysely'
import { picturesIn } from '../../../formats/rich/walk.ts'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { textOfRich } from '../contract/written.ts'
import { partiesOf } from '../intake/known.ts'
import { titleOf, writeThreads } from '../intake/write.ts'
import type { OutgoingFile, Recipients } from '../queries/outgoing.ts'
import type { MailTables, OutgoingTable } from '../tables.ts'
import { raiseThreads } from '../thread-sums.ts'

export type Outgoing = Omit<Selectable<OutgoingTable>, 'recipients' | 'attachments'> & {
  readonly recipients: Recipients
  readonly attachments: OutgoingFile[]
}

/** One's own; what others write is theirs. Held until the act is over. */
export async function ownOutgoing(act: Act, id: string): Promise<Outgoing> {
  const { rows } = await sql<Outgoing>`
    select * from mail.outgoing where organisation_id = ${act.office.id} and id = ${id}
      and (author_id = ${act.principal.id} or state in ('waiting', 'failed', 'doubtful')) for update`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
}

const mostBytes = 40 * 1024 * 1024

async function filesOf(act: Act, wanted: readonly { fileId: string; name: string }[]): Promise<OutgoingFile[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<{ id: string; media_type: string; size_bytes: bigint }>`
    select id, media_type, size_bytes from kernel.file
    where organisation_id = ${act.office.id} and id = any(${wanted.map(one => one.fileId)}::uuid[])`.execute(act.db())
  const files = new Map(rows.map(row => [row.id, row]))
  const given = wanted.map(({ fileId, name }): OutgoingFile => {
    const file = files.get(fileId) ?? act.refuse(c.fileMissing, { name })
    return { fileId, name, mediaType: file.media_type.slice(0, 200), bytes: Number(file.size_bytes) }
  })
  if (given.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
    act.refuse(c.mailTooLarge, { limitBytes: mostBytes })
  return given
}

/** A Message-ID of the mailbox's own house (RFC 5322, 3.6.4); given once, so that a mail sent twice would be one. */
export const messageIdOf = (address: string, id: string): string =>
  `${id}@${address.slice(address.lastIndexOf('@') + 1)}`.slice(0, 300)

type Saving = InputOf<typeof c.saveDraft>

/** Pictures of a text count as what is attached: they are there, and not too large. */
const enclosedOf = ({ attachments, rich }: Saving) => [
  ...attachments,
  ...(rich ? picturesIn(rich) : []).map(fileId => ({ fileId, name: '' })),
]

const contentOf = (input: Saving, attachments: OutgoingFile[]) => ({
  recipients: JSON.stringify({ to: input.to, cc: input.cc, bcc: input.bcc }),
  subject: input.subject.replace(/\s+/g, ' ').trim(),
  text: input.rich ? textOfRich(input.rich) : input.text,
  html: input.rich ? null : (input.html ?? null),
  rich: input.rich ? JSON.stringify(input.rich) : null,
  attachments: JSON.stringify(attachments),
})

export const saveDraftBody = implementCommand(c.saveDraft, {
  locks: ({ threadId }) => (threadId ? [{ kind: 'mail-thread', id: threadId }] : []),
  async run(act, input) {
    await requireVisible(act, input.mailboxId, ['mail-mailbox'])
    const files = await filesOf(act, enclosedOf(input))
    const content = contentOf(input, files.slice(0, input.attachments.length))
    if (input.id) return { output: await changeDraft(act, input, input.id, content) }
    const mailbox = await boxOf(act, input.mailboxId)
    const threadId = input.threadId ?? (await beginThread(act, input))
    const id = act.newId()
    await act
      .db<MailTables>()
      .insertInto('mail.outgoing')
      .values({
        organisation_id: act.office.id,
        id,
        mailbox_id: input.mailboxId,
        thread_id: threadId,
        answers_id: await answered(act, input, threadId),
        author_id: act.principal.id,
        state: 'draft',
        message_id: messageIdOf(mailbox.address, id),
        from_name: mailbox.name,
        ...content,
        changed_at: act.at,
      } as never)
      .execute()
    raiseThreads(act, input.threadId ? [threadId] : [])
    act.emit(c.draftSaved, { id: threadId, title: titleOf(content.subject, '') }, [threadId])
    return { output: { id, version: 1, threadId } }
  },
})

interface Box {
  readonly name: string
  readonly address: string
  readonly ended: boolean
  /** Nothing can be sent from it. */
  readonly mute: boolean
}

export async function boxOf(act: Act, id: string): Promise<Box> {
  const { rows } = await sql<Box>`
    select name, address, ended_at is not null as ended, smtp_host is null as mute from mail.mailbox where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  const row = rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'mail-mailbox', id })
  if (row.ended) act.refuse(c.mailboxOver, { title: row.name })
  return row
}

/** The mail that is answered is one of the thread; the last that came, where none is named. */
async function answered(act: Act, { answersId }: Saving, threadId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from mail.message where organisation_id = ${act.office.id} and thread_id = ${threadId}
      and ${answersId ? sql`id = ${answersId}` : sql`direction = 'in'`} order by at desc limit 1`.execute(act.db())
  if (answersId && !rows[0]) act.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id: answersId })
  return rows[0]?.id ?? null
}

async function beginThread(act: Act, input: Saving): Promise<string> {
  const id = act.newId()
  const subject = input.subject.replace(/\s+/g, ' ').trim()
  const [first] = input.to
  const address = first?.address.toLowerCase() ?? ''
  const parties = await partiesOf(act, [address])
  writeThreads(act, { id: input.mailboxId }, [
    { id, subject, state: 'draft', partyId: parties.get(address) ?? null, lastAt: act.at, language: null },
  ])
  act.write(sql`update mail.thread set from_name = ${first?.name ?? ''}, from_address = ${address}, owner_id = ${act.principal.id}
    where organisation_id = ${act.office.id} and id = ${id}`)
  return id
}

async function changeDraft(act: Act, input: Saving, id: string, content: ReturnType<typeof contentOf>) {
  const before = await ownOutgoing(act, id)
  if (before.state !== 'draft') act.refuse(c.draftNotOpen, { state: before.state })
  if (input.draftVersion !== undefined && input.draftVersion !== before.version)
    act.refuse(c.draftChanged, { version: before.version })
  const version = before.version + 1
  await sql`
    update mail.outgoing set recipients = ${content.recipients}::jsonb, subject = ${content.subject}, text = ${content.text},
      html = ${content.html}, rich = ${content.rich}::jsonb, attachments = ${content.attachments}::jsonb, changed_at = ${act.at}, version = ${version}
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  act.emit(c.draftSaved, { id: before.thread_id, title: titleOf(content.subject, '') }, [before.thread_id])
  return { id, version, threadId: before.thread_id }
}

/** Of a thread that is nothing but a draft, this is the beginning and the end. */
function threadOfDraft(act: Act, threadId: string, there: boolean): void {
  const [before, after] = there ? ['trash', 'draft'] : ['draft', 'trash']
  act.write(sql`update mail.thread set state = ${after} where organisation_id = ${act.office.id} and id = ${threadId}
    and state = ${before} and messages = 0`)
}

export const discardDraftBody = implementCommand(c.discardDraft, {
  locks: ({ threadId }) => [{ kind: 'mail-thread', id: threadId }],
  load: (act, { id }) => ownOutgoing(act, id),
  async run(act, { id, threadId, draftVersion }, before) {
    if (before.state !== 'draft' && before.state !== 'failed') act.refuse(c.draftNotOpen, { state: before.state })
    if (draftVersion !== undefined && draftVersion !== before.version)
      act.refuse(c.draftChanged, { version: before.version })
    const version = await setState(act, before, sql`state = 'discarded', problem = null`)
    threadOfDraft(act, threadId, false)
    await act.changeRecord(threadId)
    const { title } = act.locked(threadId)
    act.emit(c.draftDiscarded, { id: threadId, title }, [threadId])
    const { for_id, for_ref } = before
    if (for_id && for_ref) {
      const answerFor = { id: for_id, ref: for_ref }
      act.emit(c.mailNotSent, { id: threadId, title, to: peopleOf(before.recipients), because: '', answerFor }, [
        threadId,
      ])
    }
    return { output: { id, version, threadId }, undo: { command: c.restoreDraft.name, input: { id, threadId } } }
  },
})

export const restoreDraftBody = implementCommand(c.restoreDraft, {
  locks: ({ threadId }) => [{ kind: 'mail-thread', id: threadId }],
  load: (act, { id }) => ownOutgoing(act, id),
  async run(act, { id, threadId }, before) {
    if (before.state !== 'discarded') act.refuse(c.draftNotOpen, { state: before.state })
    const version = await setState(act, before, sql`state = 'draft'`)
    threadOfDraft(act, threadId, true)
    await act.changeRecord(threadId)
    act.emit(c.draftSaved, { id: threadId, title: act.locked(threadId).title }, [threadId])
    return { output: { id, version, threadId } }
  },
})

export async function setState(act: Act, { id, version }: Outgoing, set: ReturnType<typeof sql>): Promise<number> {
  await sql`update mail.outgoing set ${set}, version = ${version + 1}, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return version + 1
}

export const peopleOf = ({ to, cc, bcc }: Recipients): string =>
  [...to, ...cc, ...bcc]
    .map(({ name, address }) => name || address)
    .slice(0, 5)
    .join(', ')

/** From here on a mail is given to its server: never twice, unless somebody says so. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'

import { addBounce } from '../intake/undelivered.ts'
import { writeMessages, writeNames } from '../intake/write.ts'
import type { MailFacts } from '../reading/types.ts'
import { searchThreads } from '../search-threads.ts'
import { holdThreads, raiseThreads, sumThreads } from '../thread-sums.ts'
import { officeWords } from '../words.ts'
import { type Outgoing, ownOutgoing, peopleOf } from './drafts.ts'

async function outgoingOf(act: Act, id: string): Promise<Outgoing> {
  const { rows } = await sql<Outgoing>`
    select * from mail.outgoing where organisation_id = ${act.office.id} and id = ${id} for update`.execute(act.db())
  return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id })
}

const titleOf = ({ subject, recipients }: Outgoing): string => subject || peopleOf(recipients) || '—'

function taskOf(
  act: Act,
  outgoing: Outgoing,
  key: 'task.mail-not-sent' | 'task.mail-doubtful',
  because: string,
): TaskWish {
  const say = officeWords(act)
  return {
    key: `mail.outgoing:${outgoing.id}:${outgoing.version}`,
    title: say(key, { title: titleOf(outgoing), to: peopleOf(outgoing.recipients) }).slice(0, 300),
    ...(because ? { note: because } : {}),
    ownerId: outgoing.author_id,
    sourceId: outgoing.thread_id,
    dueOn: act.today,
    urgency: 'high',
  }
}

const told = (outgoing: Outgoing) => ({
  id: outgoing.thread_id,
  title: titleOf(outgoing),
  to: peopleOf(outgoing.recipients),
})

const answerFor = ({ for_id, for_ref }: Outgoing) =>
  for_id && for_ref ? { answerFor: { id: for_id, ref: for_ref } } : {}

/** It is somebody's to look at: not taken, or nobody knows. */
async function stop(act: Act, outgoing: Outgoing, state: 'failed' | 'doubtful', because: string): Promise<void> {
  // what was sent for another module is answered anew there, and sent from here no more
  const theirs = outgoing.for_id !== null && state === 'failed'
  await sql`update mail.outgoing set state = ${theirs ? 'discarded' : state}, problem = ${because.slice(0, 500)}, version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${outgoing.id}`.execute(act.db())
  raiseThreads(act, [outgoing.thread_id])
  const key = state === 'failed' ? 'task.mail-not-sent' : 'task.mail-doubtful'
  const work = theirs ? {} : { work: [taskOf(act, outgoing, key, because)] }
  const doubtful = state === 'doubtful' ? { doubtful: true } : {}
  act.emit(c.mailNotSent, { ...told(outgoing), because, ...doubtful, ...answerFor(outgoing), ...work }, [
    outgoing.thread_id,
  ])
}

export const beginSendingBody = implementCommand(c.beginSending, {
  async run(act, { id, fileId }) {
    const outgoing = await outgoingOf(act, id)
    // Begun before and never ended: whether the server took it cannot be known.
    if (outgoing.state === 'sending') await stop(act, outgoing, 'doubtful', '')
    if (outgoing.state !== 'waiting' || Temporal.Instant.compare(outgoing.send_at!, act.at) > 0)
      return { output: { go: false } }
    await sql`update mail.outgoing set state = 'sending', file_id = ${fileId}, tries = tries + 1, changed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    return { output: { go: true } }
  },
})

/** Minutes until it is tried again; after these it is given up (RFC 5321, 4.5.4.1 asks for days, people for hours). */
const again = [1, 3, 10, 30, 60, 60, 120, 120, 240, 240, 480, 480]

export const noteSentBody = implementCommand(c.noteSent, {
  async run(act, { id, outcome, because = '', rejected }) {
    const known = await outgoingOf(act, id)
    if (known.state !== 'sending') return { output: {} }
    const minutes = again[known.tries - 1]
    if (outcome === 'sent') await finishSent(act, known, rejected)
    else if (outcome === 'doubtful') await stop(act, known, 'doubtful', because)
    else if (outcome === 'refused' || minutes === undefined) await stop(act, known, 'failed', because)
    else {
      const sendAt = act.at.add({ minutes })
      await sql`update mail.outgoing set state = 'waiting', send_at = ${sendAt}, problem = ${because}, changed_at = ${act.at}
        where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
      raiseThreads(act, [known.thread_id])
      act.enqueue(c.sendJob, { id }, { startAfter: sendAt })
    }
    return { output: {} }
  },
})

export const settleDoubtfulBody = implementCommand(c.settleDoubtful, {
  locks: ({ threadId }) => [{ kind: 'mail-thread', id: threadId }],
  load: (act, { id }) => ownOutgoing(act, id),
  async run(act, { id, threadId, again: anew }, outgoing) {
    if (outgoing.state !== 'doubtful' || outgoing.thread_id !== threadId)
      act.refuse(c.notDoubtful, { state: outgoing.state })
    if (anew) {
      await sql`update mail.outgoing set state = 'waiting', send_at = ${act.at}, problem = null, version = version + 1, changed_at = ${act.at}
        where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
      act.emit(c.mailQueued, told(outgoing), [threadId])
      act.enqueue(c.sendJob, { id })
    } else await finishSent(act, outgoing, [])
    return { output: { id, version: outgoing.version + 1, threadId } }
  },
})

interface SentFile {
  readonly digest: Buffer
  readonly size_bytes: bigint
  readonly facts: MailFacts
  readonly fresh: string
}

/** It is out: a mail of the thread like any other, to be laid with what was sent there. */
async function finishSent(
  act: Act,
  outgoing: Outgoing,
  rejected: readonly { address: string; because: string }[],
): Promise<void> {
  const { rows } = await sql<SentFile>`
    select f.digest, f.size_bytes, r.facts, r.fresh from kernel.file f
    join mail.reading r on r.organisation_id = f.organisation_id and r.file_id = f.id
    where f.organisation_id = ${act.office.id} and f.id = ${outgoing.file_id}`.execute(act.db())
  const file = rows[0]!
  await sql`update mail.outgoing set state = 'sent', sent_at = ${act.at}, problem = null, version = version + 1, changed_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${outgoing.id}`.execute(act.db())
  const messageId = await keepSent(act, outgoing, file)
  await markAnswered(act, outgoing)
  await holdThreads(act, [outgoing.thread_id])
  const left =
    outgoing.leaves === 'same' ? sql`case when state = 'draft' then 'waiting' else state end` : sql`${outgoing.leaves}`
  act.write(sql`update mail.thread set state = ${left}, promised_at = null, snoozed_until = case when ${left} = 'snoozed' then snoozed_until end,
    owner_id = coalesce(owner_id, ${outgoing.automatic ? null : outgoing.author_id}::uuid)
    where organisation_id = ${act.office.id} and id = ${outgoing.thread_id}`)
  sumThreads(act, [outgoing.thread_id])
  raiseThreads(act, [outgoing.thread_id])
  await searchThreads(act, [
    {
      id: outgoing.thread_id,
      subject: outgoing.subject || titleOf(outgoing),
      language: file.facts.language,
      lastAt: act.at,
      mails: null,
    },
  ])
  act.emit(c.mailSent, { ...told(outgoing), messageId, ...answerFor(outgoing) }, [outgoing.thread_id])
  for (const { address, because } of rejected) {
    await addBounce(
      act,
      { id: messageId, thread_id: outgoing.thread_id },
      { address, because, final: true, at: act.at.toString() },
    )
    act.emit(
      c.mailBounced,
      { id: outgoing.thread_id, title: titleOf(outgoing), address, because, ...answerFor(outgoing) },
      [outgoing.thread_id],
    )
  }
}

/** Its server may have been quicker to keep a copy, which was taken in then. */
async function keepSent(act: Act, outgoing: Outgoing, file: SentFile): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    update mail.message set author_id = ${outgoing.author_id}, thread_id = ${outgoing.thread_id}
    where organisation_id = ${act.office.id} and mailbox_id = ${outgoing.mailbox_id} and message_id = ${outgoing.message_id}
    returning id`.execute(act.db())
  if (rows[0]) return rows[0].id
  const { rows: boxes } = await sql<{ way: string; folder_id: string | null }>`
    select b.way, (select f.id from mail.folder f where f.organisation_id = b.organisation_id and f.mailbox_id = b.id and f.role = 'sent'
      and not f.gone order by f.path limit 1) as folder_id
    from mail.mailbox b where b.organisation_id = ${act.office.id} and b.id = ${outgoing.mailbox_id}`.execute(act.db())
  const { way, folder_id } = boxes[0]!
  const id = act.newId()
  writeMessages(act, { id: outgoing.mailbox_id }, [
    {
      id,
      threadId: outgoing.thread_id,
      fileId: outgoing.file_id!,
      digest: file.digest,
      sizeBytes: file.size_bytes,
      facts: file.facts,
      direction: 'out',
      at: act.at,
      folderId: folder_id,
      uid: null,
      seen: true,
      answered: false,
      flagged: false,
      authorId: outgoing.author_id,
      pending: way !== 'none' && folder_id !== null,
    },
  ])
  writeNames(act, outgoing.mailbox_id, [{ named: outgoing.message_id, threadId: outgoing.thread_id }])
  return id
}

/** What was answered is so there too. */
async function markAnswered(act: Act, outgoing: Outgoing): Promise<void> {
  if (!outgoing.answers_id || outgoing.automatic) return
  await sql`update mail.message set answered = true, seen = true, pending = true, push_tries = 0, push_after = null
    where organisation_id = ${act.office.id} and id = ${outgoing.answers_id} and direction = 'in' and not answered`.execute(
    act.db(),
  )
}

/** Takes mails in: each once, into its thread, a few hundred in one act. */
import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import {
  type FolderFacts,
  folderOf,
  heldMailbox,
  type Here,
  type Mailbox,
  messagesHere,
  partiesOf,
  type Read,
  readingsOf,
  threadsAlike,
  threadsNamed,
} from '../intake/known.ts'
import { metElsewhere } from '../intake/met.ts'
import { namesOf, type Planned, planThreads } from '../intake/plan.ts'
import { reopenThreads, stateOfNew } from '../intake/states.ts'
import { noteUndelivered } from '../intake/undelivered.ts'
import { type NewMail, type NewThread, writeMessages, writeNames, writePlaces, writeThreads } from '../intake/write.ts'
import { searchThreads } from '../search-threads.ts'
import { holdThreads, raiseThreads, sumThreads } from '../thread-sums.ts'

type Input = InputOf<typeof c.takeMails>
type Given = Input['mails'][number]

interface Coming extends Given {
  readonly read: Read
  readonly facts: Read['facts']
  readonly direction: 'in' | 'out'
}

/** More at once are a mailbox that is filled: its timeline says so in one line. */
const toldOneByOne = 25

/** Ours are those that bear an address of the mailbox, and whatever lies with what was sent. */
function directionOf(mailbox: Mailbox, folder: FolderFacts, { facts }: Read): 'in' | 'out' {
  if (folder.role === 'sent') return 'out'
  return [mailbox.address, ...mailbox.aliases].includes(facts.from.address) ? 'out' : 'in'
}

/** What is here already, and what comes: by bytes, also among themselves. */
function partition(mails: readonly Coming[], here: Awaited<ReturnType<typeof messagesHere>>) {
  const known: { mail: Coming; here: Here }[] = []
  const coming: Coming[] = []
  const again: Coming[] = []
  const digests = new Set<string>()
  for (const mail of mails) {
    const digest = mail.read.digest.toString('hex')
    const found = here.byDigest.get(digest) ?? here.ownByName.get(mail.facts.messageId ?? '')
    if (found) known.push({ mail, here: found })
    else if (digests.has(digest)) again.push(mail)
    else {
      digests.add(digest)
      coming.push(mail)
    }
  }
  return { known, coming, again }
}

export const takeMailsBody = implementCommand(c.takeMails, {
  async run(act, input) {
    const mailbox = await heldMailbox(act, input.id)
    const folder = await folderOf(act, mailbox.id, input.folderId)
    const reads = await readingsOf(
      act,
      input.mails.map(({ fileId }) => fileId),
    )
    const mails = input.mails
      .flatMap((mail): Coming[] => {
        const read = reads.get(mail.fileId)
        return read ? [{ ...mail, read, facts: read.facts, direction: directionOf(mailbox, folder, read) }] : []
      })
      .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    const all = mails.map(({ read }) => read)
    const { known, coming, again } = partition(mails, await messagesHere(act, mailbox.id, all))
    const planned = await plan(act, mailbox, coming)
    const written = await write(act, mailbox, folder, planned, input.fresh)
    const idOf = new Map(written.map(mail => [mail.digest.toString('hex'), mail.id]))
    writePlaces(act, folder.id, [
      ...placesOf(written),
      ...placesOf(again.map(mail => ({ ...mail, id: idOf.get(mail.read.digest.toString('hex'))! }))),
      ...placesOf(known.map(({ mail, here }) => ({ ...mail, id: here.id }))),
      ...input.known,
    ])
    await metElsewhere(act, folder, [...known.map(({ here }) => here.id), ...input.known.map(one => one.messageId)])
    advance(act, folder.id, input)
    await tell(act, mailbox, written, planned, input.fresh)
    return { output: { taken: written.length, known: known.length + again.length + input.known.length } }
  },
})

const placesOf = (
  mails: readonly { id: string; uid: number | null; seen: boolean; answered: boolean; flagged: boolean }[],
) =>
  mails.flatMap(({ id, uid, seen, answered, flagged }) =>
    uid === null ? [] : [{ messageId: id, uid, seen, answered, flagged }],
  )

async function plan(act: Act, mailbox: Mailbox, mails: readonly Coming[]): Promise<Planned<Coming>[]> {
  const reads = mails.map(({ read }) => read)
  const named = await threadsNamed(act, mailbox.id, reads)
  const recent = await threadsAlike(act, mailbox.id, reads)
  return planThreads(mails, { named, recent, own: new Set([mailbox.address, ...mailbox.aliases]) }, () => act.newId())
}

async function write(
  act: Act,
  mailbox: Mailbox,
  folder: FolderFacts,
  planned: readonly Planned<Coming>[],
  fresh: boolean,
): Promise<NewMail[]> {
  const whose = ({ mail }: Planned<Coming>): string =>
    (mail.direction === 'in' ? mail.facts.from.address : mail.facts.to[0]?.address) ?? ''
  const parties = await partiesOf(act, planned.map(whose))
  const begun = planned.filter(one => one.fresh)
  const threads = begun.map(({ mail, threadId, ...rest }): NewThread & { mail: Coming } => ({
    id: threadId,
    subject: mail.facts.subject,
    state: stateOfNew(mail, folder.role, fresh),
    partyId: parties.get(whose({ mail, threadId, ...rest })) ?? null,
    lastAt: mail.at,
    language: mail.facts.language,
    mail,
  }))
  const begunIds = new Set(threads.map(({ id }) => id))
  const grown = [...new Set(planned.map(({ threadId }) => threadId).filter(id => !begunIds.has(id)))]
  await holdThreads(act, grown)
  writeThreads(act, mailbox, threads)
  const written = planned.map(
    ({ mail, threadId }): NewMail => ({
      ...mail,
      id: act.newId(),
      threadId,
      digest: mail.read.digest,
      sizeBytes: mail.read.size_bytes,
      folderId: folder.id,
      // what we sent is read, whatever a server says of it
      seen: mail.seen || mail.direction === 'out',
    }),
  )
  writeMessages(act, mailbox, written)
  writeNames(
    act,
    mailbox.id,
    planned.flatMap(({ mail, threadId }) => namesOf(mail.facts).map(named => ({ named, threadId }))),
  )
  const touched = [...new Set(planned.map(({ threadId }) => threadId))]
  sumThreads(act, touched)
  await reopenThreads(
    act,
    mailbox,
    planned.filter(one => !begunIds.has(one.threadId) || one.fresh),
    fresh,
  )
  raiseThreads(act, grown)
  const single = Map.groupBy(planned, one => one.threadId)
  await searchThreads(act, [
    ...threads.map(({ mail, ...thread }) => ({
      ...thread,
      mails: single.get(thread.id)!.length === 1 ? [{ facts: mail.facts, fresh: mail.read.fresh }] : null,
    })),
    ...(await subjectsOf(act, grown)),
  ])
  return written
}

async function subjectsOf(act: Act, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; subject: string; language: string | null; lastAt: Temporal.Instant }>`
    select id, subject, language, last_at as "lastAt" from mail.thread
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
  return rows.map(row => ({ ...row, mails: null }))
}

function advance(act: Act, folderId: string, { lastUid, uidValidity }: Input): void {
  if (lastUid === undefined) return
  act.write(sql`
    update mail.folder set last_uid = case when uid_validity = ${uidValidity} then greatest(last_uid, ${lastUid}) else ${lastUid} end,
      uid_validity = ${uidValidity}
    where organisation_id = ${act.office.id} and id = ${folderId}`)
}

async function tell(
  act: Act,
  mailbox: Mailbox,
  written: readonly NewMail[],
  planned: readonly Planned<Coming>[],
  fresh: boolean,
): Promise<void> {
  await noteUndelivered(act, written)
  const came = written.filter(mail => mail.direction === 'in')
  if (came.length === 0) return
  const threadIds = [...new Set(came.map(({ threadId }) => threadId))]
  act.emit(
    c.mailsReceived,
    {
      mailboxId: mailbox.id,
      mailbox: mailbox.name,
      count: came.length,
      fresh,
      threadIds,
      messageIds: came.map(({ id }) => id),
    },
    [mailbox.id, ...threadIds],
  )
  if (came.length > toldOneByOne) return
  const subjects = new Map(planned.map(({ mail, threadId }) => [threadId, mail.facts.subject]))
  for (const mail of came)
    act.emit(
      c.mailReceived,
      {
        id: mail.threadId,
        title: subjects.get(mail.threadId) || mail.facts.from.address || '—',
        from: mail.facts.from.name || mail.facts.from.address,
      },
      [mail.threadId],
    )
}

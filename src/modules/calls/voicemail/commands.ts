import { sql } from 'kysely'
import { type Act, implementCommand, type Reaction } from '../../../kernel/implement.ts'
import { documentArrived } from '../../documents/contract.ts'
import { mailsReceived } from '../../mail/contract.ts'
import * as c from '../contract.ts'
import { clockOf } from '../call-parts.ts'
import { membersOf, partyOf } from '../concerns.ts'
import { numberShown } from '../numbers/shown.ts'
import { audienceOf } from '../slip-parts.ts'
import { wordsIn } from '../words.ts'
import { writeSlip } from '../write-slip.ts'
import { mayBeSound } from './sound.ts'

interface Holding {
  readonly sourceId: string
  readonly digest: string
}

const mailsWith = async (act: Act, ids: readonly string[]): Promise<Holding[]> => {
  const { rows } = await sql<Holding & { attachments: { name: string; mediaType: string }[] }>`
    select thread_id as "sourceId", encode(digest, 'hex') as digest, attachments from mail.message_fact
    where organisation_id = ${act.office.id} and message_id = any(${[...ids]}::uuid[])`.execute(act.db())
  return rows.filter(row => (row.attachments ?? []).some(one => mayBeSound(one.name, one.mediaType)))
}

const paperWith = async (act: Act, id: string): Promise<Holding[]> => {
  const { rows } = await sql<Holding>`
    select document_id as "sourceId", encode(digest, 'hex') as digest from documents.mail_fact
    where organisation_id = ${act.office.id} and document_id = ${id}`.execute(act.db())
  return rows
}

export const lookForVoicemailBody = implementCommand(c.lookForVoicemail, {
  async run(act, { messageIds, documentId = null, parentId }) {
    const found = parentId ? await paperWith(act, parentId) : await mailsWith(act, messageIds ?? [])
    for (const { sourceId, digest } of found) act.enqueue(c.readVoicemailJob, { sourceId, digest, documentId })
    return { output: { found: found.length } }
  },
})

/** New mail of shared mailboxes, and sounds that lay in a mail which came to be filed. */
export const voicemailReactions: readonly Reaction[] = [
  {
    on: mailsReceived.name,
    command: c.lookForVoicemail,
    inputs: ({ payload }) => {
      const { fresh, messageIds } = payload as { fresh: boolean; messageIds: string[] }
      return fresh ? [{ messageIds: messageIds.slice(0, 500) }] : []
    },
  },
  {
    on: documentArrived.name,
    command: c.lookForVoicemail,
    inputs: ({ payload, records }) => {
      const { arrivedBy, name, documentId } = payload as { arrivedBy: string; name: string; documentId: string }
      const parentId = records.find(id => id !== documentId)
      return arrivedBy === 'part' && parentId && mayBeSound(name, '') ? [{ documentId, parentId }] : []
    },
  },
]

interface Source {
  readonly class: number
  readonly audience: string[] | null
}

async function sourceOf(act: Act, id: string): Promise<Source> {
  const { rows } = await sql<Source>`
    select class, audience from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0] ?? act.refuse(c.voicemailSourceMissing)
}

async function fileOf(act: Act, id: string): Promise<{ digest: Buffer; size: number }> {
  const { rows } = await sql<{ digest: Buffer; size: number }>`
    select digest, size_bytes::int as size from kernel.file where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0] ?? act.refuse(c.voicemailSourceMissing)
}

/** They rang in vain just before. */
async function missedBefore(act: Act, number: string | null, at: Temporal.Instant): Promise<string | null> {
  const end = number?.replace(/\D/g, '').slice(-7) ?? ''
  if (end.length < 7) return null
  const { rows } = await sql<{ id: string }>`
    select id from calls.call where organisation_id = ${act.office.id} and state = 'missed' and removed_at is null
      and rang_at between ${at.subtract({ minutes: 15 })} and ${at.add({ minutes: 2 })}
      and right(regexp_replace(number, '\\D', '', 'g'), 7) = ${end} order by rang_at desc limit 1`.execute(act.db())
  return rows[0]?.id ?? null
}

export const takeVoicemailBody = implementCommand(c.takeVoicemail, {
  async run(act, input) {
    const key = Buffer.from(input.key, 'hex')
    const { rows: taken } = await sql`
      select 1 from calls.voicemail where organisation_id = ${act.office.id} and key = ${key}`.execute(act.db())
    if (taken.length > 0) return { output: { id: null } }
    const [source, file] = [await sourceOf(act, input.sourceId), await fileOf(act, input.fileId)]
    const at = Temporal.Instant.compare(input.leftAt, act.at) > 0 ? act.at : input.leftAt
    const members = await membersOf(act, [input.box])
    const forId = members.length === 1 ? members[0]! : null
    const party = await partyOf(act, input.number)
    const callId = await missedBefore(act, input.number, at)
    const say = (word: 'page.calls.voicemail' | 'page.calls.withheld') => wordsIn(act.office.language, word)
    const id = await writeSlip(act, {
      caller:
        party?.title ?? input.callerName ?? numberShown(input.number, act.office.country) ?? say('page.calls.withheld'),
      partyId: party?.id ?? null,
      number: input.number,
      about: [say('page.calls.voicemail'), input.seconds === null ? '' : clockOf(input.seconds)]
        .filter(Boolean)
        .join(', '),
      body: '',
      wish: input.number ? 'call-back' : 'message',
      callBackAt: null,
      urgent: false,
      forId,
      alsoIds: [],
      callId,
      class: Math.max(1, source.class),
      // What came to a mailbox that few may read is for those, and for whom it was left.
      audience: source.audience && audienceOf([...source.audience, forId]),
      source: source.audience ? [] : [input.sourceId],
      takenAt: at,
    })
    act.write(sql`
      insert into calls.voicemail (organisation_id, slip_id, key, digest, name, media_type, size_bytes, plays, seconds)
      values (${act.office.id}, ${id}, ${key}, ${file.digest}, ${input.name}, ${input.mediaType}, ${file.size}, ${input.plays}, ${input.seconds})`)
    await act.link(id, input.sourceId, 'from')
    return { output: { id } }
  },
})

/** A mail of ours that did not arrive: said on the mail itself, and its thread is open again. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { raiseThreads } from '../thread-sums.ts'
import type { NewMail } from './write.ts'

interface Ours {
  readonly id: string
  readonly thread_id: string
  readonly message_id: string
  readonly subject: string
  readonly for_id: string | null
  readonly for_ref: string | null
}

/** Puts bounces on the mails they are about; how many of them were ours. */
export async function noteUndelivered(act: Act, mails: readonly NewMail[]): Promise<void> {
  const reports = mails.flatMap(mail => mail.facts.undelivered.map(one => ({ ...one, bounce: mail })))
  const names = [...new Set(reports.flatMap(({ messageId }) => messageId ?? []))]
  if (names.length === 0) return
  const { rows } = await sql<Ours>`
    select m.id, m.thread_id, m.message_id, m.subject, o.for_id, o.for_ref from mail.message m
    left join mail.outgoing o on o.organisation_id = m.organisation_id and o.message_id = m.message_id
    where m.organisation_id = ${act.office.id} and m.direction = 'out' and m.message_id = any(${names}::text[])`.execute(
    act.db(),
  )
  const ours = new Map(rows.map(row => [row.message_id, row]))
  for (const { messageId, address, because, final, bounce } of reports) {
    const about = ours.get(messageId ?? '')
    if (!about) continue
    await addBounce(act, about, { address, because, final, at: bounce.at.toString() })
    act.write(
      sql`update mail.message set bounce_of = ${about.id} where organisation_id = ${act.office.id} and id = ${bounce.id}`,
    )
    if (!final) continue
    const { for_id, for_ref } = about
    const answerFor = for_id && for_ref ? { answerFor: { id: for_id, ref: for_ref } } : {}
    act.emit(c.mailBounced, { id: about.thread_id, title: about.subject || '—', address, because, ...answerFor }, [
      about.thread_id,
    ])
  }
}

export async function addBounce(
  act: Act,
  about: Pick<Ours, 'id' | 'thread_id'>,
  bounce: { address: string; because: string; final: boolean; at: string },
): Promise<void> {
  await sql`update mail.message set bounces = bounces || ${JSON.stringify([bounce])}::jsonb
    where organisation_id = ${act.office.id} and id = ${about.id}`.execute(act.db())
  if (!bounce.final) return
  await sql`update mail.thread set state = 'open', snoozed_until = null
    where organisation_id = ${act.office.id} and id = ${about.thread_id} and state in ('waiting', 'done', 'snoozed')`.execute(
    act.db(),
  )
  raiseThreads(act, [about.thread_id])
}

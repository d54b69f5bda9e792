/** An answer that was given elsewhere, sent as an answer in its thread: by Kontor itself, for whoever gave it. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { bareSubject, quotedBeneath } from '../desk/begin.ts'
import { holdThreads, raiseThreads } from '../thread-sums.ts'
import { messageIdOf } from './drafts.ts'

interface Answerable {
  readonly mailbox_id: string
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly open: boolean
  readonly sent: boolean
  readonly answers_id: string | null
}

async function answerableOf(act: Act, threadId: string, forRef: string): Promise<Answerable | undefined> {
  const { rows } = await sql<Answerable>`
    select t.mailbox_id, b.name, b.address, t.subject, b.ended_at is null and b.smtp_host is not null as open,
      exists (select from mail.outgoing o where o.organisation_id = t.organisation_id and o.for_ref = ${forRef}) as sent,
      (select m.id from mail.message m where m.organisation_id = t.organisation_id and m.thread_id = t.id and m.direction = 'in'
        order by m.at desc, m.id desc limit 1) as answers_id
    from mail.thread t join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where t.organisation_id = ${act.office.id} and t.id = ${threadId}`.execute(act.db())
  return rows[0]
}

export const sendAnswerForBody = implementCommand(c.sendAnswerFor, {
  async run(act, input) {
    const { threadId, authorId, forId, forRef, to, language } = input
    await holdThreads(act, [threadId])
    const thread = await answerableOf(act, threadId, forRef)
    if (!thread?.open || !thread.answers_id) return { output: { queued: false } }
    if (thread.sent) return { output: { queued: true } }
    const quote = await quotedBeneath(act, threadId, thread.answers_id, language)
    const subject = `Re: ${bareSubject(thread.subject)}`.slice(0, 500)
    const id = act.newId()
    const recipients = { to: [to], cc: [], bcc: [] }
    act.write(sql`
      insert into mail.outgoing (organisation_id, id, mailbox_id, thread_id, answers_id, author_id, state, message_id, from_name, recipients,
        subject, text, send_at, changed_at, for_id, for_ref, for_link)
      values (${act.office.id}, ${id}, ${thread.mailbox_id}, ${threadId}, ${thread.answers_id}, ${authorId}, 'waiting',
        ${messageIdOf(thread.address, id)}, ${thread.name}, ${JSON.stringify(recipients)}, ${subject}, ${`${input.text}\n\n${quote}`},
        ${act.at}, ${act.at}, ${forId}, ${forRef}, ${input.link})`)
    raiseThreads(act, [threadId])
    act.emit(c.mailQueued, { id: threadId, title: subject, to: to.name || to.address }, [threadId])
    act.enqueue(c.sendJob, { id })
    return { output: { queued: true } }
  },
})

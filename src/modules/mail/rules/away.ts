import { sql } from 'kysely'
import { type Act, implementCommand, implementJob, implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { filled, kept, shownIn } from '../answers/fields.ts'
import { languageFor, recipientOf, valuesOf } from '../answers/values.ts'
import { saveDraft, sendDraft } from '../contract/outgoing.ts'
import * as c from '../contract/rules.ts'
import type { AwayReplyTable, DeskTables } from '../desk/tables.ts'
import { type MailRow, mailsOf } from './rows.ts'

export const setAwayReplyBody = implementCommand(c.setAwayReply, {
  constraints: { away_reply_apart: c.awayThere },
  locks: ({ id }) => [{ kind: 'mail-mailbox', id }],
  async run(act, { id, fromOn, untilOn, texts }) {
    if (Temporal.PlainDate.compare(untilOn, fromOn) < 0) act.refuse(c.awayReversed)
    if (Temporal.PlainDate.compare(untilOn, act.today) < 0) act.refuse(c.awayOver)
    if (new Set(texts.map(({ language }) => language)).size < texts.length) act.refuse(c.awayTextTwice)
    const replyId = act.newId()
    const db = act.db<DeskTables>()
    act.write(
      db.insertInto('mail.away_reply').values({
        organisation_id: act.office.id,
        id: replyId,
        mailbox_id: id,
        from_on: fromOn,
        until_on: untilOn,
        set_by_id: act.principal.id,
        ended_at: null,
      }),
    )
    act.write(
      db.insertInto('mail.away_reply_text').values(
        texts.map(({ language, text }) => ({
          organisation_id: act.office.id,
          reply_id: replyId,
          language,
          body: kept(text),
        })),
      ),
    )
    act.emit(c.awayReplySet, { id, title: act.locked(id).title, fromOn, untilOn }, [id])
    return { output: { id, replyId }, undo: { command: 'mail.end-away-reply', input: { id, replyId } } }
  },
})

export const endAwayReplyBody = implementCommand(c.endAwayReply, {
  locks: ({ id }) => [{ kind: 'mail-mailbox', id }],
  async run(act, { id, replyId }) {
    const { rows } = await sql`update mail.away_reply set ended_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${replyId} and mailbox_id = ${id} and ended_at is null
      returning id`.execute(act.db())
    if (rows.length === 0) act.refuse(c.awayOver)
    act.emit(c.awayReplyEnded, { id, title: act.locked(id).title }, [id])
    return { output: { id, replyId } }
  },
})

interface Standing extends AwayReplyTable {
  readonly address: string
  readonly aliases: string[]
  readonly mailbox_language: Language | null
}

async function standingFor(act: Act, mail: MailRow): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select a.*, b.address, b.aliases, b.language as mailbox_language from mail.away_reply a
    join mail.mailbox b on b.organisation_id = a.organisation_id and b.id = a.mailbox_id
    where a.organisation_id = ${act.office.id} and a.mailbox_id = ${mail.mailbox_id} and a.ended_at is null
      and ${act.today} between a.from_on and a.until_on`.execute(act.db())
  return rows[0] ?? null
}

/** Addresses that nobody reads (RFC 3834, section 2). */
const nobodyReads =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|owner-.*|.*-request|.*-bounces?)(?:[+=].*)?@/i

/** Whether a mail may be answered by a machine: from a person, to this mailbox by name, no list, no bounce, no noise (RFC 3834). */
export function mayAnswer(mail: MailRow, { address, aliases }: Pick<Standing, 'address' | 'aliases'>): boolean {
  const ours = [address, ...aliases].map(one => one.toLowerCase())
  if (mail.automatic !== null || mail.state === 'noise' || mail.state === 'trash') return false
  if (!mail.from_address.includes('@') || nobodyReads.test(mail.from_address)) return false
  if (ours.includes(mail.from_address.toLowerCase())) return false
  return mail.recipients.some(one => ours.some(own => one.toLowerCase().endsWith(` ${own}`)))
}

async function textsOf(reader: Pick<View, 'db' | 'office'>, ids: readonly string[]) {
  const { rows } = await sql<{ reply_id: string; language: Language; body: string }>`
    select reply_id, language, body from mail.away_reply_text
    where organisation_id = ${reader.office.id} and reply_id = any(${[...ids]}::uuid[]) order by language`.execute(
    reader.db(),
  )
  return rows
}

/** Once a sender: the row is there, or it is not. */
async function firstTime(act: Act, replyId: string, address: string): Promise<boolean> {
  const { rows } = await sql`
    insert into mail.away_answered (organisation_id, reply_id, address, at)
    values (${act.office.id}, ${replyId}, ${address.toLowerCase()}, ${act.at}) on conflict do nothing returning address`.execute(
    act.db(),
  )
  return rows.length > 0
}

export const replyAwayBody = implementCommand(c.replyAway, {
  async run(act, { messageId }) {
    const [mail] = await mailsOf(act, [messageId])
    const standing = mail ? await standingFor(act, mail) : null
    if (!mail || !standing || !mayAnswer(mail, standing)) return { output: { answered: false } }
    if (!(await firstTime(act, standing.id, mail.from_address))) return { output: { answered: false } }
    const recipient = await recipientOf(act, mail.from_address, mail.from_name)
    const texts = await textsOf(act, [standing.id])
    const wanted = languageFor(act, recipient.language, standing.mailbox_language)
    const text = texts.find(({ language }) => language === wanted) ?? texts[0]!
    const values = await valuesOf(act, {
      recipient,
      subject: mail.subject,
      language: text.language,
      until: standing.until_on,
    })
    const draft = await act.actAs(standing.set_by_id, saveDraft, {
      mailboxId: mail.mailbox_id,
      threadId: mail.thread_id,
      answersId: mail.id,
      to: [{ name: recipient.name.slice(0, 200), address: mail.from_address }],
      subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`.slice(0, 500),
      text: filled(shownIn(text.body, text.language), values).text,
    })
    if (draft.status !== 'done') return { output: { answered: false } }
    const { id, threadId } = draft.output
    const sent = await act.actAs(standing.set_by_id, sendDraft, {
      id,
      threadId,
      undoSeconds: 0,
      leaves: 'same',
      automatic: true,
    })
    return { output: { answered: sent.status === 'done' } }
  },
})

export const answerAwayJobBody = implementJob(c.answerAwayJob, {
  async run(run, { messageIds }) {
    for (const messageId of messageIds) await run.dispatch(c.replyAway, { messageId }, messageId)
  },
})

export const listAwayRepliesBody = implementQuery(c.listAwayReplies, async (view, { mailboxId }) => {
  const { rows } = await sql<AwayReplyTable & { title: string; answered: number }>`
    select a.*, r.title, (select count(*)::int from mail.away_answered d
      where d.organisation_id = a.organisation_id and d.reply_id = a.id) as answered
    from mail.away_reply a join ${visibleRecords(view, 'mail-mailbox').selectAll()} r on r.id = a.mailbox_id
    where a.organisation_id = ${view.office.id} and a.ended_at is null and a.until_on >= ${view.today}
      ${mailboxId ? sql`and a.mailbox_id = ${mailboxId}` : sql``}
    order by a.from_on, a.id`.execute(view.db())
  const texts = await textsOf(
    view,
    rows.map(row => row.id),
  )
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.set_by_id),
    ),
  )
  const reader = nearestLanguage(view.principal.language)
  return {
    rows: rows.map(row => ({
      replyId: row.id,
      mailbox: { id: row.mailbox_id, kind: 'mail-mailbox', title: row.title },
      fromOn: row.from_on,
      untilOn: row.until_on,
      now: Temporal.PlainDate.compare(row.from_on, view.today) <= 0,
      texts: texts
        .filter(text => text.reply_id === row.id)
        .map(({ language, body }) => ({ language, text: shownIn(body, reader) })),
      answered: row.answered,
      by: name(row.set_by_id),
    })),
  }
})

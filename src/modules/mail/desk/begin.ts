import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { filled, shownIn } from '../answers/fields.ts'
import { signaturesOf } from '../answers/signatures.ts'
import { languageFor, recipientOf, valuesOf } from '../answers/values.ts'
import * as c from '../contract/desk.ts'
import { type ThreadSeen, threadSeen } from './thread.ts'
import { type DeskWords, deskWordsIn } from './words.ts'

export interface Written {
  readonly name: string
  readonly address: string
}

export interface Answered {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly from_name: string
  readonly from_address: string
  readonly subject: string
  readonly at: Temporal.Instant
  readonly text: string
  readonly to: readonly Written[]
  readonly cc: readonly Written[]
  readonly reply_to: readonly Written[]
}

/** The mail that is answered: the one that is named, else the last that came in, else the last of all. */
async function answeredOf(
  view: Pick<View, 'db' | 'office'>,
  threadId: string,
  messageId: string | undefined,
): Promise<Answered | null> {
  const named = messageId ? sql`and m.id = ${messageId}` : sql``
  const { rows } = await sql<Answered>`
    select m.id, m.direction, m.from_name, m.from_address, m.subject, m.at, g.text,
      coalesce(g.facts -> 'to', '[]') as to, coalesce(g.facts -> 'cc', '[]') as cc,
      coalesce(g.facts -> 'replyTo', '[]') as reply_to
    from mail.message m
    join mail.reading g on g.organisation_id = m.organisation_id and g.file_id = m.file_id
    where m.organisation_id = ${view.office.id} and m.thread_id = ${threadId} ${named}
    order by (m.direction = 'in') desc, m.at desc, m.id desc limit 1`.execute(view.db())
  return rows[0] ?? null
}

/** What mail programs put before a subject they answer or pass on, in the languages of the office and around. */
const before =
  /^\s*(?:re|sv|vs|aw|antw|betr|ref|res|r|fw|fwd|vb|wg|wl|doorst|enc|rv|redirecționat|răsp)\s*(?:\[\d+\])?\s*:\s*/i

/** The subject itself, without what was put before it. */
export function bareSubject(subject: string): string {
  let bare = subject
  while (before.test(bare)) bare = bare.replace(before, '')
  return bare.trim()
}

/** Each line with `> `; what was quoted before goes one deeper. */
export const quoted = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split('\n')
    .map(line => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')

const shown = ({ name, address }: Written): string => (name ? `${name} <${address}>` : address)
const lower = (one: Written): string => one.address.toLowerCase()

/** To whom an answer goes: never to ourselves, nobody twice. */
export function addressees(mail: Answered, ours: readonly string[], all: boolean): { to: Written[]; cc: Written[] } {
  const own = new Set(ours.map(one => one.toLowerCase()))
  const seen = new Set<string>()
  const others = (list: readonly Written[]) =>
    list.filter(one => {
      const key = lower(one)
      if (!key.includes('@') || own.has(key) || seen.has(key)) return false
      seen.add(key)
      return true
    })
  const from = { name: mail.from_name, address: mail.from_address }
  const first = mail.direction === 'out' ? mail.to : mail.reply_to.length > 0 ? mail.reply_to : [from]
  const to = others(first)
  if (!all) return { to, cc: [] }
  const more = mail.direction === 'out' ? [] : others(mail.to)
  return { to: [...to, ...more], cc: others(mail.cc) }
}

/** "On 20 November 2026 at 10:15, Anna Nyman wrote:" and what she wrote; passed on, with its head. */
function quoteOf(mail: Answered, how: string, language: Language, zone: string, say: DeskWords): string {
  const moment = mail.at.toZonedDateTimeISO(zone)
  const locale = wordLocale(language)
  const on = moment.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const time = moment.toLocaleString(locale, { hour: '2-digit', minute: '2-digit' })
  const from = { name: mail.from_name, address: mail.from_address }
  if (how !== 'forward')
    return `${say('page.quote.wrote', { on, time, name: mail.from_name || mail.from_address })}\n${quoted(mail.text)}`
  const head = [
    say('page.quote.passed-on'),
    say('page.quote.from', { name: shown(from) }),
    say('page.quote.sent', { on, time }),
    say('page.quote.to', { name: mail.to.map(shown).join(', ') }),
    say('page.quote.subject', { subject: mail.subject }),
  ]
  return `${head.join('\n')}\n\n${mail.text.replace(/\r\n?/g, '\n').trimEnd()}`
}

/** What stands beneath an answer: the mail that is answered, in the words of that language. */
export async function quotedBeneath(
  view: Pick<View, 'db' | 'office'>,
  threadId: string,
  messageId: string,
  language: Language,
): Promise<string> {
  const mail = await answeredOf(view, threadId, messageId)
  return mail ? quoteOf(mail, 'reply', language, view.office.zone, deskWordsIn(language)) : ''
}

async function signatureFor(view: View, thread: ThreadSeen, language: Language, subject: string): Promise<string> {
  const signatures = await signaturesOf(view, thread.mailbox_id)
  const found = signatures.find(one => one.language === language) ?? signatures.find(one => one.language === 'en')
  const body = (found ?? signatures[0])?.body
  if (!body) return ''
  const values = await valuesOf(view, { recipient: null, subject, language })
  return filled(shownIn(body, language), values).text
}

export const beginAnswerBody = implementQuery(c.beginAnswer, async (view, { threadId, messageId, how }) => {
  const thread = await threadSeen(view, threadId)
  const mail = await answeredOf(view, threadId, messageId)
  if (!mail && messageId) return view.refuse(kernelRefusals.notFound, { kind: 'mail-thread', id: messageId })
  const { to, cc } = mail
    ? addressees(mail, [thread.mailbox_address, ...thread.mailbox_aliases], how === 'reply-all')
    : { to: [{ name: thread.from_name, address: thread.from_address }], cc: [] }
  const forwards = how === 'forward'
  const first = forwards ? undefined : to[0]
  const recipient = first ? await recipientOf(view, first.address, first.name) : null
  const language = languageFor(view, recipient?.language, thread.language, thread.mailbox_language)
  const subject = bareSubject(mail?.subject ?? thread.subject)
  const say = deskWordsIn(language)
  return {
    mailboxId: thread.mailbox_id,
    messageId: mail?.id ?? null,
    to: forwards ? [] : to.filter(one => one.address),
    cc: forwards ? [] : cc,
    subject: `${forwards ? 'Fwd' : 'Re'}: ${subject}`.slice(0, 500),
    quote: mail ? quoteOf(mail, how, language, view.office.zone, say) : '',
    signature: await signatureFor(view, thread, language, subject),
    language,
    writes: thread.mailbox_writes,
  }
})

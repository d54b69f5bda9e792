import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import { caseOf, entriesOf, numberOf } from '../case-row.ts'
import * as c from '../contract.ts'
import { dueCount } from '../due.ts'
import { wordsIn } from '../words.ts'

const none = { wanted: false, name: '', email: '', fromName: '', subject: '', body: '', follows: null, through: null }

/** The mail of an answer in the customer's language: what was written, who writes, and how to say whether it helped. */
export const answerLetterBody = implementQuery(c.answerLetter, async (view, { id, entryId }) => {
  const row = await caseOf(view, id)
  // Kontor itself sends for whoever answered; everybody else sees the letters of cases that they see
  const isSeen = view.principal.kind === 'system' || (await namesOf(view, [id])).has(id)
  if (!row || !isSeen) return none
  const entries = await entriesOf(view, id)
  const entry = entries.find(one => one.id === entryId)
  if (entry?.mail !== 'waits' || !entry.mail_to) return none
  const names = await namesOf(view, [id, row.party_id, entry.by_id])
  const from = names.get(entry.by_id ?? '')?.title ?? view.office.name
  const name = row.contact_name ?? names.get(row.party_id ?? '')?.title ?? ''
  const say = (key: Parameters<typeof wordsIn>[1], params = {}) => wordsIn(row.language, key, params)
  const earlier = entries.filter(one => one.mail === 'sent').at(-1)
  return {
    wanted: true,
    name,
    email: entry.mail_to,
    fromName: from === view.office.name ? from : `${from}, ${view.office.name}`,
    subject: say('letter.subject', { title: names.get(id)?.title ?? '', number: numberOf(row) }).slice(0, 200),
    body: [
      entry.body,
      `${from}\n${view.office.name}`,
      ...(entry.asks_verdict ? [`${say('letter.verdict')}\n${linkMark}`] : []),
    ].join('\n\n'),
    follows: earlier?.id ?? null,
    through:
      entry.thread_id && entry.by_id
        ? {
            threadId: entry.thread_id,
            authorId: entry.by_id,
            language: row.language,
            link: entry.asks_verdict ? ('verdict' as const) : null,
          }
        : null,
  }
})

export const countDueBody = implementQuery(c.countDue, async view => ({ count: await dueCount(view) }))

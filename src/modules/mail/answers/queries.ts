import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/answers.ts'
import { threadSeen } from '../desk/thread.ts'
import type { SavedAnswerTable } from '../desk/tables.ts'
import { fieldNames, filled, shownIn } from './fields.ts'
import { textsOf } from './rows.ts'
import { languageFor, recipientOf, valuesOf } from './values.ts'

interface Seen extends SavedAnswerTable {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly languages: Language[]
  readonly snippet: string
  readonly sort: string
}

const lines = (view: View, where: RawBuilder<unknown>) => sql`(
  select a.*, r.title, r.class, r.version, lower(r.title) as sort,
    array(select language from mail.saved_answer_text t
      where t.organisation_id = a.organisation_id and t.answer_id = a.id order by t.position) as languages,
    (select left(regexp_replace(t.body, '\\s+', ' ', 'g'), 160) from mail.saved_answer_text t
      where t.organisation_id = a.organisation_id and t.answer_id = a.id order by t.position limit 1) as snippet
  from ${visibleRecords(view, 'saved-answer').selectAll()} r
  join mail.saved_answer a on a.organisation_id = ${view.office.id} and a.id = r.id where ${where}) l`

export const listAnswersBody = implementQuery(c.listAnswers, async (view, input) => {
  const conditions = [sql`a.state = ${input.state ?? 'kept'}`]
  if (input.mailboxId) conditions.push(sql`(a.mailbox_id is null or a.mailbox_id = ${input.mailboxId})`)
  if (input.text) {
    const like = liked(input.text)
    conditions.push(sql`(r.title ilike ${like} or a.shortcut ilike ${like} or exists (
      select from mail.saved_answer_text t where t.organisation_id = a.organisation_id and t.answer_id = a.id
        and t.body ilike ${like}))`)
  }
  const { shown, ...slice } = await sliceOf<Seen>(
    view,
    lines(view, sql.join(conditions, sql` and `)),
    'sort',
    'text',
    input,
  )
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.mailbox_id),
    ),
  )
  const language = nearestLanguage(view.principal.language)
  return { rows: shown.map(row => lineOf(row, name(row.mailbox_id), language)), ...slice }
})

const lineOf = (row: Seen, mailbox: { id: string; kind: string; title: string } | null, language: Language) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  state: row.state,
  shortcut: row.shortcut,
  mailbox,
  languages: row.languages,
  snippet: shownIn(row.snippet, language),
})

async function seenAnswer(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select * from ${lines(view, sql`r.id = ${id}`)}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'saved-answer', id })
}

export const getAnswerBody = implementQuery(c.getAnswer, async (view, { id }) => {
  const row = await seenAnswer(view, id)
  const language = nearestLanguage(view.principal.language)
  const mailbox = naming(await namesOf(view, [row.mailbox_id]))(row.mailbox_id)
  const input = { id, expectedVersion: row.version }
  return {
    record: { id, kind: 'saved-answer', title: row.title, class: row.class, version: row.version, state: row.state },
    shortcut: row.shortcut,
    mailbox,
    texts: (await textsOf(view, id)).map(text => ({
      language: text.language,
      subject: text.subject === null ? null : shownIn(text.subject, language),
      body: shownIn(text.body, language),
    })),
    fields: Object.values(fieldNames[language]),
    can:
      row.state === 'kept'
        ? [...can(view, c.changeAnswer, input, { primary: true }), ...can(view, c.retireAnswer, input)]
        : can(view, c.restoreAnswer, input, { primary: true }),
  }
})

export const fillAnswerBody = implementQuery(
  c.fillAnswer,
  async (view, { id, threadId, to, toName, language: asked }) => {
    await seenAnswer(view, id)
    const thread = threadId ? await threadSeen(view, threadId) : null
    const address = to ?? thread?.from_address
    const written = toName || (thread?.from_address === address ? thread?.from_name : '') || ''
    const recipient = address ? await recipientOf(view, address, written) : null
    const wanted = asked ?? languageFor(view, recipient?.language, thread?.language, thread?.mailbox_language)
    const texts = await textsOf(view, id)
    const text = texts.find(({ language }) => language === wanted) ?? texts[0]!
    const values = await valuesOf(view, { recipient, subject: thread?.subject ?? null, language: text.language })
    const body = filled(shownIn(text.body, text.language), values)
    const subject = text.subject === null ? null : filled(shownIn(text.subject, text.language), values)
    return {
      language: text.language,
      subject: subject?.text ?? null,
      text: body.text,
      missing: [...new Set([...body.missing, ...(subject?.missing ?? [])])],
      theirs: text.language === wanted,
    }
  },
)

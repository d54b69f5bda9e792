import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract/answers.ts'
import type { DeskTables, SavedAnswerTable } from '../desk/tables.ts'
import { kept } from './fields.ts'

type Reader = Pick<View, 'db' | 'office'>

export interface AnswerText {
  readonly language: Language
  readonly subject: string | null
  readonly body: string
}

export async function answerOf(act: Act, id: string): Promise<SavedAnswerTable> {
  const row = await act
    .db<DeskTables>()
    .selectFrom('mail.saved_answer')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? act.refuse(kernelRefusals.notFound, { kind: 'saved-answer', id })
}

export async function textsOf(reader: Reader, id: string): Promise<AnswerText[]> {
  const { rows } = await sql<AnswerText>`
    select language, subject, body from mail.saved_answer_text
    where organisation_id = ${reader.office.id} and answer_id = ${id} order by position`.execute(reader.db())
  return rows
}

export interface GivenText {
  readonly language: Language
  readonly subject?: string | undefined
  readonly body: string
}

/** Writes the texts anew, each field by its English name. */
export function writeTexts(act: Act, id: string, texts: readonly GivenText[]): void {
  if (new Set(texts.map(({ language }) => language)).size < texts.length) act.refuse(c.answerTextTwice)
  const db = act.db<DeskTables>()
  act.write(
    db.deleteFrom('mail.saved_answer_text').where('organisation_id', '=', act.office.id).where('answer_id', '=', id),
  )
  act.write(
    db.insertInto('mail.saved_answer_text').values(
      texts.map(({ language, subject, body }, position) => ({
        organisation_id: act.office.id,
        answer_id: id,
        language,
        position,
        subject: subject === undefined ? null : kept(subject),
        body: kept(body),
      })),
    ),
  )
}

/** What a saved answer is found by. */
export const searchOf = (texts: readonly GivenText[]) => ({
  body: texts.map(({ subject, body }) => `${subject ?? ''}\n${body}`).join('\n'),
})

/** Refuses a shortcut that another answer in use goes by. */
export async function requireFreeShortcut(act: Act, shortcut: string | null, but: string): Promise<void> {
  if (!shortcut) return
  const { rows } = await sql`
    select 1 from mail.saved_answer where organisation_id = ${act.office.id} and shortcut = ${shortcut}
      and state = 'kept' and id <> ${but}`.execute(act.db())
  if (rows.length > 0) act.refuse(c.shortcutTaken, { shortcut })
}

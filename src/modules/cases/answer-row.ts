/** Reading and writing an answer with its words in each language. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Language } from '../../kernel/language/catalogue.ts'

export interface AnswerRow {
  readonly id: string
  readonly tags: readonly string[]
  readonly owner_id: string | null
  readonly valid_until: Temporal.PlainDate | null
  readonly reviewed_on: Temporal.PlainDate
  readonly review_months: number
  readonly review_raised_at: Temporal.Instant | null
  readonly from_id: string | null
  readonly retired_at: Temporal.Instant | null
}

export interface TextRow {
  readonly language: Language
  readonly question: string
  readonly body: string
}

type Reader = Pick<View | Act, 'db' | 'office'>

export async function answerOf(at: Reader, id: string): Promise<AnswerRow> {
  const { rows } = await sql<AnswerRow>`
    select * from cases.answer where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function textsOf(at: Reader, id: string): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select language, question, body from cases.answer_text
    where organisation_id = ${at.office.id} and answer_id = ${id}
    order by array_position(array['en', 'sv', 'nb', 'nl', 'ro', 'pt'], language)`.execute(at.db())
  return rows
}

/** Words of the question and the tags weigh more than those of the answer. */
const headWeight = 3

/** Writes an answer in a language, and the words by which it is offered. */
export async function putText(act: Act, id: string, text: TextRow, tags: readonly string[]): Promise<void> {
  const { language, question, body } = text
  act.write(sql`
    insert into cases.answer_text (organisation_id, answer_id, language, question, body)
    values (${act.office.id}, ${id}, ${language}, ${question}, ${body})
    on conflict (organisation_id, answer_id, language) do update set question = excluded.question, body = excluded.body`)
  await putWords(act, id, text, tags)
}

export async function putWords(
  act: Act,
  id: string,
  { language, question, body }: TextRow,
  tags: readonly string[],
): Promise<void> {
  act.write(sql`
    delete from cases.answer_word where organisation_id = ${act.office.id} and answer_id = ${id} and language = ${language}`)
  const heads = [question, ...tags].join('\n')
  act.write(sql`
    insert into cases.answer_word (organisation_id, language, word, answer_id, weight)
    select ${act.office.id}::uuid, ${language}, w.lexeme, ${id}::uuid, max(w.weight)
    from (
      select lexeme, ${headWeight}::real as weight from unnest(to_tsvector(kernel.search_configuration(${language}, true), ${heads}))
      union all
      select lexeme, 1::real from unnest(to_tsvector(kernel.search_configuration(${language}, true), ${body}))) w
    where length(w.lexeme) <= 100 group by w.lexeme`)
}

/** What is found of an answer beside its title. */
export const searchOf = (texts: readonly TextRow[], tags: readonly string[]) => ({
  body: [...texts.flatMap(text => [text.question, text.body]), ...tags].join('\n').slice(0, 200_000),
  language: texts[0]?.language ?? null,
})

/** The one of its texts that is meant for a reader: in their language, else in the office's, else the first. */
export const textFor = <T extends { readonly language: string }>(
  texts: readonly T[],
  ...languages: readonly string[]
): T =>
  languages.map(language => texts.find(text => text.language === language)).find(text => text !== undefined) ??
  texts[0]!

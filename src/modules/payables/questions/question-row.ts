import { sql } from 'kysely'
import type { Act, View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { QuestionAnswer, questionMails } from '../contract/question-commands.ts'

export interface QuestionRow {
  readonly id: string
  readonly bill_id: string
  readonly asked_of: string
  readonly email: string | null
  readonly language: Language
  readonly question: string
  readonly asked_at: Temporal.Instant
  readonly asked_by: string
  readonly asked_by_name: string | null
  readonly mail: (typeof questionMails)[number]
  readonly mail_error: string | null
  readonly answer: QuestionAnswer | null
  readonly answer_text: string
  readonly answered_at: Temporal.Instant | null
  readonly withdrawn_at: Temporal.Instant | null
}

type At = Pick<Act | View, 'office' | 'db'>

export async function questionsOf(at: At, billId: string): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    select q.*, r.title as asked_by_name from payables.question q
    left join kernel.record r on r.organisation_id = q.organisation_id and r.id = q.asked_by
    where q.organisation_id = ${at.office.id} and q.bill_id = ${billId} order by q.asked_at, q.id`.execute(at.db())
  return rows
}

/** The one of an id, whichever bill it is of. */
export async function questionOf(at: At, id: string): Promise<QuestionRow | undefined> {
  const { rows } = await sql<QuestionRow>`
    select q.*, r.title as asked_by_name from payables.question q
    left join kernel.record r on r.organisation_id = q.organisation_id and r.id = q.asked_by
    where q.organisation_id = ${at.office.id} and q.id = ${id}`.execute(at.db())
  return rows[0]
}

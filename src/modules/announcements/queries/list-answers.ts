import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type QuestionRow, questionsOf } from '../announcement-row.ts'
import { sumOf } from '../answers.ts'
import { announcementNotYours, asksReaders, listAnswers } from '../contract.ts'
import { isText, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import { seenAnnouncement } from './get-announcement.ts'

interface AnswerRow {
  readonly id: string
  readonly person: string
  readonly opened_at: Temporal.Instant | null
  readonly read_at: Temporal.Instant | null
  readonly answered_at: Temporal.Instant | null
  readonly report: string | null
}

export const listAnswersBody = implementQuery(listAnswers, async (view, input) => {
  const { id } = input
  const row = await seenAnnouncement(view, id)
  if (view.principal.id !== row.author_id && view.principal.id !== row.checker_id)
    view.refuse(announcementNotYours, { title: row.title })
  const missing = asksReaders(row.kind) ? sql`and m.answered_at is null` : sql`and m.read_at is null`
  const from = sql`
    from announcements.reader m join kernel.record p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${view.office.id} and m.announcement_id = ${id} ${input.missing ? missing : sql``}
    ${input.text ? sql`and p.title ilike ${liked(input.text)}` : sql``}`
  const after = readPlace(input.after, isText)
  const onward = after ? sql`and (p.title, p.id) > (${after.key}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<AnswerRow>`
    select p.id, p.title as person, m.opened_at, m.read_at, m.answered_at, m.report ${from} ${onward}
    order by p.title, p.id limit ${input.limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(view.db())
  const answers = await answersOf(view, id)
  const byPerson = Map.groupBy(answers, one => one.person_id)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    title: row.title,
    kind: row.kind,
    questions: (await questionsOf(view, id)).map(one => summary(one, answers)),
    rows: shown.map(one => ({
      id: one.id,
      person: one.person,
      openedAt: one.opened_at,
      readAt: one.read_at,
      answeredAt: one.answered_at,
      report: one.report,
      values: (byPerson.get(one.id) ?? []).map(({ position, value }) => ({ position, value })),
    })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(last.person, last.id) : null,
  }
})

interface Answer {
  readonly person_id: string
  readonly position: number
  readonly value: string
}

async function answersOf(view: View, id: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select person_id, position, value from announcements.answer
    where organisation_id = ${view.office.id} and announcement_id = ${id} order by position, person_id`.execute(
    view.db(),
  )
  return rows
}

/** How a question was answered by all: counts of each answer, the sum of numbers. */
function summary(question: QuestionRow, answers: readonly Answer[]) {
  const values = answers.filter(one => one.position === question.position).map(one => one.value)
  const given = question.answer_kind === 'yes-no' ? ['yes', 'no'] : question.options
  return {
    position: question.position,
    question: question.question,
    answerKind: question.answer_kind,
    answered: values.length,
    counts: given.map(value => ({ value, count: values.filter(one => one === value).length })),
    sum: question.answer_kind === 'number' && values.length > 0 ? sumOf(values) : null,
  }
}

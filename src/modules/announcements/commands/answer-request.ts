import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  announcementNotPublished,
  answerNotAsked,
  answerRequest,
  answerUnreadable,
  questionMissing,
  requestAnswered,
  requestWithoutQuestions,
} from '../contract.ts'
import {
  announcementOf,
  openTasks,
  type QuestionRow,
  questionsOf,
  readerRowsOf,
  requireState,
} from '../announcement-row.ts'
import { readAnswer } from '../answers.ts'
import type { AnnouncementsTables } from '../tables.ts'
import { noteOpened } from './read-announcement.ts'

interface Given {
  readonly position: number
  readonly value: string
}

/** The answers as they are kept, each question answered once; refuses what cannot be read and what is missing. */
function readAnswers(act: Act, questions: readonly QuestionRow[], answers: readonly Given[]): Given[] {
  const given = new Map(answers.map(one => [one.position, one.value]))
  for (const position of given.keys())
    if (!questions.some(one => one.position === position)) act.refuse(answerNotAsked, { number: position })
  return questions.flatMap(one => {
    const value = given.get(one.position)
    if (value === undefined) return one.is_optional ? [] : act.refuse(questionMissing, { question: one.question })
    const read = readAnswer(one, value)
    if (read === null) return act.refuse(answerUnreadable, { question: one.question, value: value.slice(0, 100) })
    return [{ position: one.position, value: read }]
  })
}

export const answerRequestBody = implementCommand(answerRequest, {
  locks: ({ id }) => [{ kind: 'announcement', id }],
  load: async (act, { id }) => ({ row: await announcementOf(act, id), questions: await questionsOf(act, id) }),
  async run(act, { id, answers }, { row, questions }) {
    const { title } = act.locked(id)
    requireState(act, row, ['published'], announcementNotPublished, title)
    if (questions.length === 0) act.refuse(requestWithoutQuestions, { title })
    const read = readAnswers(act, questions, answers)
    await noteOpened(act, row)
    const db = act.db<AnnouncementsTables>()
    const mine = { organisation_id: act.office.id, announcement_id: id, person_id: act.principal.id }
    await db
      .updateTable('announcements.reader')
      .set({ answered_at: act.at, read_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('announcement_id', '=', id)
      .where('person_id', '=', act.principal.id)
      .execute()
    await db
      .deleteFrom('announcements.answer')
      .where('organisation_id', '=', act.office.id)
      .where('announcement_id', '=', id)
      .where('person_id', '=', act.principal.id)
      .execute()
    if (read.length > 0)
      await db
        .insertInto('announcements.answer')
        .values(read.map(one => ({ ...mine, ...one })))
        .execute()
    const readers = (await readerRowsOf(act, id)).filter(one => one.person_id === act.principal.id)
    const workDone = [...(await openTasks(act, id, readers)).values()].map(({ key }) => ({ key }))
    act.emit(requestAnswered, { announcementId: id, ...(workDone.length > 0 ? { workDone } : {}) })
    return { output: { id } }
  },
})

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { forgetLessons, lessonsForgotten, lessonsRecalled, recallLessons } from '../contract/learning.ts'
import { forget } from '../learning/learn.ts'

const lock = ({ ids }: { readonly ids: readonly string[] }) => ids.map(id => ({ kind: 'lesson', id }))

export const forgetLessonsBody = implementCommand(forgetLessons, {
  locks: lock,
  async run(act, { ids }) {
    const gone = await forget(act, ids)
    for (const id of gone) await act.changeRecord(id)
    if (gone.length > 0) act.emit(lessonsForgotten, { count: gone.length, ids: gone }, gone)
    return { output: { count: gone.length }, undo: { command: 'documents.recall-lessons', input: { ids } } }
  },
})

/** What was learnt since of the same thing gives way. */
async function giveWay(act: Act, ids: readonly string[]): Promise<void> {
  await sql`
    update documents.lesson l set forgotten_at = ${act.at}, forgotten_by = ${act.principal.id} from documents.lesson back
    where back.organisation_id = ${act.office.id} and back.id = any(${[...ids]}::uuid[]) and l.organisation_id = back.organisation_id
      and l.sender_id = back.sender_id and l.about = back.about and l.topic = back.topic and l.forgotten_at is null and l.id <> back.id`.execute(
    act.db(),
  )
}

export const recallLessonsBody = implementCommand(recallLessons, {
  locks: lock,
  async run(act, { ids }) {
    await giveWay(act, ids)
    // Of several about one thing the last that was taught.
    const { rows } = await sql<{ id: string }>`
      update documents.lesson set forgotten_at = null, forgotten_by = null where organisation_id = ${act.office.id} and id in (
        select distinct on (sender_id, about, topic) id from documents.lesson
        where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) order by sender_id, about, topic, taught_at desc)
        and forgotten_at is not null
      returning id`.execute(act.db())
    const back = rows.map(({ id }) => id)
    for (const id of back) await act.changeRecord(id)
    if (back.length > 0) act.emit(lessonsRecalled, { count: back.length, ids: back }, back)
    return { output: { count: back.length }, undo: { command: 'documents.forget-lessons', input: { ids } } }
  },
})

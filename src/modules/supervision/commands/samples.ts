import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { sampleWork, samplesWithdrawn, withdrawSamples, workSampled } from '../contract.ts'
import { maySeeRecord } from '../leading.ts'
import { type MarkRow, makeReview, openWork, type ReviewRow, reviewWish } from '../review-row.ts'
import type { SupervisionTables } from '../tables.ts'

interface Piece {
  readonly id: string
  readonly title: string
}

/** Finished tasks of whoever acts, in the order they were given. */
async function piecesOf(act: Act, ids: readonly string[]): Promise<Piece[]> {
  const { rows } = await sql<Piece>`
    select r.id, r.title from work.task_fact t
    join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.task_id
    where t.organisation_id = ${act.office.id} and t.task_id = any(${[...ids]}::uuid[]) and t.state = 'done'
      and t.ended_by_id = ${act.principal.id} and coalesce(t.raised_key, '') not like 'supervision.review:%'
    order by array_position(${[...ids]}::uuid[], t.task_id)`.execute(act.db())
  return rows
}

/** Whether whoever asked may see this piece of work, and has it neither before them nor shown to them already. */
async function mayLook(act: Act, mark: MarkRow, piece: Piece): Promise<boolean> {
  const { rows } = await sql`
    select 1 from kernel.record r where r.organisation_id = ${act.office.id} and r.id = ${piece.id}
      and ${maySeeRecord(sql`${mark.superior_id}::uuid`, act.at)}
      and not exists (select from supervision.review v where v.organisation_id = r.organisation_id and v.task_id = r.id
        and v.superior_id = ${mark.superior_id} and (v.state = 'to-review' or ${mark.moment} = 'before' and v.state <> 'withdrawn'))`.execute(
    act.db(),
  )
  return rows.length > 0
}

export const sampleWorkBody = implementCommand(sampleWork, {
  async run(act, { ids }) {
    const marks = await act
      .db<SupervisionTables>()
      .selectFrom('supervision.mark')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('person_id', '=', act.principal.id)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (marks.length === 0) return { output: { count: 0 } }
    const pieces = await piecesOf(act, ids)
    let count = 0
    for (const mark of marks) {
      let seen = mark.pieces
      for (const piece of pieces) {
        if (!foldInPlace(piece.title).includes(mark.folded)) continue
        seen++
        if (seen % mark.every !== 0 || !(await mayLook(act, mark, piece))) continue
        const review = await makeReview(act, {
          markId: mark.id,
          task: piece,
          superiorId: mark.superior_id,
          moment: mark.moment,
          unshown: mark.moment === 'before',
        })
        count++
        const work = [reviewWish(act, review, piece.title, act.principal.name)]
        act.emit(workSampled, { id: review.id, title: piece.title, work }, [review.id])
      }
      if (seen !== mark.pieces)
        await act
          .db<SupervisionTables>()
          .updateTable('supervision.mark')
          .set({ pieces: seen })
          .where('organisation_id', '=', act.office.id)
          .where('id', '=', mark.id)
          .execute()
    }
    return { output: { count } }
  },
})

export const withdrawSamplesBody = implementCommand(withdrawSamples, {
  async run(act, { ids }) {
    const { rows } = await sql<Pick<ReviewRow, 'id' | 'round'>>`
      update supervision.review set state = 'withdrawn' where organisation_id = ${act.office.id} and state = 'to-review'
        and task_id = any(${[...ids]}::uuid[]) and (moment = 'after' or unshown) returning id, round`.execute(act.db())
    if (rows.length === 0) return { output: { count: 0 } }
    await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = any(${rows.map(row => row.id)}::uuid[])`.execute(act.db())
    const workWithdrawn = await openWork(act, rows)
    act.emit(
      samplesWithdrawn,
      { count: rows.length, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      rows.map(row => row.id),
    )
    return { output: { count: rows.length } }
  },
})

/** Reviews: reading them, making them, and the task that each is for whoever looks. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { reviewNotYours } from './contract.ts'
import type { MarkTable, ReviewTable, SupervisionTables } from './tables.ts'
import { officeWords } from './words.ts'

export type ReviewRow = Selectable<ReviewTable>
export type MarkRow = Selectable<MarkTable>

export const reviewOf = (act: Act, id: string): Promise<ReviewRow> =>
  act
    .db<SupervisionTables>()
    .selectFrom('supervision.review')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const markOf = (act: Act, id: string): Promise<MarkRow> =>
  act
    .db<SupervisionTables>()
    .selectFrom('supervision.mark')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateReview(act: Act, id: string, change: Updateable<ReviewTable>): Promise<void> {
  await act
    .db<SupervisionTables>()
    .updateTable('supervision.review')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** Only whoever was to look says what it is. */
export function requireReviewer(act: Act, review: ReviewRow): void {
  if (review.superior_id !== act.principal.id) act.refuse(reviewNotYours, {})
}

const reviewKey = ({ id, round }: Pick<ReviewRow, 'id' | 'round'>): string => `supervision.review:${id}:${round}`

/** The task of whoever is to look. */
export function reviewWish(
  act: Act,
  review: Pick<ReviewRow, 'id' | 'round' | 'superior_id'>,
  title: string,
  name: string,
): TaskWish {
  return {
    key: reviewKey(review),
    title: officeWords(act, 'task.review', { title, name }).slice(0, 300),
    ownerId: review.superior_id,
    sourceId: review.id,
    effortMinutes: 10,
  }
}

/** The task of a review, as far as it is open: to be ended with it. */
export async function openWork(act: Act, reviews: readonly Pick<ReviewRow, 'id' | 'round'>[]) {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and raised_key = any(${reviews.map(reviewKey)}::text[]) and state in ('open', 'waiting')`.execute(act.db())
  return rows
}

export interface NewReview {
  readonly markId: string | null
  readonly task: { readonly id: string; readonly title: string }
  readonly superiorId: string
  readonly moment: ReviewRow['moment']
  readonly unshown?: boolean
  readonly note?: string
}

/** Lays a piece of work of whoever acts before somebody; seen by these two alone, and as confidential as the work. */
export async function makeReview(act: Act, made: NewReview): Promise<ReviewRow> {
  const { task, superiorId } = made
  const id = await act.createRecord({
    kind: 'review',
    title: task.title,
    source: task.id,
    audience: [superiorId, act.principal.id],
  })
  return act
    .db<SupervisionTables>()
    .insertInto('supervision.review')
    .values({
      organisation_id: act.office.id,
      id,
      mark_id: made.markId,
      task_id: task.id,
      person_id: act.principal.id,
      superior_id: superiorId,
      moment: made.moment,
      unshown: made.unshown ?? false,
      state: 'to-review',
      mistake_kind: null,
      note: made.note ?? '',
      answer: null,
      asked_at: act.at,
      reviewed_at: null,
      reviewed_by_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

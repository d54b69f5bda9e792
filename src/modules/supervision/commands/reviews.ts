import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  alreadyShown,
  answerReview,
  markedMistake,
  markedRight,
  markMistake,
  markRight,
  reopenReview,
  reviewAnswered,
  reviewNotOpen,
  reviewNotReviewed,
  reviewNotYours,
  reviewReopened,
  showWork,
  withoutSuperior,
  workNotOpen,
  workNotYours,
  workShown,
} from '../contract.ts'
import type { MistakeKind } from '../contract/shapes.ts'
import { superiorOf } from '../leading.ts'
import {
  makeReview,
  openWork,
  requireReviewer,
  reviewOf,
  type ReviewRow,
  reviewWish,
  updateReview,
} from '../review-row.ts'

const constraints = { review_open: alreadyShown }

export const showWorkBody = implementCommand(showWork, {
  constraints,
  locks: ({ id }) => [{ kind: 'task', id }],
  async run(act, { id, note }) {
    const { title } = act.locked(id)
    const { rows } = await sql<{ state: string; owner_id: string | null }>`
      select state, owner_id from work.task_fact where organisation_id = ${act.office.id} and task_id = ${id}`.execute(
      act.db(),
    )
    const task = rows[0]!
    if (task.owner_id !== act.principal.id) act.refuse(workNotYours, { title })
    if (task.state !== 'open' && task.state !== 'waiting') act.refuse(workNotOpen, { title })
    const superiorId = (await superiorOf(act, act.principal.id)) ?? act.refuse(withoutSuperior, {})
    const review = await makeReview(act, {
      markId: null,
      task: { id, title },
      superiorId,
      moment: 'before',
      ...(note ? { note } : {}),
    })
    const work = [reviewWish(act, review, title, act.principal.name)]
    act.emit(workShown, { id: review.id, title, work }, [review.id])
    return { output: { id: review.id } }
  },
})

/** Says what a piece of work is, ends the task of looking, and tells whoever did it. */
async function say(
  act: Act,
  review: ReviewRow,
  told: { state: 'right' | 'mistake'; mistakeKind: MistakeKind | null; note: string | undefined },
) {
  requireReviewer(act, review)
  const { title } = act.locked(review.id)
  if (review.state !== 'to-review') act.refuse(reviewNotOpen, { title })
  await updateReview(act, review.id, {
    state: told.state,
    mistake_kind: told.mistakeKind,
    note: told.note ?? review.note,
    reviewed_at: act.at,
    reviewed_by_id: act.principal.id,
  })
  const version = await act.changeRecord(review.id)
  const workDone = await openWork(act, [review])
  const notify = [
    {
      key: `review:${review.id}`,
      toId: review.person_id,
      titleKey: `notice.review-${told.state}`,
      params: { title: title.slice(0, 300) },
      recordId: review.id,
      urgency: told.state === 'mistake' ? ('today' as const) : ('digest' as const),
    },
  ]
  return {
    payload: { id: review.id, title, notify, ...(workDone.length > 0 ? { workDone } : {}) },
    result: {
      output: { id: review.id, version },
      undo: { command: reopenReview.name, input: { id: review.id, expectedVersion: version } },
    },
  }
}

export const markRightBody = implementCommand(markRight, {
  locks: ({ id, expectedVersion }) => [{ kind: 'review', id, expectedVersion }],
  load: (act, { id }) => reviewOf(act, id),
  async run(act, { id, note }, review) {
    const { payload, result } = await say(act, review, { state: 'right', mistakeKind: null, note })
    act.emit(markedRight, payload, [id])
    return result
  },
})

export const markMistakeBody = implementCommand(markMistake, {
  locks: ({ id, expectedVersion }) => [{ kind: 'review', id, expectedVersion }],
  load: (act, { id }) => reviewOf(act, id),
  async run(act, { id, mistakeKind, note }, review) {
    const { payload, result } = await say(act, review, { state: 'mistake', mistakeKind, note })
    act.emit(markedMistake, { ...payload, mistakeKind }, [id])
    return result
  },
})

export const reopenReviewBody = implementCommand(reopenReview, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'review', id, expectedVersion }],
  load: (act, { id }) => reviewOf(act, id),
  async run(act, { id }, review) {
    requireReviewer(act, review)
    const { title } = act.locked(id)
    if (review.reviewed_at === null) act.refuse(reviewNotReviewed, { title })
    const again = { ...review, round: review.round + 1 }
    await updateReview(act, id, {
      state: 'to-review',
      mistake_kind: null,
      reviewed_at: null,
      reviewed_by_id: null,
      round: again.round,
    })
    const version = await act.changeRecord(id)
    const { rows } = await sql<{ title: string }>`
      select title from kernel.record where organisation_id = ${act.office.id} and id = ${review.person_id}`.execute(
      act.db(),
    )
    const work = [reviewWish(act, again, title, rows[0]?.title ?? '')]
    act.emit(reviewReopened, { id, title, work }, [id])
    return { output: { id, version } }
  },
})

export const answerReviewBody = implementCommand(answerReview, {
  locks: ({ id, expectedVersion }) => [{ kind: 'review', id, expectedVersion }],
  load: (act, { id }) => reviewOf(act, id),
  async run(act, { id, answer }, review) {
    const { title } = act.locked(id)
    if (review.person_id !== act.principal.id) act.refuse(reviewNotYours, { title })
    if (review.reviewed_at === null) act.refuse(reviewNotReviewed, { title })
    await updateReview(act, id, { answer })
    const version = await act.changeRecord(id)
    const notify = [
      {
        key: `review-answer:${id}`,
        toId: review.superior_id,
        titleKey: 'notice.review-answered',
        params: { title: title.slice(0, 300) },
        recordId: id,
        urgency: 'today' as const,
      },
    ]
    act.emit(reviewAnswered, { id, title, notify }, [id])
    return { output: { id, version } }
  },
})

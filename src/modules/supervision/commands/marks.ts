import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import {
  askReview,
  endReviewMark,
  markEnded,
  markNotEnded,
  notTheirSuperior,
  resumeReviewMark,
  reviewAsked,
  reviewMarkEnded,
  reviewMarkResumed,
  superiorUnknown,
} from '../contract.ts'
import { requireLeader } from '../leading.ts'
import { type MarkRow, markOf } from '../review-row.ts'
import type { SupervisionTables } from '../tables.ts'

export const askReviewBody = implementCommand(askReview, {
  async run(act, { personId, moment, every, words, note }) {
    await requireColleague(act, personId, superiorUnknown)
    await requireLeader(act, personId)
    const person = await requireVisible(act, personId, ['principal'])
    const id = await act.createRecord({ kind: 'review-mark', title: person, audience: [act.principal.id, personId] })
    await act
      .db<SupervisionTables>()
      .insertInto('supervision.mark')
      .values({
        organisation_id: act.office.id,
        id,
        superior_id: act.principal.id,
        person_id: personId,
        moment,
        every: moment === 'before' ? 1 : every,
        words: words ?? null,
        folded: foldInPlace(words ?? '').trim(),
        note: note ?? '',
        ended_at: null,
      })
      .execute()
    const told = {
      key: `review-mark:${id}`,
      toId: personId,
      titleKey: 'notice.review-asked',
      recordId: id,
      urgency: 'today' as const,
    }
    act.emit(reviewAsked, { id, personId, person, notify: [told] }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: endReviewMark.name, input: { id, expectedVersion: 1 } },
    }
  },
})

const requireOwner = (act: Act, mark: MarkRow): void => {
  if (mark.superior_id !== act.principal.id) act.refuse(notTheirSuperior, {})
}

async function setEnded(act: Act, id: string, at: Temporal.Instant | null): Promise<number> {
  await act
    .db<SupervisionTables>()
    .updateTable('supervision.mark')
    .set({ ended_at: at })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
  return act.changeRecord(id)
}

export const endReviewMarkBody = implementCommand(endReviewMark, {
  locks: ({ id, expectedVersion }) => [{ kind: 'review-mark', id, expectedVersion }],
  load: (act, { id }) => markOf(act, id),
  async run(act, { id }, mark) {
    requireOwner(act, mark)
    if (mark.ended_at) act.refuse(markEnded, {})
    const version = await setEnded(act, id, act.at)
    act.emit(reviewMarkEnded, { id, personId: mark.person_id, person: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: resumeReviewMark.name, input: { id, expectedVersion: version } },
    }
  },
})

export const resumeReviewMarkBody = implementCommand(resumeReviewMark, {
  locks: ({ id, expectedVersion }) => [{ kind: 'review-mark', id, expectedVersion }],
  load: (act, { id }) => markOf(act, id),
  async run(act, { id }, mark) {
    requireOwner(act, mark)
    if (!mark.ended_at) act.refuse(markNotEnded, {})
    await requireLeader(act, mark.person_id)
    const version = await setEnded(act, id, null)
    act.emit(reviewMarkResumed, { id, personId: mark.person_id, person: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: endReviewMark.name, input: { id, expectedVersion: version } } }
  },
})

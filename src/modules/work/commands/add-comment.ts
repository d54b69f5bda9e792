import { implementCommand } from '../../../kernel/implement.ts'
import { addComment, commentAdded } from '../contract.ts'
import { requireVisible } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

// A comment does not raise the record's version: it must not disturb whoever is editing the record.
export const addCommentBody = implementCommand(addComment, {
  async run(act, { recordId, text }) {
    await requireVisible(act, [recordId])
    const commentId = act.newId()
    await act
      .db<WorkTables>()
      .insertInto('work.comment')
      .values({
        organisation_id: act.office.id,
        record_id: recordId,
        id: commentId,
        text,
        written_at: act.at,
        written_by_id: act.principal.id,
      })
      .execute()
    act.emit(commentAdded, { recordId, commentId }, [recordId])
    return { output: { recordId, commentId }, undo: { command: 'work.remove-comment', input: { recordId, commentId } } }
  },
})

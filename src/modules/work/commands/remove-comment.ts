import { implementCommand } from '../../../kernel/implement.ts'
import { commentRemoved, commentUnknown, removeComment } from '../contract.ts'
import { requireVisible } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'

export const removeCommentBody = implementCommand(removeComment, {
  async run(act, { recordId, commentId }) {
    await requireVisible(act, [recordId])
    const gone = await act
      .db<WorkTables>()
      .deleteFrom('work.comment')
      .where('organisation_id', '=', act.office.id)
      .where('record_id', '=', recordId)
      .where('id', '=', commentId)
      .where('written_by_id', '=', act.principal.id)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) act.refuse(commentUnknown, { recordId, commentId })
    act.emit(commentRemoved, { recordId, commentId }, [recordId])
    return { output: { recordId } }
  },
})

import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { listComments } from '../contract.ts'
import type { WorkTables } from '../tables.ts'
import { namesOf } from '../../../kernel/named.ts'

/** Comments on a record that the reader is known to see. */
export async function commentsOn(view: View, recordId: string) {
  const rows = await view
    .db<WorkTables>()
    .selectFrom('work.comment')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('record_id', '=', recordId)
    .orderBy('written_at')
    .orderBy('id')
    .limit(1000)
    .execute()
  const names = await namesOf(
    view,
    rows.map(row => row.written_by_id),
  )
  return rows.map(row => ({
    commentId: row.id,
    text: row.text,
    at: row.written_at,
    by: names.get(row.written_by_id) ?? null,
    mine: row.written_by_id === view.principal.id,
  }))
}

export const listCommentsBody = implementQuery(listComments, async (view, { recordId }) => {
  const seen = await namesOf(view, [recordId])
  if (!seen.has(recordId)) view.refuse(kernelRefusals.notFound, { id: recordId })
  return { rows: await commentsOn(view, recordId) }
})

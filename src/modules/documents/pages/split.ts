import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { cutJob, cuttingAsked, joinDocuments, pageRefusals, split } from '../contract/pages.ts'
import { changeDocument, documentOf, type DocumentRow, requireState, touchRecords } from '../document-store.ts'
import { documentsOf } from '../many.ts'
import { requireSheets } from './change-pages.ts'

/** Out of the pile at once, whatever else comes to be known of it; its pages are with the job. */
async function giveToCut(act: Act, row: DocumentRow, cutId: string): Promise<void> {
  await changeDocument(act, row.id, {
    state: 'replaced',
    // What was set aside is worked with again if it is put back: its day may have passed.
    state_before: row.state === 'set-aside' ? row.state_before : (row.state as 'to-confirm'),
    set_aside_until: null,
    reading_id: cutId,
  })
}

export const splitBody = implementCommand(split, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id, before }, row) {
    requireState(act, 'split', row)
    await requireSheets(act, row)
    const starts = [...new Set(before)]
    if (starts.some(page => page > (row.page_count ?? 0))) act.refuse(pageRefusals.pagesUnfit, { name: row.name })
    const cutId = act.newId()
    await giveToCut(act, row, cutId)
    const version = await act.changeRecord(id)
    act.emit(cuttingAsked, { count: 1 }, [id])
    act.enqueue(cutJob, { ids: [id], cutId, before: starts })
    return {
      output: { version, parts: starts.length + 1 },
      undo: { command: 'documents.put-back', input: { ids: [id] } },
    }
  },
})

export const joinBody = implementCommand(joinDocuments, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, { ids }, rows) {
    if (new Set(ids).size < ids.length) act.refuse(pageRefusals.pagesUnfit, { name: rows[0]?.name ?? '' })
    const cutId = act.newId()
    for (const row of rows) {
      requireState(act, 'split', row)
      await requireSheets(act, row)
      await giveToCut(act, row, cutId)
    }
    await touchRecords(act, ids)
    act.emit(cuttingAsked, { count: ids.length }, ids)
    act.enqueue(cutJob, { ids, cutId, before: [] })
    return { output: { count: ids.length }, undo: { command: 'documents.put-back', input: { ids } } }
  },
})

/** Replaced papers are found no more, by words or as duplicates: what replaces them is. */
export async function hideReplaced(act: Act, ids: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ['kernel.search_entry', 'record_id'],
    ['documents.band', 'document_id'],
  ] as const)
    await sql`delete from ${sql.table(table)} where organisation_id = ${act.office.id} and ${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(
      act.db(),
    )
}

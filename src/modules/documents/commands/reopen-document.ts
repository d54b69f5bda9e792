import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { documentReopened, reopen, reopenMany } from '../contract.ts'
import { changeDocuments, type DocumentRow, documentOf, requireState, touchRecords } from '../document-store.ts'
import { unlearn } from '../learning/learn.ts'
import { documentsOf } from '../many.ts'

/** Back on the pile: what it taught and what confirming set is taken away, what the paper says stays. */
async function takeBack(act: Act, rows: readonly DocumentRow[]): Promise<void> {
  await unlearn(
    act,
    rows.map(({ id }) => id),
  )
  await changeDocuments(
    act,
    rows.map(({ id }) => id),
    {
      state: 'to-confirm',
      state_before: null,
      confirmed_at: null,
      confirmed_by: null,
      class_code_id: null,
      keep_until: null,
      task_key: null,
    },
  )
}

function emitReopened(act: Act, row: DocumentRow): void {
  const withdrawn = row.task_key ? { workWithdrawn: [{ key: row.task_key }] } : {}
  act.emit(documentReopened, { documentId: row.id, name: act.locked(row.id).title, ...withdrawn }, [row.id])
}

export const reopenBody = implementCommand(reopen, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id }, row) {
    requireState(act, 'reopen', row)
    await takeBack(act, [row])
    const version = await act.changeRecord(id)
    emitReopened(act, row)
    return { output: { version } }
  },
})

export const reopenManyBody = implementCommand(reopenMany, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, _input, rows) {
    for (const row of rows) requireState(act, 'reopen', row)
    await takeBack(act, rows)
    await touchRecords(
      act,
      rows.map(({ id }) => id),
    )
    for (const row of rows) emitReopened(act, row)
    return { output: { count: rows.length } }
  },
})

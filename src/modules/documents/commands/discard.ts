import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { discard, discardMany, documentsDiscarded, documentsRestored, restore } from '../contract.ts'
import { type DocumentRow, documentOf, requireState, touchRecords } from '../document-store.ts'
import { documentsOf } from '../many.ts'

async function throwAway(act: Act, rows: readonly DocumentRow[]): Promise<void> {
  for (const row of rows) requireState(act, 'discard', row)
  // What was set aside goes back to the pile when it is restored: a day that has passed would bring nothing back.
  await sql`
    update documents.document set state = 'discarded', set_aside_until = null,
      state_before = case when state = 'set-aside' then state_before else state end
    where organisation_id = ${act.office.id} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(act.db())
}

export const discardBody = implementCommand(discard, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id }, row) {
    await throwAway(act, [row])
    const version = await act.changeRecord(id)
    act.emit(documentsDiscarded, { count: 1, ids: [id] }, [id])
    return { output: { version }, undo: { command: 'documents.restore', input: { ids: [id] } } }
  },
})

export const discardManyBody = implementCommand(discardMany, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, _input, rows) {
    await throwAway(act, rows)
    const ids = rows.map(({ id }) => id)
    await touchRecords(act, ids)
    act.emit(documentsDiscarded, { count: ids.length, ids }, ids)
    return { output: { count: ids.length }, undo: { command: 'documents.restore', input: { ids } } }
  },
})

export const restoreBody = implementCommand(restore, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, _input, rows) {
    for (const row of rows) requireState(act, 'restore', row)
    const ids = rows.map(({ id }) => id)
    await sql`
      update documents.document set state = state_before, state_before = null
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`.execute(act.db())
    await touchRecords(act, ids)
    act.emit(documentsRestored, { count: ids.length, ids }, ids)
    return { output: { count: ids.length } }
  },
})

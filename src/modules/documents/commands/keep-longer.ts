import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepAsBefore, keepLonger, keptLonger } from '../contract/keeping.ts'
import { touchRecords } from '../document-store.ts'
import { documentsOf } from '../many.ts'

interface Keeping {
  readonly id: string
  readonly until: Temporal.PlainDate | null
}

async function keep(act: Act, keepings: readonly Keeping[]): Promise<void> {
  const wire = keepings.map(({ id, until }) => ({ id, until: until?.toString() ?? null }))
  await sql`
    update documents.document d set keep_until = p.until
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as p(id uuid, until date)
    where d.organisation_id = ${act.office.id} and d.id = p.id`.execute(act.db())
  await touchRecords(
    act,
    keepings.map(({ id }) => id),
  )
}

export const keepLongerBody = implementCommand(keepLonger, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, { until }, rows) {
    await keep(
      act,
      rows.map(({ id }) => ({ id, until })),
    )
    const ids = rows.map(({ id }) => id)
    act.emit(keptLonger, { count: ids.length, ids, until: until?.toString() ?? null }, ids)
    const keepings = rows.map(row => ({ id: row.id, until: row.keep_until?.toString() ?? null }))
    return { output: { count: ids.length }, undo: { command: 'documents.keep-as-before', input: { keepings } } }
  },
})

export const keepAsBeforeBody = implementCommand(keepAsBefore, {
  locks: ({ keepings }) => keepings.map(({ id }) => ({ kind: 'document', id })),
  async run(act, { keepings }) {
    await keep(act, keepings)
    const ids = keepings.map(({ id }) => id)
    act.emit(keptLonger, { count: ids.length, ids, until: null }, ids)
    return { output: { count: ids.length } }
  },
})

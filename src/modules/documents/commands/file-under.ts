import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { FileClass } from '../consequences.ts'
import { documentsFiled, fileBack, fileUnder, refusals } from '../contract.ts'
import { type DocumentRow, touchRecords } from '../document-store.ts'
import { documentsOf } from '../many.ts'
import { classOf } from '../plan-store.ts'
import { keepUntil } from '../retention.ts'

async function requireClass(act: Act, id: string | null): Promise<FileClass | null> {
  if (id === null) return null
  return (await classOf(act, id)) ?? act.refuse(refusals.classCodeUnknown, { id })
}

async function file(act: Act, filings: readonly { row: DocumentRow; under: FileClass | null }[]): Promise<void> {
  const wire = filings.map(({ row, under }) => ({
    id: row.id,
    class_code_id: under?.id ?? null,
    keep_until: under
      ? (keepUntil(under.retention_years, under.retention_from, {
          receivedOn: row.received_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
          issuedOn: row.issued_on,
          validUntil: row.valid_until,
        })?.toString() ?? null)
      : null,
  }))
  await sql`
    update documents.document d set class_code_id = p.class_code_id, keep_until = p.keep_until
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as p(id uuid, class_code_id uuid, keep_until date)
    where d.organisation_id = ${act.office.id} and d.id = p.id`.execute(act.db())
  await touchRecords(
    act,
    wire.map(({ id }) => id),
  )
}

export const fileUnderBody = implementCommand(fileUnder, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: async (act, { ids, classCodeId }) => ({
    rows: await documentsOf(act, ids),
    under: await requireClass(act, classCodeId),
  }),
  async run(act, _input, { rows, under }) {
    await file(
      act,
      rows.map(row => ({ row, under })),
    )
    const ids = rows.map(({ id }) => id)
    act.emit(documentsFiled, { count: ids.length, ids, code: under?.code ?? null }, ids)
    return {
      output: { count: ids.length },
      undo: {
        command: 'documents.file-back',
        input: { filings: rows.map(row => ({ id: row.id, classCodeId: row.class_code_id })) },
      },
    }
  },
})

export const fileBackBody = implementCommand(fileBack, {
  locks: ({ filings }) => filings.map(({ id }) => ({ kind: 'document', id })),
  load: (act, { filings }) =>
    documentsOf(
      act,
      filings.map(({ id }) => id),
    ),
  async run(act, { filings }, rows) {
    const wanted = new Map(filings.map(({ id, classCodeId }) => [id, classCodeId]))
    const classes = new Map<string | null, FileClass | null>()
    for (const id of new Set(wanted.values())) classes.set(id, await requireClass(act, id))
    await file(
      act,
      rows.map(row => ({ row, under: classes.get(wanted.get(row.id) ?? null) ?? null })),
    )
    const ids = rows.map(({ id }) => id)
    act.emit(documentsFiled, { count: ids.length, ids, code: null }, ids)
    return { output: { count: ids.length } }
  },
})

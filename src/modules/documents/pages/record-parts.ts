import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { documentArrived, readJob } from '../contract.ts'
import { documentSplit, documentsJoined, pageRefusals, partMade, recordParts } from '../contract/pages.ts'
import { storedFile } from '../commands/take-in.ts'
import { changeDocument, type DocumentRow } from '../document-store.ts'
import { documentsOf } from '../many.ts'
import { classOf } from '../plan-store.ts'
import type { DocumentsTables } from '../tables.ts'
import { livingMatter } from './marks.ts'
import { hideReplaced } from './split.ts'

type Input = InputOf<typeof recordParts>

/** Where it lay and when it came: what came of it came then and there. */
function origins(rows: readonly DocumentRow[]) {
  const [first] = rows as [DocumentRow]
  const together = rows.every(({ parent_id }) => parent_id === first.parent_id)
  return {
    received_at: rows.map(row => row.received_at).sort(Temporal.Instant.compare)[0]!,
    arrived_by: first.arrived_by === 'part' && !together ? ('api' as const) : first.arrived_by,
    arrived_from: first.arrived_from,
    parent_id: together ? first.parent_id : null,
    depth: together ? first.depth : 0,
  }
}

async function makePart(
  act: Act,
  { olds }: Input,
  rows: readonly DocumentRow[],
  part: Input['parts'][number],
): Promise<string> {
  const file = await storedFile(act, part.fileId)
  const classCode = part.classCodeId ? await classOf(act, part.classCodeId) : null
  const from = origins(rows)
  const id = await act.createRecord({
    kind: 'document',
    title: part.name,
    ...(classCode ? { class: classCode.class } : {}),
    source: olds.map(old => old.id),
    search: { body: part.name, at: from.received_at },
  })
  const readingId = act.newId()
  await act
    .db<DocumentsTables>()
    .insertInto('documents.document')
    .values({
      organisation_id: act.office.id,
      id,
      file_id: file.id,
      digest: file.digest,
      name: part.name,
      state: 'arrived',
      ...from,
      class_code_id: classCode?.id ?? null,
      reading_id: readingId,
    })
    .execute()
  act.emit(documentArrived, { documentId: id, name: part.name, arrivedBy: from.arrived_by, duplicateOf: null }, [
    id,
    ...olds.map(old => old.id),
  ])
  const matterId = part.matterId ? await livingMatter(act, part.matterId) : null
  act.emit(partMade, { documentId: id, name: part.name, ofName: rows[0]!.name, matterId }, [id])
  act.enqueue(readJob, { documentId: id, readingId })
  return id
}

async function replace(act: Act, { olds, parts }: Input, made: readonly string[]): Promise<void> {
  const [only] = olds.length === 1 ? olds : []
  const links = only
    ? made.map((newId, index) => ({ old_id: only.id, new_id: newId, pages: parts[index]!.pages, position: index + 1 }))
    : olds.map((old, index) => ({ old_id: old.id, new_id: made[0]!, pages: old.pages, position: index + 1 }))
  await act
    .db<DocumentsTables>()
    .insertInto('documents.replacement')
    .values(links.map(link => ({ organisation_id: act.office.id, ...link })))
    .execute()
}

export const recordPartsBody = implementCommand(recordParts, {
  locks: ({ olds }) => olds.map(({ id }) => ({ kind: 'document', id })),
  load: (act, { olds }) =>
    documentsOf(
      act,
      olds.map(({ id }) => id),
    ),
  async run(act, input, rows) {
    for (const row of rows)
      if (row.reading_id !== input.cutId) act.refuse(pageRefusals.cuttingOutdated, { name: row.name })
    const made: string[] = []
    for (const part of input.parts) made.push(await makePart(act, input, rows, part))
    await replace(act, input, made)
    for (const row of rows) {
      const before = row.state === 'replaced' ? row.state_before : (row.state as 'arrived')
      await changeDocument(act, row.id, {
        state: 'replaced',
        state_before: before,
        reading_id: null,
        duplicate_of: null,
        duplicate_by: null,
      })
      await act.changeRecord(row.id)
    }
    const ids = rows.map(({ id }) => id)
    await hideReplaced(act, ids)
    const [first] = rows
    if (rows.length > 1) act.emit(documentsJoined, { count: rows.length }, [...ids, ...made])
    else act.emit(documentSplit, { documentId: first!.id, name: first!.name, parts: made.length, by: input.by }, ids)
    return { output: { ids: made } }
  },
})

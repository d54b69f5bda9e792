import { sql } from 'kysely'
import { type Act, implementCommand, type Lock } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { documentArrived, readJob, refusals, takeIn } from '../contract.ts'
import { sameBytes } from '../duplicates.ts'
import type { DocumentsTables } from '../tables.ts'

/** Files inside files inside files: an archive that holds itself ends here. */
const deepest = 5
/** Documents taken out of one parent at most. */
export const mostChildren = 500

interface StoredFile {
  readonly id: string
  readonly digest: Buffer
}

/** A file of the office's store, or a refusal. */
export async function storedFile(act: Act, id: string): Promise<StoredFile> {
  const { rows } = await sql<StoredFile>`
    select id, digest from kernel.file where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0] ?? act.refuse(refusals.fileUnknown, { id })
}

/** How deep a part of this parent lies, and the part of the same name and bytes if it was taken in before. */
async function parentOf(
  act: Act,
  parentId: string,
  name: string,
  digest: Buffer,
): Promise<{ depth: number; twinId: string | null }> {
  const { rows } = await sql<{ depth: number; children: number; twin: string | null }>`
    select p.depth, count(c.id)::int as children,
      (array_agg(c.id) filter (where c.name = ${name} and c.digest = ${digest}))[1] as twin
    from documents.document p
    left join documents.document c on c.organisation_id = p.organisation_id and c.parent_id = p.id
    where p.organisation_id = ${act.office.id} and p.id = ${parentId} group by p.depth`.execute(act.db())
  const parent = rows[0]
  if (!parent) return act.refuse(refusals.parentUnfit, { id: parentId })
  if (parent.twin === null && (parent.depth >= deepest || parent.children >= mostChildren)) {
    act.refuse(refusals.nestedTooDeep, { limit: parent.depth >= deepest ? deepest : mostChildren })
  }
  return { depth: parent.depth + 1, twinId: parent.twin }
}

/** The oldest document of the same bytes, named to those only who may see it. */
async function shownDuplicate(act: Act, id: string | null): Promise<string | null> {
  if (!id) return null
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and class <= ${act.principal.clearance}
      and (audience is null or audience && ${[...act.principal.audiences]}::uuid[])`.execute(act.db())
  return rows.length > 0 ? id : null
}

export const takeInBody = implementCommand(takeIn, {
  locks: ({ parentId, copiedFromId, requestId }): Lock[] => [
    ...[parentId, copiedFromId].flatMap(id => (id ? [{ kind: 'document', id }] : [])),
    ...(requestId ? [{ kind: 'file-request', id: requestId }] : []),
  ],
  async run(act, input) {
    const file = await storedFile(act, input.fileId)
    const parent = input.parentId ? await parentOf(act, input.parentId, input.name, file.digest) : null
    if (parent?.twinId) return { output: { id: parent.twinId, created: false, duplicateOf: null } }
    if (input.sourceId) await requireVisible(act, input.sourceId)
    const source = input.parentId ?? input.copiedFromId ?? input.requestId ?? input.sourceId
    const id = await act.createRecord({
      kind: 'document',
      title: input.name,
      ...(input.confidentiality === undefined ? {} : { class: input.confidentiality }),
      ...(source ? { source } : {}),
      search: { body: input.name, at: act.at },
    })
    const duplicateOf = await sameBytes(act, file.digest, id)
    const readingId = act.newId()
    await act
      .db<DocumentsTables>()
      .insertInto('documents.document')
      .values({
        organisation_id: act.office.id,
        id,
        file_id: file.id,
        digest: file.digest,
        name: input.name,
        state: 'arrived',
        received_at: act.at,
        arrived_by: input.arrivedBy,
        arrived_from: input.arrivedFrom ?? null,
        parent_id: input.parentId ?? null,
        depth: parent?.depth ?? 0,
        duplicate_of: duplicateOf,
        duplicate_by: duplicateOf ? 'bytes' : null,
        reading_id: readingId,
      })
      .execute()
    const shown = await shownDuplicate(act, duplicateOf)
    act.emit(
      documentArrived,
      { documentId: id, name: input.name, arrivedBy: input.arrivedBy, duplicateOf: shown },
      input.parentId ? [id, input.parentId] : [id],
    )
    act.enqueue(readJob, { documentId: id, readingId })
    return { output: { id, created: true, duplicateOf: shown } }
  },
})

import { sql } from 'kysely'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { takeIn } from '../contract.ts'
import { receiveRequested, requestedFileCame, requestRefusals } from '../contract/file-requests.ts'
import { refusals } from '../contract/refusals.ts'
import { completeIfDone, lockedRequest, setTicked, toldOf } from './request-commands.ts'
import { itemsOf, type RequestRow } from './request-row.ts'
import { cameTask } from './request-work.ts'

/** What one request takes at most: enough for a building's drawings, too little to fill a disk by one link. */
export const mostFiles = 200
export const mostBytes = 2 * 1024 ** 3

/** The matter as it stands now, or null where it is no more: what comes is kept all the same. */
async function matterOf(act: Act, { matter_id }: RequestRow): Promise<string | null> {
  if (!matter_id) return null
  const { rows } = await sql<{ id: string }>`
    select m.id from kernel.record r join kernel.record m on m.organisation_id = r.organisation_id and m.id = coalesce(r.merged_into, r.id)
    where r.organisation_id = ${act.office.id} and r.id = ${matter_id} and m.kind = 'matter' and m.merged_into is null`.execute(
    act.db(),
  )
  return rows[0]?.id ?? null
}

async function sizeOf(act: Act, fileId: string): Promise<bigint> {
  const { rows } = await sql<{ size_bytes: bigint }>`
    select size_bytes from kernel.file where organisation_id = ${act.office.id} and id = ${fileId}`.execute(act.db())
  return rows[0]?.size_bytes ?? act.refuse(refusals.fileUnknown, { id: fileId })
}

export const receiveRequestedBody = implementCommand(receiveRequested, {
  locks: ({ id }) => [{ kind: 'file-request', id }],
  async run(act, { id, fileId, name, position }) {
    const row = await lockedRequest(act, id)
    if (row.closed_as) act.refuse(requestRefusals.linkClosed)
    const size = await sizeOf(act, fileId)
    if (row.files >= mostFiles || row.bytes + size > mostBytes)
      act.refuse(requestRefusals.tooMany, { limit: mostFiles })
    const item = (await itemsOf(act, id)).find(one => one.position === position) ?? null
    const wire = { fileId, name, arrivedBy: 'upload', arrivedFrom: row.asked_of, requestId: id } as const
    const taken = await act.actAs(systemPrincipalId, takeIn, wire)
    if (taken.status !== 'done') return act.refuse(refusals.fileUnknown, { id: fileId })
    const documentId = taken.output.id
    await sql`
      insert into documents.file_request_file (organisation_id, request_id, document_id, position, name, size_bytes, came_at)
      values (${act.office.id}, ${id}, ${documentId}, ${item?.position ?? null}, ${name}, ${size}, ${act.at})`.execute(
      act.db(),
    )
    await act.link(id, documentId, 'requested')
    if (item && !item.ticked) await setTicked(act, id, item.position, act.at)
    const matterId = await matterOf(act, row)
    act.emit(requestedFileCame, { ...toldOf(row), documentId, file: name, matterId, work: [cameTask(act, row)] }, [
      id,
      documentId,
    ])
    const complete = await completeIfDone(act, row)
    await act.changeRecord(id)
    return { output: { documentId, complete } }
  },
})

import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { conversationOf, messageFor, messageIn } from '../rows.ts'
import { raise } from '../standing.ts'

export const noteFileBody = implementCommand(c.noteFile, {
  async run(act, { messageId, n, fileId }) {
    const message = await messageFor(act, messageId)
    const { rows } = fileId
      ? await sql<{ size_bytes: bigint; media_type: string }>`
          select size_bytes, media_type from kernel.file where organisation_id = ${act.office.id} and id = ${fileId}`.execute(
          act.db(),
        )
      : { rows: [] }
    const [file] = rows
    if (fileId && !file) act.refuse(kernelRefusals.notFound, { kind: 'conversation', id: fileId })
    act.write(sql`
      update channels.attachment set file_id = ${fileId}, lost = ${fileId === null}, bytes = ${file?.size_bytes ?? sql`bytes`},
        media_type = ${file?.media_type.slice(0, 120) ?? sql`media_type`}
      where organisation_id = ${act.office.id} and message_id = ${messageId} and n = ${n}`)
    raise(act, [message.conversation_id])
    return { output: {} }
  },
})

interface Attached {
  readonly n: number
  readonly name: string
  readonly file_id: string
}

/** Taken in by the same door as every paper: what is hostile in them meets what every paper meets. */
export const fileAttachmentsBody = implementCommand(c.fileAttachments, {
  locks: ({ id }) => [{ kind: 'conversation', id }],
  load: (act, { id }) => conversationOf(act, id),
  async run(act, { id, messageId }, conversation) {
    await messageIn(act, id, messageId)
    const { rows } = await sql<Attached>`
      select n, name, file_id from channels.attachment where organisation_id = ${act.office.id} and message_id = ${messageId}
        and file_id is not null and document_id is null order by n`.execute(act.db())
    if (rows.length === 0) act.refuse(c.nothingToFile)
    const documentIds: string[] = []
    for (const { n, name, file_id } of rows) {
      const arrivedFrom = (conversation.email ?? conversation.title).slice(0, 300)
      const taken = await act.actAs(act.principal.id, takeIn, {
        fileId: file_id,
        name: name.slice(0, 300),
        arrivedBy: 'api',
        arrivedFrom,
        sourceId: id,
      })
      if (taken.status !== 'done') {
        const { refusal } = taken as { refusal?: { name: string } }
        return act.refuse(kernelRefusals.notPermitted, { act: refusal?.name ?? takeIn.name })
      }
      const documentId = taken.output.id
      documentIds.push(documentId)
      act.write(sql`update channels.attachment set document_id = ${documentId}
        where organisation_id = ${act.office.id} and message_id = ${messageId} and n = ${n}`)
      await act.link(id, documentId, 'attachment')
    }
    await act.changeRecord(id)
    const told = { id, title: conversation.title, count: documentIds.length }
    act.emit(c.filesFiled, told, [id, ...documentIds])
    return { output: { id, documentIds } }
  },
})

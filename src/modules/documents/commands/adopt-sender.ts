import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { adoptSender, partyLinked } from '../contract.ts'
import { documentOf, fieldsOf } from '../document-store.ts'
import { learn } from '../learning/learn.ts'

/** Its first paper was corrected and confirmed before the directory knew them: what that taught is theirs. */
async function learnOfNew(act: Act, documentId: string, partyId: string): Promise<void> {
  const row = await documentOf(act, documentId)
  if (row.state !== 'confirmed') return
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${partyId}`.execute(act.db())
  await learn(act, row, await fieldsOf(act, documentId), { id: partyId, name: rows[0]!.title })
}

export const adoptSenderBody = implementCommand(adoptSender, {
  async run(act, { documentId, partyId }) {
    // What the directory made known may have come from any record; only a paper that has no sender yet is concerned.
    const { rows } = await sql<{ id: string; title: string }>`
      update documents.document d set sender_id = ${partyId} from kernel.record r
      where d.organisation_id = ${act.office.id} and d.id = ${documentId} and d.sender_id is null
        and r.organisation_id = d.organisation_id and r.id = d.id
      returning d.id, r.title`.execute(act.db())
    const paper = rows[0]
    if (paper) {
      act.emit(partyLinked, { documentId, name: paper.title, partyId, before: null }, [documentId, partyId])
      await learnOfNew(act, documentId, partyId)
    }
    return { output: { adopted: paper !== undefined } }
  },
})

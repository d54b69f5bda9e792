import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { adoptSender, partyLinked } from '../contract.ts'

export const adoptSenderBody = implementCommand(adoptSender, {
  async run(act, { documentId, partyId }) {
    // What the directory made known may have come from any record; only a paper that has no sender yet is concerned.
    const { rows } = await sql<{ id: string; title: string }>`
      update documents.document d set sender_id = ${partyId} from kernel.record r
      where d.organisation_id = ${act.office.id} and d.id = ${documentId} and d.sender_id is null
        and r.organisation_id = d.organisation_id and r.id = d.id
      returning d.id, r.title`.execute(act.db())
    const paper = rows[0]
    if (paper) act.emit(partyLinked, { documentId, name: paper.title, partyId, before: null }, [documentId, partyId])
    return { output: { adopted: paper !== undefined } }
  },
})

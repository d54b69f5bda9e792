import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { adoptDocument, documentNotPermit, permitAdopted, permitAdoptedEvent } from '../contract.ts'
import { insertPermit } from '../new-permit.ts'
import { requirePerson } from '../people.ts'

interface Paper {
  readonly sender_id: string | null
  readonly issued_on: Temporal.PlainDate | null
  readonly valid_until: Temporal.PlainDate | null
  readonly number: string | null
}

/** What a confirmed permit says; null for any other paper. */
async function paperOf(act: Act, id: string): Promise<Paper | null> {
  const { rows } = await sql<Paper>`
    select sender_id, issued_on, valid_until, number from documents.permit_fact
    where organisation_id = ${act.office.id} and document_id = ${id}`.execute(act.db())
  return rows[0] ?? null
}

export const adoptDocumentBody = implementCommand(adoptDocument, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  load: (act, { documentId }) => paperOf(act, documentId),
  constraints: { permit_adopted_once: permitAdopted },
  async run(act, { documentId, ownerId }, paper) {
    const { title } = act.locked(documentId)
    if (!paper) return act.refuse(documentNotPermit, { title })
    await requirePerson(act, ownerId)
    const decided = paper.issued_on ?? act.today
    const until =
      paper.valid_until && Temporal.PlainDate.compare(paper.valid_until, decided) >= 0 ? paper.valid_until : null
    const id = await insertPermit(act, {
      title,
      source: documentId,
      requirements: [],
      facts: {
        state: 'granted',
        authority_id: paper.sender_id,
        owner_id: ownerId === undefined ? act.principal.id : ownerId,
        reference: paper.number?.slice(0, 120) || null,
        decided_on: decided,
        valid_from: decided,
        valid_until: until,
        adopted_id: documentId,
      },
    })
    await act.link(id, documentId, 'decision')
    act.emit(permitAdoptedEvent, { id, title }, [id, documentId])
    return {
      output: { id, version: 1 },
      undo: { command: 'permits.end-permit', input: { id, expectedVersion: 1 } },
    }
  },
})

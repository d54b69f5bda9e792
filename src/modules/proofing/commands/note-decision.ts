import { implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { decisionNoted, noteDecision } from '../contract.ts'
import type { ProofingTables } from '../tables.ts'

export const noteDecisionBody = implementCommand(noteDecision, {
  async run(act, { purpose, title, aboutId, findings }) {
    if (aboutId) await requireVisible(act, aboutId)
    const id = await act.createRecord({
      kind: 'outgoing-check',
      title,
      // without a record that left, it is between the sender and what they wrote
      ...(aboutId ? { source: aboutId } : { audience: [act.principal.id] }),
    })
    await act
      .db<ProofingTables>()
      .insertInto('proofing.outgoing_check')
      .values({
        organisation_id: act.office.id,
        id,
        state: 'sent',
        purpose,
        about_id: aboutId ?? null,
        findings: JSON.stringify(findings),
        author_id: null,
        holder_id: act.principal.id,
        wish: null,
        document_id: null,
        question: null,
        answer: null,
        decided_by_id: act.principal.id,
        decided_at: act.at,
        prior: null,
      })
      .execute()
    if (aboutId) await act.link(id, aboutId, 'check')
    act.emit(decisionNoted, { id, title, count: findings.length }, aboutId ? [id, aboutId] : [id])
    return { output: { id, version: 1 } }
  },
})

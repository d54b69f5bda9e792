import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { planConfirm, factsForEvent, type ConfirmPlan, shownToApprover, totalOf } from '../confirm-plan.ts'
import { taskKeyOf, wishOf } from '../confirm-task.ts'
import { confirm, documentConfirmed, refusals } from '../contract.ts'
import { changeDocument, correctField, documentOf, fieldsOf, requireState } from '../document-store.ts'
import { learn } from '../learning/learn.ts'
import { rulesInForce } from '../plan-store.ts'
import { requireOwner } from '../task-owner.ts'

/** The oldest paper that still waits to be confirmed. */
async function nextOnPile(act: Act, exceptId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents.document d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.id
    where d.organisation_id = ${act.office.id} and d.state = 'to-confirm' and d.id <> ${exceptId} and r.merged_into is null
      and r.class <= ${act.principal.clearance} and (r.audience is null or r.audience && ${[...act.principal.audiences]}::uuid[])
    order by d.received_at, d.id limit 1`.execute(act.db())
  return rows[0]?.id ?? null
}

/** The columns that confirming sets, for one document as for a pile. */
export function confirmedColumns(act: Act, plan: ConfirmPlan, taskKey: string | null) {
  return {
    ...plan.columns,
    kind: plan.kind,
    own_kind_id: plan.ownKind?.id ?? null,
    sender_id: plan.sender?.id ?? null,
    state: 'confirmed' as const,
    state_before: null,
    set_aside_until: null,
    class_code_id: plan.classCode?.id ?? null,
    keep_until: plan.consequences.keepUntil,
    confirmed_at: act.at,
    confirmed_by: act.principal.id,
    task_key: taskKey,
  }
}

export const confirmBody = implementCommand(confirm, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  async load(act, { id, acceptAccount: _accepted, ...choices }) {
    const row = await documentOf(act, id)
    const fields = await fieldsOf(act, id)
    return {
      row,
      fields,
      plan: await planConfirm(
        act,
        { row, fields, class: act.locked(id).class, ruleFor: await rulesInForce(act) },
        choices,
      ),
    }
  },
  // A limit on confirming is a limit on what the paper says is to be paid, whatever kind it is said to be.
  weigh: (_input, { plan }) => {
    const amount = totalOf(plan.columns)
    return amount ? { amount } : {}
  },
  basis: (_input, { plan }) => ({ title: plan.title, shown: shownToApprover(plan) }),
  async run(act, { id, task, acceptAccount }, { row, fields, plan }) {
    requireState(act, 'confirm', row)
    const [changed] = plan.changed
    if (changed && !acceptAccount)
      act.refuse(refusals.accountChanged, {
        field: changed.field,
        read: changed.read,
        known: changed.known.join(', '),
        party: plan.sender?.name ?? '',
      })
    await requireOwner(act, task?.ownerId)
    for (const { name, value } of plan.edits) await correctField(act, id, fields.get(name), name, value)
    const planned = plan.consequences.task
    const taskKey = planned ? taskKeyOf(id, act.locked(id).version + 1) : null
    await changeDocument(act, id, confirmedColumns(act, plan, taskKey))
    const version = await act.changeRecord(id, { title: plan.title, class: plan.consequences.confidentiality })
    if (plan.sender) {
      const said = await fieldsOf(act, id)
      // What kind of the office's own it is, is learnt by its words, whoever sent it.
      if (plan.ownKind) said.delete('kind')
      await learn(act, row, said, plan.sender, plan.filed)
    }
    act.emit(
      documentConfirmed,
      { ...factsForEvent(id, plan), ...(planned && taskKey ? { work: [wishOf(planned, id, taskKey)] } : {}) },
      plan.sender ? [id, plan.sender.id] : [id],
    )
    return {
      output: { version, taskKey, keepUntil: plan.consequences.keepUntil, next: await nextOnPile(act, id) },
      undo: { command: 'documents.reopen-document', input: { id, expectedVersion: version } },
    }
  },
})

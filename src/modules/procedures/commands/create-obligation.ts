import { implementCommand } from '../../../kernel/implement.ts'
import { createObligation, dayNotDue, obligationCreated } from '../contract.ts'
import { insertObligation } from '../new-obligation.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { requirePerson } from '../people.ts'

export const createObligationBody = implementCommand(createObligation, {
  async run(act, input) {
    const { title, dueOn, rule, ownerId, basisId, counterpartId } = input
    const from = rule?.fromOn ?? dueOn ?? act.refuse(dayNotDue, { on: '' })
    await requirePerson(act, ownerId)
    for (const id of [basisId, counterpartId]) if (id) await requireVisible(act, id)
    const { id, work } = await insertObligation(act, {
      title,
      class: input.class,
      source: basisId ?? undefined,
      facts: {
        basis: input.basis ?? 'custom',
        basis_text: input.basisText ?? null,
        basis_id: basisId ?? null,
        counterpart_id: counterpartId ?? null,
        owner_id: ownerId === undefined && !input.ownerRole ? act.principal.id : (ownerId ?? null),
        owner_role: input.ownerRole ?? null,
        rrule: rule?.rrule ?? null,
        from_on: from,
        shift: rule?.shift ?? 'none',
        lead_days: input.leadDays ?? 7,
        if_late: input.ifLate ?? 'breaks-rule',
        consequence: input.consequence ?? null,
        note: input.note ?? '',
        evidence: input.evidence ?? false,
        proposal: null,
      },
    })
    act.emit(obligationCreated, { id, title, ...(work.length > 0 ? { work } : {}) }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'procedures.end-obligation', input: { id, expectedVersion: 1 } },
    }
  },
})

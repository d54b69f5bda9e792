import { implementCommand } from '../../../kernel/implement.ts'
import { changeObligation, obligationChanged, obligationEnded, recurrence } from '../contract.ts'
import {
  nextColumns,
  obligationOf,
  type ObligationRow,
  raiseDays,
  recurrenceOf,
  requireDays,
  updateObligation,
  withdrawDays,
} from '../obligation-row.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { requirePerson } from '../people.ts'

export const changeObligationBody = implementCommand(changeObligation, {
  locks: ({ id, expectedVersion }) => [{ kind: 'obligation', id, expectedVersion }],
  load: (act, { id }) => obligationOf(act, id),
  async run(act, input, before) {
    const { id, title: given, dueOn, rule } = input
    const was = act.locked(id).title
    if (before.state === 'ended') act.refuse(obligationEnded, { title: was })
    await requirePerson(act, input.ownerId)
    for (const other of [input.basisId, input.counterpartId]) if (other) await requireVisible(act, other)
    const dates = rule
      ? { rrule: rule.rrule, from_on: rule.fromOn, shift: rule.shift }
      : dueOn
        ? { rrule: null, from_on: dueOn, shift: 'none' as const }
        : {}
    const after: ObligationRow = {
      ...before,
      basis: input.basis ?? before.basis,
      basis_text: keep(input.basisText, before.basis_text),
      basis_id: keep(input.basisId, before.basis_id),
      counterpart_id: keep(input.counterpartId, before.counterpart_id),
      owner_id: keep(input.ownerId, before.owner_id),
      owner_role: keep(input.ownerRole, before.owner_role),
      lead_days: input.leadDays ?? before.lead_days,
      if_late: input.ifLate ?? before.if_late,
      consequence: keep(input.consequence, before.consequence),
      note: input.note ?? before.note,
      evidence: input.evidence ?? before.evidence,
      ...dates,
    }
    Object.assign(after, nextColumns(act, after, act.today))
    requireDays(act, after)
    await updateObligation(act, id, after)
    const title = given ?? was
    const workWithdrawn = await withdrawDays(act, id)
    const version = await act.changeRecord(id, {
      title,
      search: { body: [after.basis_text, after.note].filter(Boolean).join('\n') },
    })
    const work = await raiseDays(act, after, title)
    act.emit(
      obligationChanged,
      { id, title, ...(work.length > 0 ? { work } : {}), ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
      [id],
    )
    const priorRule = recurrenceOf(before)
    return {
      output: { id, version },
      undo: {
        command: 'procedures.change-obligation',
        input: {
          id,
          expectedVersion: version,
          title: was,
          basis: before.basis,
          basisText: before.basis_text,
          basisId: before.basis_id,
          counterpartId: before.counterpart_id,
          ownerId: before.owner_id,
          ownerRole: before.owner_role,
          leadDays: before.lead_days,
          ifLate: before.if_late,
          consequence: before.consequence,
          note: before.note,
          evidence: before.evidence,
          ...(priorRule ? { rule: recurrence.encode(priorRule) } : { dueOn: String(before.from_on) }),
        },
      },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

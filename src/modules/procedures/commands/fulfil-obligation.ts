import { implementCommand } from '../../../kernel/implement.ts'
import { alreadyFulfilled, dayNotDue, evidenceMissing, fulfilObligation, obligationFulfilled } from '../contract.ts'
import { daysDue, daysOf, fulfil, obligationOf, openTask } from '../obligation-row.ts'
import { requireVisible } from '../../../kernel/named.ts'

export const fulfilObligationBody = implementCommand(fulfilObligation, {
  locks: ({ id, expectedVersion }) => [{ kind: 'obligation', id, expectedVersion }],
  load: async (act, { id }) => ({ obligation: await obligationOf(act, id), days: await daysOf(act, id) }),
  async run(act, { id, dueOn, evidenceId, note }, { obligation, days }) {
    const { title } = act.locked(id)
    const day = days.find(one => one.due_on.equals(dueOn))
    if (!day && daysDue(obligation, dueOn, dueOn, act.office.country).length === 0)
      act.refuse(dayNotDue, { on: String(dueOn) })
    if (day?.fulfilled_at) act.refuse(alreadyFulfilled, { title, on: String(dueOn) })
    if (obligation.evidence && !evidenceId) act.refuse(evidenceMissing, { title })
    if (evidenceId) {
      await requireVisible(act, evidenceId)
      await act.link(id, evidenceId, 'evidence')
    }
    const workDone = await openTask(act, id, day)
    await fulfil(act, id, dueOn, { evidenceId, note })
    const version = await act.changeRecord(id)
    act.emit(obligationFulfilled, { id, title, on: dueOn, ...(workDone.length > 0 ? { workDone } : {}) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'procedures.take-back-fulfilment',
        input: { id, expectedVersion: version, dueOn: String(dueOn) },
      },
    }
  },
})

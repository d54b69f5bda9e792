import { implementCommand } from '../../../kernel/implement.ts'
import { fulfilmentTakenBack, notFulfilled, takeBackFulfilment } from '../contract.ts'
import { daysOf, obligationOf, unfulfil, wishFor } from '../obligation-row.ts'

export const takeBackFulfilmentBody = implementCommand(takeBackFulfilment, {
  locks: ({ id, expectedVersion }) => [{ kind: 'obligation', id, expectedVersion }],
  load: async (act, { id }) => ({ obligation: await obligationOf(act, id), days: await daysOf(act, id) }),
  async run(act, { id, dueOn }, { obligation, days }) {
    const { title } = act.locked(id)
    const day = days.find(one => one.due_on.equals(dueOn))
    if (!day?.fulfilled_at) return act.refuse(notFulfilled, { title, on: String(dueOn) })
    await unfulfil(act, id, dueOn, day.raised_at !== null)
    const version = await act.changeRecord(id)
    const work =
      day.raised_at && obligation.state === 'in-force' ? [wishFor(obligation, title, dueOn, day.round + 1)] : []
    act.emit(fulfilmentTakenBack, { id, title, on: dueOn, ...(work.length > 0 ? { work } : {}) }, [id])
    return { output: { id, version } }
  },
})

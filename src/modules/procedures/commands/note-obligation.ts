import { implementCommand } from '../../../kernel/implement.ts'
import { fulfilmentTakenBack, noteObligation, obligationFulfilled } from '../contract.ts'
import { attachedDocument, daysOf, fulfil, unfulfil } from '../obligation-row.ts'

/** The task of a day ended in somebody's queue, or was opened again: the day follows it, with the paper that lies with it. */
export const noteObligationBody = implementCommand(noteObligation, {
  locks: ({ id }) => [{ kind: 'obligation', id }],
  async run(act, { id, dueOn, how }) {
    const day = (await daysOf(act, id)).find(one => one.due_on.equals(dueOn))
    if (!day || (day.fulfilled_at !== null) === (how === 'done')) return { output: {} }
    const { title } = act.locked(id)
    await act.changeRecord(id)
    if (how === 'done') {
      await fulfil(act, id, dueOn, { evidenceId: await attachedDocument(act, id, day) })
      act.emit(obligationFulfilled, { id, title, on: dueOn }, [id])
    } else {
      await unfulfil(act, id, dueOn, false)
      act.emit(fulfilmentTakenBack, { id, title, on: dueOn }, [id])
    }
    return { output: {} }
  },
})

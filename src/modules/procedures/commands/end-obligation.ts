import { implementCommand } from '../../../kernel/implement.ts'
import { endObligation, obligationEnded, obligationEndedEvent } from '../contract.ts'
import { obligationOf, updateObligation, withdrawDays } from '../obligation-row.ts'

export const endObligationBody = implementCommand(endObligation, {
  locks: ({ id, expectedVersion }) => [{ kind: 'obligation', id, expectedVersion }],
  load: (act, { id }) => obligationOf(act, id),
  async run(act, { id }, obligation) {
    const { title } = act.locked(id)
    if (obligation.state === 'ended') act.refuse(obligationEnded, { title })
    await updateObligation(act, id, { state: 'ended' })
    const version = await act.changeRecord(id)
    const workWithdrawn = await withdrawDays(act, id)
    act.emit(obligationEndedEvent, { id, title, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) }, [id])
    return {
      output: { id, version },
      undo: { command: 'procedures.resume-obligation', input: { id, expectedVersion: version } },
    }
  },
})

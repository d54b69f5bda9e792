import { implementCommand } from '../../../kernel/implement.ts'
import { obligationNotEnded, obligationResumed, resumeObligation } from '../contract.ts'
import { nextColumns, obligationOf, raiseDays, updateObligation } from '../obligation-row.ts'

export const resumeObligationBody = implementCommand(resumeObligation, {
  locks: ({ id, expectedVersion }) => [{ kind: 'obligation', id, expectedVersion }],
  load: (act, { id }) => obligationOf(act, id),
  async run(act, { id }, obligation) {
    const { title } = act.locked(id)
    if (obligation.state !== 'ended') act.refuse(obligationNotEnded, { title })
    const next = nextColumns(act, obligation, act.today)
    await updateObligation(act, id, { state: 'in-force', ...next })
    const version = await act.changeRecord(id)
    const work = await raiseDays(act, { ...obligation, ...next, state: 'in-force' }, title)
    act.emit(obligationResumed, { id, title, ...(work.length > 0 ? { work } : {}) }, [id])
    return {
      output: { id, version },
      undo: { command: 'procedures.end-obligation', input: { id, expectedVersion: version } },
    }
  },
})

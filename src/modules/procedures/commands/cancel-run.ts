import { implementCommand } from '../../../kernel/implement.ts'
import { cancelRun, runCancelled, runNotRunning } from '../contract.ts'
import { runOf, settling, stepsOf, updateRun } from '../steps.ts'

export const cancelRunBody = implementCommand(cancelRun, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id }) => runOf(act, id),
  async run(act, { id, because }, run) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    await updateRun(act, id, { state: 'cancelled', ended_at: act.at, because })
    const version = await act.changeRecord(id)
    const open = (await stepsOf(act, id)).filter(step => step.state === 'open')
    const { untouched } = await settling(act, open)
    act.emit(runCancelled, { id, title, because, ...(untouched.length > 0 ? { workWithdrawn: untouched } : {}) }, [
      id,
      run.procedure_id,
    ])
    return { output: { id, version } }
  },
})

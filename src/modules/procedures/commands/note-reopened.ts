import { implementCommand } from '../../../kernel/implement.ts'
import { noteReopened, stepReopened } from '../contract.ts'
import { ended, runOf, stepsOf, updateRun, updateStep, waitAgain } from '../steps.ts'

export const noteReopenedBody = implementCommand(noteReopened, {
  locks: ({ id }) => [{ kind: 'procedure-run', id }],
  async run(act, { id, stepIds }) {
    const [run, steps] = [await runOf(act, id), await stepsOf(act, id)]
    const closed = steps.filter(step => stepIds.includes(step.id) && ended(step) && step.state !== 'left-out')
    if (run.state === 'cancelled' || closed.length === 0) return { output: {} }
    const { title } = act.locked(id)
    if (run.state === 'done') await updateRun(act, id, { state: 'running', ended_at: null })
    await act.changeRecord(id)
    for (const step of closed) {
      const workWithdrawn = await waitAgain(act, step, steps)
      // the task that was reopened is its own: no other is raised
      await updateStep(act, step, {
        state: 'open',
        ended_at: null,
        ended_by_id: null,
        evidence_id: null,
        because: null,
      })
      act.emit(
        stepReopened,
        { id, title, stepId: step.id, step: step.title, ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}) },
        [id],
      )
    }
    return { output: {} }
  },
})

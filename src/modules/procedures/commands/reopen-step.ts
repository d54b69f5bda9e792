import { implementCommand } from '../../../kernel/implement.ts'
import { reopenStep, runNotRunning, stepNotEnded, stepReopened } from '../contract.ts'
import { advance, ended, meantStep, updateRun, updateStep, waitAgain } from '../steps.ts'

export const reopenStepBody = implementCommand(reopenStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id, stepId }) => meantStep(act, id, stepId),
  async run(act, { id, stepId }, { run, steps, step }) {
    const { title } = act.locked(id)
    if (run.state === 'cancelled') act.refuse(runNotRunning, { title })
    if (!ended(step)) act.refuse(stepNotEnded, { title: step.title })
    const workWithdrawn = await waitAgain(act, step, steps)
    if (run.state === 'done') await updateRun(act, id, { state: 'running', ended_at: null })
    // it gets a task of its own anew; whether its turn has come is asked again
    await updateStep(act, step, {
      state: 'waiting',
      round: step.round + 1,
      begun_at: null,
      ended_at: null,
      ended_by_id: null,
      evidence_id: null,
      because: null,
    })
    const version = await act.changeRecord(id)
    const work = await advance(act, { ...run, state: 'running' }, steps, title)
    act.emit(
      stepReopened,
      {
        id,
        title,
        stepId,
        step: step.title,
        ...(work.length > 0 ? { work } : {}),
        ...(workWithdrawn.length > 0 ? { workWithdrawn } : {}),
      },
      [id],
    )
    return { output: { id, version } }
  },
})

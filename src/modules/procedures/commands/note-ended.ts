import { implementCommand } from '../../../kernel/implement.ts'
import { noteEnded, reasonMissing, stepEnded } from '../contract.ts'
import { goOn } from '../go-on.ts'
import { endStep, runOf, stepsOf } from '../steps.ts'

/** The tasks of steps ended in somebody's queue: the steps end with them. What a cancelled run left behind ends nothing. */
export const noteEndedBody = implementCommand(noteEnded, {
  locks: ({ id }) => [{ kind: 'procedure-run', id }],
  async run(act, { id, stepIds, how, because }) {
    const [run, steps] = [await runOf(act, id), await stepsOf(act, id)]
    const open = steps.filter(step => stepIds.includes(step.id) && step.state === 'open')
    if (run.state !== 'running' || open.length === 0) return { output: {} }
    const { title } = act.locked(id)
    await act.changeRecord(id)
    for (const step of open) {
      if (how === 'skipped' && !because?.trim()) act.refuse(reasonMissing, { title: step.title })
      await endStep(act, step, how, { because })
      act.emit(stepEnded, { id, title, stepId: step.id, step: step.title, how, because }, [id])
    }
    await goOn(act, run, steps, title)
    return { output: {} }
  },
})

import { implementCommand } from '../../../kernel/implement.ts'
import { deviateStep, runNotRunning, stepEnded, stepNotOpen } from '../contract.ts'
import { goOn } from '../go-on.ts'
import { ended, endStep, meantStep, settling } from '../steps.ts'

export const deviateStepBody = implementCommand(deviateStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id, stepId }) => meantStep(act, id, stepId),
  async run(act, { id, stepId, how, because }, { run, steps, step }) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    if (ended(step)) act.refuse(stepNotOpen, { title: step.title })
    const { untouched, touched } = await settling(act, [step])
    await endStep(act, step, how, { because })
    const version = await act.changeRecord(id)
    // a task that somebody has worked on is ended, one that nobody has touched goes
    const work = {
      ...(how === 'skipped' && untouched.length > 0 ? { workWithdrawn: untouched } : {}),
      ...(how === 'otherwise' || touched.length > 0
        ? { workDone: how === 'otherwise' ? [...untouched, ...touched] : touched }
        : {}),
    }
    act.emit(stepEnded, { id, title, stepId, step: step.title, how, because, ...work }, [id])
    await goOn(act, run, steps, title)
    return {
      output: { id, version },
      undo: { command: 'procedures.reopen-step', input: { id, expectedVersion: version, stepId } },
    }
  },
})

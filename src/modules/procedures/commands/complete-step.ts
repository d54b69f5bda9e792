import { implementCommand } from '../../../kernel/implement.ts'
import { completeStep, lateReasonMissing, runNotRunning, stepEnded, stepNotOpen } from '../contract.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { endStep, isLate, meantStep, settling } from '../steps.ts'
import { goOn } from '../go-on.ts'

export const completeStepBody = implementCommand(completeStep, {
  locks: ({ id, expectedVersion }) => [{ kind: 'procedure-run', id, expectedVersion }],
  load: (act, { id, stepId }) => meantStep(act, id, stepId),
  async run(act, { id, stepId, because, evidenceId }, { run, steps, step }) {
    const { title } = act.locked(id)
    if (run.state !== 'running') act.refuse(runNotRunning, { title })
    if (step.state !== 'open') act.refuse(stepNotOpen, { title: step.title })
    if (isLate(act, step) && !because) act.refuse(lateReasonMissing, { title: step.title, dueOn: String(step.due_on) })
    if (evidenceId) await requireVisible(act, evidenceId)
    const { untouched, touched } = await settling(act, [step])
    await endStep(act, step, 'done', { because, evidenceId })
    if (evidenceId) await act.link(id, evidenceId, 'evidence')
    const version = await act.changeRecord(id)
    const workDone = [...untouched, ...touched]
    act.emit(
      stepEnded,
      {
        id,
        title,
        stepId,
        step: step.title,
        how: 'done',
        because: because ?? null,
        ...(workDone.length > 0 ? { workDone } : {}),
      },
      [id],
    )
    await goOn(act, run, steps, title)
    return {
      output: { id, version },
      undo: { command: 'procedures.reopen-step', input: { id, expectedVersion: version, stepId } },
    }
  },
})
